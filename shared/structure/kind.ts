import { type Message, message } from '../model/identity'
import type { ReportKind } from '../model/report'
import { CLOSING, CONGRESS, CONTINUED, DIGEST_SIGNS, OPENING, SALUTATION, SHORTENED, THIRD_PERSON } from './patterns'

/** The kind of a report and what shows it, in the order of weight. */
export interface KindFinding {
  readonly kind: ReportKind
  readonly reasons: Message[]
}

const QUOTE_LENGTH = 40
/** Lines with ink in which opening words stand. */
const HEAD_LINES = 24
/** 各位代表： as a line of its own; inside the speech it begins a paragraph. */
const SALUTATION_ALONE = /^[*#\s]*(?:各位|尊敬的)[^。，,！!]{0,6}代表[^。！!]{0,12}[：:，,！!]?\**$/

/** What the kind is decided from. */
export interface KindInput {
  /** The report's lines without white space at their ends. */
  readonly inks: readonly string[]
  readonly title: string
  /** Whether it looks back and ahead. */
  readonly looks: { readonly back: boolean; readonly ahead: boolean }
  /** Whether the report was found as it was given, or as a newspaper's summary. */
  readonly found: 'speech' | 'digest'
}

/** Decides between 全文, 摘要, 续版 and 残本. */
export function kindOf({ inks, title, looks, found }: KindInput): KindFinding {
  const inked = inks.filter((ink) => ink !== '')
  if (found === 'digest') return digestKind(inked)
  return shortenedKind(inked, title) ?? speechKind(inked, looks)
}

/** 政府工作报告（摘要）, or a text that tells what the speaker said; null for a report in its own words. */
function shortenedKind(inks: readonly string[], title: string): KindFinding | null {
  const named = quote([title, ...inks.slice(0, 2)], SHORTENED)
  if (named) return { kind: 'digest', reasons: [message('reasons.kind.title', { quote: title })] }
  if (quote(inks.slice(0, HEAD_LINES), OPENING) || quote(inks, SALUTATION)) return null
  const told = quote(inks.slice(0, 12), THIRD_PERSON)
  return told ? { kind: 'digest', reasons: [message('reasons.kind.digest', { quote: told })] } : null
}

function digestKind(inks: readonly string[]): KindFinding {
  const reasons: Message[] = []
  const congress = quote(inks, CONGRESS)
  if (congress) reasons.push(message('reasons.kind.congress', { quote: congress }))
  const sign = quote(inks, DIGEST_SIGNS[1] ?? CONGRESS)
  if (sign) reasons.push(message('reasons.kind.digest', { quote: sign }))
  return { kind: 'digest', reasons }
}

function speechKind(inks: readonly string[], { back, ahead }: KindInput['looks']): KindFinding {
  const continued = quote([...inks.slice(0, 4), ...inks.slice(-3)], CONTINUED)
  if (continued) return { kind: 'continuation', reasons: [message('reasons.kind.continued', { quote: continued })] }
  const reasons: Message[] = []
  const head = inks.slice(0, HEAD_LINES)
  const opening = quote(head, OPENING) ?? quote(head, SALUTATION_ALONE)
  if (opening) reasons.push(message('reasons.kind.opening', { quote: opening }))
  else reasons.push(message('reasons.kind.noOpening'))
  const closing = quote(inks.slice(-3), CLOSING)
  if (closing) reasons.push(message('reasons.kind.closing', { quote: closing }))
  if (back && ahead) reasons.push(message('reasons.kind.both'))
  else if (!back) reasons.push(message('reasons.kind.noReview'))
  else reasons.push(message('reasons.kind.noPlan'))
  const whole = back && ahead && (opening !== null || closing !== null)
  return { kind: whole ? 'full' : 'incomplete', reasons }
}

/** The place in the first line that a pattern fits, cut to a length that people read. */
function quote(inks: readonly string[], pattern: RegExp): string | null {
  for (const ink of inks) {
    const found = pattern.exec(ink)?.[0]
    if (found !== undefined) return found.length > QUOTE_LENGTH ? `${found.slice(0, QUOTE_LENGTH)}…` : found
  }
  return null
}
