import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { jsonLines, PROJECT, type Ran, run, SEEDS } from './command'

interface Line {
  place: { code: string; name: string }
  year: number
  indicator: string
  type: string
  target: { value: number | null; high: number | null; unit: string; comparator: string; kind: string }
  result: { value: number | null } | null
  verdict: string
  gap: { absolute: number } | null
  caveats: { code: string; text: string }[]
  covered_by: { covers: string; text: string; file: string; start: number; end: number } | null
  evidence: { file: string; start: number; end: number }[]
}

const seed = (file: string): string => readFileSync(join(PROJECT, file), 'utf8')

describe('ledger', () => {
  let ran: Ran
  let lines: Line[]
  beforeAll(async () => {
    ran = await run(['ledger', ...SEEDS])
    lines = jsonLines<Line>(ran)
  })
  const chanhe = (indicator: string, value: number): Line | undefined =>
    lines.find(
      ({ place, year, target, ...line }) =>
        place.code === '410304' && year === 2022 && line.indicator === indicator && target.value === value,
    )

  it('has a line for each target with its result and verdict', () => {
    expect([ran.code, ran.err]).toEqual([0, ''])
    expect(chanhe('gdp', 8)).toMatchObject({
      place: { code: '410304', name: '瀍河回族区' },
      target: { value: 8, high: null, unit: '%', comparator: 'eq', kind: 'growth' },
      result: { value: 4.3, unit: '%' },
      verdict: 'missed',
      gap: { absolute: -3.7 },
      covered_by: null,
    })
    expect(chanhe('retail_sales', 8.5)).toMatchObject({ result: null, verdict: 'silent', covered_by: null })
    expect(new Set(lines.map(({ verdict }) => verdict))).toContain('pending')
  })

  it('points at the words of target, result and claim', () => {
    const words = ({ file, start, end }: Line['evidence'][number]): string => seed(file).slice(start, end)
    expect(chanhe('key_project_investment', 40)?.evidence.map(words)).toEqual(['40亿元', '51.1亿元'])
    const covered = chanhe('urban_new_jobs', 5200)?.covered_by
    expect(covered && words(covered)).toBe(covered?.text)
    expect(covered?.text).toMatch(/民生实事/u)
  })

  it('gives each caveat its code and a sentence', () => {
    expect(chanhe('key_project_investment', 40)?.caveats).toContainEqual({
      code: 'projects',
      target: 13,
      result: 12,
      text: expect.stringMatching(/13.*12/u),
    })
    for (const { caveats } of lines) for (const { text } of caveats) expect(text).not.toMatch(/ledger\.|\{\{/u)
  })

  it('lists the places and years that are asked for, and ventures when told to', async () => {
    const few = jsonLines<Line>(await run(['ledger', '--place', '瀍河', '--year=2022', ...SEEDS]))
    expect(few).toEqual(lines.filter(({ place, year }) => place.code === '410304' && year === 2022))
    const all = jsonLines<Line>(await run(['ledger', '--all', '--year', '2022', ...SEEDS]))
    expect(all.filter(({ type }) => type === 'venture').length).toBeGreaterThan(0)
    expect(lines.filter(({ type }) => type === 'venture')).toEqual([])
  })

  it('does the others where a file fails, and refuses what is no year', async () => {
    const broken = await run(['ledger', 'seeds/none.txt', SEEDS[1]])
    expect(broken.code).toBe(1)
    expect(jsonLines<Line>(broken).length).toBeGreaterThan(0)
    expect(broken.err).toMatch(/none\.txt/u)
    const wrong = await run(['ledger', '--year', 'soon', SEEDS[1]])
    expect([wrong.code, wrong.out]).toEqual([2, ''])
  })
})
