import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReportCells } from '#shared/model/cell'
import { buildMatrix, type Matrix, type MatrixCell } from '../../../shared/compare/matrix'
import { cell, comparison, PLACES, record } from './build'

const only = (matrix: Matrix): MatrixCell => {
  const found = matrix.rows[0]?.cells[0]
  if (!found) throw new Error('the matrix has no cell')
  return found
}
const chosen = (matrix: Matrix): string | undefined => only(matrix).chosen?.origin.quantity
const one = (cells: ReportCells['cells'], fields: Parameters<typeof comparison>[0] = {}) =>
  buildMatrix([record({ cells })], comparison({ places: [PLACES.chanhe.code], ...fields }))

/** A matrix with its rows made. */
const plain = (matrix: Matrix) => ({
  ...matrix,
  rows: matrix.rows.map(({ place, role, cells }) => ({ place, role, cells })),
})

describe('where a number stands', () => {
  it('is decided by its data year, not by the year of the report', () => {
    const records = [
      record({ year: 2023, cells: [cell({ value: 4.3 }), cell({ value: 7, role: 'target', year: '2023' })] }),
      record({ year: 2022, cells: [cell({ value: 8, role: 'target' })] }),
    ]
    const matrix = buildMatrix(
      records,
      comparison({ places: [PLACES.chanhe.code], years: ['2022', '2023'], role: 'both' }),
    )
    expect(matrix.rows.map((row) => [row.role, ...row.cells.map((c) => c.shown?.value ?? null)])).toEqual([
      ['target', 8, 7],
      ['actual', 4.3, null],
    ])
  })

  it('keeps growth and level apart', () => {
    const cells = [cell({ value: 136, unit: '亿元', kind: 'level' }), cell({ value: 4.3 })]
    expect(chosen(one(cells))).toBe('4.3%')
    expect(chosen(one(cells, { kind: 'level' }))).toBe('136亿元')
    expect(only(one(cells)).candidates).toHaveLength(1)
  })

  it('leaves out other places, rejected statements and versions that are not the main one', () => {
    expect(chosen(one([cell({ scope: '全市', value: 9 })]))).toBeUndefined()
    const rejected = { ...cell(), status: 'rejected' as const }
    expect(chosen(one([rejected]))).toBeUndefined()
    const second = record({ main: false, cells: [cell()] })
    expect(only(buildMatrix([second], comparison())).state).toBe('noReport')
  })
})

describe('the chosen statement', () => {
  const cases: [string, Parameters<typeof cell>[0], Parameters<typeof cell>[0]][] = [
    ['status', { status: 'accepted', confidence: 0.1 }, { confidence: 1 }],
    ['period', { start: 900 }, { period: '前三季度' }],
    ['list', { start: 900, list: 'headline' }, { list: 'livelihood' }],
    ['basis', { start: 900 }, { basis: '同口径' }],
    ['confidence', { start: 900, confidence: 0.9 }, { confidence: 0.5 }],
    ['position', { start: 10 }, { start: 900 }],
  ]
  it.each(cases)('is decided by %s, and says so', (reason, better, worse) => {
    const cells = [cell({ ...worse, value: 1 }), cell({ ...better, value: 2 })]
    const [first, second] = only(one(cells)).candidates
    expect(first?.origin.quantity).toBe('2%')
    expect(first?.why.key).toBe(`compare.why.${reason}`)
    expect(second?.why.key).toBe(`compare.whyNot.${reason}`)
    expect([first?.chosen, second?.chosen, second?.differs]).toEqual([true, false, true])
    expect([first?.fits, second?.fits]).toEqual([true, true])
  })

  it('comes from the report that should say it, before one that looks back', () => {
    const matrix = buildMatrix(
      [
        record({ year: 2024, cells: [cell({ value: 5, confidence: 1 })] }),
        record({ year: 2023, cells: [cell({ value: 4.3, confidence: 0.2 })] }),
      ],
      comparison(),
    )
    expect(chosen(matrix)).toBe('4.3%')
    expect(only(matrix).candidates[1]?.why.key).toBe('compare.whyNot.report')
  })

  it('says when it comes from another report', () => {
    const matrix = buildMatrix([record({ year: 2025, cells: [cell()] })], comparison())
    expect(only(matrix).warnings).toContainEqual({ key: 'compare.warning.otherReport', params: { year: 2025 } })
  })

  it('counts a figure said twice the same way as no difference', () => {
    const [, second] = only(one([cell({ start: 1 }), cell({ start: 500 })])).candidates
    expect(second?.differs).toBe(false)
  })
})

describe('flags and warnings', () => {
  it('flags part of a year and an estimate', () => {
    const { partial, estimate } = only(one([cell({ period: '前三季度', wording: '预计' })]))
    expect([partial, estimate]).toEqual([true, true])
    expect(only(one([cell({ period: '全年' })])).partial).toBe(false)
    expect(only(one([cell({ period: '截至2022年底' })])).partial).toBe(false)
    expect(only(one([cell({ period: '截至11月底' })])).partial).toBe(true)
  })

  it('takes no plan word of a target for an estimate', () => {
    const matrix = one([cell({ role: 'target', wording: '预计' })], { role: 'target' })
    expect(only(matrix).estimate).toBe(false)
  })

  it('warns of a column where some leave open what others state, and on the mark that does not say it', () => {
    const matrix = buildMatrix(
      [record({ cells: [cell({ basis: '登记' })] }), record({ place: PLACES.xigong, cells: [cell()] })],
      comparison(),
    )
    const key = 'compare.warning.unstated.basis'
    expect(matrix.columns[0]?.warnings.map((warning) => warning.key)).toEqual([key])
    expect(matrix.indicators[0]?.warnings.map((warning) => warning.key)).toEqual([key])
    for (const row of matrix.rows) expect(row.cells[0]?.warnings.map((warning) => warning.key)).toContain(key)
    expect(matrix.rows[0]?.cells[0]?.warnings.map((warning) => warning.key)).toContain('compare.warning.only.basis')
  })

  it('warns of nothing where all say the same', () => {
    const matrix = buildMatrix(
      [record({ cells: [cell()] }), record({ place: PLACES.xigong, cells: [cell()] })],
      comparison(),
    )
    expect(matrix.columns[0]?.warnings).toEqual([])
  })
})

describe('units', () => {
  const amounts = (...list: [number, string][]) =>
    buildMatrix(
      list.map(([value, unit], index) =>
        record({
          place: { ...PLACES.chanhe, code: String(index) },
          cells: [cell({ value, unit, kind: 'level' })],
        }),
      ),
      comparison({ places: list.map((_, index) => String(index)), kind: 'level' }),
    )
  const shown = (matrix: Matrix) => matrix.rows.map((row) => row.cells[0]?.shown)

  it('are aligned to the one written most often', () => {
    const matrix = amounts([2.97, '亿元'], [8300, '万元'], [1, '亿元'])
    expect(matrix.columns[0]?.unit).toBe('亿元')
    expect(shown(matrix).map((s) => s?.value)).toEqual([2.97, 0.83, 1])
  })

  it('take the larger of two as frequent', () => {
    expect(amounts([1, '亿元'], [8300, '万元']).columns[0]?.unit).toBe('亿元')
  })

  it('never convert a currency', () => {
    const matrix = amounts([1, '亿元'], [2, '亿元'], [3, '亿美元'])
    expect(shown(matrix)[2]).toEqual({ value: 3, high: null, unit: '亿美元' })
    expect(matrix.rows[2]?.cells[0]?.warnings.map(({ key }) => key)).toContain('compare.warning.otherUnit')
    expect(matrix.columns[0]?.warnings.map(({ key }) => key)).toContain('compare.warning.mixed.base')
  })

  it('agree whichever of 亿元 and 万元 was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), (hundredths) => {
        const matrix = amounts([hundredths / 100, '亿元'], [hundredths * 100, '万元'])
        const [left, right] = shown(matrix)
        expect(left).toEqual(right)
      }),
    )
  })
})

describe('what is missing', () => {
  const missing = (records: ReportCells[], fields: Parameters<typeof comparison>[0] = {}) => {
    const { state, missing, shown } = only(buildMatrix(records, comparison(fields)))
    expect(shown).toBeNull()
    return [state, missing?.key]
  }

  it('is told apart: no report, a silent report, a silent digest, another kind', () => {
    expect(missing([])).toEqual(['noReport', 'compare.missing.noReport'])
    expect(missing([record({ year: 2022 })])).toEqual(['noReport', 'compare.missing.noReport'])
    expect(missing([record()])).toEqual(['silent', 'compare.missing.silent'])
    expect(missing([record({ kind: 'digest' })])).toEqual(['silent', 'compare.missing.onlyDigest'])
    expect(missing([record({ kind: 'incomplete' }), record({ kind: 'digest' })])).toEqual([
      'silent',
      'compare.missing.onlyDigest',
    ])
    expect(missing([record({ kind: 'digest' }), record()])).toEqual(['silent', 'compare.missing.silent'])
    expect(missing([record({ cells: [cell({ kind: 'level', unit: '亿元' })] })])).toEqual([
      'silent',
      'compare.missing.otherKind.level',
    ])
  })

  it('asks the report of the year for targets, and the one after a span for its results', () => {
    expect(missing([record({ year: 2022 })], { role: 'target' })).toEqual(['silent', 'compare.missing.silent'])
    expect(missing([record({ year: 2026 })], { years: ['2021-2025'] })).toEqual(['silent', 'compare.missing.silent'])
  })

  it('is not zero', () => {
    expect(only(one([cell({ value: 0 })])).shown?.value).toBe(0)
    expect(only(one([cell({ value: 0 })])).state).toBe('value')
  })
})

describe('any library', () => {
  const places = [PLACES.chanhe, PLACES.xigong, PLACES.luoyang]
  const cells = fc.array(
    fc.record({
      start: fc.integer({ min: 0, max: 50 }),
      value: fc.integer({ min: -20, max: 20 }),
      kind: fc.constantFrom('growth' as const, 'ratio' as const),
      role: fc.constantFrom('actual' as const, 'target' as const),
      year: fc.constantFrom('2021', '2022', ''),
      canonical: fc.constantFrom('gdp', 'retail_sales'),
      subset: fc.constantFrom('', '规上'),
      period: fc.constantFrom('', '前三季度'),
      basis: fc.constantFrom('', '可比价'),
      status: fc.constantFrom('suggested' as const, 'accepted' as const, 'rejected' as const),
    }),
    { maxLength: 12 },
  )
  const library = fc.array(
    fc.record({
      place: fc.constantFrom(...places),
      year: fc.constantFrom(2021, 2022, 2023, null),
      kind: fc.constantFrom('full' as const, 'digest' as const),
      main: fc.boolean(),
      fields: cells,
    }),
    { maxLength: 8 },
  )
  const wanted = comparison({
    places: places.map((place) => place.code),
    years: ['2021', '2022'],
    indicators: ['gdp', 'retail_sales'],
    role: 'both',
  })

  it('gives the same matrix in any order', () => {
    fc.assert(
      fc.property(library, fc.infiniteStream(fc.nat()), (reports, order) => {
        const records = reports.map(({ fields, ...rest }) =>
          record({ ...rest, cells: fields.flatMap((f) => (f.status === 'rejected' ? [] : cell(f))) }),
        )
        const shuffled = records
          .map((r) => ({ r: { ...r, cells: r.cells.toReversed() }, at: order.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ r }) => r)
        expect(plain(buildMatrix(shuffled, wanted))).toEqual(plain(buildMatrix(records, wanted)))
      }),
    )
  })

  it('has a row per place and role, a column per indicator and year, and a reason for every empty cell', () => {
    fc.assert(
      fc.property(library, (reports) => {
        const matrix = buildMatrix(
          reports.map(({ fields, ...rest }) =>
            record({ ...rest, cells: fields.flatMap((f) => (f.status === 'rejected' ? [] : cell(f))) }),
          ),
          wanted,
        )
        expect(matrix.rows).toHaveLength(6)
        for (const row of matrix.rows) {
          expect(row.cells).toHaveLength(4)
          for (const found of row.cells) {
            expect(found.state === 'value').toBe(found.chosen !== null)
            expect(found.state === 'value').toBe(found.missing === null)
            expect(row.holds(row.cells.indexOf(found))).toBe(found.state === 'value')
            expect(found.candidates.filter((candidate) => candidate.chosen)).toHaveLength(found.chosen ? 1 : 0)
            expect(found.chosen?.fits ?? true).toBe(true)
          }
        }
      }),
    )
  })
})
