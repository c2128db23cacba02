import { type Message, message } from '#shared/model/identity'
import type { LedgerFigure } from './ledger-types'
import type { Shelf } from './library'

/** Year at whose end a target is due: its data year, the last one of a span, the report's where it has none. */
export const dueYearOf = (target: LedgerFigure, reportYear: number): number =>
  target.year === '' ? reportYear : Number(target.year.slice(-4))

/** The data year whose results answer for a target. */
export const answerYear = (target: LedgerFigure, reportYear: number): string => target.year || String(reportYear)

/**
 * Why nothing can be said yet, null where it can. The library itself tells what time it is: a target is due when the
 * place has a report of a year after the one that it is due in, for a report tells of the year before it.
 */
export function notYet(shelf: Shelf, dueYear: number): Message | null {
  if (shelf.latest > dueYear) return null
  const span = shelf.latest < dueYear
  return message(span ? 'ledger.why.notDue' : 'ledger.why.noNextReport', { year: dueYear, next: dueYear + 1 })
}

/** What is said of a due target without a result: silent only where the next year's report could have told. */
export function withoutResult(shelf: Shelf, dueYear: number): { verdict: 'silent' | 'pending'; why: Message } {
  return shelf.years.has(dueYear + 1)
    ? { verdict: 'silent', why: message('ledger.why.silent', { next: dueYear + 1 }) }
    : { verdict: 'pending', why: message('ledger.why.noNextReport', { year: dueYear, next: dueYear + 1 }) }
}
