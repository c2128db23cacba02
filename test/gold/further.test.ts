import { describe, expect, it } from 'vitest'
import { calibration } from './calibration'
import { furtherShares, furtherTally, hasFurther } from './further'
import type { Scored } from './score'

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
const EMPTY = {
  ...{ period: '', wording: '', part_of: '', base: '', rank: '', basis: '' },
  ...{ measure: '', subset: '', binding: '', due: '', list: '' },
}
const row = (more: object = {}): Scored => ({ ...BASE, ...EMPTY, ...more }) as Scored

describe('further fields', () => {
  it('are labelled where the first line has a period', () => {
    expect(hasFurther([row(), BASE])).toBe(true)
    expect(hasFurther([BASE, row()])).toBe(false)
    expect(hasFurther([])).toBe(false)
  })

  it('are right where one word holds the other, and never where one is empty', () => {
    const at = (start: number, more: object): Scored => row({ start, ...more })
    const gold = [at(0, { period: '1—11月' }), at(20, { period: '前三季度' }), at(40, {}), at(60, {})]
    const ours = [at(0, { period: '今年1—11月' }), at(20, {}), at(40, { period: '上半年' }), at(60, {})]
    const { period } = furtherShares(furtherTally(gold, ours))
    expect(period).toEqual({ right: 0.5, precision: 0.5, recall: 0.5, f1: 0.5, labelled: 2 })
  })

  it('must be equal where they are a choice', () => {
    const seen: string[] = []
    const tally = furtherTally([row({ measure: 'added' })], [row({ measure: 'stock' })], (field) => seen.push(field))
    expect(furtherShares(tally).measure.right).toBe(0)
    expect(seen).toEqual(['measure'])
  })
})

describe('calibration', () => {
  it('counts a statement that no label stands for as wrong', () => {
    const ours = [
      { ...BASE, rule: 'left+section', confidence: 0.95 },
      { ...BASE, start: 50, rule: 'left+verb', confidence: 0.55 },
    ]
    const { bands, naming, decided } = calibration([{ labelled: [BASE], extracted: ours }])
    expect(bands.map((b) => [b.name, b.found, b.coreRight])).toEqual([
      ['0.50–0.60', 1, 0],
      ['0.95–0.98', 1, 1],
    ])
    expect(naming).toMatchObject([{ name: 'left', found: 2, coreRight: 1, allRight: 1, confidence: 0.75 }])
    expect(decided.map((d) => d.name)).toEqual(['section', 'verb'])
  })
})
