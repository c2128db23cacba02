import { type EditorState, type Extension, type Range, RangeSet } from '@codemirror/state'
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  type PluginValue,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view'
import type { Span } from '#shared/model/anchor'
import { hasLong, spanToDraw } from '../margin/long-lines'

/** The marks of a text: all of them, and those that reach into a part of it. */
interface Marks {
  all: RangeSet<Decoration>
  within: (part: Span) => RangeSet<Decoration>
}

/**
 * The marks that are drawn: none until the text has been measured, since what CodeMirror draws before that is a guess
 * that is thrown away, and of a long line those around what is in view.
 */
class MarksInView implements PluginValue {
  decorations: DecorationSet = Decoration.none
  #all: RangeSet<Decoration> | null = null
  #part: Span | null = null
  readonly #marksOf: (view: EditorView) => Marks

  constructor(marksOf: (view: EditorView) => Marks) {
    this.#marksOf = marksOf
  }

  update({ view }: ViewUpdate): void {
    const { all, within } = this.#marksOf(view)
    const part = hasLong(view) ? spanToDraw(view) : null
    if (all === this.#all && part?.start === this.#part?.start && part?.end === this.#part?.end) return
    this.#all = all
    this.#part = part
    this.decorations = part ? within(part) : all
  }
}

/** Draws the marks that are in view; their order among others is that of the extension. */
export const drawInView = (marksOf: (state: EditorState) => Marks): Extension =>
  ViewPlugin.define(() => new MarksInView(({ state }) => marksOf(state)), {
    decorations: ({ decorations }) => decorations,
  })

/** The marks of a set that reach into a part of the text. */
function reaching(set: RangeSet<Decoration>, { start, end }: Span): RangeSet<Decoration> {
  const found: Range<Decoration>[] = []
  set.between(start, end, (from, to, mark) => void found.push(mark.range(from, to)))
  return RangeSet.of(found, true)
}

/** The marks of a set, to be drawn in view. */
export const marksOf = (all: RangeSet<Decoration>): Marks => ({ all, within: (part) => reaching(all, part) })
