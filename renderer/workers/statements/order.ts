import { attentionOf } from '#shared/statements/attention'
import { INDICATORS } from '#shared/statements/indicators'
import { unitOf } from '#shared/statements/units'
import { CODES, type CodedColumn, type Columns, type WordColumn } from './columns'
import type { Grouping, SortColumn, SortKey } from './protocol'
import { orderBy, sortableParts } from './radix'

/** What stands last whichever way a column is ordered: a field that is empty. */
const LAST = 0xffff_ffff

/** A key of every row, as whole numbers; the parts of one key, the weightiest first. */
type Key = (row: number) => number

/** A key that is turned round for an order downwards, but for what is empty. */
const turned = (key: Key, down: boolean): Key =>
  down
    ? (row) => {
        const rank = key(row)
        return rank === LAST ? LAST : LAST - 1 - rank
      }
    : key

function wordKey(columns: Columns, name: WordColumn): Key {
  const ranks = columns.words[name].ranks()
  const column = columns.integers[name]
  return (row) => {
    const number = column[row] ?? 0
    return number === 0 ? LAST : (ranks[number] ?? 0)
  }
}

function codeKey(columns: Columns, name: CodedColumn): Key {
  const empty = (CODES[name] as readonly string[]).indexOf('')
  const column = columns.codes[name]
  return (row) => {
    const code = column[row] ?? 0
    return code === empty ? LAST : code
  }
}

/** Places of reports in an order of theirs; those without a value last. */
function reportKey(columns: Columns, read: (report: Columns['reports'][number]) => string | number | null): Key {
  const values = columns.reports.map(read)
  const known = [...new Set(values.filter((value) => value !== null))].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  const rankOf = new Map(known.map((value, rank) => [value, rank]))
  const ranks = Uint32Array.from(values, (value) => (value === null ? LAST : (rankOf.get(value) ?? LAST)))
  const { report } = columns.integers
  return (row) => ranks[report[row] ?? 0] ?? LAST
}

const DICTIONARY = new Map(INDICATORS.map(({ id }, place) => [id, place]))

/** Indicators in the order of the dictionary, the user's own behind them, what is none last. */
function indicatorKey(columns: Columns): Key {
  const table = columns.words.canonical
  const ranks = table.ranks()
  const column = columns.integers.canonical
  return (row) => {
    const number = column[row] ?? 0
    if (number === 0) return LAST
    return DICTIONARY.get(table.at(number)) ?? INDICATORS.length + (ranks[number] ?? 0)
  }
}

const REAL = 1_000_000

function attentionKey(columns: Columns): Key {
  const { canonical } = columns.integers
  const { confidence } = columns.reals
  const { status, list } = columns.codes
  return (row) => {
    const attention = attentionOf({
      status: CODES.status[status[row] ?? 0] ?? 'suggested',
      confidence: confidence[row] ?? 0,
      canonical: (canonical[row] ?? 0) === 0 ? '' : 'known',
      list: CODES.list[list[row] ?? 0] ?? '',
    })
    return Math.max(0, Math.round((2 - attention) * REAL))
  }
}

/**
 * Numbers in their base unit. Unlike bases (元, 美元, 平方米) never stand as one number: each base is a run of its own,
 * the commonest first, whichever way the numbers in it go.
 */
function normalKeys(columns: Columns, rows: Uint32Array, down: boolean): Key[] {
  const { unit } = columns.integers
  const { value } = columns.reals
  const { read, runs } = basesOf(columns, rows)
  const amount = (row: number): number => (value[row] ?? 0) * (read[unit[row] ?? 0]?.factor ?? 1) * (down ? -1 : 1)
  return [
    (row) => runs[unit[row] ?? 0] ?? LAST,
    (row) => sortableParts(amount(row))[0],
    (row) => sortableParts(amount(row))[1],
  ]
}

/** The base of every unit, and the place of its run among rows. */
function basesOf(columns: Columns, rows: Uint32Array) {
  const { unit } = columns.integers
  const read = Array.from({ length: columns.words.unit.size }, (_, number) => unitOf(columns.words.unit.at(number)))
  const counts = new Map<string, number>()
  for (const row of rows) {
    const base = read[unit[row] ?? 0]?.base ?? ''
    counts.set(base, (counts.get(base) ?? 0) + 1)
  }
  const bases = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([base]) => base)
  const runOf = new Map(bases.map((base, run) => [base, run]))
  return { read, runs: read.map(({ base }) => runOf.get(base) ?? LAST) }
}

const plain = (column: Float64Array): Key => {
  return (row) => Math.round((column[row] ?? 0) * REAL)
}

function keysOf(columns: Columns, rows: Uint32Array, { column, down }: SortKey): Key[] {
  const one = (key: Key): Key[] => [turned(key, down)]
  switch (column) {
    case 'attention':
      return one(attentionKey(columns))
    case 'normal':
      return normalKeys(columns, rows, down)
    case 'status':
    case 'kind':
    case 'role':
    case 'measure':
    case 'list':
    case 'binding':
      return one(codeKey(columns, column))
    case 'place':
      return one(reportKey(columns, ({ place }) => place?.code ?? null))
    case 'reportYear':
      return one(reportKey(columns, ({ year }) => year))
    case 'indicator':
      return [...one(indicatorKey(columns)), ...one(wordKey(columns, 'indicator'))]
    case 'confidence':
      return one(plain(columns.reals.confidence))
    case 'start': {
      const { start } = columns.integers
      return one((row) => start[row] ?? 0)
    }
    default:
      return one(wordKey(columns, WORD_OF[column]))
  }
}

type WordSort = Exclude<
  SortColumn,
  | 'attention'
  | 'normal'
  | 'status'
  | 'kind'
  | 'role'
  | 'measure'
  | 'list'
  | 'binding'
  | 'place'
  | 'reportYear'
  | 'indicator'
  | 'confidence'
  | 'start'
>
const WORD_OF: Record<WordSort, WordColumn> = {
  phrase: 'indicator',
  written: 'quantity',
  year: 'year',
  period: 'period',
  basis: 'basis',
  subset: 'subset',
  base: 'base',
  rank: 'rank',
  wording: 'wording',
  scope: 'scope',
  partOf: 'part_of',
  due: 'due',
  rule: 'rule',
}

/** The key that rows are grouped by; the latest year first. */
export function groupKey(columns: Columns, group: Grouping): Key {
  switch (group) {
    case 'place':
      return reportKey(columns, ({ place }) => place?.code ?? null)
    case 'report':
      return reportKey(columns, (report) => reportOrder(report))
    case 'reportYear':
      return turned(
        reportKey(columns, ({ year }) => year),
        true,
      )
    case 'indicator':
      return indicatorKey(columns)
    case 'status':
      return codeKey(columns, 'status')
  }
}

/** Reports by place, the latest year first; a number of their own keeps two of one place and year apart. */
const reportOrder = ({ place, year, id }: Columns['reports'][number]): string =>
  `${place?.code ?? '~'} ${9999 - (year ?? 0)} ${id}`

function lay(rows: Uint32Array, key: Key): Uint32Array {
  const keys = new Uint32Array(rows.length)
  for (let at = 0; at < rows.length; at++) keys[at] = key(rows[at] ?? 0)
  return orderBy(rows, keys)
}

/** Rows in order: by group, then by the keys, then by place, year and where they stand in the text. */
export function orderRows(
  columns: Columns,
  rows: Uint32Array,
  sort: readonly SortKey[],
  group: Grouping | null,
): Uint32Array {
  const { start } = columns.integers
  const keys: Key[] = [
    ...(group === null ? [] : [groupKey(columns, group)]),
    ...sort.flatMap((key) => keysOf(columns, rows, key)),
    reportKey(columns, reportOrder),
    (row) => start[row] ?? 0,
  ]
  // The last laid weighs most.
  return keys.reduceRight(lay, rows)
}
