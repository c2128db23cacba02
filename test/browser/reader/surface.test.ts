import type { EditorView } from '@codemirror/view'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { setAnnotations } from '../../../renderer/features/reader/editor/annotation-marks'
import { setStructure } from '../../../renderer/features/reader/editor/structure-marks'
import { goToSpan } from '../../../renderer/features/reader/editor/target'
import '../../../renderer/features/reader/reader.css'
import '../../../renderer/ui/theme.css'
import { clear, painted, surface } from './surface'

afterEach(clear)

const LINES = Array.from({ length: 200 }, (_, i) => `第${i}段：完成投资${i}亿元，增长${i % 9}%。`)
const LONG = LINES.join('\n')
const spanOf = (part: string) => ({ start: LONG.indexOf(part), end: LONG.indexOf(part) + part.length })

const rectOf = (element: Element | null | undefined): DOMRect => {
  if (!element) throw new Error('nothing there')
  return element.getBoundingClientRect()
}

describe('the reading surface', () => {
  it('shows a caret and moves it by keys, and nothing typed changes the text', async () => {
    const view = surface('第一段\n第二段')
    view.focus()
    await painted()
    expect(view.hasFocus).toBe(true)
    expect(rectOf(view.dom.querySelector('.cm-cursor')).height).toBeGreaterThan(10)
    await userEvent.keyboard('{ArrowRight}{ArrowRight}甲a{Backspace}{Delete}{Enter}')
    expect(view.state.selection.main.head).toBe(2)
    expect(view.state.doc.toString()).toBe('第一段\n第二段')
  })

  it('selects by Shift and arrows, over a join as over one step', async () => {
    const view = surface('可支\n配收入')
    view.dispatch({ effects: setStructure.of({ stretches: [], headings: [], joins: [{ start: 2, end: 3 }] }) })
    view.focus()
    expect(view.contentDOM.querySelectorAll('.cm-line')).toHaveLength(1)
    await userEvent.keyboard('{ArrowRight}{Shift>}{ArrowRight}{ArrowRight}{/Shift}')
    const { from, to } = view.state.selection.main
    expect(view.state.sliceDoc(from, to).replace('\n', '')).toMatch(/^支配?$/)
    expect(view.state.sliceDoc(0, view.state.doc.length)).toBe('可支\n配收入')
  })

  it('takes no input method: it is not editable', () => {
    expect(surface('甲').contentDOM.isContentEditable).toBe(false)
  })

  it('goes to a span: in the middle, marked, and flashed anew each time', async () => {
    const view = surface(LONG)
    const span = spanOf('第150段')
    goToSpan(view, span)
    await painted()
    await painted()
    const mark = view.contentDOM.querySelector('.db-target-span')
    const frame = rectOf(view.scrollDOM)
    const { top, bottom } = rectOf(mark)
    expect(mark?.textContent).toBe('第150段')
    expect(top).toBeGreaterThan(frame.top + frame.height * 0.25)
    expect(bottom).toBeLessThan(frame.top + frame.height * 0.75)
    const before = mark?.className
    goToSpan(view, span)
    expect(view.contentDOM.querySelector('.db-target-span')?.className).not.toBe(before)
  })

  it('says which line stands at the top', async () => {
    const onScroll = vi.fn<(offset: number) => void>()
    const view = surface(LONG, { onScroll })
    goToSpan(view, spanOf('第150段'))
    await painted()
    await painted()
    const line = view.state.doc.lineAt(onScroll.mock.lastCall?.[0] ?? -1).number - 1
    expect(line).toBeGreaterThan(135)
    expect(line).toBeLessThan(150)
  })
})

/** The first letter of each line of pixels, and what stands at the end of the one before it. */
function brokenAt(view: EditorView): { before: string; first: string }[] {
  const text = view.state.doc.toString()
  const breaks: { before: string; first: string }[] = []
  for (let i = 1; i < text.length; i++) {
    if (text[i - 1] === '\n' || text[i] === '\n') continue
    const [last, next] = [view.coordsAtPos(i, -1), view.coordsAtPos(i, 1)]
    if (last && next && next.top > last.top + 4) breaks.push({ before: text.slice(i - 6, i), first: text[i] ?? '' })
  }
  return breaks
}

describe('Chinese typography', () => {
  const PARAGRAPH =
    '　　全区生产总值增长12.5%，规模以上工业增加值增长8.65%；城镇居民人均可支配收入“跑赢”大盘（增长5.7%），详见https://example.org/a/very/long/address/without/any/place/to/break/it/whatever。'

  it.each([300, 340, 377, 401, 433, 480, 521, 560])('breaks lines where one may, at %i pixels', async (width) => {
    const view = surface(PARAGRAPH)
    const frame = view.dom.closest<HTMLElement>('.db-reader')
    if (frame) frame.style.width = `${width}px`
    view.requestMeasure()
    await painted()
    const breaks = brokenAt(view)
    expect(breaks.length).toBeGreaterThan(1)
    for (const { before, first } of breaks) {
      expect(first).not.toMatch(/[，。；、：！？）》”’%]/u)
      expect(before).not.toMatch(/[（《“‘]$/u)
      if (/[\d.]/.test(first)) expect(before).not.toMatch(/[\d.]$/)
    }
    const content = rectOf(view.contentDOM)
    for (const line of view.contentDOM.querySelectorAll('.cm-line'))
      expect(line.scrollWidth).toBeLessThanOrEqual(Math.ceil(content.width))
  })

  it('keeps the indent of a paragraph, and its own where a line wraps', async () => {
    const view = surface(PARAGRAPH)
    await painted()
    const [first, line] = [view.coordsAtPos(2, 1), view.contentDOM.querySelector('.cm-line')]
    const start = rectOf(line).left + Number.parseFloat(getComputedStyle(line as Element).paddingLeft)
    const size = Number.parseFloat(getComputedStyle(view.contentDOM).fontSize)
    expect((first?.left ?? 0) - start).toBeCloseTo(2 * size, -1)
  })
})

describe('stripes', () => {
  it('stand left of the text, exactly as high as theirs, side by side where annotations overlap', async () => {
    const onStripe = vi.fn()
    const view = surface(LONG, { onStripe })
    const first = { start: 0, end: spanOf('第3段').end }
    const second = spanOf('第2段')
    const mark = (id: string, span: { start: number; end: number }, color: string) => ({
      id,
      ...span,
      colors: [color],
      names: [id],
      memo: '',
    })
    view.dispatch({ effects: setAnnotations.of([mark('a', first, '#d55e00'), mark('b', second, '#0072b2')]) })
    await painted()
    const [a, b] = [...view.dom.querySelectorAll('.db-stripe')]
    const text = view.coordsAtPos(0)
    expect(rectOf(a).right).toBeLessThan(text?.left ?? 0)
    expect(rectOf(a).top).toBeCloseTo(text?.top ?? 0, 0)
    expect(rectOf(a).bottom).toBeCloseTo(view.coordsAtPos(first.end, -1)?.bottom ?? 0, 0)
    expect(rectOf(b).right).toBeLessThan(rectOf(a).left)
    await userEvent.click(b as HTMLElement, { force: true })
    expect(onStripe).toHaveBeenCalledWith('b', view)
  })

  it('are drawn beside the part of a long line that is in view, and follow it', async () => {
    const view = surface('长'.repeat(16_000))
    const marks = Array.from({ length: 400 }, (_, i) => ({
      id: String(i),
      start: i * 40,
      end: i * 40 + 20,
      colors: ['#0072b2'],
      names: ['甲'],
      memo: '',
    }))
    view.dispatch({ effects: setAnnotations.of(marks) })
    await painted()
    const ids = () =>
      new Set([...view.dom.querySelectorAll<HTMLElement>('.db-stripe')].map((e) => e.dataset.annotation))
    expect(ids().has('0')).toBe(true)
    expect(ids().size).toBeLessThan(300)
    view.scrollDOM.scrollTop = view.scrollDOM.scrollHeight
    await vi.waitFor(() => expect(ids().has('399')).toBe(true))
    expect(ids().has('0')).toBe(false)
    const last = view.dom.querySelector('[data-annotation="399"]')
    expect(rectOf(last).top).toBeCloseTo(view.coordsAtPos(399 * 40)?.top ?? 0, 0)
  })
})
