import { describe, expect, it } from 'vitest'
import { arrangeColumns, columnStripes, usedCodes } from '../../../../../renderer/features/reader/margin/code-columns'
import type { Annotation } from '../../../../../shared/model/annotation'
import type { Code } from '../../../../../shared/model/code'

const code = (id: string): Code =>
  ({ id, name: `编码${id}`, color: '#0072b2', parent: null, definition: '', example: '', order: 0, key: null }) as Code

const annotation = (id: string, start: number, end: number, codes: string[], more: Partial<Annotation> = {}) =>
  ({ id, reading: 'r', anchor: { start, end }, codes, memo: '', orphan: false, ...more }) as unknown as Annotation

const CODES = ['a', 'b', 'c'].map(code)
const MARKS = [
  annotation('1', 0, 10, ['b']),
  annotation('2', 5, 20, ['b', 'c']),
  annotation('3', 30, 40, []),
  annotation('4', 50, 60, ['a'], { orphan: true }),
  annotation('5', 50, 60, ['a'], { reading: 'old' }),
]
const names = (columns: { code: string | null }[]) => columns.map((column) => column.code)

describe('the codes of a text', () => {
  it('are those of its present annotations, the most used first, those without a code last', () => {
    const used = usedCodes(MARKS, CODES, 'r')
    expect(used.map(({ code: id, count }) => [id, count])).toEqual([
      ['b', 2],
      ['c', 1],
      [null, 1],
    ])
  })

  it('keep their columns while the same codes are used', () => {
    const before = usedCodes(MARKS, CODES, 'r')
    const more = [...MARKS, annotation('6', 70, 80, ['c']), annotation('7', 81, 82, ['c'])]
    expect(names(usedCodes(more, CODES, 'r', before))).toEqual(['b', 'c', null])
    expect(names(usedCodes([...more, annotation('8', 90, 91, ['a'])], CODES, 'r', before))).toEqual([
      'c',
      'b',
      'a',
      null,
    ])
  })
})

describe('the columns', () => {
  const used = Array.from({ length: 12 }, (_, i) => ({ code: String(i), name: '', color: null, count: 12 - i }))

  it('have names where there is room, and none where there is not', () => {
    expect(arrangeColumns(used, 400)).toMatchObject({ named: true, folded: [] })
    expect(arrangeColumns(used, 150)).toMatchObject({ named: false, folded: [] })
  })

  it('share the last where not all fit, and never vanish', () => {
    const { shown, folded, named, width } = arrangeColumns(used, -300)
    expect([shown.length, folded.length, named]).toEqual([7, 5, false])
    expect(width).toBeLessThan(100)
    expect(arrangeColumns([], 900).width).toBe(0)
  })

  it('take little of a text that is narrow already', () => {
    expect(arrangeColumns(used, -480).shown).toHaveLength(3)
    const [first] = used
    expect(arrangeColumns(first ? [first] : [], -480).width).toBeLessThan(arrangeColumns(used, -480).width)
  })

  it('hold a stripe for each code of each annotation; overlaps in one column have lanes', () => {
    const { shown, folded } = arrangeColumns(usedCodes(MARKS, CODES, 'r'), 400)
    const stripes = columnStripes(MARKS, 'r', { shown, folded })
    expect(stripes.map(({ id, column, lane, label }) => [id, column, lane, label])).toEqual([
      ['1', 0, 0, '编码b'],
      ['2', 0, 1, '编码b'],
      ['2', 1, 0, '编码c'],
      ['3', 2, 0, ''],
    ])
    const all = columnStripes(MARKS, 'r', { shown: shown.slice(0, 1), folded: shown.slice(1) })
    expect(all.map(({ column }) => column)).toEqual([0, 0, 1, 1])
  })
})
