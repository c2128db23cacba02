import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { extractFrom, seedFiles } from './files'
import { pool, type Scored, scoreOf, type Tally, tally } from './score'

const SCORER = join(import.meta.dirname, '../../../shared/eval/score.mjs')
const jsonl = (rows: readonly Scored[]): string => rows.map((row) => JSON.stringify(row)).join('\n')

const BASE: Scored = {
  start: 10,
  quantity: '8%',
  value: 8,
  high: null,
  unit: '%',
  comparator: 'eq',
  kind: 'growth',
  role: 'target',
  year: '2023',
  indicator: '地区生产总值',
  canonical: 'gdp',
  article: 'main',
}

describe('tally', () => {
  it('counts a perfect answer as perfect', () => {
    expect(scoreOf(tally([BASE], [BASE]))).toMatchObject({ precision: 1, recall: 1, f1: 1, coreF1: 1 })
  })

  it('counts a wrong field, a missed and a spurious statement', () => {
    const missed = { ...BASE, start: 40 }
    const spurious = { ...BASE, start: 80 }
    const seen: string[] = []
    const t = tally([BASE, missed], [{ ...BASE, year: '2022' }, spurious], (kind, fields) =>
      seen.push(`${kind} ${fields.join()}`),
    )
    expect(seen).toEqual(['wrong year', 'missed ', 'spurious '])
    expect(scoreOf(t)).toMatchObject({ precision: 0.5, recall: 0.5, f1: 0.5, coreF1: 0 })
  })

  it('leaves out what stands in another article', () => {
    const other = { ...BASE, start: 40, article: 'other' }
    expect(tally([BASE, other], [BASE, { ...other, article: 'main' }])).toMatchObject({ gold: 1, predicted: 1 })
  })
})

describe.runIf(existsSync(SCORER))('beside the scorer of the specification', () => {
  it('gives the same figures for the seeds, right and damaged', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'duibiao-score-'))
    try {
      const paths: string[] = []
      const tallies: Tally[] = []
      for (const [n, file] of seedFiles().entries()) {
        const found = await extractFrom(file.file, file.bytes ?? new Uint8Array())
        const damaged = found
          .filter((_, i) => i % 7 !== 3)
          .map((s, i) => (i % 5 === 2 ? { ...s, value: s.value + 1, year: '1999' } : s))
        const [gold, ours] = [join(folder, `${n}.gold`), join(folder, `${n}.ours`)]
        writeFileSync(gold, jsonl(file.gold))
        writeFileSync(ours, jsonl(damaged))
        paths.push(gold, ours)
        tallies.push(tally(file.gold, damaged))
      }
      const printed = execFileSync(process.execPath, [SCORER, ...paths], { encoding: 'utf8' })
      expect(scoreOf(pool(tallies))).toEqual(JSON.parse(printed))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
