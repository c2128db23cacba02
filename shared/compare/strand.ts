import type { Cell } from '#shared/model/cell'
import type { Message } from '#shared/model/identity'
import { choose } from './choice'
import { commonBase, type DisplayUnit, displayUnit } from './display'
import { type Asked, type SeriesMaterial, slotAt } from './gather'
import { LATEST_YEAR, latestOf } from './latest'
import type { Candidate, MatrixColumn, MatrixIndicator } from './matrix-types'
import { type Settled, settleVariant, variantCaveats } from './variant-choice'
import { parseSeriesKey, type Variant } from './variants'
import { mixWarnings } from './warnings'

/** How an indicator is shown: its common base and a display unit for every base that occurs. */
interface Scale {
  base: string
  units: ReadonlyMap<string, DisplayUnit>
}

/** A series of a comparison with all that its cells are made from. */
export interface Strand {
  settled: Settled
  scale: Scale
  indicator: MatrixIndicator
  /** One for each year; one alone of 最近一期. */
  columns: readonly MatrixColumn[]
  /** What to say on the mark of a statement that states nothing of measure, basis and subset. */
  plainCaveats: readonly Message[]
  /** Statements by slot, the one that stands for it first. */
  slots: readonly (readonly Candidate[] | undefined)[]
  otherKinds: Uint8Array
  /** 最近一期: 1 + the year of each place and role, 0 where it has no number; null where columns have years. */
  latest: Uint16Array | null
}

/** What a statement is of that says nothing of it. */
export const PLAIN: Variant = { measure: '', basis: '', subset: '', against: '' }

function scaleOf(cells: readonly Cell[]): Scale {
  const bases = [...new Set(cells.map((cell) => cell.base))]
  return { base: commonBase(cells), units: new Map(bases.map((base) => [base, displayUnit(cells, base)])) }
}

/** The statement that stands for a cell; undefined where all that there are are of another variant. */
export const standing = (candidates: readonly Candidate[] | undefined): Candidate | undefined =>
  candidates?.[0]?.chosen ? candidates[0] : undefined

function latestYears(slots: Strand['slots'], asked: Asked): Uint16Array {
  const found = new Uint16Array(asked.places.length * asked.roles.length)
  for (let place = 0; place < asked.places.length; place++)
    for (let role = 0; role < asked.roles.length; role++) {
      const says = (year: number): boolean => standing(slots[slotAt(asked, place, role, year)]) !== undefined
      found[place * asked.roles.length + role] = (latestOf(asked.years, says) ?? -1) + 1
    }
  return found
}

/** The statements that stand in each column. */
function perColumn(slots: Strand['slots'], asked: Asked, latest: Uint16Array | null): Cell[][] {
  const years = asked.years.length
  const columns: Cell[][] = latest ? [[]] : asked.years.map(() => [])
  for (const [slot, candidates] of slots.entries()) {
    const cell = candidates && standing(candidates)?.cell
    if (!cell) continue
    const year = slot % years
    if (!latest) columns[year]?.push(cell)
    else if (latest[(slot - year) / years] === year + 1) columns[0]?.push(cell)
  }
  return columns
}

/**
 * Makes a series: settles its variant, chooses a statement for each slot, aligns the units.
 * @param key series key
 * @param latestOnly 最近一期
 */
export function strandOf(key: string, material: SeriesMaterial, asked: Asked, latestOnly: boolean): Strand {
  const years = latestOnly ? [LATEST_YEAR] : asked.years
  const { indicator, variant } = parseSeriesKey(key)
  const settled = settleVariant(
    material.filled.map(({ entries }) => entries),
    variant,
  )
  const slots: (readonly Candidate[] | undefined)[] = new Array(material.otherKinds.length).fill(undefined)
  for (const { slot, entries } of material.filled) slots[slot] = choose(entries, settled)
  const latest = latestOnly ? latestYears(slots, asked) : null
  const cells = perColumn(slots, asked, latest)
  const all = cells.flat()
  const scale = scaleOf(all)
  const unit = scale.units.get(scale.base)?.unit ?? ''
  return {
    settled,
    scale,
    indicator: {
      id: key,
      indicator,
      variant: settled.shown,
      fixed: settled.fixed,
      base: scale.base,
      unit,
      warnings: mixWarnings(all, latest !== null),
    },
    columns: years.map((year, at) => ({ indicator: key, year, unit, warnings: mixWarnings(cells[at] ?? [], true) })),
    plainCaveats: variantCaveats(PLAIN, settled),
    slots,
    otherKinds: material.otherKinds,
    latest,
  }
}
