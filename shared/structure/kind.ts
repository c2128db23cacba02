import { type Message, message } from '../model/identity'
import type { ReportKind } from '../model/report'
import type { Section } from '../model/section'
import { CLOSING, CONGRESS, CONTINUED, DIGEST_SIGNS, OPENING, SALUTATION } from './patterns'

/** The kind of a report and what shows it, in the order of weight. */
export interface KindFinding {
  readonly kind: ReportKind
  readonly reasons: Message[]
}

const QUOTE_LENGTH = 40

/**
 * Decides between 全文, 摘要, 续版 and 残本.
 * @param inks the report's lines without white space at their ends
 * @param found whether the report was found as a speech or as a digest
 */
export function kindOf(inks: readonly string[], sections: readonly Section[], found: 'speech' | 'digest'): KindFinding {
  return found === 'digest'
    ? digestKind(inks)
    : speechKind(
        inks.filter((ink) => ink !== ''),
        sections,
      )
}

function digestKind(inks: readonly string[]): KindFinding {
  const reasons: Message[] = []
  const congress = quote(inks, CONGRESS)
  if (congress) reasons.push(message('reasons.kind.congress', { quote: congress }))
  const sign = quote(inks, DIGEST_SIGNS[1] ?? CONGRESS)
  if (sign) reasons.push(message('reasons.kind.digest', { quote: sign }))
  return { kind: 'digest', reasons }
}

function speechKind(inks: readonly string[], sections: readonly Section[]): KindFinding {
  const continued = quote([...inks.slice(0, 4), ...inks.slice(-3)], CONTINUED)
  if (continued) return { kind: 'continuation', reasons: [message('reasons.kind.continued', { quote: continued })] }
  const reasons: Message[] = []
  const opening = quote(inks.slice(0, 24), OPENING) ?? quote(inks.slice(0, 24), SALUTATION)
  if (opening) reasons.push(message('reasons.kind.opening', { quote: opening }))
  else reasons.push(message('reasons.kind.noOpening'))
  const closing = quote(inks.slice(-3), CLOSING)
  if (closing) reasons.push(message('reasons.kind.closing', { quote: closing }))
  const review = sections.some((section) => section.outlook === 'review')
  const plan = sections.some((section) => section.outlook === 'plan')
  if (review && plan) reasons.push(message('reasons.kind.both'))
  else if (!review) reasons.push(message('reasons.kind.noReview'))
  else reasons.push(message('reasons.kind.noPlan'))
  const marks = [opening !== null, closing !== null, review && plan].filter(Boolean).length
  return { kind: marks >= 2 ? 'full' : 'incomplete', reasons }
}

/** The place in the first line that a pattern fits, cut to a length that people read. */
function quote(inks: readonly string[], pattern: RegExp): string | null {
  for (const ink of inks) {
    const found = pattern.exec(ink)?.[0]
    if (found !== undefined) return found.length > QUOTE_LENGTH ? `${found.slice(0, QUOTE_LENGTH)}…` : found
  }
  return null
}
