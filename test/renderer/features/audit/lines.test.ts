import { beforeAll, describe, expect, it } from 'vitest'
import { auditPlace, auditReport } from '#shared/compare/audit/audit'
import { defaultAuditOptions } from '#shared/compare/audit/rules'
import type { AuditRuling } from '#shared/model/audit'
import {
  choicesOf,
  linesOf,
  NO_FILTER,
  positionOf,
  reportYears,
  shownLines,
} from '../../../../renderer/features/audit/lines'
import { auditState, filterBy, follow, positionIn } from '../../../../renderer/features/audit/state'
import type { QuotedFinding } from '../../../../renderer/workers/audit/client'
import { seedMaterials } from '../../../shared/compare/audit/materials'

let findings: QuotedFinding[]

beforeAll(async () => {
  const seeds = await seedMaterials()
  const options = defaultAuditOptions()
  const own = [seeds['000'], seeds['001']]
  const results = [...own.map((one) => auditReport(one, options, [])), auditPlace(own, options, [])]
  findings = results.flatMap((result) => result.findings.map((finding) => ({ ...finding, quotes: ['全区市场主体'] })))
})

const ruling = (finding: string): AuditRuling => ({
  id: '11111111-1111-4111-8111-111111111111',
  finding,
  source: 'a'.repeat(64),
  judgement: 'explained',
  note: '口径不同',
  author: '甲',
  updatedAt: '2026-01-01T00:00:00.000Z',
})

const rulesIn = (lines: ReturnType<typeof shownLines>): string[] => lines.map(({ finding }) => finding.rule)

describe('the lines of the audit', () => {
  it('show what nobody has settled, the weightiest first', () => {
    const lines = linesOf(findings, [ruling(findings[0]?.key ?? '')])
    const open = shownLines(lines, NO_FILTER)
    expect(open).toHaveLength(findings.length - 1)
    expect(shownLines(lines, { ...NO_FILTER, state: 'settled' })).toMatchObject([
      { ruling: { judgement: 'explained' } },
    ])
    const all = shownLines(lines, { ...NO_FILTER, state: 'all' })
    expect(all).toHaveLength(findings.length)
    const order = ['error', 'check', 'note']
    const ranks = all.map(({ finding }) => order.indexOf(finding.severity))
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
  })

  it('are filtered by rule, year, severity and words of figures and sentences', () => {
    const lines = linesOf(findings, [])
    expect(new Set(rulesIn(shownLines(lines, { ...NO_FILTER, rules: ['growth'] })))).toEqual(new Set(['growth']))
    expect(shownLines(lines, { ...NO_FILTER, places: ['999999'] })).toEqual([])
    expect(rulesIn(shownLines(lines, { ...NO_FILTER, text: '500万人次' }))).toEqual(['perHead'])
    expect(shownLines(lines, { ...NO_FILTER, text: '市场主体' })).toHaveLength(findings.length)
    expect(shownLines(lines, { ...NO_FILTER, text: '市场主体 没有' })).toEqual([])
    for (const { finding } of shownLines(lines, { ...NO_FILTER, years: [2022] }))
      expect(reportYears(finding)).toContain(2022)
    for (const { finding } of shownLines(lines, { ...NO_FILTER, severities: ['note'] }))
      expect(finding.severity).toBe('note')
  })

  it('tell what can be chosen, with counts', () => {
    const { places, years, rules } = choicesOf(linesOf(findings, []))
    expect(places).toEqual([{ code: '410304', name: '瀍河回族区', count: findings.length }])
    expect(years.map(({ year }) => year)).toEqual([2023, 2022])
    expect(rules.reduce((sum, { count }) => sum + count, 0)).toBe(findings.length)
  })

  it('keep the keyboard where a settled line was', () => {
    const lines = linesOf(findings, [])
    const second = lines[1]?.finding.key ?? ''
    expect(positionOf(lines, second, 0)).toBe(1)
    const gone = lines.filter(({ finding }) => finding.key !== second)
    expect(positionOf(gone, second, 1)).toBe(1)
    expect(positionOf([], second, 3)).toBe(-1)
  })
})

describe('the place in the audit', () => {
  it('is told and followed', () => {
    filterBy({ rules: ['sum'], state: 'all', years: [2022] })
    auditState.setState({ selected: 'x' })
    const position = positionIn()
    auditState.setState({ filter: NO_FILTER, selected: null })
    follow(position)
    expect(auditState.getState()).toMatchObject({
      filter: { ...NO_FILTER, rules: ['sum'], state: 'all', years: [2022] },
      selected: 'x',
    })
    follow({ place: '410304' })
    expect(auditState.getState().filter).toEqual({ ...NO_FILTER, places: ['410304'] })
    follow({ filter: '{broken' })
    expect(auditState.getState().filter).toEqual(NO_FILTER)
  })
})
