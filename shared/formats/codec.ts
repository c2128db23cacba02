import { createMultibyteDecoder } from '@exodus/bytes/multi-byte.js'
import type { Encoding } from '../model/reading'

/**
 * Bytes to text, one encoding at a time. GB 18030 and Big5 go through one library in the window and in Node: the
 * decoders of Chromium and of Node's ICU differ in some bytes, and offsets would with them. UTF-8 and UTF-16 have one
 * meaning everywhere, so the platform's own decoder does.
 *
 * A byte order mark is a character of the text.
 */

/** The text, or null when one byte does not fit the encoding. */
export function strictly(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return decoderOf(encoding, false)(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/** The text with U+FFFD where bytes do not fit the encoding. */
export const loosely = (bytes: Uint8Array, encoding: Encoding): string => decoderOf(encoding, true)(bytes)

function decoderOf(encoding: Encoding, loose: boolean): (bytes: Uint8Array) => string {
  if (encoding === 'gb18030' || encoding === 'big5') return createMultibyteDecoder(encoding, loose)
  const decoder = new TextDecoder(encoding, { fatal: !loose, ignoreBOM: true })
  return (bytes) => decoder.decode(bytes)
}

/**
 * How many bytes at the very end are the beginning of a character whose rest is missing, as a download that was cut
 * leaves them. The bytes before must be decoded to know it for sure: this only says what the end looks like.
 * @returns 0 to 3
 */
export function cutAtEnd(bytes: Uint8Array, encoding: Encoding): number {
  if (encoding === 'utf-8') return cutUtf8(bytes)
  if (encoding === 'gb18030') return cutGb(bytes)
  if (encoding === 'big5') return isLead(bytes.at(-1)) ? 1 : 0
  if (bytes.length % 2 === 1) return 1
  const high = bytes.at(encoding === 'utf-16le' ? -1 : -2) ?? 0
  return high >= 0xd8 && high <= 0xdb ? 2 : 0
}

function cutUtf8(bytes: Uint8Array): number {
  for (let back = 1; back <= 3; back++) {
    const byte = bytes.at(-back)
    if (byte === undefined || byte < 0x80) return 0
    if (byte >= 0xc2) return back < utf8Length(byte) ? back : 0
  }
  return 0
}

function utf8Length(lead: number): number {
  if (lead >= 0xf0) return lead <= 0xf4 ? 4 : 0
  return lead >= 0xe0 ? 3 : 2
}

/** A lead byte; or the first two or three bytes of four: lead, digit, lead. */
function cutGb(bytes: Uint8Array): number {
  const [third, second, first] = [bytes.at(-1), bytes.at(-2), bytes.at(-3)]
  if (isLead(third) && isDigit(second) && isLead(first)) return 3
  if (isDigit(third) && isLead(second)) return 2
  return isLead(third) ? 1 : 0
}

const isLead = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x81 && byte <= 0xfe
const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39
