import { createMultibyteEncoder } from '@exodus/bytes/multi-byte.js'

/** Encodes a text as UTF-16 without a mark. */
export function utf16(text: string, order: 'le' | 'be'): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let index = 0; index < text.length; index++) view.setUint16(index * 2, text.charCodeAt(index), order === 'le')
  return bytes
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Encodes a text in GB 18030, four bytes a character where it must be. @throws for lone surrogates */
export const gbk = createMultibyteEncoder('gb18030')

/** Encodes a text in Big5. @throws for what Big5 has not */
export const big5 = createMultibyteEncoder('big5')

/** The characters of a text that an encoding holds. */
export const encodable = (text: string, encode: (text: string) => Uint8Array): string =>
  [...text].filter((char) => holds(char, encode)).join('')

function holds(char: string, encode: (text: string) => Uint8Array): boolean {
  try {
    return encode(char).length > 0
  } catch {
    return false
  }
}
