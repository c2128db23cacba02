import { describe, expect, it } from 'vitest'
import { addCarried } from '../../../shared/compare/add'
import { seriesKey } from '../../../shared/compare/variants'
import { cell, comparison, PLACES, record } from './build'

const statement = cell({ year: '2023', role: 'target', kind: 'level', unit: '亿元', canonical: 'tax_revenue' })
const records = [record({ cells: [statement] }), record({ place: PLACES.luoyang, year: 2026 }), record({ place: null })]
const [own, city, placeless] = records.map(({ report }) => report) as [string, string, string]
const start = comparison({ places: [PLACES.xigong.code], years: ['2022'], indicators: ['gdp'] })

describe('addCarried', () => {
  it('adds the place of a report, and its years where none of them is shown', () => {
    const first = addCarried(records, start, [{ type: 'report', report: own }])
    expect(first.comparison).toEqual({ ...start, places: [PLACES.xigong.code, PLACES.chanhe.code] })
    expect([first.added, first.unknown]).toEqual([1, 0])
    const other = addCarried(records, start, [{ type: 'report', report: city }])
    expect(other.comparison.years).toEqual(['2022', '2025', '2026'])
  })

  it('adds a statement so that it is seen', () => {
    const { comparison: made } = addCarried(records, start, [{ type: 'statement', report: own, key: statement.key }])
    expect(made).toMatchObject({
      places: [PLACES.xigong.code, PLACES.chanhe.code],
      years: ['2022', '2023'],
      indicators: ['gdp', 'tax_revenue'],
      kind: 'level',
      role: 'both',
    })
  })

  it('adds an indicator once, whatever its part', () => {
    const split = { ...start, indicators: [seriesKey('gdp', { measure: '', basis: '现价', subset: '', against: '' })] }
    expect(addCarried(records, split, [{ type: 'indicator', indicator: 'gdp' }])).toEqual({
      comparison: split,
      added: 0,
      unknown: 0,
    })
    expect(addCarried(records, start, [{ type: 'indicator', indicator: '绿地' }]).comparison.indicators).toEqual([
      'gdp',
      '绿地',
    ])
  })

  it('counts what cannot be compared', () => {
    const gone = addCarried(records, start, [
      { type: 'report', report: placeless },
      { type: 'report', report: '99999999-0000-8000-8000-000000000000' },
      { type: 'statement', report: own, key: '1:2%:x' },
    ])
    expect(gone).toEqual({ comparison: start, added: 0, unknown: 3 })
  })
})
