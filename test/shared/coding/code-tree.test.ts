import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inTreeOrder, isInside, pathOf, placesFor, sameNamed, topmost, withBelow } from '#shared/coding/code-tree'
import type { Code } from '#shared/model/code'

const code = (id: string, parent: string | null = null, name = id): Code => ({
  id,
  name,
  parent,
  color: '#0072b2',
  definition: '',
  example: '',
  order: 1,
  key: null,
  author: '',
  createdAt: '2026-01-02T03:04:05.000Z',
})

const TREE = [
  code('d', 'b'),
  code('a'),
  code('b', 'a'),
  code('c'),
  code('lost', 'gone'),
  code('r', 's'),
  code('s', 'r'),
]

describe('the tree', () => {
  it('has each code before what stands below it; lost ones and rings stand at the top', () => {
    expect(inTreeOrder(TREE).map(({ id }) => id)).toEqual(['a', 'b', 'd', 'c', 'lost', 'r', 's'])
  })

  it('knows what stands below, and what above', () => {
    expect([...withBelow(TREE, ['a', 'c'])]).toEqual(['a', 'b', 'd', 'c'])
    expect(isInside(TREE, 'd', 'a')).toBe(true)
    expect(isInside(TREE, 'a', 'd')).toBe(false)
    expect(isInside(TREE, 'r', 'a')).toBe(false)
    expect(isInside(TREE, null, 'a')).toBe(false)
    expect(topmost(TREE, new Set(['d', 'a', 'c'])).map(({ id }) => id)).toEqual(['a', 'c'])
    expect(pathOf(TREE, 'd')).toEqual(['a', 'b', 'd'])
  })

  it('finds a code of the same name beside another, as names are read', () => {
    const codes = [code('1', null, 'GDP'), code('2', '1', 'GDP'), code('3', '1', '目标')]
    expect(sameNamed(codes, null, ' ＧＤＰ ')?.id).toBe('1')
    expect(sameNamed(codes, '1', '目标', '3')).toBeNull()
    expect(sameNamed(codes, null, '目标')).toBeNull()
  })
})

describe('places among siblings', () => {
  it('are in order, wherever codes are put, and move no other code past another', () => {
    const orders = fc.uniqueArray(fc.double({ noNaN: true, min: -10, max: 10 }), { maxLength: 6 })
    fc.assert(
      fc.property(orders, fc.nat(6), fc.integer({ min: 1, max: 4 }), (given, at, moved) => {
        const siblings = given.toSorted((a, b) => a - b).map((order, n) => ({ id: `${n}`, order }))
        const before = siblings[at]?.id ?? null
        const { orders: places, renumbered } = placesFor(siblings, before, moved)
        const rest = siblings.map(({ id, order }) => renumbered.get(id) ?? order)
        const index = before === null ? siblings.length : at
        const all = [...rest.slice(0, index), ...places, ...rest.slice(index)]
        expect(places).toHaveLength(moved)
        all.forEach((order, n) => {
          if (n > 0) expect(order).toBeGreaterThan(all[n - 1] ?? Infinity)
        })
      }),
    )
  })
})
