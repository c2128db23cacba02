import { describe, expect, it } from 'vitest'
import { offsetAtHeight, overviewRows } from '../../../../../renderer/features/reader/margin/overview-rows'

const mark = (start: number, end: number, color: string) => ({ start, end, color })

describe('the overview', () => {
  it('gives each mark the lines that its text has, and at least one', () => {
    const rows = overviewRows([mark(0, 250, 'a'), mark(999, 1000, 'b')], 1000, 8)
    expect(rows.map((colors) => colors.join())).toEqual(['a', 'a', '', '', '', '', '', 'b'])
  })

  it('tells a few colours of one line apart, each once', () => {
    const [row] = overviewRows(
      ['a', 'b', 'a', 'c', 'd'].map((color) => mark(0, 1, color)),
      10,
      1,
    )
    expect(row).toEqual(['a', 'b', 'c'])
  })

  it('draws nothing for a text or a height of nothing, and a mark at the very end inside', () => {
    expect(overviewRows([mark(0, 1, 'a')], 0, 2)).toEqual([[], []])
    expect(overviewRows([mark(0, 1, 'a')], 5, 0)).toEqual([])
    expect(overviewRows([mark(10, 10, 'a')], 10, 4).at(-1)).toEqual(['a'])
  })

  it.each([
    [-5, 0],
    [0, 0],
    [50, 500],
    [100, 1000],
    [120, 1000],
  ])('at height %i of 100 it leads to offset %i of 1000', (y, offset) =>
    expect(offsetAtHeight(y, 100, 1000)).toBe(offset),
  )
})
