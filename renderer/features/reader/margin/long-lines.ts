import { StateEffect } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import type { Span } from '#shared/model/anchor'
import { spanInView } from './span-in-view'

/** So far above and below the view something is drawn beside a long line, and drawn anew after half of that. CSS pixels. */
const AROUND = 1200

/** Tells that one has scrolled on inside a line. */
export const scrolledInLine = StateEffect.define<null>()

/** CodeMirror draws whole lines: one that is much taller than the view is drawn far out of it. */
const hasLong = (view: EditorView): boolean =>
  view.viewportLineBlocks.some(({ height }) => height > view.scrollDOM.clientHeight + 2 * AROUND)

/** The part of the text for which something is drawn beside it; UTF-16 code units. */
export function spanToDraw(view: EditorView): Span {
  const { from, to } = view.viewport
  if (!hasLong(view)) return { start: from, end: to }
  // Inside a line by its share, which the pixels around make up for.
  const { start, end } = spanInView(view, AROUND)
  return { start: Math.max(start, from), end: Math.min(end, to) }
}

/** Tells of scrolling inside long lines, where what CodeMirror draws stays the same. */
export const followLongLines = EditorView.domEventHandlers({
  scroll(_event, view) {
    const { scrollTop } = view.scrollDOM
    if (Math.abs(scrollTop - (drawnAt.get(view) ?? 0)) < AROUND / 2) return
    drawnAt.set(view, scrollTop)
    if (hasLong(view)) view.dispatch({ effects: scrolledInLine.of(null) })
  },
})

const drawnAt = new WeakMap<EditorView, number>()
