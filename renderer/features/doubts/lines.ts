import type { Doubt } from '#shared/model/doubts'
import type { Report } from '#shared/model/report'
import type { DoubtfulReport } from '../../storage'

/** A line of the list: a report with something to settle. */
export interface DoubtLine extends DoubtfulReport {
  id: string
}

/** The reports as lines. */
export const linesOf = (doubtful: readonly DoubtfulReport[]): DoubtLine[] =>
  doubtful.map((one) => ({ ...one, id: one.report.id }))

/** What was not found at all: there is nothing to accept, it must be said. */
export const missing = ({ report, doubts }: DoubtLine): Doubt[] => doubts.filter((doubt) => report[doubt] === null)

/**
 * Where the keyboard is: at the selected line, or at the one that has taken its place since that was settled.
 * @param last where the selected line stood when it was there
 * @returns -1 for an empty list
 */
export function positionOf(lines: readonly DoubtLine[], selected: string | null, last: number): number {
  const at = lines.findIndex(({ id }) => id === selected)
  return at >= 0 ? at : Math.min(Math.max(0, last), lines.length - 1)
}

/** How many characters of a report are shown as evidence. */
const SHOWN = 360

/** The first words of a report, a line each, without the empty ones. */
export const openingOf = (text: string, { start, end }: Report): string =>
  text
    .slice(start, Math.min(end, start + SHOWN))
    .replace(/\s*\n\s*/g, '\n')
    .trim()
