import type { EditorView } from '@codemirror/view'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { annotationField, buildAnnotations } from '../../../renderer/features/reader/editor/annotation-marks'
import { drawRestsLater, type Seen } from '../../../renderer/features/reader/editor/line-rests'
import { goToSpan, type Place, spanPlace, topPlace } from '../../../renderer/features/reader/editor/target'
import { positionIn } from '../../../renderer/features/reader/places/use-position'
import '../../../renderer/features/reader/reader.css'
import '../../../renderer/ui/theme.css'
import { marksIn } from './marked'
import { clear, painted, surface } from './surface'

afterEach(clear)

const LINE = '完成固定资产投资一百六十亿元，比上年增长百分之八。'.repeat(600)
const TEXT = `政府工作报告\n${LINE}\n谢谢大家`
const SEEN: Seen = { width: 30, lines: 16, lineHeight: 32 }

/** The text opened at a place, with the rests of its long line to come later. */
const opened = (place: Place | null): EditorView =>
  surface(TEXT, {}, { place, extensions: drawRestsLater(place, SEEN) })

const drawn = (view: EditorView): number =>
  [...view.contentDOM.querySelectorAll('.cm-line')].reduce((sum, line) => sum + (line.textContent?.length ?? 0), 0)
const topOf = (view: EditorView, offset: number): number => view.coordsAtPos(offset, 1)?.top ?? Number.NaN
const isWhole = (view: EditorView): boolean => view.contentDOM.querySelector('.db-line-rest') === null

/** An offset in the midst of the long line that begins a line on the screen. */
async function inTheMidst(): Promise<number> {
  const view = surface(TEXT)
  await painted()
  view.scrollDOM.scrollTop = view.scrollDOM.scrollHeight / 2
  await painted()
  const { top } = positionIn(view)
  clear()
  return top
}

describe('a long line in which a text is opened', () => {
  it('is drawn in view first, and as a whole a few frames later', async () => {
    const view = opened(null)
    await painted()
    expect(drawn(view)).toBeLessThan(LINE.length / 4)
    await vi.waitFor(() => expect(isWhole(view)).toBe(true))
    expect(drawn(view)).toBeGreaterThanOrEqual(LINE.length)
  })

  it('stays where it was opened, to the pixel', async () => {
    const at = await inTheMidst()
    const view = opened(topPlace(at, at, TEXT.length))
    await painted()
    expect(drawn(view)).toBeLessThan(LINE.length / 4)
    const before = topOf(view, at)
    expect(before).toBeCloseTo(view.scrollDOM.getBoundingClientRect().top + 8, 0)
    await vi.waitFor(() => expect(isWhole(view)).toBe(true))
    await painted()
    expect(topOf(view, at)).toBeCloseTo(before, 0)
    expect(topOf(view, at + 300)).toBeGreaterThan(before)
    expect(positionIn(view).top).toBe(at)
  })

  it('breaks its lines where it will break them', async () => {
    const at = await inTheMidst()
    const view = opened(topPlace(at, at, TEXT.length))
    await painted()
    const lefts = () => Array.from({ length: 200 }, (_, i) => view.coordsAtPos(at + i, 1)?.left ?? Number.NaN)
    const before = lefts()
    await vi.waitFor(() => expect(isWhole(view)).toBe(true))
    // What a line is stretched by is shared out anew, by less than a pixel.
    for (const [i, left] of lefts().entries()) expect(Math.abs(left - (before[i] ?? Number.NaN))).toBeLessThan(1)
  })

  it('has what stands before a passage in the middle of the view from the beginning', async () => {
    const start = 3_000
    const view = opened(spanPlace({ start, end: start + 4 }, TEXT.length))
    await painted()
    expect(drawn(view)).toBeGreaterThan(start)
    expect(drawn(view)).toBeLessThan(LINE.length / 2)
    const before = topOf(view, start)
    await vi.waitFor(() => expect(isWhole(view)).toBe(true))
    await painted()
    expect(topOf(view, start)).toBeCloseTo(before, 0)
  })

  it('is whole at once when a key or the mouse is pressed in it', async () => {
    for (const event of [new KeyboardEvent('keydown', { key: 'End' }), new MouseEvent('mousedown')]) {
      const view = opened(null)
      expect(isWhole(view)).toBe(false)
      view.contentDOM.dispatchEvent(event)
      expect(isWhole(view)).toBe(true)
    }
  })

  it('is whole at once when somebody goes to another place in it, which stands in view then', async () => {
    const start = 12_000
    const view = opened(null)
    goToSpan(view, { start, end: start + 4 })
    expect(isWhole(view)).toBe(true)
    await painted()
    const { top, bottom } = view.scrollDOM.getBoundingClientRect()
    expect(topOf(view, start)).toBeGreaterThan(top)
    expect(topOf(view, start)).toBeLessThan(bottom)
  })

  it('draws no mark of what is left out', async () => {
    const at = await inTheMidst()
    const marks = Array.from({ length: 600 }, (_, i) => ({
      id: `m${i}`,
      start: i * 25 + 7,
      end: i * 25 + 11,
      colors: ['#0072b2'],
      names: ['甲'],
      memo: '',
    }))
    const place = topPlace(at, at, TEXT.length)
    const extensions = [drawRestsLater(place, SEEN), annotationField.init(() => buildAnnotations(marks, TEXT.length))]
    const view = surface(TEXT, {}, { place, extensions })
    await painted()
    expect(isWhole(view)).toBe(false)
    expect(marksIn(view.contentDOM).length).toBeGreaterThan(10)
    expect(marksIn(view.contentDOM).length).toBeLessThan(200)
  })

  it('goes as it came when it is closed before', async () => {
    const view = opened(null)
    clear()
    await painted()
    await painted()
    expect(isWhole(view)).toBe(false)
  })

  it('has no rest where the lines are short', () => {
    const short = surface(
      '完成固定资产投资一百六十亿元。\n'.repeat(2_000),
      {},
      { extensions: drawRestsLater(null, SEEN) },
    )
    expect(isWhole(short)).toBe(true)
  })
})
