import { describe, expect, it } from 'vitest'
import {
  type CountedAnnotation,
  type CountedReport,
  codesTogether,
  countCodes,
  coverOf,
  sumOf,
  totalsOf,
} from '#shared/coding/code-counts'
import type { PlaceRef } from '#shared/model/place'

const place = (code: string): PlaceRef => ({ code, name: code, short: code, level: 'county', parent: null })

const report = (id: string, at: string | null, year: number | null, more: Partial<CountedReport> = {}) => ({
  id,
  place: at === null ? null : place(at),
  year,
  kind: 'full' as const,
  main: true,
  version: null,
  ...more,
})

const on = (where: string | null, codes: string[], characters = 10, source = 's'): CountedAnnotation => ({
  source,
  report: where,
  codes,
  characters,
})

const REPORTS: CountedReport[] = [
  report('a24', 'A', 2024),
  report('a25', 'A', 2025),
  report('b24', 'B', 2024, { kind: 'digest' }),
  report('draft', 'A', 2024, { main: false, version: 'v' }),
  report('main', 'A', 2024, { version: 'v' }),
  report('unknown', null, null),
]

const CODES = [
  { id: 'x', parent: null },
  { id: 'y', parent: 'x' },
  { id: 'z', parent: 'y' },
]

/** The counts as lines: code, place, year, annotations, characters. */
const lines = ({ counts }: ReturnType<typeof countCodes>) =>
  [...counts].flatMap(([code, places]) =>
    [...places].flatMap(([at, years]) =>
      [...years].map(([year, { annotations, characters }]) => `${code} ${at}/${year} ${annotations} ${characters}`),
    ),
  )

describe('counts by place and year', () => {
  it('counts annotations and characters, of visible sources and main versions', () => {
    const counted = countCodes(
      [
        on('a24', ['x'], 5),
        on('a24', ['x', 'y'], 7),
        on('main', ['x']),
        on('draft', ['x']),
        on('b24', ['y']),
        on('unknown', ['x']),
        on(null, ['x']),
        on('gone', ['x']),
        on('a25', ['x'], 10, 'hidden'),
        on('a25', []),
      ],
      new Set(['hidden']),
      REPORTS,
      null,
    )
    expect(lines(counted)).toEqual(['x A/2024 3 22', 'x /0 1 10', 'y A/2024 1 7', 'y B/2024 1 10'])
    expect(counted).toMatchObject({ outside: 2, otherVersions: 1 })
  })

  it('counts for the codes above too, each annotation once', () => {
    const counted = countCodes([on('a24', ['z', 'x']), on('a24', ['y'])], new Set(), REPORTS, CODES)
    expect(lines(counted)).toEqual(['z A/2024 1 10', 'y A/2024 2 20', 'x A/2024 2 20'])
  })

  it('lets codes in a ring stand for themselves', () => {
    const ring = [
      { id: 'x', parent: 'y' },
      { id: 'y', parent: 'x' },
    ]
    expect(lines(countCodes([on('a24', ['x'])], new Set(), REPORTS, ring))).toEqual(['x A/2024 1 10'])
  })

  it('sums up', () => {
    expect(
      sumOf([
        { annotations: 1, characters: 5 },
        { annotations: 2, characters: 6 },
      ]),
    ).toEqual({ annotations: 3, characters: 11 })
  })
})

it('tells where there is a report, and where no whole one', () => {
  const cover = coverOf(REPORTS)
  expect(cover.places.map(({ code }) => code)).toEqual(['A', 'B'])
  expect(cover.years).toEqual([2024, 2025])
  expect([cover.at('A', 2024), cover.at('B', 2024), cover.at('B', 2025), cover.at('', 0)]).toEqual([
    'full',
    'part',
    'none',
    'full',
  ])
})

it('counts each code once for each annotation', () => {
  expect(totalsOf([on(null, ['x']), on('a24', ['x', 'y']), on('a24', ['x'], 1, 'h')], new Set(['h']))).toEqual(
    new Map([
      ['x', 2],
      ['y', 1],
    ]),
  )
})

it('knows the codes that are used together', () => {
  expect(codesTogether([on('a24', ['x']), on('a24', ['y', 'x']), on('a25', ['z']), on(null, ['z'])])).toEqual(
    new Map([
      ['x', new Set(['y'])],
      ['y', new Set(['x'])],
      ['z', new Set()],
    ]),
  )
})
