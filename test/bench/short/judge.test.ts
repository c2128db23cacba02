import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { judge, lineOf } from './judge'

it('holds what takes up to twice its kept ratio, and nothing beyond', () => {
  const kept = { audit: 30, ledger: 20 }
  expect(judge({ audit: 60, ledger: 5 }, kept).map(({ held }) => held)).toEqual([true, true])
  expect(judge({ audit: 60.1, ledger: 20 }, kept).map(({ held }) => held)).toEqual([false, true])
})

it('does not hold what only one side has: a new work must be kept, an old one measured', () => {
  const [fresh, gone] = judge({ search: 3 }, { audit: 30 })
  expect(fresh).toEqual({ name: 'search', ratio: 3, kept: null, held: false })
  expect(gone).toEqual({ name: 'audit', ratio: null, kept: 30, held: false })
  expect([fresh, gone].map((one) => one && lineOf(one))).toEqual([
    'search: 3 scans, kept none – NOT HELD',
    'audit: not measured, kept 30 – NOT HELD',
  ])
})

it('has a kept ratio for every work', () => {
  const kept: Record<string, number> = JSON.parse(readFileSync(join(import.meta.dirname, 'ratios.json'), 'utf8'))
  expect(Object.values(kept).length).toBeGreaterThanOrEqual(5)
  expect(Object.values(kept).every((ratio) => ratio > 0)).toBe(true)
})
