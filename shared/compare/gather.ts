import type { Cell, ReportCells } from '#shared/model/cell'
import type { Comparison } from '#shared/model/comparison'
import type { PlaceRef } from '#shared/model/place'
import type { Role, StatementKind } from '#shared/model/statement'
import type { Entry } from './choice'
import type { PlaceRecords, RecordIndex, Wanted } from './record-index'
import { variantOf } from './variants'

/** What a comparison asks for: the place of each place, role and year in these lists names a slot. */
export interface Asked {
  places: readonly Omit<PlaceRecords, 'number'>[]
  roles: readonly Role[]
  /** Data years in the order of the comparison; of 最近一期 the single ones, in the order of time. */
  years: readonly string[]
  kind: StatementKind
  wanted: Wanted
}

/** What the places say of one indicator, by slot. */
export interface SeriesMaterial {
  /** The slots that hold statements. */
  filled: readonly { slot: number; entries: readonly Entry[] }[]
  /** Slots for which another kind is stated: 1 + its place in `OTHER_KINDS`; 0 for none. */
  otherKinds: Uint8Array
}

/** Kinds in the order in which the other kind of an empty cell is told. */
export const OTHER_KINDS: readonly StatementKind[] = ['growth', 'level', 'points', 'ratio']

/** A place of the comparison that the library holds nothing of. */
const unknownPlace = (code: string): PlaceRef => ({ code, name: code, short: code, level: 'county', parent: null })

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)]

/** The roles that a comparison shows, targets first: they were said first. */
const rolesOf = (role: Comparison['role']): readonly Role[] => (role === 'both' ? ['target', 'actual'] : [role])

const isSingle = (year: string): boolean => /^\d{4}$/.test(year)

/** The single years that the places name for some indicators. */
function yearsSaid(index: RecordIndex, indicators: readonly string[], places: Uint32Array): string[] {
  const marked = new Uint8Array(index.years.size)
  for (const indicator of indicators) index.markYears(indicator, places, marked)
  return [...index.years].flatMap(([year, number]) => (marked[number] === 1 && isSingle(year) ? year : []))
}

/**
 * Reads a comparison. 最近一期 looks at its single years, or at all that its places name where none is chosen.
 * @param indicators ids and phrases of its series
 */
export function askedOf(index: RecordIndex, comparison: Comparison, indicators: readonly string[]): Asked {
  const places = unique(comparison.places).map(
    (code) => index.places.get(code) ?? { place: unknownPlace(code), kinds: new Map(), reports: [] },
  )
  const wanted = { places: new Uint32Array(index.places.size), years: new Uint32Array(index.years.size) }
  for (const [at, known] of places.entries()) if ('number' in known) wanted.places[known.number] = at + 1
  const chosen = unique(comparison.years)
  const years = !comparison.latest
    ? chosen
    : (chosen.length > 0 ? chosen.filter(isSingle) : yearsSaid(index, indicators, wanted.places)).sort()
  for (const [at, year] of years.entries()) {
    const number = index.years.get(year)
    if (number !== undefined) wanted.years[number] = at + 1
  }
  return { places, roles: rolesOf(comparison.role), years, kind: comparison.kind, wanted }
}

/** The number of a slot: places outermost, then roles, then years. */
export const slotAt = (
  { roles, years }: Pick<Asked, 'roles' | 'years'>,
  place: number,
  role: number,
  year: number,
): number => (place * roles.length + role) * years.length + year

const entryOf = (cell: Cell, record: ReportCells): Entry => ({
  cell,
  variant: variantOf(cell),
  origin: {
    report: record.report,
    source: record.source,
    start: cell.start,
    end: cell.start + cell.quantity.length,
    quantity: cell.quantity,
    reportYear: record.year,
    reportKind: record.kind,
  },
})

/** Collects what the asked places say of an indicator, whatever its variant. */
export function collect(index: RecordIndex, asked: Asked, indicator: string): SeriesMaterial {
  const size = asked.places.length * asked.roles.length * asked.years.length
  const bySlot = new Map<number, Entry[]>()
  const otherKinds = new Uint8Array(size)
  index.each(indicator, asked.wanted, (cell, record, place, year) => {
    const role = asked.roles.indexOf(cell.role)
    if (role < 0) return
    const slot = slotAt(asked, place, role, year)
    if (cell.kind !== asked.kind) {
      const kind = OTHER_KINDS.indexOf(cell.kind) + 1
      const known = otherKinds[slot] ?? 0
      if (known === 0 || kind < known) otherKinds[slot] = kind
      return
    }
    const entries = bySlot.get(slot)
    if (entries) entries.push(entryOf(cell, record))
    else bySlot.set(slot, [entryOf(cell, record)])
  })
  return { filled: [...bySlot].map(([slot, entries]) => ({ slot, entries })), otherKinds }
}
