import { type Message, message } from '../model/identity'
import type { ReportKind } from '../model/report'
import { CLOSING, CONGRESS, CONTINUED, DIGEST_SIGNS, OPENING, SALUTATION, SHORTENED, THIRD_PERSON } from './patterns'

/** The kind of a report and what shows it, in the order of weight. */
export interface KindFinding {
  readonly kind: ReportKind
  /** 0 to 1; below 0.5 it is doubtful (`doubtsOf`). */
  readonly certainty: number
  readonly reasons: Message[]
}

/** How sure a kind is, by what shows it. Measured on clean and dirty reports (`docs/decisions/places.md`). */
const CERTAIN = { said: 0.95, shown: 0.85, likely: 0.65, doubtful: 0.4 } as const

const QUOTE_LENGTH = 40
/** Lines with ink in which opening words stand. */
const HEAD_LINES = 24
/** 各位代表： as a line of its own; inside the speech it begins a paragraph. */
const SALUTATION_ALONE = /^[*#\s]*(?:各位|尊敬的)[^。，,！!]{0,6}代表[^。！!]{0,12}[：:，,！!]?\**$/

/** What a speech ends with that is none of the usual closing words: 以优异的成绩向建国60周年献礼！ */
const EXCLAIMED = /[^。！!]{0,40}[！!][”"]?$/
/** The end of a sentence; a text that ends with none was cut off. */
const STOPPED = /[。！!？?；：:…”"’）)\]】》*]$/
/** A whole report is longer; what is shorter is a summary or a part, whatever its head says. */
const WHOLE_LENGTH = 3000
/** A newspaper's summary is shorter than this, the report itself longer. */
const SUMMARY_LENGTH = 9000
/** So many signs make a newspaper's summary for certain. */
const SIGNS_CERTAIN = 5

/** How a report was found: by title and opening words, as a newspaper's summary, or by its body alone. */
export type FoundBy = 'speech' | 'digest' | 'torso'

/** What the kind is decided from. */
export interface KindInput {
  /** The report's lines without white space at their ends. */
  readonly inks: readonly string[]
  readonly title: string
  /** Whether the text has a line for a title; `title` is made up where it has none. */
  readonly titled: boolean
  /** Whether it looks back and ahead. */
  readonly looks: { readonly back: boolean; readonly ahead: boolean }
  readonly found: FoundBy
  /** Words of the body by which a torso was known. */
  readonly telling: string | null
}

/** Decides between 全文, 摘要, 续版 and 残本, and how sure that is. */
export function kindOf(input: KindInput): KindFinding {
  const inks = input.inks.filter((ink) => ink !== '')
  if (input.found === 'digest') return digestKind(inks)
  return shortenedKind(inks, input.title) ?? continuedKind(inks) ?? speechKind(inks, input)
}

const lengthOf = (inks: readonly string[]): number => inks.reduce((sum, ink) => sum + ink.length, 0)

/** 政府工作报告（摘要）, or a text that tells what the speaker said; null for a report in its own words. */
function shortenedKind(inks: readonly string[], title: string): KindFinding | null {
  const named = quote([title, ...inks.slice(0, 2)], SHORTENED)
  if (named)
    return { kind: 'digest', certainty: CERTAIN.said, reasons: [message('reasons.kind.title', { quote: title })] }
  if (quote(inks.slice(0, HEAD_LINES), OPENING) || quote(inks, SALUTATION)) return null
  const told = quote(inks.slice(0, 12), THIRD_PERSON)
  if (!told) return null
  const certainty = lengthOf(inks) < SUMMARY_LENGTH ? CERTAIN.shown : CERTAIN.doubtful
  return { kind: 'digest', certainty, reasons: [message('reasons.kind.digest', { quote: told })] }
}

function digestKind(inks: readonly string[]): KindFinding {
  const reasons: Message[] = []
  const congress = quote(inks, CONGRESS)
  if (congress) reasons.push(message('reasons.kind.congress', { quote: congress }))
  const sign = quote(inks, DIGEST_SIGNS[1] ?? CONGRESS)
  if (sign) reasons.push(message('reasons.kind.digest', { quote: sign }))
  const signs = DIGEST_SIGNS.filter((one) => quote(inks, one) !== null).length
  const isSummary = (signs >= SIGNS_CERTAIN || quote(inks, THIRD_PERSON) !== null) && lengthOf(inks) < SUMMARY_LENGTH
  return { kind: 'digest', certainty: isSummary ? CERTAIN.shown : CERTAIN.doubtful, reasons }
}

function continuedKind(inks: readonly string[]): KindFinding | null {
  const continued = quote([...inks.slice(0, 4), ...inks.slice(-3)], CONTINUED)
  if (!continued) return null
  const reasons = [message('reasons.kind.continued', { quote: continued })]
  return { kind: 'continuation', certainty: CERTAIN.said, reasons }
}

function speechKind(inks: readonly string[], { looks, titled, found, telling }: KindInput): KindFinding {
  const head = inks.slice(0, HEAD_LINES)
  const opening = quote(head, OPENING) ?? quote(head, SALUTATION_ALONE)
  const closing = quote(inks.slice(-3), CLOSING) ?? quote(inks.slice(-1), EXCLAIMED)
  const both = looks.back && looks.ahead
  const cut = closing === null && isCut(inks)
  const whole = both && !cut && (opening !== null || (closing !== null && found === 'speech'))
  const length = lengthOf(inks)
  const ended = [
    opening === null ? message('reasons.kind.noOpening') : message('reasons.kind.opening', { quote: opening }),
    ...(closing === null ? [] : [message('reasons.kind.closing', { quote: closing })]),
    ...(whole && closing === null ? [message('reasons.kind.noClosing')] : []),
    ...(cut ? [message('reasons.kind.cut', { quote: (inks.at(-1) ?? '').slice(-QUOTE_END) })] : []),
    message(`reasons.kind.${lookingAt(looks)}`),
    ...(whole && length < WHOLE_LENGTH ? [message('reasons.kind.short', { count: length })] : []),
  ]
  const known = telling === null ? [] : [message('reasons.kind.torso', { quote: telling })]
  const kind = whole ? 'full' : 'incomplete'
  const signs = [titled, opening !== null, closing !== null].filter(Boolean).length
  const full = found === 'torso' || closing === null || length < WHOLE_LENGTH ? CERTAIN.doubtful : FULL_BY_SIGNS[signs]
  const part = found !== 'torso' && (cut || signs < 2) ? CERTAIN.likely : CERTAIN.doubtful
  return { kind, certainty: (whole ? full : part) ?? CERTAIN.doubtful, reasons: [...known, ...ended] }
}

/** How sure a whole report is with so many of title, opening and closing words. */
const FULL_BY_SIGNS: readonly number[] = [CERTAIN.doubtful, CERTAIN.likely, CERTAIN.shown, CERTAIN.said]

const lookingAt = ({ back, ahead }: KindInput['looks']): 'both' | 'noReview' | 'noPlan' =>
  back && ahead ? 'both' : back ? 'noPlan' : 'noReview'

/** Characters of a broken sentence that are quoted. */
const QUOTE_END = 20

/** Whether the text breaks off in a sentence. */
const isCut = (inks: readonly string[]): boolean => {
  const last = inks.at(-1) ?? ''
  return last !== '' && !STOPPED.test(last)
}

/** The place in the first line that a pattern fits, cut to a length that people read. */
function quote(inks: readonly string[], pattern: RegExp): string | null {
  for (const ink of inks) {
    const found = pattern.exec(ink)?.[0]
    if (found !== undefined) return found.length > QUOTE_LENGTH ? `${found.slice(0, QUOTE_LENGTH)}…` : found
  }
  return null
}
