import type { Carried } from '#shared/model/carried'
import type { Cell, ReportCells } from '#shared/model/cell'
import type { Comparison } from '#shared/model/comparison'
import { parseSeriesKey } from './variants'

/** A comparison with what was added to it. */
export interface Added {
  comparison: Comparison
  /** How many of what was carried brought something that was not there. */
  added: number
  /** How many named nothing that can be compared: a report without a place, a statement that is gone. */
  unknown: number
}

const withOne = <T>(items: readonly T[], item: T): T[] => (items.includes(item) ? [...items] : [...items, item])

/** The data years that a report speaks of: results of the year before, targets of its own. */
function yearsOf({ year }: ReportCells): string[] {
  return year === null ? [] : [String(year - 1), String(year)]
}

function addReport(comparison: Comparison, record: ReportCells): Comparison {
  if (!record.place) return comparison
  const years = yearsOf(record)
  // A report joins what is compared; where none of its years is shown, they are.
  const known = comparison.latest || years.some((year) => comparison.years.includes(year))
  return {
    ...comparison,
    places: withOne(comparison.places, record.place.code),
    years: known ? comparison.years : [...comparison.years, ...years].sort(),
  }
}

function addIndicator(comparison: Comparison, indicator: string): Comparison {
  const known = comparison.indicators.some((key) => parseSeriesKey(key).indicator === indicator)
  return known ? comparison : { ...comparison, indicators: [...comparison.indicators, indicator] }
}

function addStatement(comparison: Comparison, record: ReportCells, cell: Cell): Comparison {
  if (!record.place) return comparison
  const more = addIndicator(comparison, cell.indicator)
  return {
    ...more,
    places: withOne(more.places, record.place.code),
    years: cell.year === '' ? more.years : withOne(more.years, cell.year).sort(),
    // What was dropped is to be seen: the kind and the role are its own where they would hide it.
    kind: cell.kind,
    role: more.role === 'both' || more.role === cell.role ? more.role : 'both',
  }
}

const same = (a: Comparison, b: Comparison): boolean => JSON.stringify(a) === JSON.stringify(b)

/**
 * Adds reports, statements and indicators to a comparison: their places, years and indicators join those that it has.
 * @param records the library's cells, which tell what a report and a statement are
 */
export function addCarried(
  records: readonly ReportCells[],
  comparison: Comparison,
  carried: readonly Carried[],
): Added {
  const byReport = new Map(records.map((record) => [record.report, record]))
  const result: Added = { comparison, added: 0, unknown: 0 }
  for (const one of carried) {
    const before = result.comparison
    if (one.type === 'indicator') result.comparison = addIndicator(before, one.indicator)
    else {
      const record = byReport.get(one.report)
      const cell = one.type === 'statement' ? record?.cells.find(({ key }) => key === one.key) : null
      if (!record?.place || cell === undefined) {
        result.unknown += 1
        continue
      }
      result.comparison = cell ? addStatement(before, record, cell) : addReport(before, record)
    }
    if (!same(before, result.comparison)) result.added += 1
  }
  return result
}
