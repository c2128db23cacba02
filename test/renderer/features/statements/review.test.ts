import { describe, expect, it } from 'vitest'
import {
  ALL,
  afterSettled,
  countStatements,
  filterStatements,
  neighbour,
} from '../../../../renderer/features/statements/review'
import type { ReviewStatement } from '../../../../renderer/storage'
import { statementAt } from '../../storage/fixture'

const review = (key: string, start: number, more: Partial<ReviewStatement> = {}): ReviewStatement => ({
  ...statementAt('8%'),
  start,
  key,
  id: null,
  status: 'suggested',
  report: 'r',
  source: 's',
  reading: 's:1',
  ...more,
})

const list = [
  review('a', 10, { status: 'accepted' }),
  review('b', 20, { role: 'target' }),
  review('c', 30, { status: 'rejected', canonical: '' }),
  review('d', 40, { canonical: '' }),
]
const keys = (statements: readonly ReviewStatement[]) => statements.map(({ key }) => key).join('')

describe('the review list', () => {
  it.each([
    [ALL, 'abcd'],
    [{ ...ALL, status: 'suggested' as const }, 'bd'],
    [{ ...ALL, role: 'target' as const }, 'b'],
    [{ ...ALL, known: true }, 'ab'],
    [{ status: 'suggested' as const, role: 'actual' as const, known: false }, 'd'],
  ])('filtered by %j shows %s', (filter, shown) => expect(keys(filterStatements(list, filter))).toBe(shown))

  it('counts by status, and how many are reviewed', () => {
    expect(countStatements(list)).toEqual({ suggested: 2, accepted: 1, edited: 0, rejected: 1, all: 4, reviewed: 2 })
  })

  it.each([
    ['a', 1, 'b'],
    ['d', 1, null],
    ['a', -1, null],
    ['c', -1, 'b'],
  ] as const)('from %s by %i goes to %s', (key, direction, next) => {
    expect(neighbour(list, { report: 'r', key }, direction, 0)?.key ?? null).toBe(next)
  })

  it.each([
    [1, 'c'],
    [-1, 'b'],
  ] as const)('from nowhere by %i starts at the caret', (direction, next) => {
    expect(neighbour(list, null, direction, 25)?.key).toBe(next)
    expect(neighbour(list, { report: 'other', key: 'a' }, direction, 25)?.key).toBe(next)
  })

  it.each([
    ['a', 'b'],
    ['b', 'd'],
    ['d', null],
  ])('after %s is settled goes on to %s', (key, next) => {
    expect(afterSettled(list, { report: 'r', key })?.key ?? null).toBe(next)
  })
})
