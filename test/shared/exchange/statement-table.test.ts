import { expect, it } from 'vitest'
import { type ListedStatement, statementCsv, statementWorkbook } from '../../../shared/exchange/statement-table'
import { statementAt } from '../../renderer/storage/fixture'
import { readWorkbook } from './read-workbook'

const line = (fields: Partial<ListedStatement> = {}): ListedStatement => ({
  ...statementAt('160亿元', { value: 160, unit: '亿元', comparator: 'ge', role: 'target', list: 'headline' }),
  status: 'accepted',
  place: { code: '410304', name: '瀍河回族区' },
  reportYear: 2023,
  title: '政府工作报告',
  normal: 16_000_000_000,
  normalHigh: null,
  normalUnit: '元',
  words: '地区生产总值达到160亿元以上。',
  file: '瀍河.txt',
  page: '3',
  ...fields,
})
const words = { language: 'zh-CN' as const, indicatorName: (id: string) => (id === 'gdp' ? '地区生产总值' : '') }
const rowsOf = (csv: Uint8Array) =>
  new TextDecoder()
    .decode(csv)
    .trim()
    .split('\r\n')
    .map((row) => row.split(','))

it('writes a number as written and normalised beside it', () => {
  const [head, first] = rowsOf(statementCsv([line()], words))
  const cells = Object.fromEntries(head?.map((name, index) => [name, first?.[index]]) ?? [])
  expect(cells).toMatchObject({
    状态: '已采纳',
    地区: '瀍河回族区',
    指标: '地区生产总值',
    单位: '亿元',
    归一值: '16000000000',
    归一单位: '元',
    性质: '目标',
    所在清单: '主要预期目标',
    把握: '0.9',
    文件: '瀍河.txt',
    页: '3',
  })
})

it('lets no text become a formula', () => {
  const csv = new TextDecoder().decode(statementCsv([line({ indicator: '=HYPERLINK("x")', words: '@SUM(A1)' })], words))
  expect(csv).toContain(`"'=HYPERLINK(""x"")"`)
  expect(csv).toContain("'@SUM(A1)")
})

it('writes many lines as one table', () => {
  const csv = statementCsv(
    Array.from({ length: 10_001 }, (_, start) => line({ start })),
    words,
  )
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(csv)
  expect(text.indexOf('\ufeff', 1)).toBe(-1)
  expect(text.startsWith('\ufeff')).toBe(true)
  expect(text.trim().split('\r\n')).toHaveLength(10_002)
})

it('writes the same columns as a workbook', async () => {
  const { sheets } = readWorkbook(await statementWorkbook([line()], { ...words, language: 'en' }))
  const [sheet] = sheets
  expect(sheet?.name).toBe('Statement table')
  const cells = [...(sheet?.cells.values() ?? [])]
  expect(cells.map(({ text }) => text)).toContain('Normalised')
  expect(cells.map(({ number }) => number)).toContain(16_000_000_000)
})
