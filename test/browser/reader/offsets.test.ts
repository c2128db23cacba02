import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { setAnnotations } from '../../../renderer/features/reader/editor/annotation-marks'
import { textOf } from '../../../renderer/features/reader/editor/create-editor'
import { setStatements } from '../../../renderer/features/reader/editor/statement-marks'
import { setStructure } from '../../../renderer/features/reader/editor/structure-marks'
import '../../../renderer/features/reader/reader.css'
import { markedIn } from './marked'
import { clear, surface } from './surface'

afterEach(clear)

const ODD = '\ufeff政府工作报告\r\n𠮷野家增长8%。\r单独的CR在前\n\r\n「𠮷」完成160亿元'

const annotation = (start: number, end: number) => ({
  id: `${start}-${end}`,
  start,
  end,
  colors: ['#0072b2'],
  names: ['目标'],
  memo: '',
})

const shownIn = (view: { contentDOM: HTMLElement }, selector: string): string =>
  [...view.contentDOM.querySelectorAll(selector)].map((element) => element.textContent).join('|')

describe('offsets', () => {
  it('are those of the text, whatever ends its lines', () => {
    const view = surface(ODD)
    expect(view.state.doc.length).toBe(ODD.length)
    expect(textOf(view.state.doc)).toBe(ODD)
  })

  it.each(['增长8%', '𠮷野家', '单独的CR', '160亿元', '政府工作报告'])('put a mark on %s and nothing else', (quote) => {
    const view = surface(ODD)
    const start = ODD.indexOf(quote)
    view.dispatch({ effects: setAnnotations.of([annotation(start, start + quote.length)]) })
    expect(markedIn(view.contentDOM)).toEqual([quote])
    const mark = {
      report: 'r',
      key: 'k',
      start,
      end: start + quote.length,
      role: 'target',
      status: 'suggested',
    } as const
    view.dispatch({ effects: setStatements.of([mark]) })
    expect(shownIn(view, '.db-statement-target')).toBe(quote)
  })

  it('stay when lines are joined', () => {
    const view = surface(ODD)
    const join = { start: ODD.indexOf('\r\n'), end: ODD.indexOf('𠮷') }
    view.dispatch({ effects: setStructure.of({ stretches: [], headings: [], joins: [join] }) })
    const start = ODD.indexOf('报告')
    view.dispatch({ effects: setAnnotations.of([annotation(start, start + 9)]) })
    expect(textOf(view.state.doc)).toBe(ODD)
    expect(markedIn(view.contentDOM).join('')).toBe(ODD.slice(start, start + 9).replace('\r\n', ''))
  })

  it('hold for any text and any span', () => {
    const piece = fc.constantFrom('甲', '乙', '𠮷', '8%', '\r\n', '\r', '\n', '\ufeff', '　', 'é')
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 30 }), fc.nat(), fc.nat(), (pieces, a, b) => {
        const text = pieces.join('')
        const view = surface(text)
        const bounds = [0]
        for (const character of text) bounds.push((bounds.at(-1) ?? 0) + character.length)
        const [start = 0, end = 0] = [a, b].map((n) => bounds[n % bounds.length] ?? 0).sort((x, y) => x - y)
        view.dispatch({ effects: setAnnotations.of([annotation(start, end)]) })
        expect(view.state.doc.length).toBe(text.length)
        expect(view.state.sliceDoc(start, end)).toBe(text.slice(start, end))
        const visible = text.slice(start, end).replace(/[\ufeff\r\n]/gu, '')
        expect(markedIn(view.contentDOM).join('')).toBe(visible)
        clear()
      }),
      { numRuns: 60 },
    )
  })
})
