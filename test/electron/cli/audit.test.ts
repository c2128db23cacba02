import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { jsonLines, PROJECT, run, SEEDS } from './command'

interface Line {
  file: string
  rule: string
  severity: string
  message: string
  spans: { file: string; start: number; end: number }[]
  expected: number
  found: number
  unit: string
  arithmetic: { terms: unknown[]; value: number }[]
  candidates: string[]
  key: string | null
}

const texts = new Map(SEEDS.map((file) => [file as string, readFileSync(join(PROJECT, file), 'utf8')]))

it('tells of the seeds what does not add up, with its words and its arithmetic', async () => {
  const ran = await run(['audit', ...SEEDS])
  expect(ran.code).toBe(0)
  const lines = jsonLines<Line>(ran)
  expect(lines.map(({ rule, expected, found }) => [rule, Math.round(expected * 10) / 10, found])).toEqual([
    ['increase', 18.4, 22],
    ['part', 216.7, 280.8],
    ['perHead', 30, 2],
    ['average', 9.2, 5.3],
    ['growth', 17.6, 4.3],
    ['target', 127.8, 145.2],
    ['projects', 13, 12],
  ])
  for (const { file, message, spans, arithmetic, key } of lines) {
    expect(spans.map((span) => span.file)).toContain(file)
    expect(message).not.toMatch(/\{\{|audit\./u)
    expect(arithmetic.length).toBeGreaterThan(0)
    expect(key).not.toBeNull()
    for (const span of spans) expect(texts.get(span.file)?.slice(span.start, span.end)).toMatch(/[0-9]/u)
  }
  const growth = lines.find(({ rule }) => rule === 'growth')
  expect(growth?.message).toMatch(/17\.6%.*4\.3%.*\+12\.8%/u)
  expect(new Set(growth?.spans.map(({ file }) => file)).size).toBe(2)
  expect(ran.err).toContain('7 found')
})

it('speaks Chinese where the terminal does', async () => {
  const ran = await run(['audit', SEEDS[0], '--rules', 'perHead'], '', { LANG: 'zh_CN.UTF-8' })
  expect(jsonLines<Line>(ran).map(({ message }) => message)).toEqual(['人均只有2元，低于30元。'])
})

it('tells of sums that hold where it is asked to', async () => {
  const ran = await run(['audit', SEEDS[0], SEEDS[2], '--rules=sum', '--all'])
  const lines = jsonLines<Line>(ran)
  expect(lines.map(({ severity, found, unit }) => [severity, found, unit])).toEqual([
    ['held', 8.05, '亿元'],
    ['held', 84, '个'],
  ])
  expect(lines.every(({ key, message }) => key === null && message === '')).toBe(true)
})

it('goes on after a file that fails, and takes the same file once', async () => {
  const ran = await run(['audit', 'seeds/none.txt', SEEDS[0], SEEDS[0], '--rules', 'part'])
  expect(ran.code).toBe(1)
  expect(jsonLines(ran)).toHaveLength(1)
  expect(ran.err).toContain('seeds/none.txt')
})

it('refuses a rule that it does not know', async () => {
  const ran = await run(['audit', SEEDS[0], '--rules', 'all'])
  expect(ran.code).toBe(2)
  expect(ran.err).toContain('perHead')
})
