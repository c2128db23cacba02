import { describe, expect, it } from 'vitest'
import { mergeBySpan, type StatementMark } from '../../../../../renderer/features/reader/editor/statement-marks'

const mark = (start: number, end: number, more: Partial<StatementMark> = {}): StatementMark => ({
  report: 'r',
  key: `${start}`,
  start,
  end,
  role: 'actual',
  status: 'suggested',
  ...more,
})

describe('mergeBySpan', () => {
  it.each([
    ['a suggested one is dotted', [mark(0, 2)], [[0, 2, 'actual', false]]],
    ['an edited one is solid', [mark(0, 2, { status: 'edited', role: 'target' })], [[0, 2, 'target', true]]],
    ['a rejected one is not drawn', [mark(0, 2, { status: 'rejected' })], []],
    [
      'a shared quantity stays dotted until all are settled',
      [mark(0, 2, { status: 'accepted' }), mark(0, 2)],
      [[0, 2, 'actual', false]],
    ],
    [
      'a rejected one leaves the other of a shared quantity',
      [mark(0, 2, { status: 'rejected' }), mark(0, 2, { status: 'accepted' })],
      [[0, 2, 'actual', true]],
    ],
    [
      'spans come in order',
      [mark(5, 6), mark(1, 2), mark(1, 4)],
      [
        [1, 4, 'actual', false],
        [1, 2, 'actual', false],
        [5, 6, 'actual', false],
      ],
    ],
  ])('%s', (_name, marks, merged) => {
    expect(mergeBySpan(marks).map(({ start, end, role, settled }) => [start, end, role, settled])).toEqual(merged)
  })
})
