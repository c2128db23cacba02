import { describe, expect, it } from 'vitest'
import {
  type AnnotationMark,
  annotationField,
  buildAnnotations,
  inOrder,
  markStyle,
  marksAt,
  setAnnotations,
  stripesOf,
} from '../../../../../renderer/features/reader/editor/annotation-marks'
import { textState } from '../../../../../renderer/features/reader/editor/create-editor'

const mark = (id: string, start: number, end: number, colors: string[] = ['#0072b2']): AnnotationMark => ({
  id,
  start,
  end,
  colors,
  names: colors.map((_, i) => `${id}${i}`),
  memo: `memo ${id}`,
})

const drawn = (marks: AnnotationMark[], length = 100): [number, number, string][] => {
  const found: [number, number, string][] = []
  buildAnnotations(marks, length).decorations.between(0, length, (from, to, { spec }) => {
    found.push([from, to, spec.class])
  })
  return found
}

describe('the marks of annotations', () => {
  it('nest the shorter in the longer, with underlines that step down', () => {
    expect(drawn([mark('b', 0, 4), mark('a', 0, 9)])).toEqual([
      [0, 9, 'db-mark db-mark-0'],
      [0, 4, 'db-mark db-mark-1'],
    ])
  })

  it('leave out empty ones and cut what reaches past the text', () => {
    expect(drawn([mark('a', 3, 3), mark('b', 8, 200)], 10)).toEqual([[8, 10, 'db-mark db-mark-0']])
  })

  it('show one without a code as plain', () => {
    expect(drawn([mark('a', 1, 2, [])])).toEqual([[1, 2, 'db-mark db-mark-0 db-mark-plain']])
  })

  it('draw the first colour as underline and all of them as bands', () => {
    expect(markStyle(['#111111'])).toBe('--db-code:#111111')
    const style = markStyle(['#111111', '#222222'])
    expect(style).toContain('--db-code:#111111;')
    expect(style).toMatch(/#111111[^%]+\) 0% 50%|0% 50%/)
    expect(style).toContain('50% 100%')
  })

  it('are replaced as a whole by one effect', () => {
    const state = textState('一二三四五', annotationField)
    const set = state.update({ effects: setAnnotations.of([mark('a', 1, 3)]) }).state
    expect(set.field(annotationField).marks.map(({ id }) => id)).toEqual(['a'])
    expect(set.update({ effects: setAnnotations.of([]) }).state.field(annotationField).decorations.size).toBe(0)
  })
})

describe('stripes', () => {
  it('are one for each code, side by side', () => {
    const stripes = stripesOf(inOrder([mark('a', 0, 9, ['#111111', '#222222']), mark('b', 2, 4, [])]))
    expect(stripes.map(({ id, color, column, label }) => [id, color, column, label])).toEqual([
      ['a', '#111111', 0, 'a0'],
      ['a', '#222222', 1, 'a1'],
      ['b', null, 2, 'memo b'],
    ])
  })

  it('keep a line of text between two of one column', () => {
    expect(stripesOf([mark('a', 0, 9), mark('b', 20, 30), mark('c', 60, 70)]).map(({ column }) => column)).toEqual([
      0, 1, 0,
    ])
  })
})

describe('marksAt', () => {
  const marks = [mark('long', 0, 50), mark('short', 10, 20), mark('later', 20, 40)]
  it.each([
    [5, ['long']],
    [10, ['short', 'long']],
    [20, ['short', 'later', 'long']],
    [50, ['long']],
    [51, []],
  ])('at %i, borders included, the shortest first', (offset, ids) => {
    expect(marksAt(marks, offset).map(({ id }) => id)).toEqual(ids)
  })
})
