import { describe, expect, it } from 'vitest'
import { layOut } from '../../../shared/compare/layout'
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
const laid = layOut(matrix, comparison(), (id) => id)
const context: TableContext = {
  language: 'zh-CN',
  indicatorName: (id) => (id === 'gdp' ? '地区生产总值' : id),
  groupName: (group) => (group === '410300' ? '洛阳市' : group),
  linkOf: (hash) => (hash === source ? 'https://example.org/瀍河?a=1&b=2' : ''),
  fileOf: (hash) => (hash === source ? '瀍河2023.txt' : hash),
  sentenceOf: (_, start) => `=句子${start}`,
  pageOf: (_, start) => (start === 100 ? '3–4' : ''),
}

describe('comparisonWorkbook', () => {
  it('has the matrix, the data and the sources', async () => {
    const { sheets } = readWorkbook(await comparisonWorkbook(laid, context))
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
    expect(sources?.cells.get('F2')?.text).toBe(source)
  })

  it('leads from the sources to where they were taken from', async () => {
    const { sheets, parts } = readWorkbook(await comparisonWorkbook(laid, context))
    expect(sheets[2]?.xml).toContain('<hyperlinks><hyperlink ref="D2" r:id="rId1"/></hyperlinks>')
    expect(parts['xl/worksheets/_rels/sheet3.xml.rels']).toContain('Target="https://example.org/瀍河?a=1&amp;b=2"')
    const run = { ...context, linkOf: () => 'javascript:alert(1)' }
    const tame = readWorkbook(await comparisonWorkbook(laid, run))
    expect(tame.sheets[2]?.xml).not.toContain('hyperlink ')
    expect(tame.sheets[2]?.cells.get('D2')?.text).toBe('瀍河2023.txt')
  })

  it('has the layout of the table, its groups and totals, with what they cover', async () => {
    const amount = { kind: 'level', unit: '亿元' } as const
    const settings = comparison({
      kind: 'level',
      groups: 'parent',
      totals: true,
      layout: { rows: ['place', 'year'], columns: ['indicator'] },
    })
    const levels = buildMatrix(
      [
        record({ cells: [cell({ ...amount, value: 136.5, wording: '预计' })] }),
        record({ place: PLACES.xigong, cells: [cell({ ...amount, value: 300 })] }),
      ],
      settings,
    )
    const [table] = readWorkbook(
      await comparisonWorkbook(
        layOut(levels, settings, (id) => id),
        context,
      ),
    ).sheets
    const at = (cells: string[]) => cells.map((name) => table?.cells.get(name)?.number ?? table?.cells.get(name)?.text)
    expect(at(['A1', 'B1', 'C1', 'D1'])).toEqual(['地区', '数据年份', '性质', '地区生产总值 (亿元)'])
    expect(at(['A2', 'A3', 'B3', 'C3', 'D3', 'E3'])).toEqual([
      '洛阳市',
      '瀍河回族区',
      '2022',
      '完成情况',
      136.5,
      '预计数 预计',
    ])
    expect(at(['A5', 'D5', 'E5'])).toEqual(['洛阳市合计', 436.5, '2/2 地 含预计 1 个'])
    expect(at(['A6', 'D6'])).toEqual(['合计', 436.5])
  })

  it('speaks English', async () => {
    const { sheets } = readWorkbook(await comparisonWorkbook(laid, { ...context, language: 'en' }))
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
