import { expect, it } from 'vitest'
import { type ListedHit, searchCsv, searchWorkbook } from '#shared/exchange/search-table'
import { readWorkbook } from './read-workbook'

const hit = (patch: Partial<ListedHit> = {}): ListedHit => ({
  ...{
    place: { name: '洛阳市', code: '410300' },
    year: 2024,
    report: '2024年政府工作报告',
    section: '一、回顾',
    page: '3',
  },
  ...{
    before: '城区停',
    hit: '车场',
    after: '，共',
    sentence: '新建停车场12个。',
    start: 120,
    end: 122,
    file: '洛阳.txt',
  },
  ...patch,
})
const lines = (bytes: Uint8Array) =>
  new TextDecoder()
    .decode(bytes)
    .replace(/^\ufeff/, '')
    .trim()
    .split('\r\n')

it('writes a line for each hit under headings in the language asked for', () => {
  const [head, first] = lines(searchCsv([hit()], 'zh-CN'))
  expect(head).toBe('地区,地区代码,报告年度,报告,章节,页,前文,检索词,后文,整句,起,止,文件')
  expect(first).toBe(
    '洛阳市,410300,2024,2024年政府工作报告,一、回顾,3,城区停,车场,，共,新建停车场12个。,120,122,洛阳.txt',
  )
  expect(lines(searchCsv([], 'en'))[0]).toContain('Place,Place code,Report year')
})

it('leaves no formula to a spreadsheet', () => {
  const [, first] = lines(
    searchCsv([hit({ before: '=HYPERLINK("x")', hit: '-5亿元', after: '＋1', sentence: '@a' })], 'en'),
  )
  expect(first).toContain(`"'=HYPERLINK(""x"")",'-5亿元,'＋1,'@a`)
})

it('leaves empty what is not known', () => {
  const [, first] = lines(searchCsv([hit({ place: null, year: null, report: '', section: '', page: '' })], 'en'))
  expect(first).toMatch(/^,,,,,,城区停/)
})

it('makes a workbook that tells on a second sheet what was looked for', async () => {
  const bytes = await searchWorkbook([hit({ hit: '=1+1' })], [['检索词', '停车场']], 'zh-CN')
  const [sheet, query] = readWorkbook(bytes).sheets
  expect(sheet?.cells.get('C2')?.number).toBe(2024)
  expect(sheet?.cells.get('H2')?.text).toBe('=1+1')
  expect(sheet?.xml).not.toContain('<f>')
  expect([query?.name, query?.cells.get('A2')?.text, query?.cells.get('B2')?.text]).toEqual([
    '检索条件',
    '检索词',
    '停车场',
  ])
})
