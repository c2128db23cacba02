import { createSinglebyteDecoder } from '@exodus/bytes/single-byte.js'

/**
 * Windows code pages of one byte. Through the library and not the platform: Node 20 takes its own decoder of
 * windows-1252 for plain Latin-1, so that curly quotes come out as controls there and as quotes in the window.
 */
const decoders = new Map<string, (bytes: Uint8Array) => string>()

/** @param encoding `windows-1252`; a byte that stands for nothing in it becomes U+FFFD */
export function singleByteDecoder(encoding: string): (bytes: Uint8Array) => string {
  const decoder = decoders.get(encoding) ?? createSinglebyteDecoder(encoding, true)
  decoders.set(encoding, decoder)
  return decoder
}

export const decodeLatin = (bytes: Uint8Array): string => singleByteDecoder('windows-1252')(bytes)
