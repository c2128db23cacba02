import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { heatMap, standings } from '../../../shared/compare/heat'
import { buildMatrix } from '../../../shared/compare/matrix'
import { cell, comparison, PLACES, record } from './build'

const places = Object.values(PLACES)
const three = (values: readonly number[], fields: Parameters<typeof cell>[0] = {}) =>
  buildMatrix(
    values.map((value, index) => record({ place: places[index] ?? null, cells: [cell({ value, ...fields })] })),
    comparison({ places: places.map(({ code }) => code), kind: fields?.kind ?? 'growth' }),
  )

describe('standings', () => {
  it('ranks the highest first, equal numbers together', () => {
    expect(standings([3, 5, 5, 1], 1).map(({ rank }) => rank)).toEqual([3, 1, 1, 4])
  })

  it('turns round where less is better', () => {
    expect(standings([3, 5, 1], -1).map(({ rank }) => rank)).toEqual([2, 3, 1])
    expect(standings([3, 5, 1], -1)[2]?.zscore).toBeGreaterThan(0)
  })

  it('has equal numbers at the mean, though the mean is rounded', () => {
    expect(standings([0.1, 0.1, 0.1], 1)).toEqual(Array(3).fill({ rank: 1, zscore: 0 }))
  })

  it('keeps a number that is far off out of the mean, not out of the ranks', () => {
    const [far, ...near] = standings([20_200, 6, 7, 8, 9], 1)
    expect(far?.rank).toBe(1)
    expect(near.map(({ zscore }) => Math.sign(zscore))).toEqual([-1, -1, 1, 1])
  })

  it('does not depend on the order or the unit of the numbers', () => {
    const numbers = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 10_000 }), (values, factor) => {
        const plain = standings(values, 1)
        const turned = standings(values.toReversed(), 1).reverse()
        const other = standings(
          values.map((value) => value * factor),
          1,
        )
        for (const [index, one] of plain.entries()) {
          expect([turned[index]?.rank, other[index]?.rank]).toEqual([one.rank, one.rank])
          expect(turned[index]?.zscore).toBeCloseTo(one.zscore, 8)
          expect(other[index]?.zscore).toBeCloseTo(one.zscore, 8)
        }
        for (const [index, one] of plain.entries())
          for (const [at, other] of plain.entries())
            if ((values[index] ?? 0) > (values[at] ?? 0)) expect(one.rank).toBeLessThan(other.rank)
      }),
    )
  })
})

describe('heatMap', () => {
  it('gives each number its place in its column', () => {
    const map = heatMap(three([4, 8, 6]), () => 'up')
    expect(map.rows).toEqual(places)
    expect(map.columns).toMatchObject([{ year: '2022', ranked: 3 }])
    expect(map.cells.map(([one]) => one?.rank)).toEqual([3, 1, 2])
  })

  it('tells missing from zero', () => {
    const map = heatMap(three([0, 5]), () => 'up')
    expect(map.cells.map(([one]) => [one?.mark?.value ?? null, one?.rank ?? null, one?.cell.state])).toEqual([
      [0, 2, 'value'],
      [5, 1, 'value'],
      [null, null, 'noReport'],
    ])
  })

  it('ranks no number that stands alone', () => {
    const map = heatMap(three([5]), () => 'up')
    expect(map.columns).toMatchObject([{ ranked: 1 }])
    expect(map.cells[0]?.[0]).toMatchObject({ mark: { value: 5 }, rank: null, zscore: null })
  })

  it('ranks no amount of a part of a year, and no other currency', () => {
    const amounts = { kind: 'level', unit: '亿元' } as const
    const part = heatMap(three([4, 8, 6], { ...amounts, period: '前三季度' }), () => 'up')
    expect(part.cells.map(([one]) => one?.rank)).toEqual([null, null, null])
    expect(part.cells[0]?.[0]?.mark?.value).toBe(4)
    const growth = heatMap(three([4, 8, 6], { period: '前三季度' }), () => 'up')
    expect(growth.cells.map(([one]) => one?.rank)).toEqual([3, 1, 2])
  })

  it('shows targets where the comparison has nothing else', () => {
    const targets = buildMatrix(
      [record({ year: 2022, cells: [cell({ value: 7, role: 'target' })] })],
      comparison({ role: 'target' }),
    )
    expect(heatMap(targets, () => 'up').cells[0]?.[0]?.mark?.value).toBe(7)
  })
})
