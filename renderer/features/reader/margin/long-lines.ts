import { type EditorState, StateEffect, StateField } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import type { Span } from '#shared/model/anchor'
import { withoutRests } from '../editor/line-rests'

/** A line of more characters than this is drawn in part; UTF-16 code units. */
const LONG = 4_000
/** Of a long line so much before and behind a place that is gone to is drawn at once; UTF-16 code units. */
const BEFORE = 600
const BEHIND = 1_800
/** So far above and below the view the marks of a long line are drawn, and drawn anew after half of that. CSS pixels. */
const AROUND = 480

/** Has other marks of long lines drawn. */
const drawInLines = StateEffect.define<Span>()

const aroundOffset = (offset: number): Span => ({ start: offset - BEFORE, end: offset + BEHIND })

/** Has the marks around a place drawn that is gone to. */
export const drawAround = (offset: number): StateEffect<Span> => drawInLines.of(aroundOffset(offset))

/** The part of long lines whose marks are drawn: CodeMirror draws whole lines, far out of the view. */
const drawnField = StateField.define<Span>({
  create: () => aroundOffset(0),
  update(value, { effects, changes, docChanged }) {
    let next = docChanged ? { start: changes.mapPos(Math.max(value.start, 0), -1), end: value.end } : value
    for (const effect of effects) if (effect.is(drawInLines)) next = effect.value
    return next
  },
})

/** True where something is drawn in part. */
export const hasLong = (view: EditorView): boolean => view.viewportLineBlocks.some(({ length }) => length > LONG)

/** The part of the text for which something is drawn in it and beside it; UTF-16 code units. */
export function spanToDraw(view: EditorView): Span {
  const { from, to } = view.viewport
  if (!hasLong(view)) return { start: from, end: to }
  const { start, end } = view.state.field(drawnField)
  return { start: Math.max(start, from), end: Math.min(end, to) }
}

/** True where another part of long lines is drawn than before. */
export const drawsOther = (before: EditorState, now: EditorState): boolean =>
  before.field(drawnField) !== now.field(drawnField)

/** What has to be drawn for what is in view; null where it is. */
function missing(view: EditorView, around: number): Span | null {
  if (!hasLong(view)) return null
  const drawn = view.state.field(drawnField)
  const seen = spanSeen(view)
  const { start, end } = widened(view, seen, around)
  const { from, to } = view.viewport
  if (drawn.start <= Math.max(start, from) && Math.min(end, to) <= drawn.end) return null
  return widened(view, seen, AROUND)
}

/** How far from the edge of the text a place is asked for, in CSS pixels. */
const INSIDE = 80

/** The part of the text in view, exact also inside a line. */
function spanSeen(view: EditorView): Span {
  const { top, bottom } = view.scrollDOM.getBoundingClientRect()
  const { left, right } = view.contentDOM.getBoundingClientRect()
  return withoutRests(view, {
    start: view.posAtCoords({ x: left + INSIDE, y: top + 1 }, false),
    end: view.posAtCoords({ x: right - INSIDE, y: bottom - 1 }, false),
  })
}

/** A span in view with what stands so many CSS pixels above and below it, where the text is as dense as in view. */
function widened(view: EditorView, { start, end }: Span, around: number): Span {
  const more = Math.ceil(((end - start) * around) / Math.max(view.scrollDOM.clientHeight, 1))
  return { start: start - more, end: end + more }
}

const draw = (view: EditorView, span: Span | null): void => {
  if (span) view.dispatch({ effects: drawInLines.of(span) })
}

/** Draws what comes into view in long lines, where what CodeMirror draws stays the same. */
export const followLongLines = [
  drawnField,
  EditorView.domEventHandlers({ scroll: (_event, view) => draw(view, missing(view, AROUND / 2)) }),
  EditorView.updateListener.of(({ geometryChanged, view }) => {
    if (!geometryChanged || !hasLong(view)) return
    const write = (span: Span | null) => {
      // Not while the text is measured, and yet before it is painted.
      if (span) queueMicrotask(() => draw(view, span))
    }
    view.requestMeasure({ key: drawnField, read: () => missing(view, 0), write })
  }),
]
