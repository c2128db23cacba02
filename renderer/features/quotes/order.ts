import type { Quote } from '../../storage'
import { type Pause, Ranks, sortedInSlices } from '../../ui/grid/ranks'
import type { CodeIndex } from './code-index'
import type { Entry } from './filter'

/** The columns, in the order in which they stand; each can order the list. */
export const COLUMNS = [
  'place',
  'year',
  'report',
  'section',
  'page',
  'text',
  'codes',
  'memo',
  'author',
  'time',
] as const
export type Column = (typeof COLUMNS)[number]

/** How the lines stand in order. */
export interface Order {
  column: Column
  down: boolean
}

/** Columns whose first order is the largest or latest first. */
export const DOWN_FIRST: readonly Column[] = ['year', 'time']

/** What the lines are grouped by. */
export const GROUPINGS = ['code', 'place', 'report'] as const
export type Grouping = (typeof GROUPINGS)[number]

/** Columns that are ordered by their words. */
type WordColumn = Exclude<Column, 'year' | 'codes' | 'time'>

const WORDS: Record<WordColumn, (entry: Entry) => string> = {
  place: ({ quote }) => quote.report?.place?.name ?? '',
  report: ({ quote }) => quote.report?.title || quote.source.name,
  section: ({ quote }) => quote.section,
  page: ({ quote }) => quote.page,
  text: ({ quote }) => quote.text.slice(0, COMPARED),
  memo: ({ quote }) => quote.memo.slice(0, COMPARED),
  author: ({ quote }) => quote.author,
}

/** So many characters of long words decide on the order. */
const COMPARED = 40

const isWords = (column: Column): column is WordColumn => column in WORDS

/** What a line is ordered by; null stands last whichever way the order goes. */
type Key = (entry: Entry) => number | null

const asEntry = (quote: Quote): Entry => ({ key: quote.id, quote, code: null })

/** Whether a quote stands where it stood, whatever else is different. */
const standsAs = (a: Quote, b: Quote): boolean =>
  a === b || (a.report === b.report && a.source === b.source && a.start === b.start && a.end === b.end)

/** Two sorted lists as one. */
function merged<T>(one: readonly T[], other: readonly T[], compare: (a: T, b: T) => number): readonly T[] {
  if (other.length === 0) return one
  const all: T[] = []
  let at = 0
  for (const item of one) {
    for (let next = other[at]; next !== undefined && compare(next, item) < 0; next = other[++at]) all.push(next)
    all.push(item)
  }
  return all.concat(other.slice(at))
}

/** The order of lines, by what Chinese sounds like; what was looked up once is kept. */
export class Ordering {
  readonly #ranks = new Map<WordColumn, Ranks>()
  readonly #codes: () => CodeIndex
  #given: readonly Quote[] = []
  #base: readonly Quote[] = []

  constructor(codes: () => CodeIndex) {
    this.#codes = codes
  }

  /**
   * Quotes by place, year (latest first), file, and as the text has them: the order of all that is equal otherwise. Those
   * that stand as the last time stay in their order, and only the others are looked at.
   */
  async base(quotes: readonly Quote[], pause: Pause): Promise<readonly Quote[]> {
    if (quotes === this.#given) return this.#base
    const place = await this.#keyOf('place', quotes.map(asEntry), pause)
    const year = ({ report }: Quote): number => report?.year ?? 0
    const rank = (quote: Quote): number => place(asEntry(quote)) ?? Number.MAX_SAFE_INTEGER
    const compare = (a: Quote, b: Quote): number => {
      if (a.report === b.report && a.source === b.source) return inText(a, b)
      return rank(a) - rank(b) || year(b) - year(a) || inText(a, b)
    }
    const added = new Map(quotes.map((quote) => [quote.id, quote]))
    const kept = this.#base.flatMap((before) => {
      const now = added.get(before.id)
      if (!now || !standsAs(now, before)) return []
      added.delete(now.id)
      return now
    })
    const sorted = merged(kept, await sortedInSlices([...added.values()], compare, pause), compare)
    this.#given = quotes
    this.#base = sorted
    return sorted
  }

  /**
   * The lines in order; equal ones stay as they are.
   * @param entries in the order of `base`
   */
  async ordered(entries: readonly Entry[], { column, down }: Order, pause: Pause): Promise<readonly Entry[]> {
    if (column === 'place' && !down) return entries
    const key = await this.#keyOf(column, entries, pause)
    const keys = Float64Array.from(entries, (entry) => key(entry) ?? Number.NaN)
    // The place of a key among all keys and that of the line, as one number: native code sorts those at once.
    const values = keys.filter((value) => !Number.isNaN(value)).sort()
    const count = entries.length
    const sorted = keys
      .map(
        (value, at) =>
          (Number.isNaN(value) ? count : down ? count - lastUpTo(values, value) : firstFrom(values, value)) * count +
          at,
      )
      .sort()
    return Array.from(sorted, (placed) => entries[placed % count] as Entry)
  }

  /** What groups by place stand in the order of. */
  placeOf({ quote }: Entry): number {
    const name = quote.report?.place?.name ?? ''
    return name === '' ? Number.POSITIVE_INFINITY : (this.#ranks.get('place')?.of(name) ?? 0)
  }

  async #keyOf(column: Column, entries: readonly Entry[], pause: Pause): Promise<Key> {
    if (column === 'year') return ({ quote }) => quote.report?.year ?? null
    if (column === 'time') return ({ quote }) => Date.parse(quote.createdAt)
    if (column === 'codes') return this.#byCode()
    if (!isWords(column)) return () => null
    const words = WORDS[column]
    const known = this.#ranks.get(column) ?? new Ranks(collator.compare)
    this.#ranks.set(column, known)
    await known.know(new Set(entries.map(words)), pause)
    return (entry) => {
      const word = words(entry)
      return word === '' ? null : known.of(word)
    }
  }

  /** By the first code in the order of the codebook. */
  #byCode(): Key {
    const codes = this.#codes()
    return ({ quote, code }) => {
      if (code !== null) return codes.position(code)
      return quote.codes.length === 0 ? null : Math.min(...quote.codes.map((id) => codes.position(id)))
    }
  }
}

/** How many of sorted numbers come before the first that is not below `wanted`. */
function firstFrom(sorted: Float64Array, wanted: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  return low
}

/** How many of sorted numbers are not above `wanted`. */
function lastUpTo(sorted: Float64Array, wanted: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) <= wanted) low = middle + 1
    else high = middle
  }
  return low
}

const collator = new Intl.Collator('zh-CN', { numeric: true })

function inText(a: Quote, b: Quote): number {
  if (a.source.hash !== b.source.hash) return a.source.hash < b.source.hash ? -1 : 1
  return a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1)
}

/** What a line's group is called by; '' for lines that have none. */
const groupOf = ({ quote, code }: Entry, by: Grouping): string => {
  if (by === 'code') return code ?? ''
  return (by === 'place' ? quote.report?.place?.code : quote.report?.id) ?? ''
}

/** A group of lines. */
export interface Group {
  /** Id of the code or report, code of the place; '' for what has none. */
  value: string
  entries: readonly Entry[]
}

/**
 * The lines in groups: codes in the order of the codebook, places and reports by the sound of the place and the year,
 * latest first; what has none comes last. Inside a group the lines keep their order.
 */
export function grouped(entries: readonly Entry[], by: Grouping, codes: CodeIndex, ordering: Ordering): Group[] {
  const groups = new Map<string, Entry[]>()
  for (const entry of entries) {
    const value = groupOf(entry, by)
    const own = groups.get(value)
    if (own) own.push(entry)
    else groups.set(value, [entry])
  }
  const placed = [...groups].map(([value, own]) => ({
    group: { value, entries: own },
    last: value === '' ? 1 : 0,
    rank: by === 'code' ? codes.position(value) : own[0] ? ordering.placeOf(own[0]) : 0,
    year: own[0]?.quote.report?.year ?? 0,
  }))
  placed.sort((a, b) => a.last - b.last || (a.rank === b.rank ? b.year - a.year : a.rank - b.rank))
  return placed.map(({ group }) => group)
}
