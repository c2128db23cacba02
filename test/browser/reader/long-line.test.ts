import type { EditorView } from '@codemirror/view'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { annotationField, buildAnnotations } from '../../../renderer/features/reader/editor/annotation-marks'
import { buildMatters, matterField } from '../../../renderer/features/reader/editor/matter-marks'
import { buildStatements, statementField } from '../../../renderer/features/reader/editor/statement-marks'
import { goToSpan, topPlace } from '../../../renderer/features/reader/editor/target'
import '../../../renderer/features/reader/reader.css'
import '../../../renderer/ui/theme.css'
import { marksIn } from './marked'
import { clear, surface } from './surface'

afterEach(clear)

const SENTENCE = '完成固定资产投资一百六十亿元。'
const COUNT = 1_000
const TEXT = SENTENCE.repeat(COUNT)
const MARKS = Array.from({ length: COUNT }, (_, i) => ({
  id: `m${i}`,
  start: i * SENTENCE.length,
  end: i * SENTENCE.length + 4,
  colors: ['#0072b2'],
  names: ['甲'],
  memo: '',
}))

/** One line with a mark in each sentence, standing at an offset. */
const longLine = (offset: number): EditorView =>
  surface(
    TEXT,
    {},
    {
      extensions: annotationField.init(() => buildAnnotations(MARKS, TEXT.length)),
      place: topPlace(offset, offset, TEXT.length),
    },
  )

const marks = (view: EditorView): Range[] => marksIn(view.contentDOM)

/** The sentences whose marks are seen, by their numbers, and those that ought to be. */
function seen(view: EditorView): { marked: number[]; shown: number[] } {
  const { top, bottom, left } = view.scrollDOM.getBoundingClientRect()
  const at = (y: number) => view.posAtCoords({ x: left + 80, y }, false)
  const first = Math.ceil(at(top + 40) / SENTENCE.length)
  const last = Math.floor(at(bottom - 40) / SENTENCE.length) - 1
  const numbers = marks(view)
    .filter((mark) => !mark.collapsed)
    .map((mark) => Math.floor(view.posAtDOM(mark.startContainer, mark.startOffset) / SENTENCE.length))
  return {
    marked: numbers.filter((number) => first <= number && number <= last),
    shown: Array.from({ length: last - first + 1 }, (_, i) => first + i),
  }
}

async function expectAllSeen(view: EditorView): Promise<void> {
  await vi.waitFor(() => {
    const { marked, shown } = seen(view)
    expect(shown.length).toBeGreaterThan(5)
    expect([...new Set(marked)]).toEqual(shown)
  })
}

describe('a report that is one line', () => {
  it('draws the marks that are in view, and far from all', async () => {
    const view = longLine(0)
    await expectAllSeen(view)
    expect(marks(view).length).toBeLessThan(COUNT / 2)
  })

  it('draws them at the place where it is opened', async () => {
    await expectAllSeen(longLine(TEXT.length / 2))
  })

  it('draws those that are scrolled to or gone to', async () => {
    const view = longLine(0)
    await expectAllSeen(view)
    view.scrollDOM.scrollTop = view.scrollDOM.scrollHeight * 0.4
    await expectAllSeen(view)
    goToSpan(view, { start: SENTENCE.length * 900, end: SENTENCE.length * 900 + 4 })
    await expectAllSeen(view)
    expect(view.state.doc.length).toBe(TEXT.length)
  })

  it('draws the lines of statements and the brackets of matters that are in view, and follows them', async () => {
    const view = surface(TEXT, {}, { extensions: reviewed })
    const numbers = (selector: string) =>
      [...view.contentDOM.querySelectorAll(selector)].map((element) =>
        Math.floor(view.posAtDOM(element) / SENTENCE.length),
      )
    const expectDrawn = (sentence: number) =>
      vi.waitFor(() => {
        for (const selector of ['.db-statement', '.db-matter']) {
          const drawn = numbers(selector)
          expect(drawn).toContain(sentence)
          expect(drawn.length).toBeLessThan(COUNT / 2)
        }
      })
    await expectDrawn(3)
    goToSpan(view, { start: SENTENCE.length * 900, end: SENTENCE.length * 900 + 4 })
    await expectDrawn(900)
  })
})

/** A statement and a matter in each sentence. */
const reviewed = [
  statementField.init(() =>
    buildStatements(
      MARKS.map(({ id, start }) => ({
        report: 'r',
        key: id,
        start: start + 8,
        end: start + 13,
        role: 'actual',
        status: 'suggested',
      })),
      TEXT.length,
    ),
  ),
  matterField.init(() =>
    buildMatters(
      MARKS.map(({ id, start }) => ({
        report: 'r',
        key: id,
        type: 'venture',
        start: start + 2,
        end: start + 8,
        role: 'actual',
        status: 'suggested',
      })),
      TEXT.length,
    ),
  ),
]
