import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Head, type Laid, type Line, layOut, soundLayout, withoutEmptyLines } from '../../../shared/compare/layout'
import { buildMatrix, type Matrix } from '../../../shared/compare/matrix'
import { Dimension } from '../../../shared/model/comparison'
import { cell, comparison, PLACES, record } from './build'

const amount = { kind: 'level', unit: '亿元' } as const
const records = [
  record({
    place: PLACES.luoyang,
    cells: [cell({ ...amount, value: 500 }), cell({ ...amount, value: 450, year: '2021' })],
  }),
  record({ cells: [cell({ ...amount, value: 160 }), cell({ ...amount, canonical: 'tax_revenue', value: 12 })] }),
  record({ place: PLACES.xigong, cells: [cell({ ...amount, value: 300, wording: '预计' })] }),
]
const settings = comparison({
  kind: 'level',
  places: [PLACES.luoyang.code, PLACES.chanhe.code, PLACES.xigong.code],
  years: ['2021', '2022'],
  indicators: ['gdp', 'tax_revenue'],
})
const matrix = buildMatrix(records, settings)
const lay = (fields: Parameters<typeof comparison>[0] = {}, of: Matrix = matrix): Laid =>
  layOut(of, { ...settings, ...fields }, (id) => id)
const names = (of: Matrix) => ({
  place: of.places.map(({ short }) => short),
  year: of.years,
  indicator: of.indicators.map(({ indicator }) => indicator),
  role: of.roles,
})
const headName = ({ dimension, index }: Head, { matrix: of, groups }: Laid): string =>
  dimension === 'group' || dimension === 'total'
    ? `${dimension} ${groups[index]?.id ?? ''}`.trim()
    : (names(of)[dimension][index] ?? '')
const lines = (laid: Laid, side: readonly Line[]): string[] =>
  side.map(({ heads }) => heads.map((head) => headName(head, laid)).join(' '))
const values = (laid: Laid) =>
  laid.rows.map((row) =>
    laid.columns.map((column) => laid.cell(row, column)?.shown?.value ?? laid.total(row, column)?.value ?? null),
  )

describe('layOut', () => {
  it('puts places on the rows, indicators and years on the columns', () => {
    const laid = lay()
    expect(lines(laid, laid.rows)).toEqual(['洛阳 actual', '瀍河 actual', '西工 actual'])
    expect(lines(laid, laid.columns)).toEqual(['gdp 2021', 'gdp 2022', 'tax_revenue 2021', 'tax_revenue 2022'])
    expect(values(laid)).toEqual([
      [450, 500, null, null],
      [null, 160, null, 12],
      [null, 300, null, null],
    ])
  })

  it('turns round: years on the rows, places above', () => {
    const laid = lay({ layout: { rows: ['indicator', 'year'], columns: ['place'] } })
    expect(lines(laid, laid.columns)).toEqual(['洛阳', '瀍河', '西工'])
    expect(lines(laid, laid.rows)[1]).toBe('gdp 2022 actual')
    expect(values(laid)).toEqual([
      [450, null, null],
      [500, 160, 300],
      [null, null, null],
      [null, 12, null],
    ])
  })

  it('takes all dimensions on one side', () => {
    const laid = lay({ layout: { rows: ['place', 'indicator', 'year'], columns: [] } })
    expect([laid.rows.length, laid.columns.length]).toEqual([12, 1])
    expect(
      values(laid)
        .flat()
        .filter((value) => value !== null),
    ).toEqual([450, 500, 160, 12, 300])
  })

  it('shows the same numbers in every layout, whatever is empty', () => {
    const seen = (laid: Laid) =>
      values(laid)
        .flat()
        .filter((value) => value !== null)
        .sort()
    const all = seen(lay())
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...Dimension.options]),
        fc.shuffledSubarray([...Dimension.options]),
        (rows, columns) => {
          const laid = lay({ layout: { rows, columns } })
          expect(seen(laid)).toEqual(all)
          const { laid: trimmed } = withoutEmptyLines(laid)
          expect(seen(trimmed)).toEqual(all)
          for (const row of laid.rows)
            for (const column of laid.columns)
              expect(laid.holds(row, column)).toBe(laid.cell(row, column)?.state === 'value')
        },
      ),
    )
  })

  it('sums amounts over places, a city without its districts', () => {
    const laid = lay({ totals: true })
    expect(lines(laid, laid.rows).at(-1)).toBe('total actual')
    const [row] = laid.rows.slice(-1)
    const totals = laid.columns.map((column) => row && laid.total(row, column))
    expect(totals.map((total) => total && [total.value, total.covered, total.of])).toEqual([
      [450, 1, 1],
      [500, 1, 1],
      null,
      null,
    ])
  })

  it('groups places by the one above, with totals of their own that say what they hold', () => {
    const laid = lay({ totals: true, groups: 'parent' })
    expect(lines(laid, laid.rows)).toEqual([
      'group 410000',
      '洛阳 actual',
      'group 410300',
      '瀍河 actual',
      '西工 actual',
      'total 410300 actual',
      'total actual',
    ])
    const row = laid.rows[5]
    const column = laid.columns[1]
    expect(row && column && laid.total(row, column)).toMatchObject({ value: 460, covered: 2, of: 2, estimates: 1 })
    expect(row && column && laid.cell(row, column)).toBeNull()
  })

  it('has groups above places on the columns', () => {
    const laid = lay({ groups: 'level', totals: true, layout: { rows: ['year'], columns: ['indicator', 'place'] } })
    expect(lines(laid, laid.columns).slice(0, 5)).toEqual([
      'gdp group city 洛阳',
      'gdp group county 瀍河',
      'gdp group county 西工',
      'gdp group county total county',
      'gdp group total',
    ])
    expect(laid.columns.every(({ kind }) => kind !== 'group')).toBe(true)
  })

  it('never sums growth', () => {
    const growth = buildMatrix([record({ cells: [cell()] })], { ...settings, kind: 'growth' })
    const laid = lay({ totals: true }, growth)
    expect(laid.rows.some(({ kind }) => kind === 'total')).toBe(false)
  })
})

describe('withoutEmptyLines', () => {
  it('drops lines without a number, and a group with none', () => {
    const trimmed = withoutEmptyLines(lay({ groups: 'parent' }))
    expect([trimmed.rows, trimmed.columns]).toEqual([0, 1])
    const gone = withoutEmptyLines(
      lay({ groups: 'parent', layout: { rows: ['year', 'place'], columns: ['indicator'] } }),
    )
    expect(lines(gone.laid, gone.laid.rows).slice(0, 3)).toEqual([
      '2021 group 410000',
      '2021 洛阳 actual',
      '2022 group 410000',
    ])
  })

  it('leaves a table without any number as it is', () => {
    const laid = lay({}, buildMatrix([], settings))
    expect(withoutEmptyLines(laid)).toEqual({ laid, rows: 0, columns: 0 })
  })
})

describe('soundLayout', () => {
  it('has each dimension once', () => {
    const side = fc.array(fc.constantFrom(...Dimension.options))
    fc.assert(
      fc.property(side, side, (rows, columns) => {
        const sound = soundLayout({ rows, columns })
        expect([...sound.rows, ...sound.columns].sort()).toEqual([...Dimension.options].sort())
      }),
    )
  })
})
