import type { CodeIndex } from './code-index'
import type { Entry } from './filter'
import { type Pause, Ranks } from './ranks'

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

/** The order of lines, by what Chinese sounds like; what was looked up once is kept. */
export class Ordering {
  readonly #ranks = new Map<WordColumn, Ranks>()
  readonly #codes: () => CodeIndex

  constructor(codes: () => CodeIndex) {
    this.#codes = codes
  }

  /** The lines in order; equal ones by place, year (latest first), file, and as the text has them. */
  async ordered(entries: readonly Entry[], { column, down }: Order, pause: Pause): Promise<Entry[]> {
    const key = await this.#keyOf(column, entries, pause)
    const place = await this.#keyOf('place', entries, pause)
    const turn = down ? -1 : 1
    const keyed = entries.map((entry) => ({
      entry,
      key: key(entry),
      place: place(entry) ?? Number.POSITIVE_INFINITY,
      year: entry.quote.report?.year ?? 0,
    }))
    const later = (a: number | null, b: number | null): number =>
      a === b ? 0 : a === null ? 1 : b === null ? -1 : turn * (a - b)
    keyed.sort((a, b) => later(a.key, b.key) || a.place - b.place || b.year - a.year || inText(a.entry, b.entry))
    return keyed.map(({ entry }) => entry)
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

const collator = new Intl.Collator('zh-CN', { numeric: true })

function inText(a: Entry, b: Entry): number {
  const [one, other] = [a.quote.source.hash, b.quote.source.hash]
  if (one !== other) return one < other ? -1 : 1
  return a.quote.start - b.quote.start || a.quote.end - b.quote.end || (a.key < b.key ? -1 : 1)
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
 * The lines in groups: codes in the order of the codebook, places and reports in that of their first line when all
 * stand by place; what has none comes last. Inside a group the lines keep their order.
 */
export function grouped(entries: readonly Entry[], by: Grouping, codes: CodeIndex): Group[] {
  const groups = new Map<string, Entry[]>()
  for (const entry of entries) {
    const value = groupOf(entry, by)
    const own = groups.get(value)
    if (own) own.push(entry)
    else groups.set(value, [entry])
  }
  const list = [...groups].map(([value, own]): Group => ({ value, entries: own }))
  const rank = ({ value }: Group): number => (value === '' ? 1 : 0)
  const name = ({ entries: [first] }: Group): string => (first ? WORDS.place(first) : '')
  const year = ({ entries: [first] }: Group): number => first?.quote.report?.year ?? 0
  return list.sort(
    (a, b) =>
      rank(a) - rank(b) ||
      (by === 'code'
        ? codes.position(a.value) - codes.position(b.value)
        : collator.compare(name(a), name(b)) || year(b) - year(a)),
  )
}
