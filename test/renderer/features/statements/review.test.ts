import { describe, expect, it } from 'vitest'
import type { Section } from '#shared/model/section'
import {
  ALL,
  afterSettled,
  countStatements,
  filterStatements,
  neighbour,
  sectionAt,
  unsettledIn,
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
  ])('filtered by %j shows %s', (filter, shown) => {
    expect(keys(filterStatements(list, { ...filter, order: 'text' }))).toBe(shown)
  })

  it('shows what needs eyes first on demand, and what is settled last', () => {
    const unsure = [...list, review('e', 50, { confidence: 0.3 }), review('f', 60, { confidence: 0.3, canonical: '' })]
    expect(keys(filterStatements(unsure, { ...ALL, order: 'attention' }))).toBe('efbdac')
    expect(keys(unsure)).toBe('abcdef')
  })

  it('finds the deepest section around an offset, and what is open in it', () => {
    const section = (start: number, end: number, level: number): Section => ({
      ...{ start, end, level, heading: { start, end: start }, title: '', parent: null, outlook: 'none', year: null },
      ...{ dated: false, topic: null, topicWords: [], appendix: false },
    })
    const sections = [section(5, 60, 1), section(15, 35, 2), section(35, 60, 2)]
    expect(sectionAt(sections, 20)).toBe(sections[1])
    expect(sectionAt(sections, 10)).toBe(sections[0])
    expect(sectionAt(sections, 0)).toBeNull()
    expect(keys(unsettledIn(list, section(15, 40, 2)))).toBe('b')
    expect(keys(unsettledIn(list, section(5, 60, 1)))).toBe('bd')
  })

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
