import type { EditorView } from '@codemirror/view'
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  annotationField,
  buildAnnotations,
  patchAnnotations,
  setAnnotations,
} from '../../../renderer/features/reader/editor/annotation-marks'
import { setStatements } from '../../../renderer/features/reader/editor/statement-marks'
import '../../../renderer/features/reader/reader.css'
import '../../../renderer/ui/theme.css'
import { markedIn, marksIn } from './marked'
import { clear, painted, surface } from './surface'

afterEach(clear)

const TEXT = '完成固定资产投资一百六十亿元，\n增长8%以上。\n新增停车场五个。'
const BLUE = '#0072b2'

const mark = (quote: string, colors = [BLUE], text = TEXT) => {
  const start = text.indexOf(quote)
  return { id: quote, start, end: start + quote.length, colors, names: [], memo: '' }
}

const marked = (view: EditorView): string[] => markedIn(view.contentDOM)

describe('marks over the text', () => {
  it('are painted without an element, those of several colours with one', () => {
    const view = surface(TEXT)
    view.dispatch({
      effects: setAnnotations.of([mark('固定资产'), mark('停车场', [BLUE, '#e69f00']), mark('以上', [])]),
    })
    expect(marked(view)).toEqual(['固定资产', '以上', '停车场'])
    expect([...view.contentDOM.querySelectorAll('.db-mark')].map((one) => one.textContent)).toEqual(['停车场'])
  })

  it('stay on their words when the elements of the text change', () => {
    const view = surface(TEXT)
    view.dispatch({ effects: setAnnotations.of([mark('增长8%以上'), mark('停车场')]) })
    const { start } = mark('8%')
    const statement = { report: 'r', key: 'k', start, end: start + 2, role: 'target', status: 'suggested' } as const
    view.dispatch({ effects: setStatements.of([statement]) })
    expect(view.contentDOM.querySelector('.db-statement')?.textContent).toBe('8%')
    expect(marked(view)).toEqual(['增长8%以上', '停车场'])
    view.dispatch({ effects: setStatements.of([]) })
    expect(marked(view)).toEqual(['增长8%以上', '停车场'])
  })

  it('move with a text that is corrected', () => {
    const view = surface(TEXT)
    view.dispatch({ effects: setAnnotations.of([mark('固定资产'), mark('8%')]) })
    view.dispatch({ changes: { from: 0, to: 2, insert: '预计完成' } })
    expect(marked(view)).toEqual(['固定资产', '8%'])
  })

  it('come and go one by one, and cross lines', () => {
    const view = surface(TEXT)
    const across = mark('亿元，\n增长')
    view.dispatch({ effects: patchAnnotations.of({ put: [across, mark('停车场')], gone: [] }) })
    expect(marked(view)).toEqual(['亿元，', '增长', '停车场'])
    view.dispatch({ effects: patchAnnotations.of({ put: [mark('投资')], gone: [across.id] }) })
    expect(marked(view)).toEqual(['投资', '停车场'])
  })

  it('go with their text, and leave those of another', () => {
    const one = surface(TEXT)
    one.dispatch({ effects: setAnnotations.of([mark('投资')]) })
    const other = surface(TEXT)
    other.dispatch({ effects: setAnnotations.of([mark('停车场')]) })
    one.destroy()
    expect(marked(other)).toEqual(['停车场'])
    expect(marksIn(document.documentElement)).toHaveLength(1)
  })

  it('have the colour of their code, fainter where they lie over others', () => {
    const view = surface(TEXT)
    view.dispatch({ effects: setAnnotations.of([mark('固定资产投资'), mark('资产'), mark('以上', ['red;}'])]) })
    const look = (depth: number, color = '0072b2') =>
      getComputedStyle(view.contentDOM, `::highlight(db-mark-${depth}-${color})`)
    const alpha = (color: string) => Number(/[\d.]+(?=\)$)/.exec(color)?.[0])
    expect(alpha(look(0).backgroundColor)).toBeCloseTo(0.17, 2)
    expect(alpha(look(1).backgroundColor)).toBeCloseTo(0.12, 2)
    expect(look(1).textDecorationLine).toBe('underline')
    expect([...CSS.highlights.keys()].filter((name) => name.includes('red'))).toEqual([])
    expect(marked(view)).toContain('以上')
  })

  it('are painted where one scrolls to, and not far from it', async () => {
    const sentence = '完成固定资产投资一百六十亿元。\n'
    const text = sentence.repeat(400)
    const marks = Array.from({ length: 400 }, (_, i) => ({
      ...mark('固定资产', [BLUE], text),
      id: `${i}`,
      start: i * sentence.length + 2,
      end: i * sentence.length + 6,
    }))
    const view = surface(text, {}, { extensions: annotationField.init(() => buildAnnotations(marks, text.length)) })
    const inView = () => {
      const { top, bottom } = view.scrollDOM.getBoundingClientRect()
      return marksIn(view.contentDOM).filter((range) => {
        const box = range.getBoundingClientRect()
        return box.bottom > top && box.top < bottom
      }).length
    }
    const lines = () => [...view.contentDOM.querySelectorAll('.cm-line')]
    const linesInView = () => {
      const { top, bottom } = view.scrollDOM.getBoundingClientRect()
      return lines().filter((line) => {
        const box = line.getBoundingClientRect()
        return box.bottom > top + 4 && box.top < bottom - 4
      }).length
    }
    await vi.waitFor(() => expect(inView()).toBeGreaterThan(5))
    expect(marksIn(view.contentDOM).length).toBeLessThan(lines().length)
    view.scrollDOM.scrollTop = 4_000
    await painted()
    await vi.waitFor(() => expect(inView()).toBeGreaterThanOrEqual(linesInView()))
    expect(new Set(marked(view))).toEqual(new Set(['固定资产']))
  })
})
