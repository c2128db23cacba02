import { describe, expect, it } from 'vitest'
import { type CountedReport, countCodes, coverOf } from '#shared/coding/code-counts'
import { type CountsTable, columnSums, countsTable, withoutEmpty } from '../../../../renderer/features/codebook/counts'

const report = (id: string, code: string | null, year: number | null, kind: CountedReport['kind'] = 'full') => ({
  id,
  place: code === null ? null : { code, name: `${code}区`, short: code, level: 'county' as const, parent: null },
  year,
  kind,
  main: true,
  version: null,
})

const REPORTS = [
  report('a24', 'A', 2024),
  report('a25', 'A', 2025, 'digest'),
  report('b25', 'B', 2025),
  report('?', null, null),
]
const CODES = [
  { id: 'x', name: '甲', depth: 0, color: '#0072b2' },
  { id: 'y', name: '乙', depth: 1, color: '#e69f00' },
]
const on = (where: string, code: string) => ({ source: 's', report: where, codes: [code], characters: 10 })

const table = (code: string | null, by: 'year' | 'place' = 'year') =>
  countsTable(
    countCodes([on('a24', 'x'), on('a24', 'y'), on('a25', 'x'), on('?', 'x')], new Set(), REPORTS, null),
    coverOf(REPORTS),
    CODES,
    { code, by },
  )

const SIGNS = { full: '', part: '*', none: '-' }
const shown = ({ columns, lines }: CountsTable) => [
  columns.map(({ name }) => name ?? '?').join(' '),
  ...lines.map(({ name, cells, total }) =>
    [name ?? '?', ...cells.map(({ count, cover }) => count.annotations + SIGNS[cover]), total.count.annotations].join(
      ' ',
    ),
  ),
]

describe('the table of counts', () => {
  it('of a code has places and years; missing and not whole are told from zero', () => {
    expect(shown(table('x'))).toEqual(['2024 2025 ?', 'A区 1 1* 0- 2', 'B区 0- 0 0- 0', '? 0- 0- 1 1'])
    expect(columnSums(table('x')).map(({ annotations }) => annotations)).toEqual([1, 1, 1])
  })

  it('of all codes has years or places', () => {
    expect(shown(table(null))).toEqual(['2024 2025 ?', '甲 1 1 1 3', '乙 1 0 0 1'])
    expect(shown(table(null, 'place'))).toEqual(['A区 B区 ?', '甲 2 0 1 3', '乙 1 0 0 1'])
  })

  it('leaves out what counts nothing', () => {
    expect(shown(withoutEmpty(table('y')))).toEqual(['2024', 'A区 1 1'])
    expect(shown(withoutEmpty(table(null, 'place')))).toEqual(['A区 ?', '甲 2 1 3', '乙 1 0 1'])
  })

  it('knows what each cell is about', () => {
    expect(table('x').lines[0]?.cells[1]?.at).toEqual({ code: 'x', place: 'A', year: 2025 })
    expect(table(null, 'place').lines[1]?.cells[0]?.at).toEqual({ code: 'y', place: 'A', year: null })
  })
})
