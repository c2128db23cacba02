import { type Message, message } from '../model/identity'
import type { Encoding } from '../model/reading'
import { cutAtEnd, loosely, strictly } from './codec'
import { chineseEvidence, controlCharacters } from './plausibility'
import { signatureOf } from './signatures'

/** A text with the encoding decided on and why, or why there is none. */
export type Decoded =
  | {
      readonly ok: true
      readonly text: string
      readonly encoding: Encoding
      readonly reason: Message
      /** Bytes that were left out or could not be read, under `reasons.reading`. */
      readonly remarks: readonly Message[]
    }
  | { readonly ok: false; readonly reason: Message }

/** An encoding that a document names for itself. */
export interface Declared {
  /** As written there: gb2312. */
  readonly label: string
  /** Null for an encoding that is none of ours. */
  readonly encoding: Encoding | null
}

/** A text that fits an encoding, with what did not fit. */
interface Fit {
  readonly text: string
  readonly encoding: Encoding
  readonly remarks: readonly Message[]
}

/** One control character in so many is more than a slip of a converter. */
const CONTROLS_PER_CHARACTER = 1 / 200
/** Broken places among the characters beyond ASCII with which a file is still read, and with which the user's choice stands. */
const BROKEN = { found: 1 / 200, chosen: 1 / 20 } as const
/** Bits a character from which Chinese in GB 18030 stands against the same bytes as two-byte UTF-8. */
const SURE_BITS = 3
/** Bits that UTF-16 without a mark needs: any bytes are nearly valid in it. */
const UTF16_BITS = 10
const BEYOND_ASCII = /[^\u0000-\u007F]/
const REPLACED = /\uFFFD/g

/**
 * Decodes the bytes of a text file. Nothing is guessed silently: a candidate must fit byte by byte, and where several
 * do, the one that reads as Chinese wins by far (`plausibility.ts`). The order: byte order mark; what the document
 * declares; UTF-8; then GB 18030 (also for GBK and GB 2312, whose superset it is), Big5 and UTF-16 without a mark.
 *
 * A byte order mark stays in the text as U+FEFF: offsets of a reading count every character of the file, and gold
 * offsets are defined "as decoded, no BOM removal". Line breaks stay as they are, too.
 *
 * A character cut off at the very end is left out with a remark. A file with a few broken bytes is read with U+FFFD in
 * their place and a remark that counts them.
 * @param wanted the encoding that the user chose; then no other is tried
 * @param declared the encoding that the document names for itself; believed as long as the bytes agree
 * @returns the text, or a message under `errors.file`
 */
export function decodeBytes(
  bytes: Uint8Array,
  wanted: Encoding | null = null,
  declared: Declared | null = null,
): Decoded {
  if (bytes.length === 0) return failure('empty')
  const signature = signatureOf(bytes)
  if (signature?.document) return failure('unsupported', { extension: signature.type })
  if (signature) return failure('notText', { type: signature.type })
  const decoded = wanted === null ? (byMark(bytes) ?? byContent(bytes, declared)) : asWanted(bytes, wanted)
  if (!decoded.ok) return decoded
  if (controlCharacters(decoded.text) > decoded.text.length * CONTROLS_PER_CHARACTER) return failure('binary')
  return /[^\s\uFEFF\u200B\u0000]/.test(decoded.text) ? decoded : failure('blank')
}

type Params = Record<string, string | number>

const failure = (name: string, params: Params = {}): Decoded => ({
  ok: false,
  reason: message(`errors.file.${name}`, params),
})

const success = (fit: Fit, why: string, params: Params = {}): Decoded => ({
  ok: true,
  ...fit,
  reason: message(`reasons.encoding.${why}`, params),
})

/** The user's choice stands, as long as nearly every byte fits it. */
function asWanted(bytes: Uint8Array, encoding: Encoding): Decoded {
  const fit = fitted(bytes, encoding) ?? mended(bytes, encoding, BROKEN.chosen)
  return fit === null ? failure('notEncoding', { encoding }) : success(fit, 'chosen')
}

function byMark(bytes: Uint8Array): Decoded | null {
  const encoding = markOf(bytes)
  if (encoding === null) return null
  const fit = fitted(bytes, encoding) ?? mended(bytes, encoding, BROKEN.chosen)
  return fit === null ? failure('undecodable') : success(fit, 'mark')
}

function markOf([first, second, third]: Uint8Array): Encoding | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : null
}

function byContent(bytes: Uint8Array, declared: Declared | null): Decoded {
  const found = bestFit(bytes) ?? bestMended(bytes)
  if (declared !== null) return withDeclared(bytes, found, declared)
  if (found?.why === 'plausible') return success(found.fit, found.why, { percent: percentOf(found.fit) })
  if (found !== null) return success(found.fit, found.why)
  return failure(bytes.includes(0) ? 'binary' : 'undecodable')
}

/**
 * What a document says of itself counts where the content tells nothing (a page of ASCII and a © or two) or agrees.
 * Valid UTF-8 and a plausible text in another encoding are stronger than a word in the head, and the reason says so.
 */
function withDeclared(bytes: Uint8Array, found: Found | null, { label, encoding }: Declared): Decoded {
  if (found && (found.fit.encoding === encoding || found.why === 'ascii')) {
    return success(found.fit, 'declared', { label })
  }
  if (found) {
    const { fit } = found
    return success(fit, 'misdeclared', { label, encoding: fit.encoding, percent: percentOf(fit) })
  }
  const fit = encoding && (fitted(bytes, encoding) ?? mended(bytes, encoding, BROKEN.chosen))
  if (fit) return success(fit, 'declared', { label })
  return failure(bytes.includes(0) ? 'binary' : 'undecodable')
}

const percentOf = ({ text }: Fit): number => Math.round(chineseEvidence(text).share * 100)

/** An encoding that the content speaks for. */
interface Found {
  readonly fit: Fit
  readonly why: 'ascii' | 'valid' | 'plausible'
}

function bestFit(bytes: Uint8Array): Found | null {
  const utf8 = fitted(bytes, 'utf-8')
  const zero = bytes.includes(0)
  if (utf8 !== null && !zero) {
    if (!BEYOND_ASCII.test(utf8.text)) return { fit: utf8, why: 'ascii' }
    return shortChinese(bytes, utf8) ?? { fit: utf8, why: 'valid' }
  }
  return plausible(bytes, zero ? ['utf-16le', 'utf-16be'] : ['gb18030', 'big5', 'utf-16le', 'utf-16be'])
}

/** Few characters in GBK can be valid UTF-8 by chance: then all of them come out as two-byte letters, none as Chinese. */
function shortChinese(bytes: Uint8Array, { text }: Fit): Found | null {
  if (/[^\u0000-\u07FF]/.test(text)) return null
  const found = plausible(bytes, ['gb18030', 'big5'])
  if (found === null) return null
  const { bits, seen } = chineseEvidence(found.fit.text)
  return bits >= seen * SURE_BITS ? found : null
}

/** The encoding in which the bytes say most for Chinese; the first of equals. */
function plausible(bytes: Uint8Array, encodings: readonly Encoding[]): Found | null {
  let best: Found | null = null
  let most = 0
  for (const encoding of encodings) {
    const fit = fitted(bytes, encoding)
    if (fit === null || (encoding.startsWith('utf-16') && controlCharacters(fit.text) > 0)) continue
    const { bits, seen } = chineseEvidence(fit.text)
    if (seen > 0 && bits <= Math.max(most, encoding.startsWith('utf-16') ? UTF16_BITS : 0)) continue
    best = { fit, why: 'plausible' }
    most = bits
  }
  return best
}

/** Strictly decoded; without a last character of which only the beginning is there. */
function fitted(bytes: Uint8Array, encoding: Encoding): Fit | null {
  const whole = strictly(bytes, encoding)
  if (whole !== null) return { text: whole, encoding, remarks: [] }
  const cut = cutAtEnd(bytes, encoding)
  const text = cut === 0 ? null : strictly(bytes.subarray(0, -cut), encoding)
  if (!text) return null
  const rest = [...bytes.subarray(-cut)].map((byte) => byte.toString(16).toUpperCase().padStart(2, '0'))
  return { text, encoding, remarks: [message('reasons.reading.cutEnd', { bytes: rest.join(' ') })] }
}

/** Decoded with U+FFFD for what does not fit, as long as that is little of the text. */
function mended(bytes: Uint8Array, encoding: Encoding, allowed: number): Fit | null {
  const text = loosely(bytes, encoding)
  const broken = text.match(REPLACED)?.length ?? 0
  const beyond = text.match(/[^\u0000-\u007F]/g)?.length ?? 0
  if (broken === 0 || broken > beyond * allowed) return null
  return { text, encoding, remarks: [message('reasons.reading.broken', { count: broken })] }
}

function bestMended(bytes: Uint8Array): Found | null {
  if (bytes.includes(0)) return null
  for (const encoding of ['utf-8', 'gb18030', 'big5'] as const) {
    const fit = mended(bytes, encoding, BROKEN.found)
    if (fit === null) continue
    if (chineseEvidence(fit.text).bits > 0) return { fit, why: 'plausible' }
  }
  return null
}
