// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { withoutEmpties } from '../../../../renderer/features/compare/empties'
import { buildMatrix } from '../../../../shared/compare/matrix'
import { cell, comparison, PLACES, record } from '../../../shared/compare/build'

const chosen = comparison({
  places: [PLACES.luoyang.code, PLACES.xigong.code, PLACES.chanhe.code],
  years: ['2021', '2022', '2023'],
  indicators: ['gdp', 'retail_sales', 'fixed_asset_investment'],
  role: 'both',
})

describe('withoutEmpties', () => {
  const matrix = buildMatrix(
    [
      record({ place: PLACES.luoyang, cells: [] }),
      record({ place: PLACES.xigong, cells: [cell({ year: '2022' })] }),
      record({ cells: [cell({ year: '2023', role: 'target' }), cell({ canonical: 'retail_sales', year: '2023' })] }),
    ],
    chosen,
  )

  it('leaves out rows and columns without any number, and counts them', () => {
    const { matrix: trimmed, rows, columns } = withoutEmpties(matrix)
    expect(trimmed.rows.map(({ place, role }) => [place.short, role])).toEqual([
      ['西工', 'actual'],
      ['瀍河', 'target'],
      ['瀍河', 'actual'],
    ])
    expect(trimmed.columns.map(({ indicator, year }) => [indicator, year])).toEqual([
      ['gdp', '2022'],
      ['gdp', '2023'],
      ['retail_sales', '2023'],
    ])
    expect([rows, columns]).toEqual([3, 6])
    expect(trimmed.places.map(({ short }) => short)).toEqual(['西工', '瀍河'])
    expect(trimmed.indicators.map(({ id }) => id)).toEqual(['gdp', 'retail_sales'])
    expect(trimmed.years).toEqual(['2022', '2023'])
  })

  it('keeps every cell under its column', () => {
    const { matrix: trimmed } = withoutEmpties(matrix)
    for (const row of trimmed.rows)
      expect(row.cells.map(({ indicator, year }) => ({ indicator, year }))).toEqual(
        trimmed.columns.map(({ indicator, year }) => ({ indicator, year })),
      )
  })

  it('leaves a matrix without any number as it is', () => {
    const empty = buildMatrix([record({ cells: [] })], chosen)
    expect(withoutEmpties(empty)).toEqual({ matrix: empty, rows: 0, columns: 0 })
  })
})
