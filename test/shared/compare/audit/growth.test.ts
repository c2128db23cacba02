import { describe, expect, it } from 'vitest'
import { auditPlace } from '#shared/compare/audit/audit'
import type { AuditOptions, AuditResult } from '#shared/compare/audit/audit-types'
import { defaultAuditOptions } from '#shared/compare/audit/rules'
import type { ReportMaterial } from '#shared/compare/material'
import { type Figure, money, percent, report } from './build'

const options = defaultAuditOptions()
const only = (rule: string): AuditOptions => ({
  ...options,
  off: [...options.off.filter((name) => name !== rule), ...others(rule)],
})
const others = (rule: string): string[] =>
  ['growth', 'prices', 'mended', 'target', 'restated', 'span', 'projects'].filter((name) => name !== rule)

type Named = Partial<Figure>

/** Two reports: the level of 2021, and that of 2022 with its growth. */
function pair(
  [before, after, growth]: [number, number, number],
  named: Named,
  { words = '增长', year = 2023, ofGrowth = {} }: { words?: string; year?: number; ofGrowth?: Named } = {},
): [ReportMaterial, ReportMaterial] {
  const earlier = report(year - 1, `完成${before}亿元。`, [money(before, named)])
  const text = `完成${after}亿元，${words}${Math.abs(growth)}%。`
  return [earlier, report(year, text, [money(after, named), percent(growth, { ...named, ...ofGrowth })])]
}

const told = ({ findings }: AuditResult) => findings.map(({ rule, severity }) => `${rule}/${severity}`)
const gdp = { canonical: 'gdp', indicator: '地区生产总值' }
const revenue = { canonical: 'public_budget_revenue', indicator: '一般公共预算收入' }

describe('growth at constant prices', () => {
  it('is a finding outside the band and holds inside it', () => {
    expect(told(auditPlace(pair([136, 160, 4.3], gdp), only('growth'), []))).toEqual(['growth/check'])
    const inside = auditPlace(pair([136, 149, 6], gdp), only('growth'), [])
    expect(told(inside)).toEqual([])
    expect(inside.checks.map(({ held, candidates }) => [held, candidates.map(({ key }) => key)])).toEqual([
      [true, ['audit.candidate.prices']],
    ])
  })

  it('below the band is a finding too', () => {
    expect(told(auditPlace(pair([1000, 960, 7], gdp), only('growth'), []))).toEqual(['growth/check'])
  })

  it('goes by the band of the project', () => {
    const narrow = { ...only('growth'), bandLow: 0, bandHigh: 2 }
    expect(told(auditPlace(pair([136, 149, 6], gdp), narrow, []))).toEqual(['growth/check'])
  })

  it('follows the nation in years of rising prices', () => {
    expect(told(auditPlace(pair([1000, 1210, 12], gdp, { year: 2009 }), only('growth'), []))).toEqual([])
    expect(told(auditPlace(pair([1000, 1210, 12], gdp, { year: 2023 }), only('growth'), []))).toEqual(['growth/check'])
  })

  it('is a note where a census stands between the levels', () => {
    const [found] = auditPlace(pair([1000, 1250, 6], gdp, { year: 2020 }), only('growth'), []).findings
    expect(found).toMatchObject({ severity: 'note', breaks: [{ id: 'census-2018', year: 2019 }] })
    expect(found?.candidates[0]).toEqual(found?.breaks[0]?.label)
  })

  it('is held against value added, which is no increase', () => {
    const named = { canonical: 'total_industrial_value_added', indicator: '工业增加值' }
    const earlier = report(2014, '工业增加值794亿元。', [money(794, named)])
    const later = report(2015, '工业增加值780亿元，增长12%。', [money(780, named), percent(12, named)])
    expect(told(auditPlace([earlier, later], only('growth'), []))).toEqual(['growth/note'])
  })

  it('is what 可比价 and 实际增长 say of any indicator', () => {
    const retail = { canonical: 'retail_sales', indicator: '社会消费品零售总额' }
    expect(
      told(auditPlace(pair([100, 110, 6], retail, { words: '扣除价格因素实际增长' }), only('growth'), [])),
    ).toEqual([])
    expect(told(auditPlace(pair([100, 110, 6], retail), only('growth'), []))).toEqual(['growth/check'])
  })
})

describe('growth at current prices', () => {
  it('must be that of the levels', () => {
    expect(told(auditPlace(pair([100, 108, 8], revenue), only('growth'), []))).toEqual([])
    expect(told(auditPlace(pair([100, 108, 12], revenue), only('growth'), []))).toEqual(['growth/check'])
    const [found] = auditPlace(pair([100, 108, 12], revenue), only('growth'), []).findings
    expect(found?.arithmetic.steps).toHaveLength(1)
    expect(found?.message.key).toBe('audit.rule.growth.nominal')
  })

  it('is not checked on a basis of its own', () => {
    for (const words of ['同口径增长', '剔除政策性因素增长', '自然口径下可比增长']) {
      expect(auditPlace(pair([100, 108, 12], revenue, { words }), only('growth'), []).checks).toEqual([])
    }
    const ahead = pair([100, 108, 12], revenue, { words: '按同口径相比，分别增长' })
    expect(auditPlace(ahead, only('growth'), []).checks).toEqual([])
    const basis = pair([100, 108, 12], revenue, { ofGrowth: { basis: '同口径' } })
    expect(auditPlace(basis, only('growth'), []).checks).toEqual([])
  })

  it('of foreign investment and of what is spent on livelihood is that of the levels', () => {
    for (const named of [
      { canonical: 'foreign_investment', indicator: '实际利用外资' },
      { canonical: 'livelihood_spending', indicator: '民生支出' },
    ]) {
      expect(told(auditPlace(pair([100, 108, 8], named), only('growth'), []))).toEqual([])
      expect(told(auditPlace(pair([100, 108, 12], named), only('growth'), []))).toEqual(['growth/check'])
    }
  })

  it.each([
    ['tourist_visits', '接待国内外游客', '接待游客', 1],
    ['tourist_visits', '接待国内外游客', '接待过夜游客', 0],
    ['tourist_visits', '接待境外游客', '接待游客', 0],
    ['tourism_revenue', '旅游总收入', '旅游综合收入', 1],
    ['tourism_revenue', '旅游总收入', '乡村旅游收入', 0],
  ])('of %s: %s and %s are one thing or two', (canonical, before, after, found) => {
    const [earlier] = pair([100, 108, 12], { canonical, indicator: before })
    const [, later] = pair([100, 108, 12], { canonical, indicator: after })
    expect(auditPlace([earlier, later], only('growth'), []).checks).toHaveLength(found)
  })

  it('against a base that was mended by less than one in a hundred is for a rule of its own', () => {
    const reports = pair([1000, 1080, 8.7], revenue)
    expect(auditPlace(reports, only('growth'), []).checks).toEqual([])
    expect(told(auditPlace(reports, only('mended'), []))).toEqual(['mended/note'])
    expect(told(auditPlace(pair([100, 108, 12], revenue), only('mended'), []))).toEqual([])
  })
})

describe('what is no pair', () => {
  it.each([
    ['fixed_asset_investment', '固定资产投资'],
    ['industrial_value_added', '规模以上工业增加值'],
    ['industrial_output', '规模以上工业总产值'],
    ['', '某项收入'],
  ])('%s is never checked this way', (canonical, indicator) => {
    expect(auditPlace(pair([100, 300, 4], { canonical, indicator }), options, []).checks).toEqual([])
  })

  it('a partial year, a subset, an increase, a round mark or another name', () => {
    const [earlier] = pair([100, 108, 12], revenue)
    const later = (text: string, level: Figure): ReportMaterial => report(2023, text, [level, percent(12, revenue)])
    const plain = '完成108亿元，增长12%。'
    for (const material of [
      later(plain, money(108, { ...revenue, period: '前三季度' })),
      later(plain, money(108, { ...revenue, subset: '区级' })),
      later(plain, money(108, { ...revenue, comparator: 'ge' })),
      later(plain, money(108, { ...revenue, scope: '全市' })),
      later(plain, money(108, { ...revenue, indicator: '园区一般公共预算收入' })),
      later('增加108亿元，增长12%。', money(108, revenue)),
      later('完成108亿元。另有增长12%。', money(108, revenue)),
    ]) {
      expect(auditPlace([earlier, material], only('growth'), []).checks).toEqual([])
    }
  })

  it('growth against another year than the one before', () => {
    const against = pair([100, 150, 12], revenue, { ofGrowth: { base: '比2015年' } })
    expect(auditPlace(against, only('growth'), []).checks).toEqual([])
  })

  it('levels so far apart that they are of two things', () => {
    expect(auditPlace(pair([10, 108, 12], revenue), only('growth'), []).checks).toEqual([])
  })
})

describe('several levels', () => {
  it('bear growth out where one of them does', () => {
    const [earlier, later] = pair([100, 108, 12], revenue)
    const own = report(2023, `由96.4亿元增加到${later.text}`, [
      money(96.4, { ...revenue, year: '2021' }),
      money(108, revenue),
      percent(12, revenue),
    ])
    const { findings, checks } = auditPlace([earlier, own], only('growth'), [])
    expect(findings).toEqual([])
    expect(checks[0]?.figures.map(({ quantity }) => quantity)).toEqual(['96.4亿元', '108亿元', '12%'])
  })

  it('are taken in any order of the reports', () => {
    const [earlier, later] = pair([136, 160, 4.3], gdp)
    const forth = auditPlace([earlier, later], options, [])
    expect(auditPlace([later, earlier], options, [])).toEqual(forth)
  })
})
