import { createMultibyteDecoder } from '@exodus/bytes/multi-byte.js'
import { decodeLatin, singleByteDecoder } from '../office/single-byte'

/** Code pages by the character set of a font (RTF 1.9.1, \fcharset). 0 is Windows-1252, or the document's own. */
const BY_CHARSET = new Map([
  [128, 932],
  [129, 949],
  [134, 936],
  [136, 950],
  [161, 1253],
  [162, 1254],
  [163, 1258],
  [177, 1255],
  [178, 1256],
  [186, 1257],
  [204, 1251],
  [222, 874],
  [238, 1250],
])
/** GBK is read as its superset, as everywhere here. */
const TWO_BYTES = new Map([
  [932, 'shift_jis'],
  [936, 'gb18030'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [54936, 'gb18030'],
])
const UTF8 = 65001
const LATIN = 1252
const ONE_BYTE = new Set([874, 1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258])

/** The character set of symbol fonts. */
export const SYMBOL_CHARSET = 2

/**
 * The code page of a text.
 * @param charset of its font, undefined where no font tells one
 * @param own the document's (\ansicpg)
 */
export function codePageOf(charset: number | undefined, own: number): number {
  const page = charset === undefined ? own : (BY_CHARSET.get(charset) ?? own)
  return TWO_BYTES.has(page) || ONE_BYTE.has(page) || page === UTF8 ? page : LATIN
}

/**
 * Bytes as text. Where they do not fit a code page of two bytes they are signs of Windows-1252 (curly quotes written by
 * a Western font in a Chinese document); what fits neither becomes U+FFFD.
 */
export function decodePage(bytes: Uint8Array, page: number): string {
  const twoBytes = TWO_BYTES.get(page)
  if (page === UTF8) return new TextDecoder().decode(bytes)
  if (bytes.every((byte) => byte < 0x80)) return decodeLatin(bytes)
  if (twoBytes === undefined) return singleByteDecoder(`windows-${page}`)(bytes)
  try {
    return decoderOf(twoBytes, false)(bytes)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
  }
  return isLatin(bytes) ? decodeLatin(bytes) : decoderOf(twoBytes, true)(bytes)
}

const decoders = new Map<string, (bytes: Uint8Array) => string>()

function decoderOf(encoding: string, loose: boolean): (bytes: Uint8Array) => string {
  const key = `${encoding}/${loose}`
  const decoder = decoders.get(key) ?? createMultibyteDecoder(encoding, loose)
  decoders.set(key, decoder)
  return decoder
}

/** Quotes, dashes, dots and bullets of Windows-1252 beside ASCII. */
const isLatin = (bytes: Uint8Array): boolean =>
  bytes.every(
    (byte) => byte < 0x80 || (byte >= 0x91 && byte <= 0x97) || byte === 0x85 || byte === 0xa0 || byte === 0xb7,
  )
