import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AnnotationMark,
  annotationField,
  bandsStyle,
  buildAnnotations,
  changeAnnotations,
  inOrder,
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

/** The marks that are painted over the text: where, and how deep. */
const painted = (marks: AnnotationMark[], length = 100): [number, number, number][] =>
  buildAnnotations(marks, length)
    .plainWithin({ start: 0, end: length })
    .map(({ start, end, depth }) => [start, end, depth])

/** The elements of marks: where, and as what. */
const drawn = (marks: AnnotationMark[], length = 100): [number, number, string][] => {
  const found: [number, number, string][] = []
  buildAnnotations(marks, length).bands.between(0, length, (from, to, { spec }) => {
    found.push([from, to, spec.class])
  })
  return found
}

const BOTH = ['#0072b2', '#e69f00']

describe('the marks of annotations', () => {
  it('nest the shorter in the longer, with underlines that step down', () => {
    expect(painted([mark('b', 0, 4), mark('a', 0, 9)])).toEqual([
      [0, 9, 0],
      [0, 4, 1],
    ])
    expect(drawn([mark('b', 0, 4, BOTH), mark('a', 0, 9, BOTH)])).toEqual([
      [0, 9, 'db-mark db-mark-0'],
      [0, 4, 'db-mark db-mark-1'],
    ])
  })

  it('leave out empty ones and cut what reaches past the text', () => {
    expect(painted([mark('a', 3, 3), mark('b', 8, 200)], 10)).toEqual([[8, 10, 0]])
    expect(drawn([mark('a', 3, 3, BOTH), mark('b', 8, 200, BOTH)], 10)).toEqual([[8, 10, 'db-mark db-mark-0']])
  })

  it('are elements only where they have several colours', () => {
    const marks = [mark('none', 1, 2, []), mark('one', 3, 4), mark('two', 5, 6, BOTH)]
    expect(painted(marks)).toEqual([
      [1, 2, 0],
      [3, 4, 0],
    ])
    expect(drawn(marks)).toEqual([[5, 6, 'db-mark db-mark-0']])
  })

  it('draw the first colour as underline and all of them as bands', () => {
    const style = bandsStyle(['#111111', '#222222'])
    expect(style).toContain('--db-code:#111111;')
    expect(style).toMatch(/#111111[^%]+\) 0% 50%|0% 50%/)
    expect(style).toContain('50% 100%')
  })

  it('are replaced as a whole by one effect', () => {
    const state = textState('一二三四五', annotationField)
    const set = state.update({ effects: setAnnotations.of([mark('a', 1, 3)]) }).state
    expect(set.field(annotationField).marks.map(({ id }) => id)).toEqual(['a'])
    expect(set.update({ effects: setAnnotations.of([]) }).state.field(annotationField)).toMatchObject({
      marks: [],
    })
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

describe('marks that change', () => {
  const step = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    start: fc.nat({ max: 40 }),
    length: fc.integer({ min: 1, max: 30 }),
    colors: fc.subarray(['#0072b2', '#e69f00', '#009e73']),
    gone: fc.boolean(),
  })

  it('are drawn as if all were set at once, but for depths and columns', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const marks = new Map<string, AnnotationMark>()
        let state = buildAnnotations([], 60)
        for (const { id, start, length, colors, gone } of steps) {
          const one = mark(id, start, start + length, colors)
          if (gone) marks.delete(id)
          else marks.set(id, one)
          state = changeAnnotations(state, gone ? { put: [], gone: [id] } : { put: [one], gone: [] }, 60)
        }
        const whole = buildAnnotations([...marks.values()], 60)
        const bare = ({ id, start, end, colors }: AnnotationMark) => `${start}-${end} ${id} ${colors}`
        expect(state.marks.map(bare).toSorted()).toEqual(whole.marks.map(bare).toSorted())
        const stripes = (all: typeof state) => all.stripes.map(({ id, start, color }) => `${id} ${start} ${color}`)
        expect(stripes(state).toSorted()).toEqual(stripes(whole).toSorted())
        const looks = (all: typeof state) => {
          const found = all
            .plainWithin({ start: 0, end: 60 })
            .map(({ start, end, colors }) => `${start}-${end} ${colors}`)
          all.bands.between(0, 60, (from, to, { spec }) => {
            found.push(`${from}-${to} ${spec.attributes.style}`)
          })
          return found.toSorted()
        }
        expect(looks(state)).toEqual(looks(whole))
      }),
    )
  })

  it('leave the others where they are, and stand beside them', () => {
    const before = buildAnnotations([mark('a', 0, 20), mark('b', 5, 15)], 100)
    // Stripes that nobody has drawn yet have no columns to keep.
    expect(before.stripes.map(({ column }) => column)).toEqual([0, 1])
    const after = changeAnnotations(before, { put: [mark('c', 0, 30)], gone: [] }, 100)
    const columns = new Map(after.stripes.map(({ id, column }) => [id, column]))
    expect([columns.get('a'), columns.get('b'), columns.get('c')]).toEqual([0, 1, 2])
    expect(after.marks.find(({ id }) => id === 'c')?.depth).toBe(2)
    const less = changeAnnotations(after, { put: [], gone: ['a'] }, 100)
    expect(less.stripes.map(({ id, column }) => `${id}${column}`)).toEqual(['c2', 'b1'])
  })
})
