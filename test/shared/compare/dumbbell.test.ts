import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dumbbellPanels } from '../../../shared/compare/dumbbell'
import { buildMatrix } from '../../../shared/compare/matrix'
import { cell, comparison, PLACES, record } from './build'

const places = Object.values(PLACES)
const up = () => 'up' as const
const codes = places.map(({ code }) => code)

/** Target and result of each place for 2022, null where there is none. */
const pairs = (values: readonly (readonly [number | null, number | null])[]) =>
  buildMatrix(
    values.flatMap(([target, actual], index) => [
      ...(target === null
        ? []
        : [record({ place: places[index] ?? null, year: 2022, cells: [cell({ value: target, role: 'target' })] })]),
      ...(actual === null ? [] : [record({ place: places[index] ?? null, cells: [cell({ value: actual })] })]),
    ]),
    comparison({ places: codes, role: 'both' }),
  )

const rows = (matrix: ReturnType<typeof pairs>, direction: 'up' | 'down' | 'none' = 'up') =>
  dumbbellPanels(matrix, '', 'gap', () => direction)[0]?.rows.map(({ place, gap, good }) => [place.short, gap, good])

describe('dumbbellPanels', () => {
  it('has the gap without the blur of fractions, the best first, the unknown last', () => {
    expect(
      rows(
        pairs([
          [8.5, 8.2],
          [6, 9],
          [7, null],
        ]),
      ),
    ).toEqual([
      ['西工', 3, true],
      ['瀍河', -0.3, false],
      ['洛阳', null, null],
    ])
  })

  it('knows where less is better, and where nothing is', () => {
    const matrix = pairs([
      [4, 3.5],
      [4, 4.2],
    ])
    expect(rows(matrix, 'down')).toEqual([
      ['瀍河', -0.5, true],
      ['西工', 0.2, false],
    ])
    expect(rows(matrix, 'none')?.map(([, , good]) => good)).toEqual([null, null])
  })

  it('holds a result against the low end of a range, the high end where less is better', () => {
    const matrix = buildMatrix(
      [
        record({ year: 2022, cells: [cell({ value: 7, high: 7.5, comparator: 'range', role: 'target' })] }),
        record({ cells: [cell({ value: 7.2 })] }),
      ],
      comparison({ role: 'both' }),
    )
    expect(rows(matrix)?.[0]?.slice(1)).toEqual([0.2, true])
    expect(rows(matrix, 'down')?.[0]?.slice(1)).toEqual([-0.3, true])
  })

  it('takes the latest year for which a place has both', () => {
    const matrix = buildMatrix(
      [
        record({ year: 2022, cells: [cell({ value: 8, role: 'target' })] }),
        record({ year: 2023, cells: [cell({ value: 4.3 }), cell({ value: 5, role: 'target', year: '2023' })] }),
      ],
      comparison({ role: 'both', years: ['2022', '2023'] }),
    )
    expect(dumbbellPanels(matrix, '', 'gap', up)[0]?.year).toBe('2022')
    expect(dumbbellPanels(matrix, '2023', 'gap', up)[0]?.year).toBe('2023')
  })

  it('finds no gap between different years of 最近一期', () => {
    const matrix = buildMatrix(
      [
        record({ year: 2022, cells: [cell({ value: 8, role: 'target' })] }),
        record({ year: 2022, cells: [cell({ value: 5, year: '2021' })] }),
      ],
      comparison({ role: 'both', years: ['2021', '2022'], latest: true }),
    )
    expect(rows(matrix)).toEqual([['瀍河', null, null]])
  })

  it('tells the same of each place in any order of places', () => {
    const value = fc.option(fc.integer({ min: -50, max: 50 }))
    fc.assert(
      fc.property(fc.tuple(fc.tuple(value, value), fc.tuple(value, value), fc.tuple(value, value)), (values) => {
        const matrix = pairs(values)
        const turned = { ...matrix, places: matrix.places.toReversed() }
        const of = (one: typeof matrix) =>
          new Map(
            dumbbellPanels(one, '2022', 'gap', up).flatMap((panel) => panel.rows.map((r) => [r.place.code, r.gap])),
          )
        expect(new Map([...of(turned)].sort())).toEqual(new Map([...of(matrix)].sort()))
        const gaps = dumbbellPanels(matrix, '2022', 'gap', up)[0]?.rows.flatMap(({ gap }) => gap ?? []) ?? []
        expect(gaps).toEqual(gaps.toSorted((a, b) => b - a))
      }),
      { numRuns: 40 },
    )
  })
})
