import { describe, expect, it } from 'vitest'
import { auditPlace } from '#shared/compare/audit/audit'
import type { AuditResult, Finding } from '#shared/compare/audit/audit-types'
import { defaultAuditOptions } from '#shared/compare/audit/rules'
import type { ReportMaterial } from '#shared/compare/material'
import { count, type Figure, money, percent, report } from './build'

const audit = (...materials: ReportMaterial[]): AuditResult => auditPlace(materials, defaultAuditOptions(), [])
const of = (result: AuditResult, rule: string): readonly Finding[] => result.findings.filter((one) => one.rule === rule)

const invested = {
  canonical: 'key_project_investment',
  indicator: '省市重点项目完成投资',
  subset: '省市重点',
  measure: 'done',
} as const
const projects = { canonical: 'key_projects', indicator: '省市重点项目', subset: '省市重点' } as const
const target = { role: 'target', year: '2022' } as const

const planned = (amount: number, number = 13): ReportMaterial =>
  report(2022, `${number}个省市重点项目完成投资${amount}亿元以上。`, [
    count(number, '个', { ...projects, ...target }),
    money(amount, { ...invested, ...target, comparator: 'ge' }),
  ])

const rate = (value: number, base: string): Figure => percent(value, { ...invested, kind: 'ratio', base })

const done = (amount: number, words: string, stated: Figure, number = 13): ReportMaterial =>
  report(2023, `${number}个省、市重点项目完成投资${amount}亿元，${words}。`, [
    count(number, '个', { ...projects, subset: '省、市重点' }),
    money(amount, { ...invested, subset: '省、市重点' }),
    { ...stated, subset: '省、市重点' },
  ])

describe('a rate of completion', () => {
  it('is held against the target of the earlier report', () => {
    const [found] = of(audit(planned(40), done(51.1, '占目标的145.2%', rate(145.2, '占目标'))), 'target')
    expect(found?.arithmetic).toMatchObject({ expected: 127.75, found: 145.2, stated: 2, unit: '%' })
    const held = audit(planned(40), done(51.1, '占目标的127.8%', rate(127.8, '占目标')))
    expect(held.checks.filter(({ rule }) => rule === 'target').map((check) => check.held)).toEqual([true])
  })

  it('reads 超目标34个百分点 as 134 %', () => {
    const points: Figure = { ...rate(34, '超年度目标'), kind: 'points', unit: '个百分点', quantity: '34个百分点' }
    const held = audit(planned(100), done(134, '超年度目标34个百分点', points))
    expect(held.checks.filter(({ rule }) => rule === 'target').map((check) => check.held)).toEqual([true])
    expect(of(audit(planned(100), done(138, '超年度目标34个百分点', points)), 'target')).toHaveLength(1)
  })

  it.each(['完成省下达任务', '完成“十二五”规划目标', '同比', '高于预期目标'])('of %s is another one', (base) => {
    const { checks } = audit(planned(40), done(51.1, `${base}145.2%`, rate(145.2, base)))
    expect(checks.filter(({ rule }) => rule === 'target')).toEqual([])
  })

  it('needs the report of the year, and the very subset', () => {
    const later = done(51.1, '占目标的145.2%', rate(145.2, '占目标'))
    const elsewhere = report(2022, '重点项目完成投资40亿元。', [money(40, { ...invested, ...target, subset: '' })])
    expect(of(audit(elsewhere, later), 'target')).toEqual([])
    expect(of(audit(later), 'target')).toEqual([])
  })
})

describe('projects behind a sum', () => {
  it('are told of where their number changed', () => {
    const later = done(51.1, '占目标的127.8%', rate(127.8, '占目标'), 12)
    expect(of(audit(planned(40), later), 'projects')[0]?.arithmetic).toMatchObject({ expected: 13, found: 12 })
    expect(of(audit(planned(40, 12), later), 'projects')).toEqual([])
  })

  it('are another set where they are more than twice as many', () => {
    const { checks } = audit(planned(40, 30), done(51.1, '占目标的127.8%', rate(127.8, '占目标'), 12))
    expect(checks.filter(({ rule }) => rule === 'projects')).toEqual([])
  })
})

describe('a figure restated', () => {
  const gdp = { canonical: 'gdp', indicator: '地区生产总值' }
  const then = report(2017, '地区生产总值完成500亿元。', [money(500, gdp)])
  const later = (value: number, more: Partial<Figure> = {}): ReportMaterial =>
    report(2022, `地区生产总值由2016年的${value}亿元增加到700亿元。`, [
      money(value, { ...gdp, year: '2016', ...more }),
      money(700, gdp),
    ])

  it('is told of from one in a hundred', () => {
    const [found] = of(audit(then, later(540)), 'restated')
    expect(found).toMatchObject({ arithmetic: { expected: 500, found: 540, difference: 40 }, years: ['2016'] })
    expect(found?.message.params.by).toBe('+8%')
    expect(of(audit(then, later(503.2)), 'restated')).toEqual([])
    expect(of(audit(then, later(500.4)), 'restated')).toEqual([])
  })

  it('is not one in round numbers, of another thing, or of a year that was not named', () => {
    expect(of(audit(report(2017, '完成504.8亿元。', [money(504.8, gdp)]), later(500)), 'restated')).toEqual([])
    expect(of(audit(then, later(5000)), 'restated')).toEqual([])
    const unsure = report(2018, '由540亿元增加到600亿元。', [money(540, { ...gdp, year: '2016', rule: 'left+from' })])
    expect(of(audit(then, unsure), 'restated')).toEqual([])
  })

  it('is a note where a census came between', () => {
    expect(of(audit(then, later(540)), 'restated')[0]?.breaks.map(({ id }) => id)).toContain('census-2018')
    expect(of(audit(then, later(540)), 'restated')[0]?.severity).toBe('note')
  })
})

describe('an average over years', () => {
  const income = { canonical: 'income_urban', indicator: '城镇居民人均可支配收入' }
  const yuan = (value: number, more: Partial<Figure> = {}): Figure => ({
    quantity: `${value}元`,
    value,
    unit: '元',
    ...income,
    ...more,
  })
  const average = (value: number): Figure => percent(value, { ...income, year: '2017-2021', period: '年均' })
  const last = (value: number): ReportMaterial =>
    report(2022, `城镇居民人均可支配收入40000元，年均增长${value}%。`, [yuan(40_000), average(value)])
  const first = report(2017, '城镇居民人均可支配收入27000元。', [yuan(27_000)])

  it('is held against the levels of the reports', () => {
    const [found] = of(audit(first, last(9.5)), 'span')
    expect(found?.arithmetic.expected).toBeCloseTo(8.18, 2)
    expect(found?.arithmetic.steps[0]?.terms.map(({ sign }) => sign)).toEqual(['+', '÷', 'root', '-'])
    expect(of(audit(first, last(8.2)), 'span')).toEqual([])
    expect(of(audit(first, last(8.5)), 'span')).toEqual([])
  })

  it('needs the level before its first year', () => {
    expect(audit(last(9.5)).checks).toEqual([])
  })
})
