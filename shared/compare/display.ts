import type { Cell } from '#shared/model/cell'
import { unitOf } from '#shared/statements/units'
import { settle } from './cells'
import type { Shown } from './matrix-types'

/** The unit in which numbers of one base are shown: its name and how many base units it is. */
export interface DisplayUnit {
  base: string
  unit: string
  factor: number
}

function mostFrequent<T>(items: readonly T[], name: (item: T) => string, tie: (a: T, b: T) => number): T | null {
  const groups = new Map<string, { item: T; count: number }>()
  for (const item of items) {
    const group = groups.get(name(item))
    if (group) group.count++
    else groups.set(name(item), { item, count: 1 })
  }
  const [best] = [...groups.values()].sort(
    (a, b) => b.count - a.count || tie(a.item, b.item) || (name(a.item) < name(b.item) ? -1 : 1),
  )
  return best?.item ?? null
}

/** The base unit that most cells have; currencies and unlike things keep bases of their own, nothing is converted. */
export const commonBase = (cells: readonly Cell[]): string =>
  mostFrequent(
    cells,
    (cell) => cell.base,
    () => 0,
  )?.base ?? ''

/**
 * The common unit for the cells of one base: the one written most often, the larger one of two as frequent, so that
 * numbers look as in most reports. Rates are always shown in %: 一倍 beside 8% is 100 %.
 * @param cells cells of any bases; those of another base are passed over
 */
export function displayUnit(cells: readonly Cell[], base: string): DisplayUnit {
  if (base === '%') return { base, unit: '%', factor: 1 }
  const units = cells.filter((cell) => cell.base === base).map((cell) => ({ unit: cell.unit, ...unitOf(cell.unit) }))
  const best = mostFrequent(
    units,
    ({ unit }) => unit,
    (a, b) => b.factor - a.factor,
  )
  return best ? { base, unit: best.unit, factor: best.factor } : { base, unit: base, factor: 1 }
}

const scaled = (value: number, factor: number): number => (factor === 1 ? value : settle(value / factor))

/** The number of a cell in a display unit of its base. */
export const show = (cell: Cell, { unit, factor }: DisplayUnit): Shown => ({
  value: scaled(cell.normal, factor),
  high: cell.normalHigh === null ? null : scaled(cell.normalHigh, factor),
  unit,
})
