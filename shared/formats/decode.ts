import { type Message, message } from '../model/identity'
import type { Encoding } from '../model/reading'
import { chineseShare, commonShare, controlCharacters } from './plausibility'
import { signatureOf } from './signatures'

/** A text with the encoding decided on and why, or why there is none. */
export type Decoded =
  | { readonly ok: true; readonly text: string; readonly encoding: Encoding; readonly reason: Message }
  | { readonly ok: false; readonly reason: Message }

/**
 * Share of common characters from which a text counts as Chinese. Real reports reach 0.97 and more, a line full of
 * rare names 0.8, bytes of another encoding below 0.4.
 */
const PLAUSIBLE = 0.7
/** One control character in so many is more than a slip of a converter. */
const CONTROLS_PER_CHARACTER = 1 / 200

/**
 * Decodes the bytes of a text file. Nothing is guessed silently and nothing is replaced: every candidate is decoded
 * strictly. The order: byte order mark, UTF-8, UTF-16 without a mark, GB 18030 (also for GBK and GB 2312, whose
 * superset it is); the last two only when the result reads as Chinese.
 *
 * A byte order mark stays in the text as U+FEFF: offsets of a reading count every character of the file, and gold
 * offsets are defined "as decoded, no BOM removal". Line breaks stay as they are, too.
 * @param wanted the encoding that the user chose; then no other is tried
 * @returns the text, or a message under `errors.file`
 */
export function decodeBytes(bytes: Uint8Array, wanted: Encoding | null = null): Decoded {
  if (bytes.length === 0) return failure('empty')
  const signature = signatureOf(bytes)
  if (signature?.document) return failure('unsupported', { extension: signature.type })
  if (signature) return failure('notText', { type: signature.type })
  const decoded = wanted === null ? (byMark(bytes) ?? byContent(bytes)) : asWanted(bytes, wanted)
  if (!decoded.ok) return decoded
  if (controlCharacters(decoded.text) > decoded.text.length * CONTROLS_PER_CHARACTER) return failure('binary')
  return /[^\s\uFEFF\u200B\u0000]/.test(decoded.text) ? decoded : failure('blank')
}

const failure = (name: string, params: Record<string, string | number> = {}): Decoded => ({
  ok: false,
  reason: message(`errors.file.${name}`, params),
})

const success = (
  text: string,
  encoding: Encoding,
  why: string,
  params: Record<string, string | number> = {},
): Decoded => ({
  ok: true,
  text,
  encoding,
  reason: message(`reasons.encoding.${why}`, params),
})

/** The user's choice stands, as long as every byte fits it. */
function asWanted(bytes: Uint8Array, encoding: Encoding): Decoded {
  const text = strictly(bytes, encoding)
  return text === null ? failure('notEncoding', { encoding }) : success(text, encoding, 'chosen')
}

function byMark(bytes: Uint8Array): Decoded | null {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return marked(bytes, 'utf-8')
  if (first === 0xff && second === 0xfe) return marked(bytes, 'utf-16le')
  if (first === 0xfe && second === 0xff) return marked(bytes, 'utf-16be')
  return null
}

function marked(bytes: Uint8Array, encoding: Encoding): Decoded {
  const text = strictly(bytes, encoding)
  return text === null ? failure('undecodable') : success(text, encoding, 'mark')
}

function byContent(bytes: Uint8Array): Decoded {
  const utf8 = strictly(bytes, 'utf-8')
  if (utf8 !== null && !utf8.includes('\u0000')) return success(utf8, 'utf-8', isAscii(utf8) ? 'ascii' : 'valid')
  for (const encoding of ['utf-16le', 'utf-16be'] as const) {
    const text = bytes.length % 2 === 0 ? strictly(bytes, encoding) : null
    if (text !== null && controlCharacters(text) === 0 && commonShare(text) >= PLAUSIBLE) {
      return success(text, encoding, 'plausible', { percent: percent(commonShare(text)) })
    }
  }
  if (bytes.includes(0)) return failure('binary')
  const text = strictly(bytes, 'gb18030')
  if (text === null || chineseShare(text) < PLAUSIBLE) return failure('undecodable')
  return success(text, 'gb18030', 'plausible', { percent: percent(chineseShare(text)) })
}

const percent = (share: number): number => Math.round(share * 100)
const isAscii = (text: string): boolean => !/[^\u0000-\u007F]/.test(text)

/** The text, or null when one byte does not fit the encoding. */
function strictly(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}
