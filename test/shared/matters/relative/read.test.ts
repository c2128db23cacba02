import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRelativeTargets } from '#shared/matters/relative/read'
import { RelativeTarget } from '#shared/model/matter'
import { given, inPlan, inReview } from '../given'

/** A target in one line: 居民收入 match 经济增长. */
const line = ({ indicator, relation, reference }: RelativeTarget): string =>
  [indicator, relation, reference].filter((part) => part !== '').join(' ')
const planned = (paragraph: string): string[] => readRelativeTargets(inPlan(paragraph)).map(line)
const reviewed = (paragraph: string): string[] => readRelativeTargets(inReview(paragraph)).map(line)

describe('what is held against another thing', () => {
  it.each<[string, string[]]>([
    ['居民收入增长与经济增长基本同步。', ['居民收入 match 经济增长']],
    [
      '努力实现居民收入增长和经济发展同步、劳动报酬增长和劳动生产率提高同步。',
      ['居民收入 match 经济发展', '劳动报酬 match 劳动生产率提高'],
    ],
    ['地方财政收入与国民经济保持同步增长。', ['地方财政收入 match 国民经济']],
    [
      '城镇、农村居民人均可支配收入增速与经济增长同步。',
      ['城镇居民人均可支配收入 match 经济增长', '农村居民人均可支配收入 match 经济增长'],
    ],
    ['一般公共预算收入与上年持平。', ['一般公共预算收入 match 上年']],
    ['城乡居民收入增速高于GDP增速。', ['城乡居民收入 exceed GDP增速']],
    ['居民消费价格涨幅低于全国、全省平均水平。', ['居民消费价格 below 全国、全省平均水平']],
    ['其他各项指标不低于全市水平。', ['其他各项指标 not_below 全市水平']],
    ['二氧化硫排放量不超过上年水平。', ['二氧化硫排放量 not_above 上年水平']],
    [
      '城乡居民收入增速快于经济增长、高于全省平均水平。',
      ['城乡居民收入 exceed 经济增长', '城乡居民收入 exceed 全省平均水平'],
    ],
    ['政府债务余额严格控制在限额以内。', ['政府债务余额 not_above 限额']],
    ['空气质量达到国家二级标准。', ['空气质量 reach 国家二级标准']],
    ['确保断面水质稳定达标。', ['断面水质 reach']],
    ['出境断面水质均为Ⅳ类及以上。', ['出境断面水质 not_below Ⅳ类']],
  ])('%s', (text, found) => {
    expect(planned(text)).toEqual(found)
  })
})

describe('what moves', () => {
  it.each<[string, string[]]>([
    ['外贸出口保持正增长。', ['外贸出口 positive']],
    ['主要农作物化肥施用量零增长。', ['主要农作物化肥施用量 no_rise']],
    ['“三公”经费只减不增。', ['“三公”经费 no_rise']],
    ['确保财政投入只增不减。', ['财政投入 no_decline']],
    ['粮食播种面积、产量稳中有增。', ['粮食播种面积 rise', '粮食产量 rise']],
    ['确保税收健康稳定增长。', ['税收 rise']],
    ['事故起数和死亡人数继续双下降。', ['事故起数 fall', '死亡人数 fall']],
    ['居民消费价格总水平保持基本稳定。', ['居民消费价格总水平 stable']],
    ['江段水质稳定在现有水平。', ['江段水质 stable']],
  ])('%s', (text, found) => {
    expect(planned(text)).toEqual(found)
  })
})

describe('tasks that were set from above', () => {
  it.each<[string, string[]]>([
    ['节能减排完成上级下达任务。', ['节能减排 assigned 上级下达任务']],
    ['节能降耗、污染防治完成市下达目标。', ['节能降耗 assigned 市下达目标', '污染防治 assigned 市下达目标']],
    ['单位生产总值能耗下降控制在省下达目标以内。', ['单位生产总值能耗 assigned 省下达目标']],
    [
      '全面完成省政府下达的物价调控、计划生育等约束性指标。',
      [
        '物价调控 assigned 省政府下达的物价调控、计划生育等约束性指标',
        '计划生育 assigned 省政府下达的物价调控、计划生育等约束性指标',
      ],
    ],
    ['完成省定钢铁、电解铝压减关停任务。', ['钢铁、电解铝压减关停 assigned 省定钢铁、电解铝压减关停任务']],
    ['完成自治区下达的各项约束性指标。', ['各项约束性指标 assigned 自治区下达的各项约束性指标']],
    ['节能减排完成年度目标任务。', ['节能减排 assigned 年度目标任务']],
  ])('%s', (text, found) => {
    expect(planned(text)).toEqual(found)
  })

  it('are the claim of a whole set, where it is told that they were done and nothing names them', () => {
    expect(reviewed('实现投资11亿元，超额完成市定目标。')).toEqual([])
    expect(reviewed('全面完成省下达的各项指标。')).toEqual([])
  })
})

describe('what stands behind a number', () => {
  it('is of what the number measures', () => {
    const [found] = readRelativeTargets(inReview('地区生产总值增长8%，高于全省平均水平。'))
    expect(found).toMatchObject({
      indicator: '地区生产总值',
      canonical: 'gdp',
      relation: 'exceed',
      role: 'actual',
      year: '2022',
    })
    expect(found?.rule).toMatch(/^compare-inherit\+/u)
  })

  it('is of all of them, where it says so', () => {
    expect(reviewed('规上工业增加值增长8%，固定资产投资增长3%，均高于全省平均水平。')).toEqual([
      '规上工业增加值 exceed 全省平均水平',
      '固定资产投资 exceed 全省平均水平',
    ])
    expect(reviewed('城镇、农村居民收入分别增长7%和9%，高于经济增速。')).toHaveLength(2)
  })
})

describe('what is none', () => {
  it.each([
    '公共服务水平稳步提升，综合实力不断增强。',
    '坚持四化同步，建设社会主义现代化。',
    '与全国全省同步全面建成小康社会。',
    '增速高于全市3个百分点。',
    '居民消费价格涨幅控制在3%左右。',
    '经济社会保持平稳健康发展。',
    '对收入水平略高于建档立卡贫困户的群体制定支持政策。',
    '社会大局保持稳定，就业形势基本稳定。',
    '与“十四五”目标统筹衔接。',
    '营商环境持续改善，消费市场稳步复苏。',
  ])('%s', (text) => {
    expect(planned(text)).toEqual([])
  })
})

describe('the fields of a relative target', () => {
  it('tell what is meant and where it stands', () => {
    const text = '二、2023年工作安排\n今年主要目标是：地区生产总值增长6%，力争居民收入增长与经济增长基本同步。'
    const [found] = readRelativeTargets(given(text))
    expect(found).toMatchObject({
      indicator: '居民收入',
      canonical: 'income_all',
      relation: 'match',
      hedge: '基本',
      reference: '经济增长',
      referenceCanonical: 'gdp',
      referenceScope: 'own',
      kind: 'growth',
      role: 'target',
      year: '2023',
      wording: '力争',
      list: 'headline',
    })
    expect(text.slice(found?.start, found?.end)).toBe('居民收入增长与经济增长基本同步')
  })

  it('tell whose figure the reference is', () => {
    const scopes = (text: string) => readRelativeTargets(inPlan(text)).map(({ referenceScope }) => referenceScope)
    expect(scopes('财政收入增速高于全省平均水平。')).toEqual(['全省'])
    expect(scopes('单位能耗降幅高于全国、全省平均水平。')).toEqual(['全国、全省'])
    expect(scopes('节能减排完成省下达任务。')).toEqual(['上级'])
    expect(scopes('出口额保持正增长。')).toEqual([''])
  })

  it('point at the words of the text as they stand there, with blanks and wraps', () => {
    const text = '二、2023年工作安排\n居民 收入增长与经济\u3000增长基本同步。'
    const [found] = readRelativeTargets(given(text))
    expect(text.slice(found?.start, found?.end)).toBe('居民 收入增长与经济\u3000增长基本同步')
  })
})

const WORDS = [
  '居民收入',
  '增速',
  '与经济增长',
  '基本同步',
  '高于',
  '全省平均水平',
  '完成',
  '省下达',
  '节能减排',
  '任务',
  '稳步增长',
  '，',
  '。',
  '、',
  '\n',
  ' ',
  '增长8%',
  '控制在',
  '达到',
  '国家标准',
  '均',
  '持平',
  '只增不减',
  'Ⅲ类',
  '2022年',
]

describe('any text', () => {
  it('gives valid targets inside of it, the same each time', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(fc.constantFrom(...WORDS)).map((words) => words.join('')),
        ),
        (text) => {
          const found = readRelativeTargets(given(text))
          for (const target of found) {
            RelativeTarget.parse(target)
            expect(target.start).toBeLessThan(target.end)
            expect(target.end).toBeLessThanOrEqual(text.length)
            expect(target.indicator).not.toBe('')
          }
          expect(readRelativeTargets(given(text))).toEqual(found)
        },
      ),
    )
  })
})

describe('what a report admits not to have reached', () => {
  it.each([
    '地区生产总值、进出口总额增幅没有达到预期目标。',
    '固定资产投资增长6.3%，未能全面实现年度预期目标。',
    '城镇居民人均可支配收入增速未达到年度计划。',
  ])('%s', (text) => expect(reviewed(text)).toEqual([]))
  it('but what stands beside it', () => {
    expect(reviewed('多项指标未达预期，但地区生产总值增速仍高于全省平均水平。')).toEqual([
      '地区生产总值 exceed 全省平均水平',
    ])
  })
})
