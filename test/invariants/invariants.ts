import type { Span } from '#shared/model/anchor'
import type { ExtractedStatement } from '#shared/model/statement'
import { BUILT_IN } from '#shared/statements/dictionary'
import { datesIn, sessionsIn } from './dates'
import { numbersIn } from './values'

/** What holds of every statement of every report, whatever the text. */
export const INVARIANTS = ['quantity', 'inside', 'sentence', 'date', 'session', 'value', 'indicator'] as const
export type Invariant = (typeof INVARIANTS)[number]

/** A statement of which an invariant does not hold. */
export interface Violation {
  invariant: Invariant
  start: number
  quantity: string
  /** What is there instead. */
  found: string
}

const touches = (spans: readonly Span[], { start, end }: Span): Span | undefined =>
  spans.find((span) => span.start < end && start < span.end)

const ids = new Set(BUILT_IN.indicators.map(({ id }) => id))

/** Digits of a value are read by both sides from the same text: they differ by rounding at most. */
const same = (a: number, b: number): boolean => Math.abs(Math.abs(a) - Math.abs(b)) <= 1e-9 * Math.max(1, Math.abs(a))

function valueFault({ quantity, value, high }: ExtractedStatement): string | null {
  const [low, up, ...more] = numbersIn(quantity)
  const fits =
    low !== undefined && same(low, value) && (high === null ? up === undefined : up !== undefined && same(up, high))
  return fits && more.length === 0 ? null : `${numbersIn(quantity).join(' ')} / ${value} ${high}`
}

/**
 * The statements of a report of which an invariant does not hold.
 * @param text the reading's text; offsets are its UTF-16 code units
 * @param report the report's span
 */
export function violationsIn(text: string, report: Span, statements: readonly ExtractedStatement[]): Violation[] {
  const dates = datesIn(text)
  const sessions = sessionsIn(text)
  return statements.flatMap((statement) => {
    const { start, quantity, sentence, canonical } = statement
    const span = { start, end: start + quantity.length }
    const there = text.slice(start, span.end)
    const outside = start < report.start || span.end > report.end
    const loose = sentence.start > start || sentence.end < span.end
    const shown = (at: Span | undefined): string | null => (at ? text.slice(at.start, at.end) : null)
    const faults: Record<Invariant, string | null> = {
      quantity: there === quantity ? null : there,
      inside: outside ? `${report.start}-${report.end}` : null,
      sentence: loose ? `${sentence.start}-${sentence.end}` : null,
      date: shown(touches(dates, span)),
      session: shown(touches(sessions, span)),
      value: valueFault(statement),
      indicator: canonical === '' || ids.has(canonical) ? null : canonical,
    }
    return INVARIANTS.flatMap((invariant): Violation[] => {
      const found = faults[invariant]
      return found === null ? [] : [{ invariant, start, quantity, found }]
    })
  })
}
