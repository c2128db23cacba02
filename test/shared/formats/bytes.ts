/** Encodes a text as UTF-16 without a mark. */
export function utf16(text: string, order: 'le' | 'be'): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let index = 0; index < text.length; index++) view.setUint16(index * 2, text.charCodeAt(index), order === 'le')
  return bytes
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Encodes a text in GB 18030 by turning the decoder round: two-byte characters and ASCII only. */
export function gbk(text: string): Uint8Array {
  const bytes: number[] = []
  for (const char of text) {
    const pair = char <= '\u007F' ? [char.charCodeAt(0)] : GBK_BYTES.get(char)
    if (!pair) throw new RangeError(`no two-byte code for ${char}`)
    bytes.push(...pair)
  }
  return Uint8Array.from(bytes)
}

const GBK_BYTES = new Map<string, number[]>()
const decoder = new TextDecoder('gb18030')
for (let lead = 0x81; lead <= 0xfe; lead++) {
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    if (trail !== 0x7f) GBK_BYTES.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
  }
}
