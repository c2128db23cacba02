import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  isIn,
  NONE,
  type Ranges,
  sizeOf,
  toggled,
  withoutRange,
  withRange,
} from '../../../../renderer/features/statement-table/ranges'

const positions = (ranges: Ranges) =>
  ranges.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i))

it('joins what touches', () => {
  expect(
    withRange(
      [
        { from: 0, to: 2 },
        { from: 5, to: 6 },
      ],
      2,
      5,
    ),
  ).toEqual([{ from: 0, to: 6 }])
  expect(withRange(NONE, 3, 3)).toEqual([])
})

it('parts what is taken out of the middle', () => {
  expect(withoutRange([{ from: 0, to: 9 }], 3, 5)).toEqual([
    { from: 0, to: 3 },
    { from: 5, to: 9 },
  ])
})

it('takes in what is partly out, and out what is all in', () => {
  expect(toggled([{ from: 0, to: 2 }], 1, 4)).toEqual([{ from: 0, to: 4 }])
  expect(toggled([{ from: 0, to: 4 }], 1, 4)).toEqual([{ from: 0, to: 1 }])
})

it('is a set of positions', () => {
  const change = fc.record({ from: fc.nat({ max: 40 }), length: fc.nat({ max: 9 }), out: fc.boolean() })
  fc.assert(
    fc.property(fc.array(change), (changes) => {
      let ranges: Ranges = NONE
      const set = new Set<number>()
      for (const { from, length, out } of changes) {
        ranges = out ? withoutRange(ranges, from, from + length) : withRange(ranges, from, from + length)
        for (let at = from; at < from + length; at++) out ? set.delete(at) : set.add(at)
      }
      expect(positions(ranges)).toEqual([...set].sort((a, b) => a - b))
      expect(sizeOf(ranges)).toBe(set.size)
      for (let at = 0; at < 50; at++) expect(isIn(ranges, at)).toBe(set.has(at))
    }),
  )
})
