import { describe, expect, it } from 'vitest'
import { auditReport } from '#shared/compare/audit/audit'
import type { AuditResult, Finding } from '#shared/compare/audit/audit-types'
import { defaultAuditOptions } from '#shared/compare/audit/rules'
import type { ExtractedMatter, MatterOf } from '#shared/model/matter'
import { count, type Figure, money, percent, report } from './build'

const audit = (text: string, figures: readonly Figure[], matters: readonly ExtractedMatter[] = []): AuditResult =>
  auditReport(report(2023, text, figures, { matters }), defaultAuditOptions(), [])
const of = (result: AuditResult, rule: string): readonly Finding[] => result.findings.filter((one) => one.rule === rule)
const checks = (result: AuditResult, rule: string): boolean[] =>
  result.checks.filter((one) => one.rule === rule).map(({ held }) => held)

describe('increase', () => {
  const entities = { canonical: 'market_entities', indicator: '市场主体' }
  const text = (growth: number): string => `市场主体增长${growth}%、净增2794户，总量达到1.8万户。`
  const figures = (growth: number): Figure[] => [
    percent(growth, entities),
    count(2794, '户', { indicator: '市场主体净增', measure: 'net' }),
    { ...entities, quantity: '1.8万户', value: 1.8, unit: '万户', indicator: '市场主体总量', measure: 'stock' },
  ]

  it('reckons growth from the total and what it grew by', () => {
    const [found] = of(audit(text(22), figures(22)), 'increase')
    expect(found?.arithmetic.expected).toBeCloseTo(18.37, 2)
    expect(found?.arithmetic.steps.map(({ value }) => value)).toEqual([1.5206, expect.closeTo(18.37, 2)])
    expect(checks(audit(text(18), figures(18)), 'increase')).toEqual([true])
  })

  it('does not call that borne out which only a mended base may explain', () => {
    const revenue = { canonical: 'public_budget_revenue', indicator: '一般公共预算收入' }
    const three = (growth: number): Figure[] => [
      money(110.25, revenue),
      money(10.25, { ...revenue, indicator: '一般公共预算收入增加' }),
      percent(growth, revenue),
    ]
    const words = (growth: number): string => `一般公共预算收入110.25亿元，增加10.25亿元，增长${growth}%。`
    expect(checks(audit(words(10.3), three(10.3)), 'increase')).toEqual([true])
    expect(checks(audit(words(9.6), three(9.6)), 'increase')).toEqual([])
    expect(checks(audit(words(5.5), three(5.5)), 'increase')).toEqual([false])
  })

  it('leaves new ones alone, which tell nothing of those that left', () => {
    const added = [
      percent(22, entities),
      count(2794, '户', { indicator: '市场主体', measure: 'added' }),
      figures(22)[2],
    ]
    const result = audit('市场主体增长22%、新增2794户，总量达到1.8万户。', added as Figure[])
    expect(checks(result, 'increase')).toEqual([])
  })

  it('takes prices into account where growth is at constant ones', () => {
    const gdp = { canonical: 'gdp' }
    const three = [money(770, gdp), money(129, { ...gdp, indicator: '地区生产总值净增' }), percent(16.5, gdp)]
    expect(checks(audit('生产总值770亿元，净增129亿元，增长16.5%。', three), 'increase')).toEqual([true])
    const four = [money(770, gdp), money(129, gdp), percent(6.5, gdp)]
    expect(checks(audit('生产总值770亿元，净增129亿元，增长6.5%。', four), 'increase')).toEqual([false])
  })
})

describe('average', () => {
  const gdp = { canonical: 'gdp', indicator: '地区生产总值' }
  const figures = (last: number, rate: number): Figure[] => [
    money(87.5, { ...gdp, year: '2017' }),
    money(last, gdp),
    percent(rate, { ...gdp, year: '2018-2022', period: '年均' }),
  ]
  const text = (last: number, rate: number): string => `由2017年的87.5亿元增至${last}亿元，年均增长${rate}%。`

  it('tells of much inside the band as a note, and of little not at all', () => {
    expect(of(audit(text(136, 5.3), figures(136, 5.3)), 'average')[0]?.severity).toBe('note')
    expect(of(audit(text(115, 5.3), figures(115, 5.3)), 'average')).toEqual([])
  })

  it('tells of what is outside the band', () => {
    const [found] = of(audit(text(176, 5.3), figures(176, 5.3)), 'average')
    expect(found?.candidates.map(({ key }) => key)).not.toContain('audit.candidate.prices')
  })

  it('holds nominal averages to the digit', () => {
    const named = { canonical: 'foreign_trade', indicator: '进出口总额' }
    const nominal = (rate: number): AuditResult =>
      audit(
        text(136, rate),
        figures(136, rate).map((figure) => ({ ...figure, ...named })),
      )
    expect(checks(nominal(9.2), 'average')).toEqual([true])
    // Ten years instead of five: the years were misread.
    expect(checks(nominal(4.5), 'average')).toEqual([])
    expect(of(nominal(5.3), 'average')).toHaveLength(1)
  })
})

describe('share', () => {
  const part = money(8.9, { canonical: 'livelihood_spending', indicator: '民生支出' })
  const whole = (value: number, more: Partial<Figure> = {}): Figure =>
    money(value, { canonical: 'budget_spending', indicator: '一般公共预算支出', ...more })
  const share = percent(79, { kind: 'ratio', indicator: '民生支出占一般公共预算支出比重' })
  const text = (value: number): string => `一般公共预算支出${value}亿元。民生支出8.9亿元，占一般公共预算支出的79%。`

  it('is the part by the whole', () => {
    expect(checks(audit(text(11.3), [whole(11.3), part, share]), 'share')).toEqual([true])
    const [found] = of(audit(text(12.3), [whole(12.3), part, share]), 'share')
    expect(found?.arithmetic.expected).toBeCloseTo(72.36, 1)
  })

  it('needs one whole of its year', () => {
    expect(checks(audit(text(12.3), [whole(12.3, { year: '2021' }), part, share]), 'share')).toEqual([])
    const two = `${text(12.3)}另有一般公共预算支出13.3亿元。`
    expect(checks(audit(two, [whole(12.3), part, share, whole(13.3)]), 'share')).toEqual([])
  })
})

describe('completion', () => {
  const plan = (rate: number): AuditResult =>
    audit(`年度计划40亿元，完成投资51.1亿元，完成年度计划的${rate}%。`, [
      money(40, { role: 'target', indicator: '计划投资' }),
      money(51.1, { indicator: '完成投资' }),
      percent(rate, { kind: 'ratio', indicator: '完成投资占年度计划', base: '完成年度计划' }),
    ])

  it('is result by target of the sentence', () => {
    expect(checks(plan(127.8), 'completion')).toEqual([true])
    expect(of(plan(145.2), 'completion')[0]?.arithmetic).toMatchObject({ expected: 127.75, found: 145.2 })
  })
})

describe('repeat', () => {
  const retail = { canonical: 'retail_sales', indicator: '社会消费品零售总额' }
  const twice = (second: number, words = '达到'): AuditResult =>
    audit(`社会消费品零售总额1182.6亿元。市场繁荣，社会消费品零售总额${words}${second}亿元。`, [
      money(1182.6, retail),
      money(second, retail),
    ])

  it('tells of two numbers for one thing', () => {
    expect(of(twice(1160), 'repeat')[0]?.arithmetic).toMatchObject({ expected: 1182.6, found: 1160 })
    expect(checks(twice(1182.6), 'repeat')).toEqual([true])
    expect(checks(twice(1180), 'repeat')).toEqual([true])
  })

  it('leaves marks that were passed, increases and parts of the place alone', () => {
    expect(checks(twice(1100, '突破'), 'repeat')).toEqual([])
    expect(checks(twice(1100, '县域达到'), 'repeat')).toEqual([])
    expect(checks(twice(600), 'repeat')).toEqual([])
  })
})

describe('part', () => {
  const projects = (indicator: string, number: number, amount: number): Figure[] => [
    count(number, '个', { indicator }),
    money(amount, { indicator: `${indicator}总投资`, measure: 'planned_total' }),
  ]
  const text = '实施重大项目107个，总投资216.7亿元。实施产业项目44个，总投资280.8亿元。'

  it('is above its whole', () => {
    const figures = [...projects('重大项目', 107, 216.7), ...projects('产业项目', 44, 280.8)]
    expect(of(audit(text, figures), 'part')).toHaveLength(1)
  })

  it('is no part where it is signed, sought or more', () => {
    const signed = [...projects('重大项目', 107, 216.7), ...projects('签约项目', 44, 280.8)]
    expect(checks(audit(text, signed), 'part')).toEqual([])
    const more = text.replace('44个', '144个')
    expect(
      checks(audit(more, [...projects('重大项目', 107, 216.7), ...projects('产业项目', 144, 280.8)]), 'part'),
    ).toEqual([])
  })

  it('is so by definition too, in one sentence', () => {
    const trade = [
      money(50, { canonical: 'foreign_trade', indicator: '进出口总额' }),
      money(60, { canonical: 'exports', indicator: '出口' }),
    ]
    expect(of(audit('进出口总额50亿元，出口60亿元。', trade), 'part')).toHaveLength(1)
    expect(checks(audit('进出口总额50亿元。出口60亿元。', trade), 'part')).toEqual([])
  })
})

describe('perHead', () => {
  const visits = (value: number, more: Partial<Figure> = {}): Figure => ({
    quantity: `${value}万人次`,
    value,
    unit: '万人次',
    canonical: 'tourist_visits',
    indicator: '接待游客',
    ...more,
  })
  const income = (value: number, more: Partial<Figure> = {}): Figure =>
    money(value, { canonical: 'tourism_revenue', indicator: '旅游收入', ...more })
  const text = (heads: number, amount: number): string => `接待游客${heads}万人次、旅游收入${amount}亿元。`

  it('is told of where it is implausible', () => {
    expect(of(audit(text(500, 0.1), [visits(500), income(0.1)]), 'perHead')[0]?.arithmetic.found).toBe(2)
    expect(of(audit(text(5, 10), [visits(5), income(10)]), 'perHead')[0]?.message.key).toContain('high')
    expect(checks(audit(text(500, 40), [visits(500), income(40)]), 'perHead')).toEqual([true])
  })

  it('needs the visitors of the place, not those of a sight or of a month', () => {
    const sight = visits(500, { indicator: '景区接待游客' })
    expect(checks(audit(text(500, 0.1), [sight, income(0.1)]), 'perHead')).toEqual([])
    expect(checks(audit(text(500, 0.1), [visits(500, { year: '2021' }), income(0.1)]), 'perHead')).toEqual([])
  })
})

describe('count', () => {
  const list = (text: string, stated: number, items: number, rule = 'list-pointed+section'): MatterOf<'list'> => ({
    type: 'list',
    start: 0,
    end: text.indexOf('：'),
    role: 'target',
    year: '2023',
    scope: 'own',
    article: 'main',
    wording: '',
    due: '',
    period: '',
    list: 'livelihood',
    sentence: { start: 0, end: text.length },
    rule,
    confidence: 0.9,
    heading: text.slice(0, text.indexOf('：')),
    until: text.length,
    stated,
    items,
    total: null,
    own: null,
    above: null,
    private: null,
  })
  const ten = '十件实事：1、修路；2、建校；3、改水。'

  it('tells of a list with other items than it says', () => {
    const [found] = of(audit(ten, [], [list(ten, 10, 3)]), 'count')
    expect(found).toMatchObject({ arithmetic: { expected: 3, found: 10 }, figures: [{ quantity: '十' }] })
    const three = ten.replace('十', '三')
    expect(checks(audit(three, [], [list(three, 3, 3)]), 'count')).toEqual([true])
  })

  it('says nothing where marks and engine differ, or the list was not surely found', () => {
    expect(checks(audit(ten, [], [list(ten, 10, 2)]), 'count')).toEqual([])
    expect(checks(audit(ten, [], [list(ten, 10, 3, 'list-near+section')]), 'count')).toEqual([])
    const bare = '十件实事：修路、建校、改水。'
    expect(checks(audit(bare, [], [list(bare, 10, 3)]), 'count')).toEqual([])
  })
})
