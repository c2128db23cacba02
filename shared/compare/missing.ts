import { type Message, message } from '#shared/model/identity'
import type { ReportKind } from '#shared/model/report'
import type { Role, StatementKind } from '#shared/model/statement'
import { expectedReportYear } from './choice'
import type { CellState } from './matrix-types'

/** Why a cell is empty. */
export interface Absence {
  state: Exclude<CellState, 'value'>
  missing: Message
}

/** What a report that is not a full text is called, the one that says most first. */
const PARTS = [
  ['digest', 'compare.missing.onlyDigest'],
  ['continuation', 'compare.missing.onlyContinuation'],
  ['incomplete', 'compare.missing.onlyIncomplete'],
  ['other', 'compare.missing.onlyOther'],
] as const satisfies readonly (readonly [ReportKind, string])[]

/**
 * Tells an empty cell's reason: there is no report that would say it, or there is one and it is silent. Silence is
 * only proved by a full text.
 * @param kinds kinds of the place's reports by 报告年度 (main versions)
 * @param otherKind another kind (level, growth …) that the place states for this indicator, year and role, else null
 */
export function absence(
  cell: { placeName: string; year: string; role: Role; otherKind: StatementKind | null },
  kinds: ReadonlyMap<number, readonly ReportKind[]>,
): Absence {
  if (cell.otherKind !== null)
    return { state: 'silent', missing: message(`compare.missing.otherKind.${cell.otherKind}`) }
  const year = expectedReportYear(cell.year, cell.role)
  const present = year === null ? undefined : kinds.get(year)
  if (year === null || present === undefined)
    return {
      state: 'noReport',
      missing: message('compare.missing.noReport', { place: cell.placeName, year: year ?? '' }),
    }
  const part = present.includes('full') ? undefined : PARTS.find(([kind]) => present.includes(kind))
  return { state: 'silent', missing: message(part?.[1] ?? 'compare.missing.silent', { year }) }
}
