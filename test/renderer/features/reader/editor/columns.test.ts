import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assignColumns, MAX_COLUMNS } from '../../../../../renderer/features/reader/editor/columns'

const spans = fc
  .array(fc.tuple(fc.nat(400), fc.integer({ min: 1, max: 60 })), { maxLength: 60 })
  .map((pairs) => pairs.map(([start, length]) => ({ start, end: start + length })).sort((a, b) => a.start - b.start))

describe('assignColumns', () => {
  it.each([
    [
      'one after the other share a column',
      [
        [0, 5],
        [5, 9],
      ],
      0,
      [0, 0],
    ],
    [
      'nested ones have their own',
      [
        [0, 9],
        [2, 4],
        [3, 8],
      ],
      0,
      [0, 1, 2],
    ],
    [
      'a freed column is taken again',
      [
        [0, 9],
        [1, 3],
        [4, 6],
      ],
      0,
      [0, 1, 1],
    ],
    [
      'the gap keeps neighbours apart',
      [
        [0, 5],
        [8, 9],
        [20, 30],
      ],
      10,
      [0, 1, 0],
    ],
  ])('%s', (_name, pairs, gap, columns) => {
    expect(
      assignColumns(
        pairs.map(([start = 0, end = 0]) => ({ start, end })),
        gap,
      ),
    ).toEqual(columns)
  })

  it('never gives one column to two spans that overlap, while columns last', () => {
    fc.assert(
      fc.property(spans, fc.nat(20), (list, gap) => {
        const columns = assignColumns(list, gap)
        expect(columns.every((column) => column >= 0 && column < MAX_COLUMNS)).toBe(true)
        if (depth(list, gap) > MAX_COLUMNS) return
        list.forEach((a, i) => {
          list.slice(i + 1).forEach((b, j) => {
            if (b.start < a.end + gap) expect(columns[i + 1 + j]).not.toBe(columns[i])
          })
        })
      }),
    )
  })
})

/** The most spans, widened by the gap, that lie over one place. */
const depth = (list: readonly { start: number; end: number }[], gap: number): number =>
  Math.max(0, ...list.map((at) => list.filter((b) => b.start <= at.start && at.start < b.end + gap).length))
