import { expect, it } from 'vitest'
import { type ImportedFile, importCsv, importWorkbook } from '#shared/exchange/import-report'
import { message } from '#shared/model/identity'
import { readWorkbook } from './read-workbook'

const found = {
  title: '政府工作报告',
  place: { name: '瀍河回族区' },
  repairedFrom: '漯河区',
  year: 2023,
  kind: 'digest',
  confidence: 0.87,
}
const FILES: ImportedFile[] = [
  {
    name: '县区/a.zip/瀍河.txt',
    hash: 'a'.repeat(64),
    status: 'imported',
    format: 'txt',
    encoding: 'gb18030',
    encodingReason: message('reasons.encoding.mark'),
    characters: 1200,
    statements: 31,
    reports: [found, { ...found, place: null, repairedFrom: null, year: null }],
  },
  { name: '=空.txt', hash: null, status: 'failed', reason: message('errors.file.empty') },
  { name: '又一份.docx', hash: 'b'.repeat(64), status: 'duplicate', of: '原来的.docx' },
  {
    name: '通知.pdf',
    hash: 'c'.repeat(64),
    status: 'imported',
    format: 'pdf',
    encoding: null,
    encodingReason: message('reasons.encoding.mark'),
    characters: 80,
    statements: 0,
    reports: [],
  },
]
const rows = new TextDecoder()
  .decode(importCsv(FILES, 'zh-CN'))
  .trimEnd()
  .split('\r\n')
  .map((line) => line.split(','))

it('gives a row to each report, and one to each file without', () => {
  expect(rows.map(([file, status]) => [file, status])).toEqual([
    [expect.stringContaining('文件'), '结果'],
    ['县区/a.zip/瀍河.txt', '已导入'],
    ['县区/a.zip/瀍河.txt', '已导入'],
    ["'=空.txt", '失败'],
    ['又一份.docx', '重复'],
    ['通知.pdf', '已导入'],
  ])
})

it('counts the statements of a file once, and says why where nothing was read', () => {
  const at = rows[0]?.indexOf('数据项') ?? -1
  expect(rows.slice(1).map((row) => row[at])).toEqual(['31', '', '', '', '0'])
  expect(rows[3]?.join()).toContain('文件是空的')
  expect(rows[4]?.join()).toContain('原来的.docx')
  expect(rows[5]?.join()).toContain('未识别出工作报告')
})

it('writes the same as a workbook', async () => {
  const [sheet] = readWorkbook(await importWorkbook(FILES, 'en')).sheets
  expect(sheet?.name).toBe('Import result')
  expect(sheet?.cells.get('A2')?.text).toBe('县区/a.zip/瀍河.txt')
  expect(sheet?.cells.get('B4')?.text).toBe('failed')
  expect(sheet?.cells.get(`A${rows.length}`)?.text).toBe('通知.pdf')
})
