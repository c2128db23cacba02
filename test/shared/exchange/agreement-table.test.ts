import { expect, it } from 'vitest'
import type { Agreement } from '#shared/coding/agreement/agreement'
import { type AgreementTables, agreementCsv, agreementWorkbook } from '#shared/exchange/agreement-table'
import { readCsv, tableText } from '#shared/exchange/csv-read'
import { readWorkbook } from './read-workbook'

const agreement = (more: Partial<Agreement>): Agreement => ({
  ...{ code: null, units: 40, coded: [12, 9], any: 14, all: 7 },
  ...{ percent: 0.825, kappa: 0.5514, alpha: 0.5561, skewed: false },
  ...more,
})

const TABLES: AgreementTables = {
  authors: ['甲', '=乙()'],
  codes: [
    { path: '全部编码', agreement: agreement({}) },
    {
      path: '@经济 / 增长',
      agreement: agreement({ code: 'x', kappa: null, alpha: null, coded: [1, 0], skewed: true }),
    },
  ],
  disputes: [
    {
      ...{ code: '经济 / 增长', report: '+报告', words: '-增长8%，\r\n"左右"', given: ['甲'], not: ['=乙()', '丙'] },
      ...{ start: 12, end: 19 },
    },
  ],
}

it('writes figures as numbers, none where nothing is said, and a column for each author', () => {
  const lines = readCsv(tableText(agreementCsv(TABLES, 'zh-CN'))).map(({ cells }) => cells)
  expect(lines).toEqual([
    ['编码', '一致百分比', 'Cohen κ', 'Krippendorff α', '单位数', '有人编码', '都编码', '甲', "'=乙()", '说明'],
    ['全部编码', '0.825', '0.5514', '0.5561', '40', '14', '7', '12', '9', ''],
    ["'@经济 / 增长", '0.825', '', '', '40', '14', '7', '1', '0', expect.stringMatching(/.+/)],
  ])
})

it('has the headings in the language of the interface', () => {
  const [head] = readCsv(tableText(agreementCsv(TABLES, 'en')))
  expect(head?.cells.slice(2, 4)).toEqual(
    ["Cohen's κ", "Krippendorff's α"].map((name) => expect.stringContaining(name.slice(0, 5))),
  )
})

it('writes a workbook of two sheets: figures, and the passages that were coded otherwise', async () => {
  const { sheets } = readWorkbook(await agreementWorkbook(TABLES, 'zh-CN'))
  expect(sheets.map(({ name }) => name)).toEqual(['一致性', '分歧'])
  const [codes, disputes] = sheets
  expect(codes?.cells.get('B2')).toMatchObject({ number: 0.825, text: null })
  expect(codes?.cells.get('C3')).toBeUndefined()
  expect(codes?.cells.get('A3')).toMatchObject({ text: '@经济 / 增长', number: null })
  expect(['A2', 'B2', 'C2', 'D2', 'E2'].map((at) => disputes?.cells.get(at)?.text)).toEqual([
    ...['经济 / 增长', '+报告', '-增长8%，\r\n"左右"', '甲', '=乙()、丙'],
  ])
  expect([disputes?.cells.get('F2')?.number, disputes?.cells.get('G2')?.number]).toEqual([12, 19])
})
