import { describe, expect, it } from 'vitest'
import { buildMatrix } from '../../../shared/compare/matrix'
import { comparisonCsv, comparisonWorkbook, type TableContext } from '../../../shared/exchange/comparison-workbook'
import { cell, comparison, PLACES, record } from '../compare/build'
import { readWorkbook } from './read-workbook'

const source = 'c'.repeat(64)
const matrix = buildMatrix(
  [
    record({
      source,
      cells: [cell({ value: 4.3, comparator: 'ge', wording: '力争' }), cell({ value: 9, subset: '规上', start: 500 })],
    }),
  ],
  comparison(),
)
const context: TableContext = {
  language: 'zh-CN',
  indicatorName: (id) => (id === 'gdp' ? '地区生产总值' : id),
  fileOf: (hash) => (hash === source ? '瀍河2023.txt' : hash),
  sentenceOf: (_, start) => `=句子${start}`,
  pageOf: (_, start) => (start === 100 ? '3–4' : ''),
}

describe('comparisonWorkbook', () => {
  it('has the matrix, the data and the sources', async () => {
    const { sheets } = readWorkbook(await comparisonWorkbook(matrix, context))
    expect(sheets.map(({ name }) => name)).toEqual(['对比', '数据', '来源'])
    const [table, data, sources] = sheets
    expect(table?.cells.get('C1')?.text).toBe('地区生产总值 2022 (%)')
    expect(table?.cells.get('A2')?.text).toBe('瀍河回族区')
    expect(table?.cells.get('C2')?.number).toBe(4.3)
    expect(table?.cells.get('D2')?.text).toBe('以上 力争')
    expect(table?.cells.get('C3')?.text).toContain('资料库中没有')
    expect([data?.cells.get('F2')?.number, data?.cells.get('F3')?.number]).toEqual([4.3, 9])
    const evidence = ['R2', 'S2', 'T2', 'S3'].map((at) => data?.cells.get(at)?.text ?? '')
    expect(evidence).toEqual(['瀍河2023.txt', '3–4', '=句子100', ''])
    expect(sources?.cells.get('E2')?.text).toBe(source)
  })

  it('speaks English', async () => {
    const { sheets } = readWorkbook(await comparisonWorkbook(matrix, { ...context, language: 'en' }))
    expect(sheets.map(({ name }) => name)).toEqual(['Comparison', 'Data', 'Sources'])
  })
})

describe('comparisonCsv', () => {
  it('has a line per statement, with formulas tamed', () => {
    const lines = new TextDecoder().decode(comparisonCsv(matrix, context)).trimEnd().split('\r\n')
    expect(lines).toHaveLength(3)
    expect(lines[0]).toMatch(/^地区,数据年份,指标/)
    expect(lines[1]).toContain(`${PLACES.chanhe.name},2022,地区生产总值,增速,完成情况,4.3,,%,4.3%,以上`)
    expect(lines[1]).toContain("'=句子100")
  })
})
