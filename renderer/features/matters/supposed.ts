import type { StatementStatus } from '#shared/model/statement'
import type { KnownMatters } from '../../storage'
import { rowKey } from './tabs'

/** What a row was settled as, until the table has it from the database. */
export interface Supposed {
  status: StatementStatus
  /** As soon as the table shows what was told with this number, it shows the row itself; null while it is being written. */
  until: number | null
}

/** What was supposed of rows, by their keys. */
export type Suppositions = ReadonlyMap<string, Supposed>

/**
 * What the table does not show by itself yet: it goes when the database tells the same, and at the latest when it has
 * told all that was written; an undo that comes before leaves the row as it was.
 * @param shown the number of what the table shows
 */
export function stillSupposed(all: Suppositions, known: KnownMatters | null, shown: number): Suppositions {
  if (all.size === 0) return all
  return new Map(
    [...all].filter(([name, { status, until }]) => {
      const report = name.slice(0, name.indexOf(' '))
      const row = known?.byReport.get(report)?.find((one) => rowKey(one) === name)
      return row && row.status !== status && (until === null || shown < until)
    }),
  )
}
