import { expect, it } from 'vitest'
import { below, type Floors, raise } from './floors'
import type { Score } from './score'

const score = (f1: number, year: number): Score => ({
  ...{ gold: 100, predicted: 100, precision: f1, recall: f1, f1, goldCore: 100, coreF1: f1 },
  fields: { value: 1, unit: 1, comparator: 1, kind: 1, role: 1, year, indicator: 1, canonical: 1 },
})
const FLOORS: Floors = {
  seeds: { f1: 0.9, coreF1: 0.9, fields: 0.9 },
  corpus: { f1: 0.9, coreF1: 0.9, fields: 0.9 },
  scope: { precision: 0.9, recall: 0.5 },
  further: {},
  files: { old: { f1: 0.9, coreF1: 0.8, fields: 0.9 } },
}

it('names what lies below', () => {
  expect(below('a', score(0.95, 0.9), FLOORS.seeds)).toEqual([])
  expect(below('a', score(0.8, 0.7), FLOORS.seeds)).toEqual([
    'a: F1 0.8 < 0.9',
    'a: core F1 0.8 < 0.9',
    'a: year 0.7 < 0.9',
  ])
})

it('raises floors to what was measured, those of files to one statement less, and lowers none', () => {
  const files = new Map([
    ['old', score(0.85, 0.99)],
    ['new', score(0.7777, 0.6)],
  ])
  const raised = raise(FLOORS, { sets: {}, files, scope: { precision: 0.8, recall: 0.76 }, further: null })
  expect(raised).toEqual({
    ...FLOORS,
    scope: { precision: 0.9, recall: 0.76 },
    files: { old: { f1: 0.9, coreF1: 0.84, fields: 0.98 }, new: { f1: 0.767, coreF1: 0.767, fields: 0.59 } },
  })
})
