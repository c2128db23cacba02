import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { AuditSettings } from '#shared/model/audit'
import { AUDIT_MAKER } from '../../../../renderer/workers/audit/maker'
import { seedMaterials } from '../../../shared/compare/audit/materials'

const settings = AuditSettings.parse({ id: 'audit', updatedAt: '2026-01-01T00:00:00.000Z' })

it('audits a place inside its reports and between them, with the sentences of its figures', async () => {
  const seeds = await seedMaterials()
  const made = AUDIT_MAKER.make('410304', [seeds['000'], seeds['001']], [], { settings, breaks: [] })
  expect(made.reports).toBe(2)
  const rules = new Set(made.findings.map(({ rule }) => rule))
  expect(rules).toContain('growth')
  expect(rules).toContain('increase')
  for (const { figures, quotes } of made.findings) {
    expect(quotes).toHaveLength(figures.length)
    for (const [index, { quantity, span, sentence }] of figures.entries())
      expect(quotes[index]?.startsWith(quantity, span.start - sentence.start)).toBe(true)
  }
  expect(made.rules.sum).toEqual({ checks: 2, held: 2 })
})

it('leaves out the rules that are switched off', async () => {
  const seeds = await seedMaterials()
  const off = { ...settings, off: ['growth', 'sum'] }
  const made = AUDIT_MAKER.make('410304', [seeds['000'], seeds['001']], [], { settings: off, breaks: [] })
  expect(made.findings.map(({ rule }) => rule)).not.toContain('growth')
  expect(made.rules.sum).toBeUndefined()
})

it('holds no text of a report for the sake of its sentences', async () => {
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  const used = (): number => {
    collect()
    return process.memoryUsage().heapUsed / 1e6
  }
  const seed = (await seedMaterials())['000']
  const made = (run: number) => {
    // Two megabytes a text, none of them the same string.
    const text = `${seed.text}${'。'.repeat(1_000_000)}${run}`
    return AUDIT_MAKER.make('410304', [{ ...seed, text }], [], { settings, breaks: [] })
  }
  made(0)
  const before = used()
  const kept = Array.from({ length: 20 }, (_, run) => made(run + 1))
  expect(used() - before).toBeLessThan(10)
  expect(kept.every(({ findings }) => findings.length > 0)).toBe(true)
})
