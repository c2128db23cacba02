import { type Extension, StateEffect, StateField, type Text } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, ViewPlugin, WidgetType } from '@codemirror/view'
import type { Span } from '#shared/model/anchor'
import type { Preferences } from '../../../bridge'
import { afterPaints } from '../after-paint'

/** A rest of no more characters than this is drawn at once; UTF-16 code units. */
const LEAST_REST = 2_000
/** Digits and Latin letters are half as wide as the characters that a line is measured in. */
const NARROWEST = 2
/** The rest comes after so many frames: in the first the marks are painted, in the next what was late for it. */
const FRAMES = 3

/** The transactions that bring a text to a place, as `Transaction.isUserEvent` tells them. */
export const GOING = 'select.place'

/** Where a text stands. */
interface Stand {
  /** UTF-16 code units. */
  offset: number
  /** True where that begins a line at the top of the view. */
  atTop: boolean
}

/** What is seen of a text at once. */
export interface Seen {
  /** Characters of a line. */
  width: number
  lines: number
  /** CSS pixels. */
  lineHeight: number
}

/** What is seen at once of a text in a frame of a height in CSS pixels. */
export function seenIn(height: number, { settings }: Preferences): Seen {
  const lineHeight = settings.readingSize * settings.readingLineHeight
  return { width: settings.readingWidth, lines: Math.ceil(height / lineHeight), lineHeight }
}

/** Stands for text that is still to be drawn, as high as that will be. */
class RestWidget extends WidgetType {
  /** CSS pixels. */
  readonly #height: number

  constructor(height: number) {
    super()
    this.#height = height
  }

  override toDOM(): HTMLElement {
    const element = document.createElement('span')
    element.className = 'db-line-rest'
    element.style.height = `${this.#height}px`
    return element
  }

  override get estimatedHeight(): number {
    return this.#height
  }
}

const drawRests = StateEffect.define<null>()

/** What is left out for the time being. */
interface Rests {
  left: DecorationSet
  /** Where the text behind what is left out above the view begins; null where nothing is. */
  held: number | null
}

const NONE: Rests = { left: Decoration.none, held: null }

const restField = StateField.define<Rests>({
  create: () => NONE,
  update(rests, transaction) {
    const { changes, docChanged, effects } = transaction
    // Who goes elsewhere meanwhile may go to what is left out.
    if (transaction.isUserEvent(GOING) || effects.some((effect) => effect.is(drawRests))) return NONE
    if (!docChanged) return rests
    return { left: rests.left.map(changes), held: rests.held === null ? null : changes.mapPos(rests.held) }
  },
  provide: (field) => EditorView.decorations.from(field, ({ left }) => left),
})

/** Of the lines in view from an offset on, what stands behind the view. */
function restBehind(doc: Text, offset: number, { width, lines }: Seen): Span | null {
  let room = NARROWEST * width * lines
  for (let start = offset; room > 0 && start <= doc.length; ) {
    const { to } = doc.lineAt(start)
    if (to - start > room) return { start: start + room, end: to }
    // A short line takes one of the screen as well.
    room -= Math.max(to - start, width)
    start = to + 1
  }
  return null
}

function restsAround(doc: Text, place: Stand, seen: Seen): Rests {
  const offset = Math.min(place.offset, doc.length)
  const { from } = doc.lineAt(offset)
  const isLong = (span: Span | null): span is Span => span !== null && span.end - span.start >= LEAST_REST
  // What stands in the middle of the view need not begin a line of the screen: without the text before it, its lines
  // would break elsewhere.
  const before = place.atTop ? { start: from, end: offset } : null
  const left = [before, restBehind(doc, offset, seen)].filter(isLong).map(({ start, end }) => {
    const widget = new RestWidget(Math.ceil((end - start) / seen.width) * seen.lineHeight)
    return Decoration.replace({ widget }).range(start, end)
  })
  return { left: Decoration.set(left), held: isLong(before) ? offset : null }
}

const isComplete = (view: EditorView): boolean => view.state.field(restField).left.size === 0

/** Of a part of the text in view, what is there: where a rest is left out, a place may be told to be anywhere in it. */
export function withoutRests({ state }: EditorView, { start, end }: Span): Span {
  const rests = state.field(restField, false)
  if (!rests) return { start, end }
  const part = { start: Math.max(start, rests.held ?? 0), end }
  rests.left.between(part.start, part.end, (from) => {
    if (from >= part.start) part.end = Math.min(part.end, from)
  })
  return part
}

/** Draws what was left out; what is in view stays where it is. */
function draw(view: EditorView): void {
  if (isComplete(view)) return
  const { held } = view.state.field(restField)
  const top = (): number => (held === null ? 0 : (view.coordsAtPos(held, 1)?.top ?? 0))
  const before = top()
  view.dispatch({ effects: drawRests.of(null) })
  const moved = top() - before
  if (moved !== 0) view.scrollDOM.scrollTop += moved
}

/** Draws what was left out once the text has been seen. */
const drawLater = ViewPlugin.define((view) => ({
  destroy: isComplete(view) ? () => {} : afterPaints(FRAMES, () => draw(view)),
}))

/**
 * Of a long line in which a text is opened, what is not in view is drawn three frames later: Chromium lays out a line as
 * a whole, and CodeMirror leaves parts of it out only from 20,000 characters on. Whoever presses a key or the mouse
 * before that has it at once.
 * @param place where the text stands from the beginning; null for its own beginning
 */
export const drawRestsLater = (place: Stand | null, seen: Seen): Extension => [
  restField.init(({ doc }) => restsAround(doc, place ?? { offset: 0, atTop: true }, seen)),
  drawLater,
  EditorView.domEventObservers({
    keydown: (_event, view) => draw(view),
    mousedown: (_event, view) => draw(view),
  }),
]
