import { CODES, type Columns, GONE } from './columns'
import type { StatementFilter, StatusCounts } from './protocol'

/** Rows that a filter lets through. */
export interface Filtered {
  rows: Uint32Array
  counts: StatusCounts
  /** Rows that the table is about, before any filter. */
  all: number
}

type Test = (row: number) => boolean

/** Columns whose words are searched. */
const SEARCHED = ['indicator', 'quantity', 'subset', 'basis', 'scope', 'period', 'rank', 'part_of'] as const

/** Words of a search box, in lower case. */
export const wordsOf = (text: string): string[] => text.toLowerCase().split(/\s+/u).filter(Boolean)

function textTests(columns: Columns, text: string, inSentence: Test | null): Test[] {
  const words = wordsOf(text)
  if (words.length === 0) return []
  const each = words.map((word): Test => {
    const masks = SEARCHED.map((name) => ({
      column: columns.integers[name],
      mask: columns.words[name].mask((entry) => entry.toLowerCase().includes(word)),
    }))
    return (row) => masks.some(({ column, mask }) => mask[column[row] ?? 0] === 1)
  })
  if (!inSentence) return each
  return [(row) => inSentence(row) || each.every((test) => test(row))]
}

function codeTest(columns: Columns, name: keyof typeof CODES, wanted: readonly string[]): Test[] {
  if (wanted.length === 0) return []
  const mask = Uint8Array.from(CODES[name], (value) => (wanted.includes(value) ? 1 : 0))
  const column = columns.codes[name]
  return [(row) => mask[column[row] ?? 0] === 1]
}

function wordTest(columns: Columns, name: 'canonical' | 'year', wanted: readonly string[]): Test[] {
  if (wanted.length === 0) return []
  const mask = columns.words[name].mask((entry) => wanted.includes(entry))
  const column = columns.integers[name]
  return [(row) => mask[column[row] ?? 0] === 1]
}

/** What a filter says of whole reports. */
function reportTest(columns: Columns, { places, reportYears, mainOnly }: StatementFilter): Test[] {
  if (places.length === 0 && reportYears.length === 0 && !mainOnly) return []
  const [codes, years] = [new Set(places), new Set(reportYears)]
  const mask = Uint8Array.from(columns.reports, ({ place, year, main }) => {
    const isPlace = codes.size === 0 || codes.has(place?.code ?? '')
    const isYear = years.size === 0 || (year !== null && years.has(year))
    return isPlace && isYear && (main || !mainOnly) ? 1 : 0
  })
  const { report } = columns.integers
  const { article, status } = columns.codes
  const [suggested, other] = [CODES.status.indexOf('suggested'), CODES.article.indexOf('other')]
  return [
    (row) => mask[report[row] ?? 0] === 1,
    ...(mainOnly ? [(row: number) => article[row] !== other || status[row] !== suggested] : []),
  ]
}

function scopeTest(columns: Columns, wanted: StatementFilter['scope']): Test[] {
  if (wanted === null) return []
  const mask = columns.words.scope.mask((scope) => (scope === 'own' || scope === '') === (wanted === 'own'))
  const { scope } = columns.integers
  return [(row) => mask[scope[row] ?? 0] === 1]
}

/** The tests of a filter, but for the status. */
function testsOf(columns: Columns, filter: StatementFilter, inSentence: Test | null): Test[] {
  const { confidence } = columns.reals
  const { below } = filter
  return [
    ...reportTest(columns, filter),
    ...codeTest(columns, 'role', filter.roles),
    ...codeTest(columns, 'kind', filter.kinds),
    ...codeTest(columns, 'measure', filter.measures),
    ...codeTest(columns, 'list', filter.lists),
    ...wordTest(columns, 'canonical', filter.indicators),
    ...wordTest(columns, 'year', filter.years),
    ...scopeTest(columns, filter.scope),
    ...(below === null ? [] : [(row: number) => (confidence[row] ?? 0) < below]),
    ...textTests(columns, filter.text, inSentence),
  ]
}

/** Rows that a table is about: of one report, or of all. */
export function rowsIn(columns: Columns, report: string | null): Uint32Array {
  if (report !== null) return columns.rowsOf(report)
  const rows = new Uint32Array(columns.length - columns.gone)
  let count = 0
  const { status } = columns.codes
  for (let row = 0; row < columns.length; row++) if (status[row] !== GONE) rows[count++] = row
  return rows
}

/**
 * The rows that a filter lets through, in no order, and how many of each status there would be without the filter's
 * statuses.
 * @param inSentence tells of a row whether its sentence holds the text that is searched; null where that is not asked
 */
export function filterRows(
  columns: Columns,
  report: string | null,
  filter: StatementFilter,
  inSentence: ((row: number) => boolean) | null = null,
): Filtered {
  const within = rowsIn(columns, report)
  const tests = testsOf(columns, filter, inSentence)
  const wanted = Uint8Array.from(CODES.status, (status) =>
    filter.statuses.length === 0 || filter.statuses.includes(status) ? 1 : 0,
  )
  const counted = new Uint32Array(CODES.status.length)
  const rows = new Uint32Array(within.length)
  const { status } = columns.codes
  let length = 0
  for (const row of within) {
    if (!passes(tests, row)) continue
    const code = status[row] ?? 0
    counted[code] = (counted[code] ?? 0) + 1
    if (wanted[code] === 1) rows[length++] = row
  }
  const counts = Object.fromEntries(CODES.status.map((name, code) => [name, counted[code] ?? 0])) as StatusCounts
  return { rows: rows.slice(0, length), counts, all: within.length }
}

function passes(tests: readonly Test[], row: number): boolean {
  for (const test of tests) if (!test(row)) return false
  return true
}
