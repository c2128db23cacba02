import { describe, expect, it } from 'vitest'
import type { Section } from '#shared/model/section'
import { itemsOf, type ReviewItem, sentenceOf } from '../../../../renderer/features/statements/item'
import {
  ALL,
  afterSettled,
  countItems,
  countTypes,
  filterItems,
  neighbour,
  sectionAt,
  unsettledIn,
} from '../../../../renderer/features/statements/review'
import type { ReviewStatement } from '../../../../renderer/storage'
import { statementAt } from '../../storage/fixture'
import { matterOf, reviewOf } from './matters/sample'

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
const keys = (items: readonly ReviewItem[]) => items.map(({ key }) => key).join('')

describe('the review list', () => {
  it.each([
    [ALL, 'abcd'],
    [{ ...ALL, status: 'suggested' as const }, 'bd'],
    [{ ...ALL, role: 'target' as const }, 'b'],
    [{ ...ALL, known: true }, 'ab'],
    [{ ...ALL, status: 'suggested' as const, role: 'actual' as const }, 'd'],
  ])('filtered by %j shows %s', (filter, shown) => {
    expect(keys(filterItems(list, { ...filter, order: 'text' }))).toBe(shown)
  })

  it('shows what needs eyes first on demand, and what is settled last', () => {
    const unsure = [...list, review('e', 50, { confidence: 0.3 }), review('f', 60, { confidence: 0.3, canonical: '' })]
    expect(keys(filterItems(unsure, { ...ALL, order: 'attention' }))).toBe('efbdac')
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
    expect(countItems(list)).toEqual({ suggested: 2, accepted: 1, edited: 0, rejected: 1, all: 4, reviewed: 2 })
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

describe('statements and matters together', () => {
  const venture = reviewOf(matterOf('venture', { start: 20, end: 25, role: 'target' }), { key: 'V' })
  const relative = reviewOf(matterOf('relative_target', { start: 45, end: 60, confidence: 0.3 }), { key: 'R' })
  const item = reviewOf(matterOf('list_item', { start: 5, end: 100, confidence: 0.2 }), {
    key: 'I',
    status: 'accepted',
  })
  const both = itemsOf(list, [item, venture, relative])

  it('stand in the order of the text, a matter before the statements in its words', () => {
    expect(keys(both)).toBe('IaVbcdR')
  })

  it.each([
    [{ type: 'statement' as const }, 'abcd'],
    [{ type: 'venture' as const }, 'V'],
    [{ role: 'target' as const }, 'IVbR'],
    [{ status: 'suggested' as const }, 'VbdR'],
    [{ known: true }, 'abR'],
    [{ type: 'rank' as const }, ''],
  ])('filtered by %j show %s', (filter, shown) => {
    expect(keys(filterItems(both, { ...ALL, order: 'text', ...filter }))).toBe(shown)
  })

  it('come by how much they want eyes: what is about no indicator counts like a known one', () => {
    expect(keys(filterItems(both, { ...ALL, order: 'attention' }))).toBe('RVbdIac')
  })

  it('are counted by type', () => {
    expect([...countTypes(both)].sort()).toEqual([
      ['list_item', 1],
      ['relative_target', 1],
      ['statement', 4],
      ['venture', 1],
    ])
    expect(countItems(both)).toMatchObject({ all: 7, reviewed: 3 })
  })

  it('are stepped through and settled in one order', () => {
    expect(neighbour(both, { report: 'r', key: 'a' }, 1, 0)?.key).toBe('V')
    expect(neighbour(both, null, 1, 11)?.key).toBe('V')
    expect(afterSettled(both, { report: 'r', key: 'b' })?.key).toBe('d')
    expect(keys(unsettledIn(both, { start: 15, end: 46 }))).toBe('VbdR')
  })

  it('are quoted by their sentence, an item of a list by all of its words', () => {
    expect(sentenceOf(venture)).toEqual({ start: 0, end: 14 })
    expect(sentenceOf(item)).toEqual({ start: 5, end: 100 })
  })
})
