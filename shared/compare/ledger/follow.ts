import type { VentureLink, VentureRef } from '#shared/model/matter'
import { readVentureName } from '../venture-names'
import type { LedgerRow } from './ledger-types'
import { isAlike, likeness, type Name, Names } from './phrases'

/** A livelihood item or a named project through the years. */
export interface Followed {
  /** Id of its first row: stable while that is. */
  key: string
  type: 'livelihood' | 'venture'
  place: LedgerRow['place']
  /** As its latest report calls it. */
  name: string
  /** Its rows by 报告年度, in the order of the reports. */
  years: ReadonlyMap<number, readonly LedgerRow[]>
}

interface Line {
  rows: LedgerRow[]
  name: Name
}

const byYear = (a: LedgerRow, b: LedgerRow): number => a.year - b.year

function followed(rows: readonly LedgerRow[], type: Followed['type']): Followed {
  const sorted = rows.toSorted(byYear)
  const [first] = sorted
  const last = sorted.at(-1)
  if (!first || !last) throw new RangeError('nothing is followed without a row')
  const years = new Map<number, LedgerRow[]>()
  for (const row of sorted) years.set(row.year, [...(years.get(row.year) ?? []), row])
  return { key: first.id, type, place: first.place, name: last.target.phrase, years }
}

/** Livelihood targets of a place: the same indicator, else a like name, of the same kind. */
function livelihoodLines(rows: readonly LedgerRow[]): LedgerRow[][] {
  const names = new Names()
  const lines = new Map<string, Line[]>()
  for (const row of rows.toSorted(byYear)) {
    const { target, place } = row
    const group = `${place.code}|${target.type}|${target.kind}|${target.canonical}`
    const name = names.of(target.phrase)
    const known = lines.get(group) ?? []
    const line = known.find((one) => target.canonical !== '' || isAlike(one.name, name, likeness(one.name, name)))
    if (line) line.rows.push(row)
    else lines.set(group, [...known, { rows: [row], name }])
  }
  return [...lines.values()].flat().map((line) => line.rows)
}

const refName = ({ report, key }: { report: string | null; key: string }): string => `${report} ${key}`

/** Ventures by the user's links, and those of a place whose names are the same. */
function ventureLines(rows: readonly LedgerRow[], links: readonly Pick<VentureLink, 'a' | 'b' | 'verdict'>[]) {
  const sets = new Map<string, Set<LedgerRow>>()
  const setOf = (name: string): Set<LedgerRow> => sets.get(name) ?? new Set()
  const join = (names: readonly string[]): void => {
    const all = new Set(names.flatMap((name) => [...setOf(name)]))
    for (const row of all) sets.set(refName(row.target.ref), all)
  }
  const parted = new Set(
    links.flatMap(({ a, b, verdict }) => (verdict === 'different' ? [pairName(a, b), pairName(b, a)] : [])),
  )
  const cores = new Map<string, string>()
  for (const row of rows.toSorted(byYear)) {
    const own = refName(row.target.ref)
    sets.set(own, new Set([row]))
    const core = `${row.place.code}|${readVentureName(row.target.phrase).core}`
    const before = cores.get(core)
    if (before !== undefined && !parted.has(`${before}|${own}`)) join([before, own])
    cores.set(core, own)
  }
  for (const { a, b, verdict } of links) if (verdict === 'same') join([refName(a), refName(b)])
  return [...new Set(sets.values())].map((set) => [...set])
}

const pairName = (a: VentureRef, b: VentureRef): string => `${refName(a)}|${refName(b)}`

/**
 * Livelihood items and named projects followed over the years, those that most years speak of first.
 * @param links the user's word on which ventures of different reports are the same
 */
export function followLedger(
  rows: readonly LedgerRow[],
  links: readonly Pick<VentureLink, 'a' | 'b' | 'verdict'>[],
): Followed[] {
  const items = rows.filter(({ target }) => target.list === 'livelihood' && target.type !== 'venture')
  const ventures = rows.filter(({ target }) => target.type === 'venture')
  return [
    ...livelihoodLines(items).map((line) => followed(line, 'livelihood')),
    ...ventureLines(ventures, links).map((line) => followed(line, 'venture')),
  ].sort(
    (a, b) => b.years.size - a.years.size || (a.place.code < b.place.code ? -1 : a.place.code > b.place.code ? 1 : 0),
  )
}
