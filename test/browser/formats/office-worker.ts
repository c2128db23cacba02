import type { Read } from '#shared/formats/read'

/** What a page asks of this worker: read a file by its bytes. */
export interface OfficeRequest {
  readonly name: string
  readonly bytes: Uint8Array
}

const refuse = (): never => {
  throw new EvalError('the policy of the app allows no code made of strings')
}
// The importer's policy refuses both; a library that needs them must fail here too.
globalThis.Function = new Proxy(Function, { apply: refuse, construct: refuse })
globalThis.eval = refuse

const { readFormat } = await import('#shared/formats/read')
const NO_RESOURCES = { pdf: (path: string) => Promise.reject(new Error(`no ${path} for office formats`)) }

self.onmessage = async ({ data: { name, bytes } }: MessageEvent<OfficeRequest>) => {
  const read: Read = await readFormat(name, bytes, { resources: NO_RESOURCES })
  self.postMessage(read)
}
self.postMessage('ready')
