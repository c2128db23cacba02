import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlaceRef } from '#shared/model/place'
import type { ReportKind } from '#shared/model/report'
import { besideAbove } from '#shared/search/tracking/above'
import { endedUses } from '#shared/search/tracking/ended'
import { endsAt, endsByPlace, isDated, wholeEnds } from '#shared/search/tracking/ends'
import { placeSpread, spreadOf } from '#shared/search/tracking/spread'
import { phrasesOf } from '#shared/search/tracking/terms'
import { hitIn, ofPlaces, type ReportUse, rateOf, stateOf, wordingUse } from '#shared/search/tracking/use'
import { positionsOf } from '#shared/search/tracking/where'
import { termSpans } from './term-spans'

const CITY: PlaceRef = { code: '410300', name: '洛阳市', short: '洛阳', level: 'city', parent: '410000' }
const EAST: PlaceRef = { code: '410304', name: '瀍河回族区', short: '瀍河', level: 'county', parent: '410300' }
const WEST: PlaceRef = { code: '410303', name: '西工区', short: '西工', level: 'county', parent: '410300' }
const PLACES = [EAST, CITY, WEST]

/** A report of 1,000 characters with each wording so many times, a word every 100 characters. */
function report(place: PlaceRef, year: number, hits: readonly number[], kind: ReportKind = 'full', at = 0): ReportUse {
  return {
    report: `${place.code} ${year} ${kind} ${at}`,
    source: place.code,
    ...{ place, year, kind, characters: 1000, span: { start: 50, end: 1050 } },
    at: termSpans(
      hits.map((count) =>
        Array.from({ length: count }, (_, n) => ({ start: 50 + 100 * (n % 10), end: 54 + 100 * (n % 10) })),
      ),
    ),
  }
}

const KINDS: ReportKind[] = ['full', 'digest', 'incomplete']
const reports = fc.array(
  fc
    .record({
      place: fc.constantFrom(...PLACES),
      year: fc.integer({ min: 2018, max: 2024 }),
      hits: fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 2 })),
      kind: fc.constantFrom(...KINDS),
    })
    .map(({ place, year, hits, kind }) => report(place, year, hits, kind)),
  { maxLength: 20 },
)

/** The reports of a place and year that count, found anew each time. */
function counted(all: readonly ReportUse[], code: string, year: number): ReportUse[] {
  const own = all.filter((one) => one.place.code === code && one.year === year)
  const whole = own.filter(({ kind }) => kind === 'full')
  return whole.length > 0 ? whole : own
}
const sum = (some: readonly ReportUse[], term: number): number =>
  some.reduce((count, { at }) => count + at.count(term), 0)
const YEARS = [2018, 2019, 2020, 2021, 2022, 2023, 2024]
const isFull = (some: readonly ReportUse[]): boolean => some.some(({ kind }) => kind === 'full')

describe('against counting by hand', () => {
  it('counts whole reports where there is one, else what there is', () => {
    fc.assert(
      fc.property(reports, (all) => {
        const use = wordingUse(all)
        for (const { code } of PLACES)
          for (const year of YEARS) {
            const own = counted(all, code, year)
            const cell = use.cells.get(code)?.get(year)
            expect(cell === undefined).toBe(own.length === 0)
            if (!cell) continue
            expect(cell.full).toBe(isFull(own))
            expect(cell.hits).toEqual([sum(own, 0), sum(own, 1)])
            expect(cell.characters).toBe(1000 * own.length)
            const state = sum(own, 0) > 0 ? 'used' : isFull(own) ? 'unsaid' : 'unsure'
            expect(stateOf(cell, 0)).toBe(state)
          }
      }),
    )
  })

  it('finds first and last use, and the silence around them, of whole reports alone', () => {
    fc.assert(
      fc.property(reports, (all) => {
        const use = wordingUse(all)
        for (const { code } of PLACES) {
          const used = YEARS.filter((year) => sum(counted(all, code, year), 0) > 0)
          const full = YEARS.filter((year) => isFull(counted(all, code, year)))
          const ends = endsAt(use, code, 0)
          expect([ends?.first.year, ends?.last.year]).toEqual([used[0], used.at(-1)])
          if (!ends) continue
          expect(ends.silentBefore).toBe(full.findLast((year) => year < ends.first.year) ?? null)
          expect(ends.silentAfter).toBe(full.find((year) => year > ends.last.year) ?? null)
        }
      }),
    )
  })

  it('tells the spread over places with a whole report', () => {
    fc.assert(
      fc.property(reports, (all) => {
        for (const told of spreadOf(wordingUse(all), 0)) {
          const cells = PLACES.map(({ code }) => counted(all, code, told.year))
          const full = cells.filter(isFull)
          expect(told.of).toBe(full.length)
          expect(told.using).toBe(full.filter((some) => sum(some, 0) > 0).length)
          const partial = cells.filter((some) => !isFull(some))
          expect(told.elsewhere).toBe(partial.filter((some) => sum(some, 0) > 0).length)
          expect(told.hits).toBe(sum(cells.flat(), 0))
          const rate = rateOf(sum(full.flat(), 0), 1000 * full.flat().length)
          expect(told.rate).toBe(full.length === 0 ? null : rate)
        }
      }),
    )
  })

  it('tells how many places use it, of those that could be silent', () => {
    fc.assert(
      fc.property(reports, (all) => {
        const cells = PLACES.map(({ code }) => YEARS.map((year) => counted(all, code, year)))
        const uses = (some: readonly (readonly ReportUse[])[]) => sum(some.flat(), 0) > 0
        const full = cells.filter((some) => some.some(isFull))
        const partial = cells.filter((some) => !some.some(isFull))
        expect(placeSpread(wordingUse(all), 0)).toEqual({
          of: full.length,
          using: full.filter(uses).length,
          elsewhere: partial.filter(uses).length,
        })
      }),
    )
  })

  it('says of no place that it has ended a wording which a later report has', () => {
    fc.assert(
      fc.property(reports, (all) => {
        for (const { place, last, next, silent, began } of endedUses(wordingUse(all), 0, 2)) {
          const later = YEARS.filter((year) => year > last.year)
          expect(later.every((year) => sum(counted(all, place.code, year), 0) === 0)).toBe(true)
          expect(silent).toEqual(later.filter((year) => isFull(counted(all, place.code, year))))
          expect(next.year).toBe(silent[0])
          const first = YEARS.find((year) => sum(counted(all, place.code, year), 1) > 0)
          expect(began).toEqual(first !== undefined && first > last.year && first <= next.year ? [1] : [])
        }
      }),
    )
  })

  it('places every hit in a tenth or leaves it out', () => {
    fc.assert(
      fc.property(reports, (all) => {
        const { tenths, byTenth, left, hits } = positionsOf(wordingUse(all), 0)
        expect(tenths.reduce((a, b) => a + b, 0) + left).toBe(hits.length)
        expect(byTenth.map((hit) => hit !== null)).toEqual(tenths.map((count) => count > 0))
      }),
    )
  })
})

describe('the upper level beside the lower', () => {
  const beside = (all: readonly ReportUse[]) => besideAbove(wordingUse(all), wordingUse(all), 0)
  const begun = (place: PlaceRef, year: number) => [report(place, year - 1, [0]), report(place, year, [1])]

  it('tells the years between two beginnings that are both known', () => {
    const [city, east] = beside([...begun(CITY, 2019), ...begun(EAST, 2021)])
    expect(city).toMatchObject({ place: CITY, state: 'absent', lag: null })
    expect(east).toMatchObject({ place: EAST, above: '410300', state: 'used', lag: 2, bound: 'exact' })
  })

  it('tells at least, at most or nothing where a beginning may be older', () => {
    expect(beside([report(CITY, 2019, [1]), ...begun(EAST, 2021)]).at(-1)).toMatchObject({ lag: 2, bound: 'least' })
    expect(beside([...begun(CITY, 2019), report(EAST, 2021, [1])]).at(-1)).toMatchObject({ lag: 2, bound: 'most' })
    expect(beside([report(CITY, 2019, [1]), report(EAST, 2021, [1])]).at(-1)?.bound).toBe('open')
  })

  it('takes a digest’s silence for no beginning', () => {
    const all = [report(EAST, 2020, [0], 'digest'), report(EAST, 2021, [1])]
    const ends = endsAt(wordingUse(all), EAST.code, 0)
    expect(ends?.silentBefore).toBeNull()
    expect(ends && isDated(ends)).toBe(false)
  })

  it.each([
    ['unsaid', [report(CITY, 2020, [0])]],
    ['unsure', [report(CITY, 2020, [0], 'digest')]],
    ['absent', []],
  ] as const)('says that the upper level is %s', (state, above) => {
    expect(beside([...above, report(EAST, 2021, [1])]).at(-1)).toMatchObject({ state, lag: null })
  })

  it('finds the upper level also where only the lower one is asked about', () => {
    const all = wordingUse([report(CITY, 2020, [1]), report(EAST, 2021, [1])])
    const lower = ofPlaces(all, ({ level }) => level === 'county')
    expect(besideAbove(lower, all, 0)).toMatchObject([{ place: EAST, state: 'used', lag: 1 }])
  })
})

it('orders places by level and has every year between the first and the last', () => {
  const use = wordingUse([report(WEST, 2023, [1]), report(EAST, 2020, [0]), report(CITY, 2021, [2])])
  expect(use.places.map(({ short }) => short)).toEqual(['洛阳', '西工', '瀍河'])
  expect(use.years).toEqual([2020, 2021, 2022, 2023])
  expect(use.cells.get(EAST.code)?.get(2022)).toBeUndefined()
  expect(stateOf(undefined, 0)).toBe('absent')
  expect(wholeEnds(endsByPlace(use, 0))).toMatchObject({ first: { year: 2021 }, last: { year: 2023 } })
  expect(wholeEnds(endsByPlace(use, 1))).toBeNull()
  expect(wordingUse([])).toMatchObject({ places: [], years: [] })
})

it('finds the first and the last sentence of a cell', () => {
  const cell = wordingUse([report(EAST, 2021, [3], 'full', 1), report(EAST, 2021, [0], 'full', 2)])
    .cells.get(EAST.code)
    ?.get(2021)
  expect([hitIn(cell, 0, 'first')?.start, hitIn(cell, 0, 'last')?.start]).toEqual([50, 250])
})

it('counts a wording by its name and its variants, each once', () => {
  expect(phrasesOf({ name: ' 放管服 ', variants: ['放管服', '简政放权、放管结合', ' '] })).toEqual([
    '放管服',
    '简政放权、放管结合',
  ])
  expect(rateOf(3, 6000)).toBe(5)
  expect(rateOf(0, 0)).toBe(0)
})
