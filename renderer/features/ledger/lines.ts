import type { LedgerFigure, LedgerRow } from '#shared/compare/ledger/ledger-types'
import type { Verdict } from '#shared/model/ledger'
import { indicatorById } from '#shared/statements/indicators'

export const VERDICTS: readonly Verdict[] = ['met', 'nearly', 'partly', 'missed', 'silent', 'pending', 'incomparable']

/** The lists of targets as the ledger shows them; named projects stand apart from all. */
export const LISTS = ['headline', 'priority', 'livelihood', 'other', 'venture'] as const
export type ListName = (typeof LISTS)[number]

export const ORDERS = ['report', 'verdict', 'gap', 'indicator'] as const
export type Order = (typeof ORDERS)[number]

export const GROUPINGS = ['list', 'verdict', 'category', 'wording', 'none'] as const
export type Grouping = (typeof GROUPINGS)[number]

/** What the ledger shows; an empty array stands for all. */
export interface LedgerFilter {
  text: string
  verdicts: readonly Verdict[]
  lists: readonly ListName[]
  /** Categories of the dictionary; '' for indicators that it does not know. */
  categories: readonly string[]
  /** As written; '' for none. */
  wordings: readonly string[]
  /** Rows only that count in scores. */
  scored: boolean
  /** Results that no target has taken, too. */
  untargeted: boolean
}

export const NO_FILTER: LedgerFilter = {
  text: '',
  verdicts: [],
  lists: [],
  categories: [],
  wordings: [],
  scored: false,
  untargeted: false,
}

export interface GroupLine {
  type: 'group'
  key: string
  by: Grouping | 'untargeted'
  /** The list, verdict, category or wording. */
  value: string
  count: number
  folded: boolean
}

export interface RowLine {
  type: 'row'
  key: string
  row: LedgerRow
  /** 1 for what another row stands for: a part of an item, a further target of an indicator. */
  depth: 0 | 1
}

export interface ResultLine {
  type: 'result'
  key: string
  figure: LedgerFigure
}

export type LedgerLine = GroupLine | RowLine | ResultLine

export const listOf = ({ target }: LedgerRow): ListName =>
  target.type === 'venture' ? 'venture' : target.list || 'other'

export const categoryOf = ({ target }: LedgerRow): string => indicatorById(target.canonical)?.category ?? ''

/** How one looks for a row: all its names and words. */
export type RowText = (row: LedgerRow) => string

const passes = <T>(wanted: readonly T[], value: T): boolean => wanted.length === 0 || wanted.includes(value)

function passesAll(row: LedgerRow, filter: LedgerFilter, words: readonly string[], textOf: RowText): boolean {
  if (!passes(filter.verdicts, row.verdict) || !passes(filter.lists, listOf(row))) return false
  if (!passes(filter.categories, categoryOf(row)) || !passes(filter.wordings, row.target.wording)) return false
  if (filter.scored && !row.scored) return false
  if (words.length === 0) return true
  const text = textOf(row).toLocaleLowerCase()
  return words.every((word) => text.includes(word))
}

/** Nearest to failure first; rows without a gap last. */
const gapRank = ({ gap }: LedgerRow): number => (gap ? (gap.percent ?? gap.absolute) : Number.POSITIVE_INFINITY)

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const COMPARE: Record<Exclude<Order, 'report'>, (a: LedgerRow, b: LedgerRow) => number> = {
  verdict: (a, b) => VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict),
  gap: (a, b) => {
    const [left, right] = [gapRank(a), gapRank(b)]
    return left === right ? 0 : left - right
  },
  indicator: (a, b) => compareText(a.target.indicator, b.target.indicator),
}

const groupOf: Record<Grouping, (row: LedgerRow) => string> = {
  list: listOf,
  verdict: ({ verdict }) => verdict,
  category: categoryOf,
  wording: ({ target }) => target.wording,
  none: () => '',
}

const GROUP_ORDER: Partial<Record<Grouping, readonly string[]>> = { list: LISTS, verdict: VERDICTS }

function grouped(rows: readonly LedgerRow[], by: Grouping): [string, LedgerRow[]][] {
  const groups = new Map<string, LedgerRow[]>()
  for (const row of rows) {
    const value = groupOf[by](row)
    groups.set(value, [...(groups.get(value) ?? []), row])
  }
  const order = GROUP_ORDER[by]
  return [...groups].sort(([a, own], [b, other]) =>
    order ? order.indexOf(a) - order.indexOf(b) : other.length - own.length || compareText(a, b),
  )
}

/** Which rows and results are shown, and how. */
export interface Shown {
  filter: LedgerFilter
  order: Order
  group: Grouping
  folded: ReadonlySet<string>
}

/** The lines of the ledger of a place and year. */
export function shownLines(
  rows: readonly LedgerRow[],
  untargeted: readonly LedgerFigure[],
  { filter, order, group, folded }: Shown,
  textOf: RowText,
): LedgerLine[] {
  const words = filter.text.trim().toLocaleLowerCase().split(/\s+/u).filter(Boolean)
  const parts = new Set(rows.flatMap((row) => row.parts))
  const shown = rows.filter((row) => passesAll(row, filter, words, textOf))
  const sorted = order === 'report' ? shown : shown.toSorted(COMPARE[order])
  const lineOf = (row: LedgerRow): RowLine => ({
    type: 'row',
    key: row.id,
    row,
    // Out of the order of the report a part does not stand below its item.
    depth: order === 'report' && (parts.has(row.id) || !row.headline) ? 1 : 0,
  })
  const fold = (by: GroupLine['by'], value: string, lines: readonly LedgerLine[]): LedgerLine[] => {
    const key = `${by}:${value}`
    const closed = folded.has(key)
    return [{ type: 'group', key, by, value, count: lines.length, folded: closed }, ...(closed ? [] : lines)]
  }
  const lines =
    group === 'none'
      ? sorted.map(lineOf)
      : grouped(sorted, group).flatMap(([value, own]) => fold(group, value, own.map(lineOf)))
  if (!filter.untargeted) return lines
  const results = untargeted
    .filter(({ phrase, indicator, quantity }) => {
      const text = `${phrase} ${indicator} ${quantity}`.toLocaleLowerCase()
      return words.every((word) => text.includes(word))
    })
    .map((figure): ResultLine => ({ type: 'result', key: `${figure.ref.report}|${figure.ref.key}`, figure }))
  return [...lines, ...(results.length > 0 ? fold('untargeted', '', results) : [])]
}

/** What can be chosen in the filter, with how many rows each has. */
export interface Choices {
  verdicts: ReadonlyMap<Verdict, number>
  lists: readonly { value: ListName; count: number }[]
  categories: readonly { value: string; count: number }[]
  wordings: readonly { value: string; count: number }[]
}

function counted<T>(values: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

const byCount = <T>(counts: ReadonlyMap<T, number>) =>
  [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count)

/** Verdicts, lists, categories and wordings that rows have. */
export function choicesOf(rows: readonly LedgerRow[]): Choices {
  const lists = counted(rows.map(listOf))
  return {
    verdicts: counted(rows.map(({ verdict }) => verdict)),
    lists: LISTS.flatMap((value) => (lists.has(value) ? [{ value, count: lists.get(value) ?? 0 }] : [])),
    categories: byCount(counted(rows.map(categoryOf))),
    wordings: byCount(counted(rows.map(({ target }) => target.wording))),
  }
}

/** Where the keyboard is: on the line that was chosen; where that is gone, on what stands in its place. */
export function positionOf(lines: readonly LedgerLine[], selected: string | null, last: number): number {
  const at = lines.findIndex(({ key }) => key === selected)
  if (at >= 0) return at
  const near = Math.min(last, lines.length - 1)
  return selected === null
    ? Math.max(
        0,
        lines.findIndex(({ type }) => type === 'row'),
      )
    : near
}

/** A report as the choice of place and year needs it. */
export interface PlacedReport {
  place: { code: string; name: string; short: string } | null
  year: number | null
  main: boolean
}

export interface PlaceChoice {
  code: string
  name: string
  /** Years of its reports, the latest first. */
  years: readonly number[]
}

/** The places that have reports, by code. */
export function placeChoices(reports: readonly PlacedReport[]): PlaceChoice[] {
  const places = new Map<string, { name: string; years: Set<number> }>()
  for (const { place, year, main } of reports) {
    if (!place || year === null || !main) continue
    const known = places.get(place.code) ?? { name: place.name, years: new Set() }
    known.years.add(year)
    places.set(place.code, known)
  }
  return [...places]
    .map(([code, { name, years }]) => ({ code, name, years: [...years].sort((a, b) => b - a) }))
    .sort((a, b) => compareText(a.code, b.code))
}

/** The latest year whose promises the report of the next year answers for; the latest where there is none. */
export const bestYear = (years: readonly number[]): number | null =>
  years.find((year) => years.includes(year + 1)) ?? years[0] ?? null

/** The place and year that one begins with: the latest that can be told of, the place with most years of those. */
export function firstChoice(places: readonly PlaceChoice[]): { place: string; year: number } | null {
  const rated = places.flatMap(({ code, years }) => {
    const year = bestYear(years)
    return year === null ? [] : [{ place: code, year, told: years.includes(year + 1), count: years.length }]
  })
  const [first] = rated.sort((a, b) => Number(b.told) - Number(a.told) || b.year - a.year || b.count - a.count)
  return first ? { place: first.place, year: first.year } : null
}
