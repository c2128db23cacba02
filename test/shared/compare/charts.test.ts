import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildMatrix } from '../../../shared/compare/matrix'
import { multiplesOf } from '../../../shared/compare/multiples'
import { radarOf } from '../../../shared/compare/radar'
import { scatterOf } from '../../../shared/compare/scatter'
import { cell, comparison, PLACES, record } from './build'

const places = Object.values(PLACES)
const codes = places.map(({ code }) => code)
const INDICATORS = ['gdp', 'retail_sales', 'public_budget_revenue']

/** Numbers of each place for each indicator, null where there is none. */
const table = (values: readonly (readonly (number | null)[])[]) =>
  buildMatrix(
    values.map((line, index) =>
      record({
        place: places[index] ?? null,
        cells: line.flatMap((value, at) => {
          const canonical = INDICATORS[at] ?? 'gdp'
          return value === null ? [] : [cell({ value, canonical, indicator: canonical })]
        }),
      }),
    ),
    comparison({ places: codes, indicators: INDICATORS }),
  )

const full = table([
  [4, 10, 1],
  [8, 20, 3],
  [6, null, 2],
])
const shares = (...at: Parameters<typeof radarOf>) =>
  radarOf(...at).shapes.map(({ points }) => points.map((point) => point?.share ?? null))

describe('radarOf', () => {
  it('runs from the worst to the best of the places shown, and knows no zero for what is missing', () => {
    expect(shares(full, '', 'range', () => 'up')).toEqual([
      [0, 0, 0],
      [1, 1, 1],
      [0.5, null, 0.5],
    ])
  })

  it('puts the least at the rim where less is better', () => {
    expect(shares(full, '', 'range', ({ id }) => (id === 'gdp' ? 'down' : 'up'))[0]).toEqual([1, 0, 0])
  })

  it('runs along ranks where it is asked to', () => {
    const far = table([
      [1, 1, 1],
      [2, 2, 2],
      [100, 100, 100],
    ])
    expect(shares(far, '', 'rank', () => 'up')[1]).toEqual([0.5, 0.5, 0.5])
  })

  it('has no axis for a number that stands alone', () => {
    const lonely = table([
      [4, 10, 1],
      [8, null, 3],
    ])
    expect(radarOf(lonely, '', 'range', () => 'up').axes.map(({ id }) => id)).toEqual(['gdp', 'public_budget_revenue'])
  })

  it('keeps every share between 0 and 1', () => {
    const value = fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }))
    const line = fc.tuple(value, value, value)
    fc.assert(
      fc.property(fc.tuple(line, line, line), fc.constantFrom('range' as const, 'rank' as const), (values, scale) => {
        for (const share of shares(table(values), '', scale, () => 'down').flat())
          if (share !== null) {
            expect(share).toBeGreaterThanOrEqual(0)
            expect(share).toBeLessThanOrEqual(1)
          }
      }),
      { numRuns: 40 },
    )
  })
})

describe('scatterOf', () => {
  it('takes the first two indicators, and places that have both', () => {
    const found = scatterOf(full, { x: '', y: '' }, '')
    expect([found?.x.id, found?.y.id]).toEqual(['gdp', 'retail_sales'])
    expect(found?.points.map(({ place, x, y }) => [place.short, x.value, y.value])).toEqual([
      ['瀍河', 4, 10],
      ['西工', 8, 20],
    ])
    expect(found?.missing.map(({ short }) => short)).toEqual(['洛阳'])
  })

  it('never puts an indicator against itself unless it is told to', () => {
    const found = scatterOf(full, { x: '', y: 'gdp' }, '')
    expect([found?.x.id, found?.y.id]).toEqual(['retail_sales', 'gdp'])
  })

  it('needs two indicators', () => {
    expect(scatterOf(buildMatrix([], comparison()), { x: '', y: '' }, '')).toBeNull()
  })
})

describe('multiplesOf', () => {
  const years = buildMatrix(
    [
      record({ cells: [cell({ value: 4 })] }),
      record({ place: PLACES.xigong, cells: [cell({ value: 9 })] }),
      record({ place: PLACES.xigong, year: 2022, cells: [cell({ value: 2, year: '2021' })] }),
    ],
    comparison({ years: ['2021', '2022'] }),
  )

  it('has a line for each place, the highest latest number first where it is asked to', () => {
    expect(multiplesOf(years, '', 'places')?.lines.map(({ place }) => place.short)).toEqual(['瀍河', '西工'])
    expect(multiplesOf(years, '', 'value')?.lines.map(({ place }) => place.short)).toEqual(['西工', '瀍河'])
    expect(multiplesOf(years, 'unknown', 'places')?.indicator.id).toBe('gdp')
  })

  it('is nothing where no year has a number', () => {
    expect(multiplesOf(buildMatrix([], comparison()), '', 'places')).toBeNull()
  })
})
