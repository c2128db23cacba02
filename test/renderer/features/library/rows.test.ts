import { describe, expect, it } from 'vitest'
import type { Report } from '#shared/model/report'
import { filterBy, foldersOf, isFiltering, NO_FILTER, yearsOf } from '../../../../renderer/features/library/filter'
import { ordered, underMain } from '../../../../renderer/features/library/order'
import { coverageOf } from '../../../../renderer/features/library/place-years'
import { linesOf } from '../../../../renderer/features/library/rows'
import type { LibraryRow } from '../../../../renderer/storage'
import { analysed } from '../../storage/fixture'

const XIGONG = { code: '410303', name: '西工区', short: '西工', level: 'county', parent: '410300' } as const
const LUOYANG = { code: '410300', name: '洛阳市', short: '洛阳', level: 'city', parent: '410000' } as const

function row(n: number, reports: Partial<Report>[], name = `${n}.txt`): LibraryRow {
  const { source, reading, reports: made } = analysed(n, reports.length)
  return {
    source: { ...source, name },
    reading,
    reports: made.map(({ report }, index) => ({ ...report, ...reports[index] })),
    statements: 10 * n,
  }
}

const ROWS = [
  row(1, [{ year: 2023, repairedFrom: '漯河区', kind: 'digest', title: '重振洛阳辉煌' }]),
  row(2, [
    { year: 2020, place: XIGONG },
    { year: 2024, place: XIGONG, kind: 'digest' },
  ]),
  row(3, [{ year: 2024, place: LUOYANG, kind: 'continuation' }], 'Report 10.txt'),
  row(4, [], 'report 9.txt'),
  row(5, [{ year: null, place: null }]),
]
const LINES = linesOf(ROWS, new Map(ROWS.map(({ source }, index) => [source.hash, index + 1])))
const names = (lines: readonly (typeof LINES)[number][]) =>
  lines.map(({ report, source }) => `${report?.place?.short ?? source.name} ${report?.year ?? '—'}`)

describe('lines', () => {
  it('are one per report, and one for a source without any', () => {
    expect(names(LINES)).toEqual(['瀍河 2023', '西工 2020', '西工 2024', '洛阳 2024', 'report 9.txt —', '5.txt —'])
    expect(new Set(LINES.map(({ id }) => id)).size).toBe(6)
  })

  it('stay the same objects while nothing in them has changed', () => {
    const counts = new Map(ROWS.map(({ source }, index) => [source.hash, index + 1]))
    expect(linesOf(ROWS, counts).every((line, index) => line === LINES[index])).toBe(true)
    const more = linesOf(ROWS, counts.set(ROWS[0]?.source.hash ?? '', 9))
    expect(more.map((line, index) => line === LINES[index])).toEqual([false, true, true, true, true, true])
    expect(more[0]?.annotations).toBe(9)
    expect(linesOf(ROWS, null).map(({ annotations }) => annotations)).toEqual([null, null, null, null, null, null])
  })

  it.each([
    ['place', false, ['洛阳 2024', '西工 2024', '西工 2020', '瀍河 2023', '5.txt —', 'report 9.txt —']],
    ['place', true, ['瀍河 2023', '西工 2024', '西工 2020', '洛阳 2024', '5.txt —', 'report 9.txt —']],
    ['year', true, ['西工 2024', '洛阳 2024', '瀍河 2023', '西工 2020', '5.txt —', 'report 9.txt —']],
    ['kind', false, ['西工 2020', '5.txt —', '西工 2024', '瀍河 2023', '洛阳 2024', 'report 9.txt —']],
    ['annotations', true, ['5.txt —', 'report 9.txt —', '洛阳 2024', '西工 2024', '西工 2020', '瀍河 2023']],
  ] as const)('ordered by %s (down: %s), what has none last', (column, down, expected) => {
    expect(names(ordered(LINES, { column, down }))).toEqual(expected)
  })

  it('order file names by their numbers', () => {
    const files = ordered(LINES, { column: 'file', down: false }).map(({ source }) => source.name)
    expect(files.indexOf('report 9.txt')).toBeLessThan(files.indexOf('Report 10.txt'))
  })
})

describe('filters', () => {
  const passing = (filter: Partial<typeof NO_FILTER>) => names(LINES.filter(filterBy({ ...NO_FILTER, ...filter })))

  it('let everything through at first', () => expect(passing({})).toHaveLength(6))
  it('find a place by its name', () => expect(passing({ text: '西工区' })).toEqual(['西工 2020', '西工 2024']))
  it('find a repaired one by the name in the text', () => expect(passing({ text: '漯河' })).toEqual(['瀍河 2023']))
  it('ask for every word', () => expect(passing({ text: ' 西工  2024' })).toEqual(['西工 2024']))
  it('find a file by its name in any case', () =>
    expect(passing({ text: 'REPORT' })).toEqual(['洛阳 2024', 'report 9.txt —']))
  it('by level', () => expect(passing({ level: 'city' })).toEqual(['洛阳 2024']))
  it('by year', () => expect(passing({ year: 2024 })).toEqual(['西工 2024', '洛阳 2024']))
  it('by kind', () => expect(passing({ kind: 'digest' })).toEqual(['瀍河 2023', '西工 2024']))
  it('by having no report', () => expect(passing({ kind: 'none' })).toEqual(['report 9.txt —']))
  it('know the years that occur', () => expect(yearsOf(LINES)).toEqual([2024, 2023, 2020]))
})

describe('the grid of places and years', () => {
  it('has every year between the first and the last, and leaves out what has no cell', () => {
    const { years, places, unplaced } = coverageOf(LINES)
    expect(years).toEqual([2020, 2021, 2022, 2023, 2024])
    expect(places.map(({ place, years: own }) => [place.short, [...own.keys()].sort()])).toEqual([
      ['洛阳', [2024]],
      ['西工', [2020, 2024]],
      ['瀍河', [2023]],
    ])
    expect(unplaced).toBe(2)
  })

  it('puts the main version first, then the fullest', () => {
    const versions = linesOf(
      [
        row(6, [{ year: 2022, kind: 'digest', main: false }]),
        row(7, [{ year: 2022, kind: 'full', main: false }]),
        row(8, [{ year: 2022, kind: 'digest', main: true }]),
      ],
      null,
    )
    const cell = coverageOf(versions).places[0]?.years.get(2022)
    expect(cell?.map(({ source }) => source.name)).toEqual(['8.txt', '7.txt', '6.txt'])
  })

  it('is empty for an empty library', () => expect(coverageOf([])).toEqual({ years: [], places: [], unplaced: 0 }))
})

describe('versions', () => {
  const GROUP = '00000000-0000-4000-8000-000000000001'
  const versions = linesOf(
    [
      row(1, [{ version: GROUP, main: false }], 'draft.txt'),
      row(2, [{ year: 2020, place: LUOYANG }]),
      row(3, [{ version: GROUP, main: true }], 'adopted.txt'),
    ],
    null,
  )
  const files = (lines: readonly (typeof LINES)[number][]) => lines.map(({ source }) => source.name)

  it('stand under the main one, which says how many they are', () => {
    expect(files(underMain(ordered(versions, { column: 'year', down: false })))).toEqual([
      '2.txt',
      'adopted.txt',
      'draft.txt',
    ])
    expect(versions.map((line) => line.versions)).toEqual([2, 1, 2])
  })

  it('stay where they are while the main one is filtered away', () => {
    expect(files(underMain(versions.filter(({ source }) => source.name !== 'adopted.txt')))).toEqual([
      'draft.txt',
      '2.txt',
    ])
  })

  it('can be left out, and do not count in the grid', () => {
    expect(files(versions.filter(filterBy({ ...NO_FILTER, mainOnly: true })))).toEqual(['2.txt', 'adopted.txt'])
    const { places } = coverageOf(versions)
    expect([...(places.find(({ place }) => place.short === '瀍河')?.years.get(2024) ?? [])]).toHaveLength(1)
  })
})

describe('states, formats and folders', () => {
  const [sure, doubtful, repaired] = [
    row(1, [{}]),
    row(2, [{ certainty: { place: 1, year: 0.2, kind: 1 } }]),
    row(3, [{ repairedFrom: '漯河区', edited: ['year'] }]),
  ]
  const inFolder = (one: LibraryRow, folder: string) => ({ ...one, source: { ...one.source, folder } })
  const lines = linesOf([inFolder(sure, 'a/b'), inFolder(doubtful, 'a'), inFolder(repaired, 'ab'), row(4, [])], null)
  const files = (filter: Partial<typeof NO_FILTER>) =>
    lines.filter(filterBy({ ...NO_FILTER, ...filter })).map(({ source }) => source.name)

  it.each([
    [{ state: 'doubtful' }, ['2.txt']],
    [{ state: 'repaired' }, ['3.txt']],
    [{ state: 'edited' }, ['3.txt']],
    [{ state: 'noReport' }, ['4.txt']],
    [{ state: 'versions' }, []],
    [{ folder: 'a' }, ['1.txt', '2.txt']],
    [{ format: 'pdf' }, []],
    [{ text: 'ab' }, ['3.txt']],
  ] as const)('%j lets %j through', (filter, expected) => {
    expect(files(filter)).toEqual(expected)
    expect(isFiltering({ ...NO_FILTER, ...filter })).toBe(true)
  })

  it('offers every folder with those above it', () => {
    expect(foldersOf(lines)).toEqual(['a', 'a/b', 'ab'])
    expect(isFiltering({ ...NO_FILTER })).toBe(false)
  })

  it('takes a refused repair for none', () => {
    const refused = linesOf([row(3, [{ repairedFrom: '漯河区', place: null, edited: ['place'] }])], null)
    expect(refused.filter(filterBy({ ...NO_FILTER, state: 'repaired' }))).toEqual([])
  })
})
