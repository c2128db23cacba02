import { describe, expect, it } from 'vitest'
import { bracketsOf, type MatterMark } from '../../../../../renderer/features/reader/editor/matter-marks'

const mark = (start: number, end: number, more: Partial<MatterMark> = {}): MatterMark => ({
  ...{ report: 'r', key: `${start}`, type: 'rank', start, end, role: 'actual', status: 'suggested' },
  ...more,
})

describe('brackets', () => {
  it.each([
    ['a suggested one is broken', [mark(0, 2)], [[0, 2, 'actual', false]]],
    ['an edited one is whole', [mark(0, 2, { status: 'edited', role: 'target' })], [[0, 2, 'target', true]]],
    ['a rejected one is not drawn', [mark(0, 2, { status: 'rejected' })], []],
    ['one without words is not drawn', [mark(2, 2)], []],
    [
      'of shared words are one, broken until all are settled',
      [mark(0, 2, { status: 'accepted' }), mark(0, 2)],
      [[0, 2, 'actual', false]],
    ],
    [
      'come in order, the outer one first',
      [mark(5, 6), mark(1, 2), mark(1, 4)],
      [
        [1, 4, 'actual', false],
        [1, 2, 'actual', false],
        [5, 6, 'actual', false],
      ],
    ],
  ])('%s', (_name, marks, brackets) => {
    expect(bracketsOf(marks).map(({ start, end, role, settled }) => [start, end, role, settled])).toEqual(brackets)
  })
})
