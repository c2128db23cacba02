import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { headNotes, lineMiddle, noteTitles } from '../../../renderer/charts/head-notes'
import { textWidth } from '../../../renderer/charts/measure'
import { palette } from './material'

const KEYS = ['目标（空心）', '完成情况（实心）']
const NOTES = ['按2023年的数值排序', '* 非全年', '† 口径、计量方式或范围与其他数据不尽相同']
const squeezed = (text: string): string => text.replace(/\s/g, '')

describe('what stands above the panels of a chart', () => {
  it('has signs beside the keys where there is room, else below them', () => {
    expect(headNotes(NOTES, KEYS, 1200)).toEqual({ lines: [NOTES.join('   ')], beside: true, height: 34 })
    const narrow = headNotes(NOTES, KEYS, 640)
    expect(narrow.beside).toBe(false)
    expect(squeezed(narrow.lines.join(''))).toBe(squeezed(NOTES.join('')))
    expect(narrow.height).toBe(34 + narrow.lines.length * 17)
    expect(headNotes([], KEYS, 300)).toEqual({ lines: [], beside: true, height: 34 })
  })

  it('never lets a note run into keys, panels or the edge', () => {
    const note = fc.stringMatching(/^[数值排序*† ]{1,40}$/)
    fc.assert(
      fc.property(
        fc.array(note, { maxLength: 3 }),
        fc.constantFrom([], KEYS),
        fc.integer({ min: 240, max: 2000 }),
        (notes, keys, width) => {
          const head = headNotes(notes, keys, width)
          for (const [index, line] of head.lines.entries()) {
            expect(textWidth(line, 12)).toBeLessThanOrEqual(width - 24)
            if (!head.beside) expect(lineMiddle(head, index) + 6).toBeLessThanOrEqual(head.height)
          }
          if (head.beside && head.lines.length > 0)
            expect(textWidth(`${keys.join('')}${head.lines[0]}`, 12)).toBeLessThan(width)
          for (const title of noteTitles(head, palette))
            expect(title.top).toBeGreaterThanOrEqual(head.beside ? 8 : keys.length > 0 ? 30 : 8)
        },
      ),
    )
  })
})
