import { describe, expect, it } from 'vitest'
import type { Code } from '#shared/model/code'
import type { DropPlace } from '../../../../renderer/features/codebook/codebook-state'
import { placeBy, placeOfDrop } from '../../../../renderer/features/codebook/move'
import { filterLines, NO_FILTER } from '../../../../renderer/features/codebook/split'
import { codeRows, lineBeginning } from '../../../../renderer/features/codebook/tree'

/** a, b (with c and d below it), e */
const CODES: Code[] = [
  ['a', null],
  ['b', null],
  ['c', 'b'],
  ['d', 'b'],
  ['e', null],
].map(([id, parent], n) => ({
  id: id ?? '',
  name: `名${id}`,
  parent: parent ?? null,
  color: '#0072b2',
  definition: id === 'd' ? 'Beyond 目标' : '',
  example: '',
  order: n,
  key: null,
  author: '',
  createdAt: '2026-01-02T03:04:05.000Z',
}))

describe('where keys move codes', () => {
  it.each([
    [['b'], 'up', null, 'a'],
    [['b'], 'down', null, null],
    [['a'], 'down', null, 'e'],
    [['a', 'b'], 'down', null, null],
    [['b'], 'in', 'a', null],
    [['d'], 'out', null, 'e'],
    [['d'], 'in', 'c', null],
  ] as const)('%j %s', (ids, direction, parent, before) => {
    expect(placeBy(CODES, ids, direction)).toEqual({ parent, before })
  })

  it.each([
    [['a'], 'up'],
    [['e'], 'down'],
    [['a'], 'in'],
    [['a'], 'out'],
    [[], 'up'],
  ] as const)('%j cannot go %s', (ids, direction) => expect(placeBy(CODES, ids, direction)).toBeNull())
})

describe('where a drop goes', () => {
  const place = (dragged: string[], code: string | null, where: DropPlace['where']) =>
    placeOfDrop(CODES, dragged, { code, where })

  it('is before, after or below a code, or the end', () => {
    expect(place(['e'], 'c', 'before')).toEqual({ parent: 'b', before: 'c' })
    expect(place(['e'], 'c', 'after')).toEqual({ parent: 'b', before: 'd' })
    expect(place(['e'], 'd', 'after')).toEqual({ parent: 'b', before: null })
    expect(place(['e'], 'c', 'into')).toEqual({ parent: 'c', before: null })
    expect(place(['c'], null, 'after')).toEqual({ parent: null, before: null })
    expect(place(['b'], 'a', 'after')).toEqual({ parent: null, before: 'e' })
  })

  it('is nowhere on what is dragged, or below it', () => {
    expect(place(['b'], 'b', 'into')).toBeNull()
    expect(place(['b'], 'c', 'before')).toBeNull()
    expect(place([], 'c', 'before')).toBeNull()
  })
})

describe('lines', () => {
  const rows = (filter: string, collapsed: string[] = []) =>
    codeRows(CODES, new Map(), { collapsed: new Set(collapsed), filter }).map(
      ({ code, folded }) => code.id + (folded ? '+' : ''),
    )

  it('that fit a filter stand with all above them, and nothing is folded then', () => {
    expect(rows('', ['b'])).toEqual(['a', 'b+', 'e'])
    expect(rows('beyond 目标', ['b'])).toEqual(['b', 'd'])
    expect(rows('nothing')).toEqual([])
  })

  it('are found by how they begin, going around', () => {
    const all = codeRows(CODES, new Map(), { collapsed: new Set(), filter: '' })
    expect(lineBeginning(all, '名', 2)?.code.id).toBe('c')
    expect(lineBeginning(all, '名A', 3)?.code.id).toBe('a')
    expect(lineBeginning(all, 'x', 0)).toBeNull()
  })
})

it('narrows the passages of a code down', () => {
  const line = (id: string, quote: string, memo = '') => ({ id, quote, memo, report: null })
  const passages = [line('1', '增长8%'), line('2', '160亿元', '增长 口径')]
  expect(filterLines(passages, { ...NO_FILTER, words: '增长' }).map(({ id }) => id)).toEqual(['1', '2'])
  expect(filterLines(passages, { ...NO_FILTER, words: '口径 增长' }).map(({ id }) => id)).toEqual(['2'])
  expect(filterLines(passages, { ...NO_FILTER, year: 2024 })).toEqual([])
})
