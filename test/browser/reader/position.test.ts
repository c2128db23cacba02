import type { EditorView } from '@codemirror/view'
import { afterEach, describe, expect, it } from 'vitest'
import { scrollToTop } from '../../../renderer/features/reader/editor/target'
import { positionIn } from '../../../renderer/features/reader/places/use-position'
import '../../../renderer/features/reader/reader.css'
import '../../../renderer/ui/theme.css'
import { clear, painted, surface } from './surface'

afterEach(clear)

const PARAGRAPH = '全市广大党员群众纷纷踊跃报名，积极参与，共有97187人参加了本次答题挑战赛。'.repeat(12)
const TEXT = Array.from({ length: 30 }, () => PARAGRAPH).join('\n\n')

const topOf = (view: EditorView, offset: number): number => view.coordsAtPos(offset, 1)?.top ?? Number.NaN

/** How far below the edge the first line stands that is all in view, by the boxes of the text alone. */
function firstWhole(view: EditorView): number {
  const edge = view.scrollDOM.getBoundingClientRect().top
  for (let offset = view.viewport.from; offset < view.viewport.to; offset++) {
    const top = topOf(view, offset)
    if (top >= edge) return top
  }
  throw new Error('no line is in view')
}

describe('where a text stands', () => {
  it('is the first line that is wholly in view, at whatever pixel it was scrolled to, and it goes back there', async () => {
    const view = surface(TEXT)
    await painted()
    for (let pixels = 0; pixels < 44; pixels++) {
      view.scrollDOM.scrollTop = 900 + pixels
      await painted()
      const { top } = positionIn(view)
      expect(topOf(view, top), `at ${pixels} pixels`).toBe(firstWhole(view))
      scrollToTop(view, top, top)
      await painted()
      expect(positionIn(view).top, `after going back to ${top}`).toBe(top)
    }
  })
})
