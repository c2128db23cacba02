import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyseFile } from '#shared/analysis/analyse'
import { readReport } from '#shared/matters/extract'
import { FORMAT_RESOURCES } from '../../electron/cli/format-resources'
import { corpusFiles, type GoldFile, seedFiles } from '../gold/files'
import { violationsIn } from './invariants'
import { matterViolationsIn } from './matter-invariants'

/** The seeds, and the labelled reports of the corpus where they are at hand; all of the corpus is the bench's. */
const FILES: readonly GoldFile[] = [...seedFiles(), ...corpusFiles()].filter(({ bytes }) => bytes !== null)

async function analyse(name: string, bytes: Uint8Array) {
  const hash = createHash('sha256').update(bytes).digest('hex')
  const at = '2026-01-01T00:00:00Z'
  const analysed = await analyseFile({ name, hash, bytes, at }, { resources: FORMAT_RESOURCES })
  if (!analysed.ok) throw new Error(analysed.reason.key)
  return analysed.value
}

/** The violations of all reports of a text, and how many statements they have. */
async function check(name: string, text: string) {
  const { text: reading, reports } = await analyse(name, new TextEncoder().encode(text))
  const statements = reports.reduce((sum, report) => sum + report.statements.length, 0)
  const violations = reports.flatMap(({ report, statements: said, matters }) => [
    ...violationsIn(reading.text, report, said),
    ...matterViolationsIn(reading.text, report, matters, said),
  ])
  return { statements, violations }
}

const seeds = seedFiles().map(({ bytes }) => new TextDecoder().decode(bytes ?? new Uint8Array()))

describe('real reports', () => {
  it.each(FILES.map(({ name, file, bytes }) => [name, file, bytes] as const))('%s', async (_, file, bytes) => {
    const { statements, violations } = await check(file, new TextDecoder().decode(bytes ?? new Uint8Array()))
    expect(violations).toEqual([])
    expect(statements).toBeGreaterThan(20)
  })

  it('gives the same again, in any order', async () => {
    const read = async (files: readonly GoldFile[]): Promise<Map<string, string>> => {
      const found = new Map<string, string>()
      for (const { file, bytes } of files)
        found.set(file, JSON.stringify(await analyse(file, bytes ?? new Uint8Array())))
      return found
    }
    const first = await read(FILES)
    const again = await read(FILES.toReversed())
    for (const { file } of FILES) expect(again.get(file)).toBe(first.get(file))
  })
})

/** What scans, web pages and hasty typing do to a text. */
const DIRT = [
  '\n',
  '\r\n',
  ' ',
  '　',
  '。',
  '，',
  '％',
  '‰',
  '(',
  '）',
  '“',
  '—',
  '\ufeff',
  '𠀀',
  '\ud840',
  '&nbsp;',
  '|',
]
const dirt = fc.constantFrom(...DIRT)

describe('texts that nobody wrote', () => {
  it('holds for seeds that are cut anywhere and soiled', async () => {
    const place = fc.nat({ max: 1_000_000 })
    const soiled = fc.record({
      seed: fc.nat({ max: seeds.length - 1 }),
      from: place,
      length: fc.integer({ min: 1, max: 3000 }),
      spots: fc.array(fc.tuple(place, dirt), { maxLength: 40 }),
    })
    let found = 0
    await fc.assert(
      fc.asyncProperty(soiled, async ({ seed, from, length, spots }) => {
        const whole = seeds[seed] ?? ''
        const start = from % whole.length
        let text = whole.slice(start, start + length)
        for (const [at, sign] of spots)
          text = text.slice(0, at % (text.length + 1)) + sign + text.slice(at % (text.length + 1))
        const { violations, statements } = await check('a.txt', `政府工作报告\n各位代表：\n${text}`)
        found += statements
        expect(violations).toEqual([])
      }),
      { numRuns: 150 },
    )
    expect(found).toBeGreaterThan(150)
  })

  it('holds for sentences of random numerals, units and words', () => {
    const word = fc.constantFrom(
      '地区生产总值',
      '增长',
      '达到',
      '分别',
      '其中',
      '、',
      '，',
      '。',
      '新建',
      '学校',
      '个',
      '家',
      '以上',
      '左右',
      '同比',
      '比上年',
      '百分之',
      '提高',
      '至',
      '从',
    )
    const numeral = fc.oneof(
      fc.double({ min: 0, max: 99999, noNaN: true }).map((value) => value.toFixed(2)),
      fc.nat({ max: 9_999_999 }).map((value) => value.toLocaleString('en')),
      fc.constantFrom('三十五', '两', '一百零二', '十', '半', '八', '３.５', '4l.38', '3—5', '6.5%—7%', '五点六'),
    )
    const unit = fc.constantFrom(
      '亿元',
      '万元',
      '%',
      '％',
      '个百分点',
      '公里',
      '万人次',
      '平方米',
      'm2',
      '年',
      '月',
      '日',
      '届',
      '次会议',
      '名',
      '',
    )
    const piece = fc.oneof(
      word,
      fc.tuple(numeral, unit).map((parts) => parts.join('')),
      dirt,
    )
    let found = 0
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 120 }), (pieces) => {
        const text = `2022年，${pieces.join('')}`
        const end = text.length
        const input = { text, start: 0, end, year: 2022, kind: 'full', sections: [], joins: [] } as const
        const { statements, matters } = readReport(input)
        found += statements.length
        expect(violationsIn(text, { start: 0, end }, statements)).toEqual([])
        expect(matterViolationsIn(text, { start: 0, end }, matters, statements)).toEqual([])
      }),
      { numRuns: 500 },
    )
    expect(found).toBeGreaterThan(200)
  })

  it('holds for promises of random words', () => {
    const word = fc.constantFrom(
      ...[
        '居民收入',
        '城镇、农村居民收入',
        '生产总值',
        '粮食产量',
        '与',
        '经济增长',
        '同步',
        '高于',
        '不低于',
        '全省平均水平',
      ],
      ...[
        '正增长',
        '只增不减',
        '稳中有升',
        '完成',
        '上级下达任务',
        '控制在',
        '以内',
        '增速',
        '总量',
        '居',
        '全市',
        '八城区',
      ],
      ...[
        '第一',
        '第3位',
        '前10名',
        '首位',
        '连续16年',
        '由第5位升至第2位',
        '省、市、区',
        '民生实事',
        '全部完成',
        '圆满完成',
      ],
      ...[
        '各项目标任务',
        '2022年',
        '十大民生实事',
        '重点办好以下十件实事：',
        '（一）',
        '（二）',
        '1.',
        '2.',
        '一是',
        '二是',
        '●',
        '**',
      ],
      ...[
        '年底前',
        '投资2.97亿元',
        '（9项）',
        '争取上级资金',
        '总投资50亿元的',
        '三川大道',
        '汽车产业园',
        '项目',
        '等项目',
        '开工',
      ],
      ...['竣工', '投用', '加快推进', '签约', '、', '，', '；', '。', '\n', '\n\n', '## '],
    )
    let found = 0
    fc.assert(
      fc.property(fc.array(fc.oneof({ weight: 8, arbitrary: word }, dirt), { maxLength: 80 }), (pieces) => {
        const text = `2022年，${pieces.join('')}`
        const end = text.length
        const input = { text, start: 0, end, year: 2022, kind: 'full', sections: [], joins: [] } as const
        const { statements, matters } = readReport(input)
        found += matters.length
        expect(matterViolationsIn(text, { start: 0, end }, matters, statements)).toEqual([])
      }),
      { numRuns: 800 },
    )
    expect(found).toBeGreaterThan(30)
  })
})
