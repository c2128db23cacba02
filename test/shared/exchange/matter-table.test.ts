import { expect, it } from 'vitest'
import { type ListedMatter, matterCsv, matterWorkbook } from '../../../shared/exchange/matter-table'
import { type ExtractedMatter, MatterType } from '../../../shared/model/matter'
import { list, listItem, MATTERS, mattersIn, money, rank, venture } from '../../renderer/storage/matters/made'
import { readWorkbook } from './read-workbook'

const line = (content: ExtractedMatter, fields: Partial<ListedMatter> = {}): ListedMatter => ({
  content,
  status: 'accepted',
  place: { code: '410304', name: '瀍河回族区' },
  reportYear: 2024,
  title: '政府工作报告',
  listHeading: '',
  statements: null,
  same: '',
  words: '唐寺门立交开工。',
  section: '2024年工作',
  page: '3',
  file: '瀍河.txt',
  ...fields,
})
const words = { language: 'zh-CN' as const, indicatorName: (id: string) => (id === 'gdp' ? '地区生产总值' : '') }
const english = { language: 'en' as const, indicatorName: (id: string) => (id === 'gdp' ? 'GDP' : '') }

/** The first line of a CSV by the heads of its columns. */
function cellsOf(csv: Uint8Array): Record<string, string | undefined> {
  const [head, first] = new TextDecoder()
    .decode(csv)
    .trim()
    .split('\r\n')
    .map((row) => row.split(','))
  return Object.fromEntries(head?.map((name, index) => [name, first?.[index]]) ?? [])
}

it('writes a venture with its amount as written and in 亿元, and where it stands', () => {
  const wan = { ...money(MATTERS, '50亿元'), quantity: '8300万元', value: 8300, unit: '万元' }
  const csv = matterCsv('venture', [line(venture(MATTERS, '唐寺门立交', { amount: wan }))], words)
  expect([...csv.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(cellsOf(csv)).toMatchObject({
    状态: '已采纳',
    地区: '瀍河回族区',
    地区代码: '410304',
    报告年度: '2024',
    项目名称: '唐寺门立交',
    投资额: '8300万元',
    '投资额（亿元）': '0.83',
    阶段: '开工',
    性质: '目标',
    原句: '唐寺门立交开工。',
    章节: '2024年工作',
    页: '3',
    文件: '瀍河.txt',
    位置: String(MATTERS.indexOf('唐寺门立交')),
  })
})

it('writes a rank in the language of the interface, with yes where the last places are counted', () => {
  const content = rank(MATTERS, '增速居全市第一', { position: 3, within: true, fromBottom: true, previous: 5 })
  expect(cellsOf(matterCsv('rank', [line(content)], english))).toMatchObject({
    'Standard indicator': 'GDP',
    Place: '3',
    'Within the top': 'yes',
    'From the bottom': 'yes',
    'Place before': '5',
    Among: '全市',
    Role: 'Target',
    Status: 'Accepted',
  })
  const plain = matterCsv('rank', [line(rank(MATTERS, '增速居全市第一'))], words)
  expect(cellsOf(plain)).toMatchObject({ 前几名之内: '', 倒数: '' })
})

it('writes lists and their items into one table', () => {
  const heading = '2024年十大民生实事'
  const csv = matterCsv(
    'checklist',
    [
      line(list(MATTERS, heading), { listHeading: heading }),
      line(listItem(MATTERS, '（二）改造老旧小区。', { ordinal: 2, mark: '（二）', count: 4 }), {
        listHeading: heading,
        statements: 1,
      }),
    ],
    words,
  )
  const [head = '', ...rows] = new TextDecoder().decode(csv).trim().split('\r\n')
  const at = (name: string) => head.split(',').indexOf(name)
  const told = rows.map((row) =>
    ['类型', '所属清单', '序号', '项数', '实有项数', '数据项数'].map((name) => row.split(',')[at(name)]),
  )
  expect(told).toEqual([
    ['清单', heading, '', '10', '2', ''],
    ['清单事项', heading, '2', '4', '', '1'],
  ])
})

it('lets no text become a formula', () => {
  const content = venture(MATTERS, '唐寺门立交', { name: '=HYPERLINK("x")', place: '+86' })
  const csv = new TextDecoder().decode(matterCsv('venture', [line(content, { words: '@SUM(A1)' })], words))
  expect(csv).toContain(`"'=HYPERLINK(""x"")"`)
  expect(csv).toContain("'@SUM(A1)")
})

it('has a sheet for each type, in their order, with what is of that type', async () => {
  const bytes = await matterWorkbook(
    MatterType.options,
    mattersIn(MATTERS).map((content) => line(content)),
    words,
  )
  const { sheets } = readWorkbook(bytes)
  expect(sheets.map(({ name }) => name)).toEqual(['定性目标', '位次', '总括完成', '清单', '清单事项', '重大项目'])
  const rows = sheets.map(({ xml }) => xml.match(/<row /g)?.length)
  expect(rows).toEqual([2, 2, 2, 2, 3, 3])
  const ventures = sheets.at(-1)
  expect([...(ventures?.cells.values() ?? [])].map(({ text }) => text)).toContain('瀍河新区产业园')
  expect([...(ventures?.cells.values() ?? [])].map(({ number }) => number)).toContain(50)
})

it('has a name for every column of every type, in both languages', async () => {
  for (const language of [words, english])
    for (const type of [...MatterType.options, 'checklist'] as const) {
      const [head = ''] = new TextDecoder().decode(matterCsv(type, [], language)).split('\r\n')
      expect(head).not.toMatch(/matters\./)
    }
})
