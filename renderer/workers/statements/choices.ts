import { CODES, type Columns } from './columns'
import { rowsIn } from './filter'
import type { Choice, StatementChoices } from './protocol'

/** Counts rows by a number of theirs. */
function tally(rows: Uint32Array, numberOf: (row: number) => number): Map<number, number> {
  const counts = new Map<number, number>()
  for (const row of rows) {
    const number = numberOf(row)
    counts.set(number, (counts.get(number) ?? 0) + 1)
  }
  return counts
}

const byCount = <T>(a: Choice<T>, b: Choice<T>): number => b.count - a.count

function coded<N extends 'measure' | 'list'>(columns: Columns, rows: Uint32Array, name: N) {
  type Value = (typeof CODES)[N][number]
  const counts = tally(rows, (row) => columns.codes[name][row] ?? 0)
  const values: readonly Value[] = CODES[name]
  return values.flatMap((value, code): Choice<Value>[] => {
    const count = counts.get(code) ?? 0
    return count > 0 ? [{ value, count }] : []
  })
}

function worded(columns: Columns, rows: Uint32Array, name: 'canonical' | 'year'): Choice<string>[] {
  const counts = tally(rows, (row) => columns.integers[name][row] ?? 0)
  return [...counts].map(([number, count]) => ({ value: columns.words[name].at(number), count }))
}

/** What the filters of a table can offer: what its statements have, with how many have it. */
export function choicesOf(columns: Columns, report: string | null): StatementChoices {
  const rows = rowsIn(columns, report)
  const places = new Map<string, StatementChoices['places'][number]>()
  const years = new Map<number, number>()
  let minor = 0
  for (const [number, count] of tally(rows, (row) => columns.integers.report[row] ?? 0)) {
    const { place, year, main } = columns.reports[number] ?? { place: null, year: null, main: true }
    const known = places.get(place?.code ?? '') ?? { value: place?.code ?? '', name: place?.name ?? '', count: 0 }
    places.set(known.value, { ...known, count: known.count + count })
    if (year !== null) years.set(year, (years.get(year) ?? 0) + count)
    if (!main) minor += count
  }
  const other = CODES.article.indexOf('other')
  for (const row of rows) if (columns.codes.article[row] === other) minor++
  return {
    indicators: worded(columns, rows, 'canonical').sort(byCount),
    places: [...places.values()].sort((a, b) => (a.value < b.value ? -1 : 1)),
    reportYears: [...years].map(([value, count]) => ({ value, count })).sort((a, b) => b.value - a.value),
    years: worded(columns, rows, 'year').sort((a, b) => (a.value > b.value ? -1 : 1)),
    measures: coded(columns, rows, 'measure'),
    lists: coded(columns, rows, 'list'),
    minor,
  }
}
