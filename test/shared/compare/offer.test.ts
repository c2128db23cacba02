import { describe, expect, it } from 'vitest'
import { buildMatrix } from '../../../shared/compare/matrix'
import { firstComparison, offerOf } from '../../../shared/compare/offer'
import { cell, PLACES, record } from './build'

const records = [
  record({
    cells: [cell(), cell({ canonical: 'retail_sales', value: 3 }), cell({ canonical: '', indicator: '绿地' })],
  }),
  record({ place: PLACES.xigong, year: 2024, cells: [cell({ year: '2023' }), cell({ year: '2024', role: 'target' })] }),
  record({ place: null, cells: [cell({ year: '1999' })] }),
  record({ place: PLACES.luoyang, main: false, cells: [cell({ year: '1998' })] }),
]
const identity = { id: '11111111-1111-4111-8111-111111111111', name: '对比 1', updatedAt: '2026-01-01T00:00:00Z' }

describe('offerOf', () => {
  it('counts what main versions of known places say', () => {
    const offer = offerOf(records, { places: [], role: 'both', kind: 'growth' })
    expect(offer.places.map(({ place, reports }) => [place.short, reports])).toEqual([
      ['西工', 1],
      ['瀍河', 1],
    ])
    expect(offer.years).toEqual([
      { year: '2024', cells: 1 },
      { year: '2023', cells: 1 },
      { year: '2022', cells: 3 },
    ])
    expect(offer.indicators).toEqual([
      { id: 'gdp', cells: 3, places: 2 },
      { id: 'retail_sales', cells: 1, places: 1 },
      { id: '绿地', cells: 1, places: 1 },
    ])
  })

  it('narrows to places and role', () => {
    const offer = offerOf(records, { places: [PLACES.xigong.code], role: 'target', kind: 'growth' })
    expect(offer.years).toEqual([{ year: '2024', cells: 1 }])
    expect(offer.places).toHaveLength(2)
  })
})

describe('firstComparison', () => {
  it('shows something: shared indicators, years with data, growth where there is any', () => {
    const first = firstComparison(records, identity)
    expect(first).toMatchObject({
      kind: 'growth',
      indicators: ['gdp', 'retail_sales'],
      years: ['2022', '2023', '2024'],
    })
    expect(first.places).toEqual([PLACES.xigong.code, PLACES.chanhe.code])
    const matrix = buildMatrix(records, first)
    expect(matrix.rows.flatMap((row) => row.cells).filter(({ state }) => state === 'value')).toHaveLength(4)
  })

  it('leaves out places that say nothing of what it shows', () => {
    const silent = record({ place: PLACES.luoyang, year: 2024, cells: [cell({ canonical: '', indicator: '绿地' })] })
    expect(firstComparison([...records, silent], identity).places).toEqual([PLACES.xigong.code, PLACES.chanhe.code])
  })

  it('falls back to another kind, and to nothing in an empty library', () => {
    const level = [record({ cells: [cell({ kind: 'level', unit: '亿元' })] })]
    expect(firstComparison(level, identity).kind).toBe('level')
    expect(firstComparison([], identity)).toMatchObject({ places: [], years: [], indicators: [] })
  })
})
