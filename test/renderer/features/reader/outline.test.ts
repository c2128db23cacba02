import { describe, expect, it } from 'vitest'
import type { Section } from '#shared/model/section'
import { countWithin, outlineRows } from '../../../../renderer/features/reader/outline'

const section = (title: string, level: number, start: number, end: number): Section => ({
  title,
  level,
  start,
  end,
  heading: { start, end: start + 2 },
  parent: null,
  outlook: 'none',
  year: null,
  dated: false,
  topic: null,
  topicWords: [],
  appendix: false,
})

const sections = [
  section('一', 2, 10, 50),
  section('（一）', 3, 20, 30),
  section('（二）', 3, 30, 50),
  section('二', 2, 50, 90),
]

describe('the outline', () => {
  const rows = outlineRows(sections, [12, 25, 25, 60], [5, 30, 49, 50])

  it('starts at depth 0 and counts what stands in each section', () => {
    expect(rows.map(({ title, depth, annotations, statements }) => [title, depth, annotations, statements])).toEqual([
      ['一', 0, 3, 2],
      ['（一）', 1, 2, 0],
      ['（二）', 1, 0, 2],
      ['二', 0, 1, 1],
    ])
  })

  it('is empty for a report without sections', () => expect(outlineRows([], [1], [1])).toEqual([]))
})

describe('countWithin', () => {
  it.each([
    [[], 0, 9, 0],
    [[1, 2, 2, 3], 2, 3, 2],
    [[1, 2, 3], 3, 3, 0],
    [[1, 2, 3], 0, 99, 3],
  ])('%j in [%i, %i): %i', (sorted, start, end, count) => expect(countWithin(sorted, start, end)).toBe(count))
})
