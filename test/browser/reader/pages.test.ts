import { afterEach, expect, it } from 'vitest'
import { setPages } from '../../../renderer/features/reader/editor/page-marks'
import '../../../renderer/features/reader/reader.css'
import { clear, painted, surface } from './surface'

afterEach(clear)

it('shows where pages begin, also in mid-sentence, and moves no offset by it', async () => {
  const text = '全区生产总值增长6%，财政收入增长8%。\n下一段。'
  const view = surface(text)
  const before = view.coordsAtPos(2)?.top
  view.dispatch({
    effects: setPages.of([
      { start: 0, number: '1', label: '第 1 页' },
      { start: 11, number: '2', label: '第 2 页' },
      { start: 900, number: '3', label: '第 3 页' },
    ]),
  })
  await painted()
  const marks = [...view.contentDOM.querySelectorAll('.db-page-mark')]
  expect(marks.map((mark) => mark.getAttribute('aria-label'))).toEqual(['第 1 页', '第 2 页'])
  expect(view.posAtDOM(marks[1] as Node)).toBe(11)
  expect(view.state.doc.toString()).toBe(text)
  expect(view.coordsAtPos(2)?.top).toBe(before)
})
