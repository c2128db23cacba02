import { describe, expect, it } from 'vitest'
import {
  currentLine,
  foldedBelow,
  levelsOf,
  type OutlineReport,
  topicsOf,
  treeLines,
} from '../../../../renderer/features/reader/outline-tree'

const row = (index: number, depth: number, start: number, end: number, topic: string | null) => ({
  index,
  title: String(index),
  depth,
  start,
  end,
  topic,
  topicWords: [],
  annotations: 0,
  statements: 0,
})

const REPORT: OutlineReport = {
  id: 'r',
  title: '西工区',
  start: 0,
  end: 100,
  annotations: 0,
  statements: 0,
  rows: [
    row(0, 0, 0, 50, 'economy'),
    row(1, 1, 10, 30, 'industry'),
    row(2, 2, 20, 30, 'rural'),
    row(3, 1, 30, 50, 'industry'),
    row(4, 0, 50, 100, null),
  ],
}
const NONE: ReadonlySet<string> = new Set()
const shown = (folded: Iterable<string>, topics: Iterable<string> = []) =>
  treeLines([REPORT], new Set(folded), new Set(topics)).map(({ key }) => key)

describe('the tree of the outline', () => {
  it('shows everything at first, and nothing below what is folded', () => {
    expect(shown([])).toEqual(['r', 'r/0', 'r/1', 'r/2', 'r/3', 'r/4'])
    expect(shown(['r/1'])).toEqual(['r', 'r/0', 'r/1', 'r/3', 'r/4'])
    expect(shown(['r/0', 'r/1'])).toEqual(['r', 'r/0', 'r/4'])
    expect(shown(['r'])).toEqual(['r'])
  })

  it('says what can be folded', () => {
    const lines = treeLines([REPORT], new Set(['r/1']), NONE)
    expect(lines.map(({ level, branch, open }) => [level, branch, open])).toEqual([
      [1, true, true],
      [2, true, true],
      [3, true, false],
      [3, false, true],
      [2, false, true],
    ])
  })

  it('keeps what stands above a wanted topic, told apart from it', () => {
    const lines = treeLines([REPORT], new Set(['r/1']), new Set(['rural']))
    expect(lines.map(({ key, meant }) => [key, meant])).toEqual([
      ['r', true],
      ['r/0', false],
      ['r/1', false],
      ['r/2', true],
    ])
    expect(shown([], ['unknown'])).toEqual([])
  })

  it('counts topics, the most frequent first', () =>
    expect(topicsOf([REPORT])[0]).toEqual({ topic: 'industry', count: 2 }))

  it.each([
    [25, [], 'r/2'],
    [25, ['r/1'], 'r/1'],
    [25, ['r'], 'r'],
    [99, [], 'r/4'],
    [100, [], null],
  ])('at offset %i with %j folded, %s is current', (offset, folded, key) =>
    expect(currentLine(treeLines([REPORT], new Set(folded), NONE), offset)).toBe(key),
  )

  it('folds and opens level by level', () => {
    expect(levelsOf([REPORT], NONE)).toEqual({ open: 4, deepest: 4 })
    for (const level of [1, 2, 3, 4]) {
      const folded = foldedBelow([REPORT], level)
      expect(levelsOf([REPORT], folded).open).toBe(level)
      expect(Math.max(...treeLines([REPORT], folded, NONE).map((line) => line.level))).toBe(level)
    }
  })
})
