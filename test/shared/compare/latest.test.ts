import { describe, expect, it } from 'vitest'
import { latestOf } from '../../../shared/compare/latest'
import { buildMatrix } from '../../../shared/compare/matrix'
import { cell, comparison, PLACES, record } from './build'

describe('latestOf', () => {
  it('gives the last year that says something', () => {
    expect(latestOf(['2020', '2021', '2022'], (at) => at < 2)).toBe(1)
    expect(latestOf(['2020'], () => false)).toBeNull()
    expect(latestOf([], () => true)).toBeNull()
  })
})

describe('最近一期', () => {
  const records = [
    record({ year: 2022, cells: [cell({ year: '2021', value: 5 })] }),
    record({ year: 2021, cells: [cell({ year: '2020', value: 4 })] }),
    record({
      place: PLACES.xigong,
      cells: [cell({ value: 6 }), cell({ year: '2021', value: 7 }), cell({ year: '2023', value: 9, role: 'target' })],
    }),
    record({ place: PLACES.luoyang, year: 2024, cells: [cell({ year: '2021-2023' })] }),
  ]
  const places = [PLACES.chanhe.code, PLACES.xigong.code, PLACES.luoyang.code]
  const latest = (fields: Parameters<typeof comparison>[0] = {}) =>
    buildMatrix(records, comparison({ places, years: [], latest: true, ...fields }))

  it('shows the latest number of each place, with its year on the mark', () => {
    const matrix = latest()
    expect(matrix.years).toEqual([''])
    expect(matrix.columns).toHaveLength(1)
    expect(matrix.rows.map(({ cells }) => [cells[0]?.year, cells[0]?.shown?.value ?? null])).toEqual([
      ['2021', 5],
      ['2022', 6],
      ['', null],
    ])
    expect(matrix.columns[0]?.warnings).toEqual([
      { key: 'compare.warning.mixed.year', params: { values: '2021、2022' } },
    ])
  })

  it('looks at the chosen years only, and at each role by itself', () => {
    const matrix = latest({ years: ['2021', '2023'], role: 'both' })
    expect(matrix.rows.map(({ role, cells }) => [role, cells[0]?.year])).toEqual([
      ['target', ''],
      ['actual', '2021'],
      ['target', '2023'],
      ['actual', '2021'],
      ['target', ''],
      ['actual', ''],
    ])
  })

  it('passes over a number of another variant', () => {
    const matrix = buildMatrix(
      [
        record({ cells: [cell({ year: '2022', subset: '工业' }), cell({ year: '2021', value: 3 })] }),
        record({ place: PLACES.xigong, cells: [cell()] }),
      ],
      comparison({ latest: true, years: ['2021', '2022'] }),
    )
    expect(matrix.rows[0]?.cells[0]?.year).toBe('2021')
  })

  it('says why there is none', () => {
    expect(latest().rows[2]?.cells[0]?.missing?.key).toMatch(/^compare\.missing\./)
    expect(buildMatrix([], comparison({ latest: true, years: [] })).rows[0]?.cells[0]?.state).toBe('noReport')
  })
})
