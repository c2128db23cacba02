import { beforeAll, describe, expect, it } from 'vitest'
import { auditPlace, auditReport } from '#shared/compare/audit/audit'
import type { AuditCheck, AuditResult, Finding } from '#shared/compare/audit/audit-types'
import { defaultAuditOptions } from '#shared/compare/audit/rules'
import type { ReportMaterial } from '#shared/compare/material'
import { translate } from '#shared/locales/translate'
import { seedMaterials } from './materials'

const options = defaultAuditOptions()
let seeds: Awaited<ReturnType<typeof seedMaterials>>
let chanhe: AuditResult
let report2023: AuditResult
let report2022: AuditResult
let xigong2020: AuditResult

beforeAll(async () => {
  seeds = await seedMaterials()
  chanhe = auditPlace([seeds['000'], seeds['001']], options, [])
  report2023 = auditReport(seeds['000'], options, [])
  report2022 = auditReport(seeds['001'], options, [])
  xigong2020 = auditReport(seeds['002'], options, [])
})

const quantities = ({ figures }: AuditCheck): string[] => figures.map(({ quantity }) => quantity)
const only = <T>(items: readonly T[]): T => {
  expect(items).toHaveLength(1)
  return items[0] as T
}
const finding = (result: AuditResult, rule: string): Finding => only(result.findings.filter((one) => one.rule === rule))
const inWords = ({ message }: Finding): string => translate('zh-CN', message.key, message.params)
const names = (one: Finding): string[] => one.candidates.map(({ key }) => key.replace('audit.candidate.', ''))

describe('sums of the seeds', () => {
  it('recognises 8.05 = 2.64 + 4.83 + 0.58 亿元 as a sum that holds', () => {
    const check = only(report2023.checks.filter(({ rule }) => rule === 'sum'))
    expect(check.held).toBe(true)
    expect(quantities(check)).toEqual(['2.64亿元', '4.83亿元', '0.58亿元', '8.05亿元'])
    expect(check.arithmetic).toMatchObject({ expected: 8.05, found: 8.05, difference: 0, unit: '亿元', stated: 3 })
  })

  it('recognises 2.97亿元 = 2.14亿元 + 8,300万元', () => {
    const check = only(report2022.checks.filter(({ rule }) => rule === 'sum'))
    expect(check.held).toBe(true)
    expect(quantities(check)).toEqual(['2.14亿元', '8300万元', '2.97亿元'])
    expect(check.arithmetic.steps[0]?.terms.map(({ value, unit }) => [value, unit])).toEqual([
      [2.14, '亿元'],
      [0.83, '亿元'],
    ])
  })

  it('recognises 84 = 19 + 65', () => {
    const checks = xigong2020.checks.filter(({ rule }) => rule === 'sum')
    expect(checks.map((check) => [quantities(check), check.held])).toContainEqual([['19个', '65个', '84个'], true])
  })

  it('takes 248 projects with 28, 158 and 49 for no closed list', () => {
    expect(xigong2020.checks.some((check) => quantities(check).includes('248个'))).toBe(false)
  })

  it('counts ten items of the ten livelihood projects', () => {
    const check = only(report2022.checks.filter(({ rule }) => rule === 'count'))
    expect(check).toMatchObject({ held: true, arithmetic: { expected: 10, found: 10 } })
    expect(quantities(check)).toEqual(['十'])
  })
})

describe('findings inside the seeds', () => {
  it('sees that 2794 more, to 18,000, is +18.4 % and not 22 %', () => {
    const found = finding(report2023, 'increase')
    expect(found.arithmetic.expected).toBeCloseTo(18.37, 1)
    expect(found.arithmetic.found).toBe(22)
    expect(found.arithmetic.steps.map(({ value }) => value)).toEqual([1.5206, expect.closeTo(18.37, 1)])
    expect(quantities(found).toSorted()).toEqual(['1.8万户', '22%', '2794户'])
    expect(inWords(found)).toContain('18.4%')
  })

  it('sees that the investment of 44 industrial projects is above that of 107 major ones', () => {
    const found = finding(report2023, 'part')
    expect(found).toMatchObject({ arithmetic: { expected: 216.7, found: 280.8 }, severity: 'check' })
    expect(quantities(found)).toEqual(['216.7亿元', '280.8亿元', '107个', '44个'])
    expect(inWords(found)).toMatch(/产业项目44个总投资280\.8亿元.*重大项目107个总投资216\.7亿元/u)
    expect(names(found)).toContain('subset')
  })

  it('sees that 500万人次 bring 1000万元: 2 yuan a visit', () => {
    const found = finding(report2023, 'perHead')
    expect(found.arithmetic.found).toBe(2)
    expect(quantities(found)).toEqual(['1000万元', '500万人次'])
    expect(inWords(found)).toContain('人均只有2元')
  })

  it('holds 87.5 → 136 in five years against 年均5.3%, and offers prices', () => {
    const found = finding(report2022, 'average')
    expect(found).toMatchObject({ severity: 'note', arithmetic: { found: 5.3 }, years: ['2016', '2017-2021', '2021'] })
    expect(found.arithmetic.expected).toBeCloseTo(9.22, 2)
    expect(found.arithmetic.steps.at(-1)?.value).toBeCloseTo(3.72, 1)
    expect(names(found)).toContain('prices')
    expect(found.breaks.map(({ id }) => id)).toContain('census-2018')
  })

  it('finds nothing else, and nothing in the other seeds', () => {
    const rules = ({ findings }: AuditResult): string[] => findings.map(({ rule }) => rule)
    expect(rules(report2023)).toEqual(['increase', 'part', 'perHead'])
    expect(rules(report2022)).toEqual(['average'])
    for (const name of ['002', '003', '004'] as const) {
      expect(rules(auditReport(seeds[name], options, []))).toEqual([])
    }
    expect(rules(auditPlace([seeds['002'], seeds['003']], options, []))).toEqual([])
  })
})

describe('findings between the seeds of 瀍河', () => {
  it('shows the implied deflator of 136 → 160亿元 against 4.3 %', () => {
    const found = finding(chanhe, 'growth')
    expect(found).toMatchObject({ severity: 'check', arithmetic: { found: 4.3 }, years: ['2021', '2022'] })
    expect(found.arithmetic.expected).toBeCloseTo(17.6, 1)
    expect(found.arithmetic.steps.at(-1)?.value).toBeCloseTo(12.8, 1)
    expect(names(found)).toEqual(['division', 'definition', 'revision'])
    expect(inWords(found)).toMatch(/17\.6%.*4\.3%.*\+12\.8%/u)
  })

  it('makes it a note where the user knows of a break', () => {
    const known = { places: ['410304'], indicators: ['gdp'], year: 2022, cause: 'division' as const, note: '划入两镇' }
    const own = { ...known, id: 'b', author: '', updatedAt: '2024-01-01T00:00:00Z' }
    const found = finding(auditPlace([seeds['000'], seeds['001']], options, [own]), 'growth')
    expect(found.severity).toBe('note')
    expect(found.breaks.map(({ id }) => id)).toEqual(['b'])
    expect(translate('zh-CN', found.candidates[0]?.key ?? '', found.candidates[0]?.params)).toContain('划入两镇')
  })

  it('offers prices inside a wider band, and tells of them where the rule is on', () => {
    const wide = { ...options, bandHigh: 15 }
    const result = auditPlace([seeds['000'], seeds['001']], wide, [])
    expect(result.findings.some(({ rule }) => rule === 'growth')).toBe(false)
    const held = only(result.checks.filter(({ rule }) => rule === 'growth'))
    expect(held.candidates.map(({ key }) => key)).toEqual(['audit.candidate.prices'])
    const told = auditPlace([seeds['000'], seeds['001']], { ...wide, off: [] }, [])
    expect(names(finding(told, 'prices'))).toEqual(['prices'])
  })

  it('holds 145.2 % of the target against the earlier target of 40亿元: 127.8 %', () => {
    const found = finding(chanhe, 'target')
    expect(found.arithmetic).toMatchObject({ expected: 127.75, found: 145.2 })
    expect(quantities(found)).toEqual(['40亿元', '51.1亿元', '145.2%'])
    expect(new Set(found.spans.map(({ report }) => report)).size).toBe(2)
  })

  it('sees that 12 projects stand behind what 13 were to do', () => {
    expect(finding(chanhe, 'projects').arithmetic).toMatchObject({ expected: 13, found: 12 })
  })

  it('never checks investment or industrial value added against levels', () => {
    const growth = chanhe.checks.filter(({ rule }) => rule === 'growth')
    expect(growth.map(({ figures }) => figures[2]?.label)).toEqual(['地区生产总值'])
  })
})

describe('spans of the seeds’ findings', () => {
  it('are the words of the figures, and sentences that hold them', () => {
    const byReport = new Map(Object.values(seeds).map((material: ReportMaterial) => [material.report.id, material]))
    for (const { findings } of [chanhe, report2022, report2023]) {
      for (const { figures, spans, arithmetic } of findings) {
        for (const { span, sentence, quantity } of figures) {
          const text = byReport.get(span.report)?.text ?? ''
          expect(text.slice(span.start, span.end)).toBe(quantity)
          expect(sentence.start).toBeLessThanOrEqual(span.start)
          expect(sentence.end).toBeGreaterThanOrEqual(span.end)
        }
        expect(spans[0]).toEqual(figures[arithmetic.stated]?.span)
      }
    }
  })
})
