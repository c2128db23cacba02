import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildMatrix, type Matrix, type MatrixCell } from '../../../shared/compare/matrix'
import { offerOf, variantsOf } from '../../../shared/compare/offer'
import { againstOf, parseSeriesKey, seriesKey, type Variant, variantOf } from '../../../shared/compare/variants'
import { cell, comparison, PLACES, record } from './build'

const none: Variant = { measure: '', basis: '', subset: '', against: '' }
const places = [PLACES.chanhe, PLACES.xigong, PLACES.luoyang]
/** A place each with its statements. */
const matrixOf = (
  cells: readonly Parameters<typeof cell>[0][][],
  fields: Parameters<typeof comparison>[0] = {},
): Matrix =>
  buildMatrix(
    cells.map((own, at) => record({ place: places[at] ?? PLACES.chanhe, cells: own.map((one) => cell(one)) })),
    comparison({ places: places.slice(0, cells.length).map(({ code }) => code), ...fields }),
  )
const first = (matrix: Matrix, row = 0): MatrixCell => {
  const found = matrix.rows[row]?.cells[0]
  if (!found) throw new Error('the matrix has no such cell')
  return found
}
const shown = (matrix: Matrix) => matrix.rows.map((row) => row.cells[0]?.shown?.value ?? null)

describe('seriesKey', () => {
  it('names a series so that it is read back', () => {
    const text = fc.string().filter((one) => !one.includes('\t'))
    fc.assert(
      fc.property(
        text,
        fc.record({
          measure: fc.constantFrom('' as const, 'stock' as const, 'added' as const),
          basis: text,
          subset: text,
          against: text,
        }),
        (indicator, variant) => {
          expect(parseSeriesKey(seriesKey(indicator, variant))).toEqual({ indicator, variant })
          expect(parseSeriesKey(seriesKey(indicator, null))).toEqual({ indicator, variant: null })
        },
      ),
    )
  })
})

describe('againstOf', () => {
  it.each([
    ['growth', '同比', ''],
    ['growth', '比上年', ''],
    ['growth', '较去年同期', ''],
    ['growth', '比2021年', ''],
    ['growth', '比2010年', '2010'],
    ['growth', '较2010年末', '2010'],
    ['growth', '较“十二五”末', '十二五末'],
    ['growth', '环比', '环比'],
    ['level', '', ''],
    ['level', '比上年', '上年'],
    ['ratio', '2010年的', '2010'],
    ['ratio', '占年度计划', '占年度计划'],
    ['points', '高于全省', '高于全省'],
  ] as const)('reads %s %s', (kind, written, expected) => {
    expect(againstOf(kind, written, '2022')).toBe(expected)
  })
})

describe('variantOf', () => {
  it('writes one thing in one way', () => {
    const of = (fields: Parameters<typeof cell>[0]) => variantOf(cell(fields))
    expect(of({ basis: '按可比价格' })).toEqual(of({ basis: '不变价' }))
    expect(of({ basis: '按可比口径' })).toEqual(of({ basis: '同口径' }))
    expect(of({ basis: '扣除留抵退税因素后' })).toEqual(of({ basis: '扣除留抵退税' }))
    expect(of({ basis: '剔除减税降费因素影响' })).toEqual(of({ basis: '扣除减税降费等因素' }))
    expect(of({ subset: '省、市重点' })).toEqual(of({ subset: '省市重点' }))
    expect(of({ subset: '国家级' })).toEqual(of({ subset: '国家' }))
    expect(of({ basis: '登记' })).not.toEqual(of({ basis: '调查' }))
    expect(of({})).toEqual(none)
  })
})

describe('a column', () => {
  it('is of what most of its statements state; another measure never stands in it', () => {
    const count = { kind: 'level', unit: '家' } as const
    const matrix = matrixOf(
      [
        [
          { ...count, measure: 'added', value: 12 },
          { ...count, measure: 'stock', value: 300, confidence: 1 },
        ],
        [{ ...count, measure: 'added', value: 7 }],
        [{ ...count, measure: 'stock', value: 90 }],
      ],
      { kind: 'level' },
    )
    expect(matrix.indicators[0]?.variant).toEqual({ ...none, measure: 'added' })
    expect(shown(matrix)).toEqual([12, 7, null])
    const [chosen, other] = first(matrix).candidates
    expect(chosen?.why.key).toBe('compare.why.variant')
    expect([other?.fits, other?.why]).toEqual([
      false,
      { key: 'compare.whyNot.variant.measure', params: { values: 'stock' } },
    ])
    expect(first(matrix, 2)).toMatchObject({
      state: 'silent',
      chosen: null,
      missing: { key: 'compare.missing.otherVariant', params: { values: '90家' } },
    })
    expect(first(matrix, 2).candidates).toHaveLength(1)
  })

  it('of another measure shows what was left out, beside the first', () => {
    const count = { kind: 'level', unit: '家' } as const
    const matrix = matrixOf(
      [
        [
          { ...count, measure: 'added', value: 12 },
          { ...count, measure: 'stock', value: 300 },
        ],
      ],
      {
        kind: 'level',
        indicators: ['gdp', seriesKey('gdp', { ...none, measure: 'stock' })],
      },
    )
    expect(matrix.rows[0]?.cells.map((one) => one.shown?.value)).toEqual([12, 300])
    expect(matrix.indicators.map(({ indicator, fixed }) => [indicator, fixed])).toEqual([
      ['gdp', false],
      ['gdp', true],
    ])
  })

  it('takes what is not said for anything, and says so on the mark', () => {
    const rate = { kind: 'ratio', canonical: 'unemployment_rate' } as const
    const matrix = matrixOf([[{ ...rate, basis: '登记' }], [{ ...rate, basis: '登记' }], [rate]], {
      kind: 'ratio',
      indicators: ['unemployment_rate'],
    })
    expect(matrix.indicators[0]?.variant.basis).toBe('登记')
    expect(shown(matrix)).toEqual([8, 8, 8])
    expect(first(matrix, 2).warnings.map(({ key }) => key)).toContain('compare.warning.open.basis')
    expect(first(matrix, 0).warnings.map(({ key }) => key)).not.toContain('compare.warning.open.basis')
  })

  it('never holds a part beside the whole', () => {
    const matrix = matrixOf([[{}], [{ subset: '工业' }], [{}]])
    expect(shown(matrix)).toEqual([8, null, 8])
    expect(first(matrix, 1).candidates[0]?.why.key).toBe('compare.whyNot.variant.subset')
  })

  it('of a part that the user chose never holds the whole', () => {
    const matrix = matrixOf([[{}], [{ subset: '工业' }]], {
      indicators: [seriesKey('gdp', { ...none, subset: '工业' })],
    })
    expect(shown(matrix)).toEqual([null, 8])
    expect(first(matrix).candidates[0]?.why.key).toBe('compare.whyNot.plain.subset')
  })

  it('never holds growth against an older base beside growth against the year before', () => {
    const matrix = matrixOf([
      [{ base: '同比' }, { base: '比2010年', value: 100 }],
      [{}],
      [{ base: '比2015年', value: 60 }],
    ])
    expect(shown(matrix)).toEqual([8, 8, null])
    expect(first(matrix, 2).candidates[0]?.why).toEqual({
      key: 'compare.whyNot.variant.against',
      params: { values: '2015' },
    })
  })

  it('never mixes two stated measures, bases, subsets or bases of comparison', () => {
    const statements = fc.array(
      fc.record({
        start: fc.nat({ max: 900 }),
        value: fc.integer({ min: 1, max: 50 }),
        measure: fc.constantFrom('' as const, 'stock' as const, 'added' as const),
        basis: fc.constantFrom('', '登记', '调查', '可比价', '不变价'),
        subset: fc.constantFrom('', '工业', '旅游'),
        base: fc.constantFrom('', '同比', '比2010年', '比2015年'),
        year: fc.constantFrom('2021', '2022'),
      }),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(fc.tuple(statements, statements, statements), (all) => {
        const matrix = matrixOf(all, { years: ['2021', '2022'] })
        const standing = matrix.rows.flatMap(({ cells }) => cells.flatMap(({ chosen }) => chosen?.cell ?? []))
        const variants = standing.map(variantOf)
        for (const part of ['measure', 'basis'] as const)
          expect(new Set(variants.map((one) => one[part]).filter(Boolean)).size).toBeLessThanOrEqual(1)
        expect(new Set(variants.map(({ against }) => against)).size).toBeLessThanOrEqual(1)
        const subsets = new Set(variants.map(({ subset }) => subset))
        const whole = matrix.indicators[0]?.variant.subset === ''
        expect(subsets.size).toBeLessThanOrEqual(whole ? 1 : 2)
        for (const { cells } of matrix.rows)
          for (const found of cells) expect(found.candidates.every((one) => !one.chosen || one.fits)).toBe(true)
      }),
    )
  })
})

describe('variantsOf', () => {
  it('offers what an indicator can be split into, and nothing where there is one thing only', () => {
    const records = [
      record({ cells: [cell({ measure: 'added' }), cell({ measure: 'stock', start: 2 }), cell({ start: 3 })] }),
      record({ place: PLACES.xigong, cells: [cell({ measure: 'added' }), cell({ canonical: 'retail_sales' })] }),
    ]
    const chosen = { places: [], role: 'both', kind: 'growth' } as const
    expect(
      variantsOf(records, chosen, ['gdp', 'retail_sales']).map(({ variant, cells, places }) => [
        variant.measure,
        cells,
        places,
      ]),
    ).toEqual([
      ['added', 2, 2],
      ['stock', 1, 1],
    ])
    expect(variantsOf(records, { ...chosen, places: [PLACES.xigong.code] }, ['gdp'])).toEqual([])
    expect(offerOf(records, chosen).indicators).toHaveLength(2)
  })
})
