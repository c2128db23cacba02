import { expect, it } from 'vitest'
import { scopeShares, scopeTally } from './scope'
import type { Scored } from './score'

const statement = (start: number, scope: string, indicator = '税收'): Scored => ({
  start,
  quantity: '8%',
  value: 8,
  unit: '%',
  comparator: 'eq',
  kind: 'growth',
  role: 'actual',
  year: '2022',
  indicator,
  article: 'main',
  scope,
})

it('counts what was told apart, wrongly and not at all', () => {
  const gold = [statement(1, 'own'), statement(2, '全市'), statement(3, '园区'), statement(4, 'own')]
  const ours = [statement(1, 'own'), statement(2, '全市'), statement(3, 'own'), statement(4, '全省')]
  expect(scopeTally(gold, ours)).toEqual({ told: 1, wrong: 1, missed: 1 })
  expect(scopeShares([scopeTally(gold, ours)])).toEqual({ precision: 0.5, recall: 0.5 })
})

it('takes the statement of the same name where several share one number', () => {
  const ours = [statement(1, 'own', '税收'), statement(1, '园区', '出口')]
  expect(scopeTally([statement(1, '园区', '出口')], ours)).toEqual({ told: 1, wrong: 0, missed: 0 })
})
