import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Section } from '#shared/model/section'
import { ExtractedStatement } from '#shared/model/statement'
import { extractStatements } from '#shared/statements/extract'
import { inputOf, line, lines, plan, review } from './read'

describe('names and numbers', () => {
  test.each<[sentence: string, ...expected: string[]]>([
    [
      '地区生产总值完成160亿元，同比增长4.3%。',
      '地区生产总值 160亿元 eq level [gdp]',
      '地区生产总值 4.3% eq growth [gdp]',
    ],
    [
      '新增公共停车场5个、泊位829个。',
      '新增公共停车场 5个 eq level [parking_lots]',
      '新增公共停车场泊位 829个 eq level [parking_spaces]',
    ],
    [
      '建设5个社区养老服务中心和1个特困供养中心。',
      '社区养老服务中心 5个 eq level [elderly_care_centres]',
      '特困供养中心 1个 eq level',
    ],
    [
      '实施重大项目107个，总投资216.7亿元。',
      '重大项目 107个 eq level [key_projects]',
      '重大项目总投资 216.7亿元 eq level [key_project_investment]',
    ],
    [
      '总投资50亿元的248个重点项目有力推进。',
      '重点项目总投资 50亿元 eq level [key_project_investment]',
      '重点项目 248个 eq level [key_projects]',
    ],
    ['61万贫困学生得到资助。', '贫困学生 61万 eq level'],
    ['参保人数突破12万。', '参保人数 12万 ge level'],
    [
      '民生支出8.9亿元，占一般公共预算支出的79%。',
      '民生支出 8.9亿元 eq level [livelihood_spending]',
      '民生支出占一般公共预算支出 79% eq ratio [livelihood_spending_share]',
    ],
    ['75.4%的财政支出用于民生。', '财政支出用于民生 75.4% eq ratio [livelihood_spending_share]'],
    ['畜牧业实现产值49亿元。', '畜牧业产值 49亿元 eq level'],
    ['粮食喜获丰收，总产量61.9亿斤。', '粮食总产量 61.9亿斤 eq level [grain_output]'],
    ['研发覆盖比例68%，高于全市3个百分点。', '研发覆盖比例 68% eq ratio', '研发覆盖比例 3个百分点 eq points'],
    ['培育科技领军人才等13人。', '科技领军人才 13人 eq level'],
  ])('%s', (sentence, ...expected) => expect(lines(review(sentence))).toEqual(expected))
})

describe('chains', () => {
  test.each<[sentence: string, ...expected: string[]]>([
    [
      '地区生产总值、人均GDP、全员劳动生产率增长8%。',
      '地区生产总值 8% eq growth [gdp]',
      '人均GDP 8% eq growth [gdp_per_capita]',
      '全员劳动生产率 8% eq growth [labour_productivity]',
    ],
    ['新建、改建公厕10座。', '新建、改建公厕 10座 eq level [public_toilets]'],
    ['新建农家乐、农家客栈10家。', '新建农家乐、农家客栈 10家 eq level'],
    [
      '城乡居民人均可支配收入分别达到28979元、10608元，分别增长8.5%和11%。',
      '城镇居民人均可支配收入 28979元 eq level [income_urban]',
      '农村居民人均可支配收入 10608元 eq level [income_rural]',
      '城镇居民人均可支配收入 8.5% eq growth [income_urban]',
      '农村居民人均可支配收入 11% eq growth [income_rural]',
    ],
    [
      '接待游客650万人次，旅游收入45亿元，分别增长18%、16%以上。',
      '接待游客 650万人次 eq level [tourist_visits]',
      '旅游收入 45亿元 eq level [tourism_revenue]',
      '接待游客 18% ge growth [tourist_visits]',
      '旅游收入 16% ge growth [tourism_revenue]',
    ],
    [
      '五莲、甲山地区生产总值均超过700亿元。',
      '五莲地区生产总值 700亿元 ge level [gdp]',
      '甲山地区生产总值 700亿元 ge level [gdp]',
    ],
    ['存贷款余额20亿元、30亿元。', '存款余额 20亿元 eq level [deposits]', '贷款余额 30亿元 eq level [loans]'],
  ])('%s', (sentence, ...expected) => expect(lines(review(sentence))).toEqual(expected))

  it('keeps what a 其中 is part of, and its class', () => {
    const found = plan('实施重点项目220项，投资775亿元，其中，产业项目90项，投资349亿元。')
    expect(found.map((s) => [s.canonical, s.part_of])).toEqual([
      ['key_projects', ''],
      ['key_project_investment', ''],
      ['key_projects', '重点项目'],
      ['key_project_investment', '重点项目'],
    ])
  })
})

describe('comparators, kinds and signs', () => {
  test.each([
    ['城镇新增就业5000人以上。', 'ge', 'level', 5000],
    ['失业率控制在5.5%以内。', 'le', 'ratio', 5.5],
    ['失业率不超过5.5%。', 'le', 'ratio', 5.5],
    ['统筹不低于1亿元资金。', 'ge', 'level', 1],
    ['地区生产总值增长12%左右。', 'approx', 'growth', 12],
    ['惠及群众近30万人。', 'approx', 'level', 30],
    ['近400余名代表参加。', 'approx', 'level', 400],
    ['新增小微企业1.4万余家。', 'ge', 'level', 1.4],
    ['财政收入突破100亿元。', 'ge', 'level', 100],
    ['省级示范开发区1至2个。', 'range', 'level', 1],
    ['地区生产总值增长6.5%—7%。', 'range', 'growth', 6.5],
    ['“三公”经费下降14.8%。', 'eq', 'growth', -14.8],
    ['减少文件36%。', 'eq', 'growth', -36],
    ['贫困发生率下降到0.55%。', 'eq', 'ratio', 0.55],
    ['城镇化率提高0.1个百分点。', 'eq', 'points', 0.1],
    ['负债率下降2个百分点。', 'eq', 'points', -2],
    ['居民消费价格涨幅控制在4%以内。', 'le', 'growth', 4],
    ['实际利用外资增长2.9倍。', 'eq', 'growth', 2.9],
    ['完成投资为预算的104%。', 'eq', 'ratio', 104],
    ['人口自然增长率5.6‰。', 'eq', 'ratio', 5.6],
  ])('%s', (sentence, comparator, kind, value) => {
    const [found] = review(sentence)
    expect([found?.comparator, found?.kind, found?.value]).toEqual([comparator, kind, value])
  })

  it('gives a range both ends and the whole quantity', () => {
    expect(review('引进企业3—5家。')[0]).toMatchObject({ quantity: '3—5家', value: 3, high: 5, unit: '家' })
  })

  it('leaves 余 and 多 in the quantity and out of the unit', () => {
    expect(review('新增路灯3万多盏。')[0]).toMatchObject({ quantity: '3万多盏', value: 3, unit: '万盏' })
  })

  it('keeps the characters of the file in the quantity and folds them in the unit', () => {
    expect(review('地区生产总值增长８．５％。')[0]).toMatchObject({ quantity: '８．５％', value: 8.5, unit: '%' })
    expect(review('完成投资30.4 亿元。')[0]).toMatchObject({ quantity: '30.4 亿元', value: 30.4, unit: '亿元' })
  })
})

describe('role and year', () => {
  test.each([
    ['地区生产总值160亿元。', 'actual', '2022'],
    ['地区生产总值由2016年的87.5亿元增加。', 'actual', '2016'],
    ['企业由上年的9户增加。', 'actual', '2021'],
    ['“十四五”以来年均增长7.8%。', 'actual', '2021-2022'],
    ['2021年全市地区生产总值修订为1943.3亿元。', 'actual', '2021'],
    ['今年，区政府拟投资8.05亿元。', 'target', '2023'],
  ])('in a review: %s', (sentence, role, year) => {
    const [found] = review(sentence)
    expect([found?.role, found?.year]).toEqual([role, year])
  })

  test.each([
    ['地区生产总值增长8%。', 'target', '2023'],
    ['到2025年，城镇化率达到60%。', 'target', '2025'],
    ['“十四五”期间年均增长8%。', 'target', '2021-2025'],
    ['启动2023年度37个新能源项目。', 'target', '2023'],
  ])('in a plan: %s', (sentence, role, year) => {
    const [found] = plan(sentence)
    expect([found?.role, found?.year]).toEqual([role, year])
  })

  const section = (start: number, end: number, outlook: 'review' | 'plan', year: number): Section => ({
    start,
    end,
    heading: { start, end: start + 2 },
    title: '工作',
    level: 1,
    parent: null,
    outlook,
    year,
    dated: true,
    topic: null,
    topicWords: [],
    appendix: false,
  })
  const roles = (text: string, sections: Section[]): string[] =>
    extractStatements(inputOf(text, { sections })).map((s) => `${s.role} ${s.year}`)

  it('takes outlook and year of sections that tell review from plan', () => {
    const text = '工作\n投资1亿元。\n工作\n投资2亿元。'
    expect(roles(text, [section(0, 10, 'review', 2022), section(10, text.length, 'plan', 2023)])).toEqual([
      'actual 2022',
      'target 2023',
    ])
  })

  it('never takes a section of the year planned for as a review', () => {
    const text = '工作\n投资1亿元。\n工作\n投资2亿元。'
    expect(roles(text, [section(0, 10, 'review', 2022), section(10, text.length, 'review', 2023)])).toEqual([
      'actual 2022',
      'target 2023',
    ])
  })

  it('leaves the year empty where the report has none', () => {
    expect(extractStatements(inputOf('地区生产总值160亿元。', { year: null }))[0]?.year).toBe('')
  })
})

describe('further fields, only as far as the text tells', () => {
  it.each([
    ['前三季度，完成生产总值430亿元。', 'period', '前三季度'],
    ['截至11月底完成投资105亿元。', 'period', '截至11月底'],
    ['完成区本级生产总值305亿元。', 'basis', '区本级'],
    ['实施省市重点项目26个。', 'subset', '省市重点'],
    ['重点项目总投资100亿元。', 'measure', 'planned_total'],
    ['新增停车场10个。', 'measure', 'added'],
    ['累计改造老旧小区553个。', 'measure', 'cumulative'],
    ['公园10个。', 'measure', ''],
    ['公园10个。', 'basis', ''],
    ['公园10个。', 'wording', ''],
  ] as const)('%s %s', (sentence, field, value) => expect(review(sentence)[0]?.[field]).toBe(value))

  it('reads wording and deadline of a target', () => {
    expect(plan('力争年底前结案率达到50%以上。')[0]).toMatchObject({ wording: '力争', due: '年底前' })
  })

  it('gives the sentence as a span of the text', () => {
    const text = '一、2022年工作回顾\n先说别的。公园10个，广场3个。再说别的。'
    const found = extractStatements(inputOf(text))
    expect(found.map((s) => text.slice(s.sentence.start, s.sentence.end))).toEqual([
      '公园10个，广场3个',
      '公园10个，广场3个',
    ])
  })
})

describe('broken text', () => {
  it('reads across the line breaks that a scan put into a number', () => {
    const text = '完成投资57\n亿元以上。'
    expect(extractStatements(inputOf(text, { joins: [{ start: 6, end: 7 }] }))[0]).toMatchObject({
      value: 57,
      unit: '亿元',
      quantity: '57\n亿元',
    })
  })

  it('reads over furniture that stands in a sentence, and never reads it', () => {
    const text = '完成投资57\n第3页，共90家\n亿元以上。'
    const stretches = [
      { start: 0, end: 7, kind: 'report', report: 0 },
      { start: 7, end: 15, kind: 'furniture', report: null },
      { start: 15, end: text.length, kind: 'report', report: 0 },
    ] as const
    const joins = [
      { start: 6, end: 7 },
      { start: 15, end: 16 },
    ]
    expect(extractStatements(inputOf(text, { joins, stretches })).map(({ value }) => value)).toEqual([57])
  })

  it.each([
    ['完成投资4l.38亿元。', 41.38, '4l.38亿元'],
    ['完成投资1O5亿元。', 105, '1O5亿元'],
  ])('reads letters that a scan put for digits: %s', (sentence, value, quantity) => {
    expect(review(sentence)[0]).toMatchObject({ value, quantity, unit: '亿元' })
  })

  it('leaves letters of names alone', () => {
    expect(review('建成2l世纪广场3个，O2O平台5个。').map((s) => s.quantity)).toEqual(['3个', '5个'])
  })

  it('ends at an appendix of explained terms', () => {
    const filler = Array.from({ length: 8 }, () => '公园建成。').join('\n')
    expect(review(`${filler}\n名词解释\n三区：指3个园区。`)).toEqual([])
  })
})

const WORDS = [
  '地区生产总值',
  '增长',
  '2022年',
  '第十四届人大三次会议',
  '5月22日',
  '160亿元',
  '3—5家',
  '8％',
  '，',
  '。',
  '、',
  '分别',
  '其中',
  '\n',
  '（',
  '“',
  '占',
  '由',
  '到',
  '五所',
  '学校',
  '2.5',
  '万',
  '余',
  '户',
  ' ',
  '1,315',
  '个',
]

describe('invariants', () => {
  const texts = fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map((words) => words.join(''))

  it('quantities are exact substrings at their offsets and every statement is a valid record', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const s of extractStatements(inputOf(text))) {
          expect(text.slice(s.start, s.start + s.quantity.length)).toBe(s.quantity)
          expect(ExtractedStatement.parse(s)).toEqual(s)
          expect(s.sentence.start).toBeLessThanOrEqual(s.start)
          expect(s.sentence.end).toBeGreaterThanOrEqual(s.start + s.quantity.length)
        }
      }),
    )
  })

  it('no statement overlaps a date or a session', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const dates = [...text.matchAll(/2022年|5月22日|第十四届人大三次会议/gu)].map(
          (m) => [m.index, m.index + m[0].length] as const,
        )
        for (const s of extractStatements(inputOf(text))) {
          for (const [from, to] of dates)
            expect(s.start >= to || s.start + s.quantity.length <= from, line(s)).toBe(true)
        }
      }),
    )
  })

  it('is deterministic and does not depend on what was read before', () => {
    fc.assert(
      fc.property(texts, texts, (text, other) => {
        const once = extractStatements(inputOf(text))
        extractStatements(inputOf(other))
        expect(extractStatements(inputOf(text))).toEqual(once)
      }),
    )
  })

  it.each(['5个、', '分别5%、', '其中5个，', '由2019年的5个', '（“', '1,111'])(
    'ends on a sentence of 60,000 characters of %s',
    (unit) => {
      const text = unit.repeat(60_000 / unit.length)
      for (const s of extractStatements(inputOf(text))) expect(s.start).toBeLessThan(text.length)
    },
  )

  it('takes any text without throwing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => void extractStatements(inputOf(text))),
    )
  })
})
