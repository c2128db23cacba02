import type { Cell, ReportCells } from '#shared/model/cell'
import type { Comparison } from '#shared/model/comparison'
import type { PlaceRef } from '#shared/model/place'
import type { ReportKind } from '#shared/model/report'
import type { Role, StatementKind } from '#shared/model/statement'
import type { Entry } from './choice'
import type { MatrixReport } from './matrix-types'

/** What one place brings to a comparison. */
export interface PlaceMaterial {
  place: PlaceRef
  /** Kinds of its reports by 报告年度. */
  kinds: Map<number, ReportKind[]>
  /** Statements by `slotOf`. */
  entries: Map<string, Entry[]>
  /** Other kinds stated for a slot. */
  otherKinds: Map<string, StatementKind>
}

/** Names a cell inside a place. */
export const slotOf = (role: Role, indicator: string, year: string): string => `${role}|${indicator}|${year}`

/** A place of the comparison that the library holds nothing of. */
const unknownPlace = (code: string): PlaceRef => ({ code, name: code, short: code, level: 'county', parent: null })

interface Filter {
  indicators: ReadonlySet<string>
  years: ReadonlySet<string>
  kind: StatementKind
}

function take(material: PlaceMaterial, record: ReportCells, cell: Cell, filter: Filter): void {
  if (cell.scope !== 'own' || cell.status === 'rejected') return
  if (!filter.indicators.has(cell.indicator) || !filter.years.has(cell.year)) return
  const slot = slotOf(cell.role, cell.indicator, cell.year)
  if (cell.kind !== filter.kind) {
    const known = material.otherKinds.get(slot)
    if (known === undefined || cell.kind < known) material.otherKinds.set(slot, cell.kind)
    return
  }
  const entry: Entry = {
    cell,
    origin: {
      report: record.report,
      source: record.source,
      start: cell.start,
      end: cell.start + cell.quantity.length,
      quantity: cell.quantity,
      reportYear: record.year,
      reportKind: record.kind,
    },
  }
  const entries = material.entries.get(slot)
  if (entries) entries.push(entry)
  else material.entries.set(slot, [entry])
}

/**
 * Collects what the chosen places say: main versions only, the place's own numbers only, nothing rejected.
 * @returns the material by place code, and the reports that were looked at
 */
export function gather(
  records: readonly ReportCells[],
  comparison: Comparison,
): { materials: Map<string, PlaceMaterial>; reports: MatrixReport[] } {
  const filter: Filter = {
    indicators: new Set(comparison.indicators),
    years: new Set(comparison.years),
    kind: comparison.kind,
  }
  const materials = new Map<string, PlaceMaterial>()
  for (const code of comparison.places)
    materials.set(code, { place: unknownPlace(code), kinds: new Map(), entries: new Map(), otherKinds: new Map() })
  const reports: MatrixReport[] = []
  for (const record of records.toSorted(byYearAndId)) {
    const { place } = record
    const material = place && record.main ? materials.get(place.code) : undefined
    if (!place || !material) continue
    material.place = place
    reports.push({ report: record.report, source: record.source, place, year: record.year, kind: record.kind })
    if (record.year !== null) material.kinds.set(record.year, [...(material.kinds.get(record.year) ?? []), record.kind])
    for (const cell of record.cells) take(material, record, cell, filter)
  }
  return { materials, reports }
}

/** The latest report last, so that a place has its newest name. */
const byYearAndId = (a: ReportCells, b: ReportCells): number =>
  (a.year ?? 0) - (b.year ?? 0) || (a.report < b.report ? -1 : a.report > b.report ? 1 : 0)
