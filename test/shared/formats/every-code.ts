import { loosely } from '#shared/formats/codec'
import type { Encoding } from '#shared/model/reading'

/** Bytes of every code of one and two bytes and every fiftieth of four, each with a break behind it. */
export function everyCode(encoding: 'gb18030' | 'big5'): Uint8Array {
  const bytes: number[] = []
  for (let lead = 0; lead <= 0xff; lead++) {
    bytes.push(lead, 0x0a)
    for (let trail = 0; lead >= 0x80 && trail <= 0xff; trail++) bytes.push(lead, trail, 0x0a)
  }
  if (encoding === 'gb18030') for (let index = 0; index < 1_587_600; index += 50) bytes.push(...fourBytes(index), 0x0a)
  return Uint8Array.from(bytes)
}

/** What `digestOf` gives for every code: the same in Node and in Chromium, or offsets would not be. */
export const DIGESTS = {
  gb18030: 'a71b66dd58d9034ecaae466cbb0fda8068029cd005a0c51b1735b5c9c2c187e8',
  big5: '3fb4e864a255ef2f09301e89c2a73ebfb5f46959ba32a100c2e466e5b3852508',
} as const

/** The code of four bytes with that number: lead, digit, lead, digit. */
const fourBytes = (index: number): number[] => [
  0x81 + Math.floor(index / 12_600),
  0x30 + (Math.floor(index / 1_260) % 10),
  0x81 + (Math.floor(index / 10) % 126),
  0x30 + (index % 10),
]

/** SHA-256 of what an encoding makes of bytes, over the code units of the text. */
export async function digestOf(bytes: Uint8Array, encoding: Encoding): Promise<string> {
  const text = loosely(bytes, encoding)
  const units = Uint16Array.from({ length: text.length }, (_, index) => text.charCodeAt(index))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', units))
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
