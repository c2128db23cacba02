import { expect, it } from 'vitest'
import { byPlace, byYear, figureOf, markAt } from '../../../../renderer/features/search/counts'
import type { SearchCount } from '../../../../renderer/workers/search/protocol'

const place = (code: string, short: string) => ({
  code,
  name: `${short}市`,
  short,
  level: 'city' as const,
  parent: null,
})
const count = (at: ReturnType<typeof place> | null, year: number | null, hits: number, of = 1): SearchCount => ({
  ...{ place: at, year, hits, reports: Math.min(hits, of), of, characters: 20_000 * of },
})
const luoyang = place('410300', '洛阳')
const kaifeng = place('410200', '开封')
const COUNTS = [
  count(luoyang, 2021, 4),
  count(kaifeng, 2021, 2),
  count(luoyang, 2023, 0),
  count(kaifeng, 2024, 9),
  count(null, 2024, 3),
  count(luoyang, null, 5),
]

it('tells a year without reports from a year without hits', () => {
  const { years, rows, elsewhere } = byYear(COUNTS)
  expect(years).toEqual([2021, 2022, 2023, 2024])
  expect(rows[0]?.tallies.map((tally) => figureOf(tally, false))).toEqual([6, null, 0, 12])
  expect(rows[0]?.tallies.map((tally) => figureOf(tally, true))).toEqual([1.5, null, 0, 3])
  expect(elsewhere).toBe(5)
})

it('has the places with most hits first, and leaves out what has no place', () => {
  const { rows, elsewhere } = byPlace(COUNTS)
  expect(rows.map((row) => row.place?.short)).toEqual(['开封', '洛阳'])
  expect(rows[0]?.tallies.map((tally) => figureOf(tally, false))).toEqual([2, null, null, 9])
  expect(elsewhere).toBe(8)
})

it('narrows to what a mark counts, and to nothing where no report is', () => {
  expect(markAt(byYear(COUNTS), 0, 3)).toEqual({ place: null, year: 2024 })
  expect(markAt(byYear(COUNTS), 0, 1)).toBeNull()
  expect(markAt(byPlace(COUNTS), 1, 2)).toEqual({ place: luoyang, year: 2023 })
  expect(markAt(byPlace(COUNTS), 1, 3)).toBeNull()
})

it('has no figure for nothing', () => {
  expect(byYear([])).toEqual({ years: [], rows: [], elsewhere: 0 })
  expect(byPlace([count(null, null, 2)])).toEqual({ years: [], rows: [], elsewhere: 2 })
})
