import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { auditPlace, auditReport } from '#shared/compare/audit/audit'
import type { Finding } from '#shared/compare/audit/audit-types'
import { AUDIT_RULES, defaultAuditOptions } from '#shared/compare/audit/rules'
import type { ReportMaterial } from '#shared/compare/material'
import { translate } from '#shared/locales/translate'
import { AuditSettings } from '#shared/model/audit'
import { money, percent, report } from './build'
import { seedMaterials } from './materials'

const options = defaultAuditOptions()
let first: ReportMaterial
let second: ReportMaterial

beforeAll(async () => {
  const seeds = await seedMaterials()
  first = seeds['001']
  second = seeds['000']
})

const everything = (materials: readonly ReportMaterial[], by = options): Finding[] =>
  [...materials.map((one) => auditReport(one, by, [])), auditPlace(materials, by, [])].flatMap(
    ({ findings }) => findings,
  )

/** The same report with words put in front of everything. */
function movedBy(words: string, material: ReportMaterial): ReportMaterial {
  const by = words.length
  return {
    ...material,
    text: words + material.text,
    statements: material.statements.map((one) => ({
      ...one,
      start: one.start + by,
      sentence: { start: one.sentence.start + by, end: one.sentence.end + by },
    })),
  }
}

describe('rules', () => {
  it('have names and descriptions in both languages', () => {
    for (const { name } of AUDIT_RULES)
      for (const language of ['zh-CN', 'en'] as const)
        for (const what of ['name', 'description'])
          expect(translate(language, `audit.rule.${name}.${what}`)).not.toMatch(/^audit\./u)
  })

  it('that are on by default are those of a project that says nothing', () => {
    const settings = AuditSettings.parse({ id: 'audit', updatedAt: '2024-01-01T00:00:00Z' })
    expect(settings).toMatchObject(defaultAuditOptions())
  })

  it('that are off say and check nothing', () => {
    for (const rule of new Set(everything([first, second]).map((one) => one.rule))) {
      const without = { ...options, off: [...options.off, rule] }
      expect(everything([first, second], without).map((one) => one.rule)).not.toContain(rule)
      expect(auditReport(second, without, []).checks.map((one) => one.rule)).not.toContain(rule)
    }
  })

  it('are all named', () => {
    const named = new Set(AUDIT_RULES.map(({ name }) => name))
    const told = everything([first, second], { ...options, off: [] })
    expect(told.length).toBeGreaterThan(5)
    for (const { rule } of told) expect(named).toContain(rule)
  })
})

describe('findings', () => {
  it('show their arithmetic: what the steps come to is what was expected', () => {
    for (const { arithmetic, figures } of everything([first, second])) {
      expect(arithmetic.steps.length).toBeGreaterThan(0)
      expect(figures[arithmetic.stated]).toBeDefined()
      expect(arithmetic.difference).toBeCloseTo(arithmetic.found - arithmetic.expected, 2)
      for (const { terms } of arithmetic.steps)
        for (const { figure } of terms) expect(figure === null || figures[figure] !== undefined).toBe(true)
    }
  })

  it('have words for everything in both languages', () => {
    for (const { message, candidates, arithmetic } of everything([first, second], { ...options, off: [] }))
      for (const language of ['zh-CN', 'en'] as const)
        for (const { key, params } of [message, ...candidates, ...arithmetic.steps.map(({ label }) => label)])
          expect(translate(language, key, params)).not.toMatch(/^audit\.|\{\{/u)
  })

  it('are the same every time, whatever the order of the reports', () => {
    const told = everything([first, second])
    expect(everything([first, second])).toEqual(told)
    expect(auditPlace([second, first], options, [])).toEqual(auditPlace([first, second], options, []))
  })

  it('keep their keys when the text moves', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[一-龥\n]{0,40}$/u), (words) => {
        const before = everything([first, second]).map(({ key }) => key)
        const after = everything([movedBy(words, first), movedBy(words, second)]).map(({ key }) => key)
        // A list and what a rule reads around it move with their matters, which stay here.
        expect(after.filter((key) => !key.startsWith('count'))).toEqual(
          before.filter((key) => !key.startsWith('count')),
        )
      }),
      { numRuns: 20 },
    )
  })

  it('have keys of their own', () => {
    const keys = everything([first, second]).map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('keep their key when another figure of the report is put right', () => {
    const told = everything([first, second]).map(({ key }) => key)
    const other = second.statements.findIndex(({ quantity }) => quantity === '834.4万元')
    const changed = second.statements.map((one, at) =>
      at === other ? { ...one, value: 1, quantity: '834.5万元' } : one,
    )
    expect(other).toBeGreaterThan(0)
    expect(everything([first, { ...second, statements: changed }]).map(({ key }) => key)).toEqual(told)
  })
})

describe('missing data', () => {
  it('gives nothing and breaks nothing', () => {
    const empty = report(2023, '', [])
    const placeless = { ...second, report: { ...second.report, place: null, year: null } }
    expect(auditReport(empty, options, [])).toEqual({ checks: [], findings: [] })
    expect(auditPlace([], options, [])).toEqual({ checks: [], findings: [] })
    expect(auditPlace([empty], options, [])).toEqual({ checks: [], findings: [] })
    expect(auditPlace([placeless, first], options, []).findings).toEqual([])
    expect(auditReport(placeless, options, []).findings.length).toBeGreaterThan(0)
    expect(
      auditReport({ ...second, text: '', matters: [] }, options, []).findings.map(({ rule }) => rule),
    ).not.toContain('sum')
  })

  it('of any statements is no loss for the others', () => {
    const all = new Set(everything([first, second]).map(({ key }) => key))
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 60 }), (gone) => {
        const left = second.statements.filter((_, at) => !gone.includes(at))
        for (const { figures } of everything([first, { ...second, statements: left }]))
          for (const { statement } of figures)
            expect(statement === '' || [...first.statements, ...left].some(({ key }) => key === statement)).toBe(true)
      }),
      { numRuns: 25 },
    )
    expect(all.size).toBeGreaterThan(5)
  })

  it('of the main version leaves a report out between reports', () => {
    const version = { ...second, report: { ...second.report, main: false } }
    expect(auditPlace([first, version], options, []).checks).toEqual([])
  })
})

describe('units', () => {
  it('make no difference to a finding', () => {
    const gdp = { canonical: 'gdp' }
    const text = (level: string): string => `地区生产总值完成${level}，增长4.3%。`
    const earlier = report(2022, '地区生产总值完成136.0亿元。', [money(136, { ...gdp, quantity: '136.0亿元' })])
    const inYi = report(2023, text('160.0亿元'), [money(160, { ...gdp, quantity: '160.0亿元' }), percent(4.3, gdp)])
    const wan = { quantity: '1600000万元', value: 1_600_000, unit: '万元', ...gdp }
    const inWan = report(2023, text('1600000万元'), [wan, percent(4.3, gdp)])
    const [a, b] = [inYi, inWan].map((later) => auditPlace([earlier, later], options, []).findings[0]?.arithmetic)
    expect(a?.expected).toBeCloseTo(17.647, 3)
    expect(b?.expected).toBe(a?.expected)
    expect(b?.steps[0]?.terms.map(({ unit }) => unit)).toEqual(['万元', '万元', '%'])
  })
})
