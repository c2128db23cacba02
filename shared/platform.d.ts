/**
 * What Node and the browser both have, and nothing more: shared code is type-checked against this file
 * instead of the DOM or Node typings, so `document` and `process` do not compile there.
 */
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean })
  readonly encoding: string
  decode(input?: ArrayBuffer | ArrayBufferView, options?: { stream?: boolean }): string
}
declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>
}
declare const crypto: {
  randomUUID(): `${string}-${string}-${string}-${string}-${string}`
  readonly subtle: { digest(algorithm: 'SHA-256', data: ArrayBufferView): Promise<ArrayBuffer> }
}
declare const performance: { now(): number }
declare class URL {
  constructor(url: string, base?: string)
  readonly href: string
  readonly origin: string
  readonly protocol: string
  readonly hostname: string
  readonly pathname: string
}
