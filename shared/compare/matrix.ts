import type { Cell, ReportCells } from '#shared/model/cell'
import type { Comparison } from '#shared/model/comparison'
import { type Message, message } from '#shared/model/identity'
import type { Role } from '#shared/model/statement'
import { choose, isEstimate, isPartial, strayReport } from './choice'
import { commonBase, type DisplayUnit, displayUnit, show } from './display'
import { gather, type PlaceMaterial, slotOf } from './gather'
import type { Candidate, Matrix, MatrixCell, MatrixColumn, MatrixIndicator } from './matrix-types'
import { type Absence, absence } from './missing'
import { mixWarnings } from './warnings'

export type * from './matrix-types'

/** Slots of one place in one role, chosen statements first, keyed by `slotOf`. */
interface Choices {
  material: PlaceMaterial
  role: Role
  bySlot: ReadonlyMap<string, readonly Candidate[]>
  /** Reasons of empty cells that were told already, by year and other kind. */
  absences: Map<string, Absence>
}

/** How an indicator is shown: its common base and a display unit for every base that occurs. */
interface Scale {
  base: string
  units: ReadonlyMap<string, DisplayUnit>
}

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)]

/** The roles that a comparison shows, targets first: they were said first. */
const rolesOf = (role: Comparison['role']): readonly Role[] => (role === 'both' ? ['target', 'actual'] : [role])

function choices(materials: Iterable<PlaceMaterial>, roles: readonly Role[]): Choices[] {
  return [...materials].flatMap((material) =>
    roles.map((role) => {
      const bySlot = new Map<string, readonly Candidate[]>()
      for (const [slot, entries] of material.entries) if (slot.startsWith(`${role}|`)) bySlot.set(slot, choose(entries))
      return { material, role, bySlot, absences: new Map() }
    }),
  )
}

/** The chosen statements of an indicator in one year. */
function chosenOf(rows: readonly Choices[], indicator: string, year: string): Cell[] {
  const cells: Cell[] = []
  for (const row of rows) {
    const cell = row.bySlot.get(slotOf(row.role, indicator, year))?.[0]?.cell
    if (cell) cells.push(cell)
  }
  return cells
}

function scaleOf(cells: readonly Cell[]): Scale {
  const units = unique(cells.map((cell) => cell.base)).map((base) => [base, displayUnit(cells, base)] as const)
  return { base: commonBase(cells), units: new Map(units) }
}

function ownWarnings(candidates: readonly Candidate[], scale: Scale): Message[] {
  const [chosen] = candidates
  if (!chosen) return []
  const { cell } = chosen
  const warnings: Message[] = []
  const stray = strayReport(chosen)
  if (stray) warnings.push(stray)
  if (cell.base !== scale.base) warnings.push(message('compare.warning.otherUnit', { unit: cell.unit }))
  if (cell.subset !== '') warnings.push(message('compare.warning.subset', { subset: cell.subset }))
  if (cell.basis !== '') warnings.push(message('compare.warning.basis', { basis: cell.basis }))
  const others = candidates.filter((candidate) => candidate.differs).length
  if (others > 0) warnings.push(message('compare.warning.otherValues', { count: others }))
  return warnings
}

/** What every empty cell shares: a matrix of a whole library holds a hundred thousand of them. */
const NOTHING: readonly never[] = []

function empty(row: Choices, { indicator, year }: MatrixColumn, slot: string): MatrixCell {
  const { material, role } = row
  const otherKind = material.otherKinds.get(slot) ?? null
  const known = `${year} ${otherKind}`
  let reason = row.absences.get(known)
  if (reason === undefined) {
    reason = absence({ placeName: material.place.short, year, role, otherKind }, material.kinds)
    row.absences.set(known, reason)
  }
  return {
    state: reason.state,
    place: material.place.code,
    role,
    indicator,
    year,
    chosen: null,
    shown: null,
    candidates: NOTHING,
    partial: false,
    estimate: false,
    warnings: NOTHING,
    missing: reason.missing,
  }
}

function fill(row: Choices, column: MatrixColumn, scale: Scale): MatrixCell {
  const { indicator, year } = column
  const { material, role } = row
  const slot = slotOf(role, indicator, year)
  const candidates = row.bySlot.get(slot)
  const chosen = candidates?.[0]
  if (!candidates || !chosen) return empty(row, column, slot)
  const { cell } = chosen
  return {
    state: 'value',
    place: material.place.code,
    role,
    indicator,
    year,
    chosen,
    candidates,
    missing: null,
    shown: show(cell, scale.units.get(cell.base) ?? { base: cell.base, unit: cell.unit, factor: 1 }),
    partial: isPartial(cell.period),
    estimate: isEstimate(cell),
    warnings: ownWarnings(candidates, scale).concat(column.warnings),
  }
}

/**
 * Places × years × indicators with the evidence behind every number. The data year decides where a number stands,
 * whichever report says it. Numbers of other places, rejected ones and those of versions that are not the main one
 * stay out; kinds are never mixed; units are aligned per indicator, currencies and unlike units keep their own.
 * @param records the library's cells, in any order
 * @param comparison what stands beside what, rows in the order of its places, columns of its indicators and years
 */
export function buildMatrix(records: readonly ReportCells[], comparison: Comparison): Matrix {
  const { materials, reports } = gather(records, comparison)
  const roles = rolesOf(comparison.role)
  const rows = choices(materials.values(), roles)
  const [years, ids] = [unique(comparison.years), unique(comparison.indicators)]
  const scales = new Map<string, Scale>()
  const indicators: MatrixIndicator[] = []
  const columns: MatrixColumn[] = []
  for (const id of ids) {
    const perYear = years.map((year) => chosenOf(rows, id, year))
    const cells = perYear.flat()
    const scale = scaleOf(cells)
    const unit = scale.units.get(scale.base)?.unit ?? ''
    scales.set(id, scale)
    indicators.push({ id, base: scale.base, unit, warnings: mixWarnings(cells) })
    for (const [index, year] of years.entries())
      columns.push({ indicator: id, year, unit, warnings: mixWarnings(perYear[index] ?? []) })
  }
  const none: Scale = { base: '', units: new Map() }
  return {
    kind: comparison.kind,
    years,
    places: [...materials.values()].map((material) => material.place),
    roles,
    indicators,
    columns,
    rows: rows.map((row) => ({
      place: row.material.place,
      role: row.role,
      cells: columns.map((column) => fill(row, column, scales.get(column.indicator) ?? none)),
    })),
    reports,
  }
}
