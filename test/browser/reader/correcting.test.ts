import { StateEffect } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { afterEach, expect, it } from 'vitest'
import type { TextChange } from '#shared/model/correction'
import { applyCorrections } from '#shared/text/corrections'
import {
  correctionField,
  correctionsIn,
  setCorrections,
} from '../../../renderer/features/reader/correcting/correction-marks'
import { followText, noteText } from '../../../renderer/features/reader/correcting/follow-text'
import { annotationField, setAnnotations } from '../../../renderer/features/reader/editor/annotation-marks'
import { setStatements, statementField } from '../../../renderer/features/reader/editor/statement-marks'
import '../../../renderer/features/reader/reader.css'
import { clear, painted, surface } from './surface'

afterEach(clear)

const READ = `${'瀍河区工作有序推进，群众的获得感不断增强。\n'.repeat(200)}漯河生产总值一六0亿元，增长8%。\n${'下一段。\n'.repeat(200)}`
const AT = READ.indexOf('漯')
const NUMBER = READ.indexOf('一六0')

const CHANGES: TextChange[] = [
  { start: 3, end: 3, original: '', replacement: '各项' },
  { start: AT, end: AT + 1, original: '漯', replacement: '瀍' },
  { start: NUMBER, end: NUMBER + 2, original: '一六', replacement: '16' },
]

/** A text with corrections, as the reader's bundle has it. */
const stored = (changes: readonly TextChange[]) => ({
  text: applyCorrections(READ, changes),
  corrections: [...changes],
})

it('follows corrections and their taking back without losing caret, marks and the line in view', async () => {
  const view = surface(READ)
  noteText(view, { text: READ })
  view.dispatch({
    selection: { anchor: NUMBER + 5 },
    effects: [
      setAnnotations.of([{ id: 'a', start: NUMBER, end: NUMBER + 5, colors: [], names: [], memo: '' }]),
      setStatements.of([
        { report: 'r', key: 'k', role: 'actual', status: 'suggested', start: NUMBER, end: NUMBER + 5 },
      ]),
      EditorView.scrollIntoView(NUMBER, { y: 'center' }),
    ],
  })
  await painted()
  const top = view.coordsAtPos(NUMBER)?.top ?? 0
  followText(view, stored(CHANGES))
  await painted()
  const moved = NUMBER + 2
  expect(view.state.doc.toString()).toBe(applyCorrections(READ, CHANGES))
  expect(view.state.selection.main.head).toBe(moved + 5)
  expect(view.state.field(annotationField).marks).toMatchObject([{ id: 'a', start: moved, end: moved + 5 }])
  expect(view.state.field(statementField).marks).toMatchObject([{ start: moved, end: moved + 5 }])
  expect(Math.abs((view.coordsAtPos(moved)?.top ?? 0) - top)).toBeLessThan(4)
  followText(view, stored([]))
  expect(view.state.doc.toString()).toBe(READ)
  expect(view.state.selection.main.head).toBe(NUMBER + 5)
})

it('takes another text whole where it does not know the way', () => {
  const view = surface(READ)
  noteText(view, { text: READ, corrections: CHANGES })
  followText(view, { text: '别的文字' })
  expect(view.state.doc.toString()).toBe('别的文字')
})

it('marks corrected places, also where characters were taken out', async () => {
  const view = surface('瀍河生产总值160亿元')
  noteText(view, { text: '瀍河生产总值160亿元' })
  const told = { read: '读入时为“漯”', by: '甲' }
  const effects = setCorrections.of([
    { id: '1', start: 0, end: 1, ...told },
    { id: '2', start: 6, end: 6, read: '读入时为“约”', by: '甲' },
    { id: '3', start: 90, end: 99, ...told },
  ])
  view.dispatch({ effects: StateEffect.appendConfig.of(correctionField) })
  view.dispatch({ effects })
  await painted()
  expect(view.contentDOM.querySelector('.db-correction')?.textContent).toBe('瀍')
  expect(view.contentDOM.querySelector('.db-correction-gap')?.getAttribute('aria-label')).toBe('读入时为“约”')
  const ids = (start: number, end = start) => correctionsIn(view.state, { start, end }).map(({ id }) => id)
  expect([ids(0), ids(1), ids(2), ids(6), ids(0, 9), ids(1, 3)]).toEqual([['1'], ['1'], [], ['2'], ['1', '2'], []])
})
