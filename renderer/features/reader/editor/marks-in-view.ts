import type { RangeSet } from '@codemirror/state'
import { Decoration, type DecorationSet, type EditorView, type PluginValue, type ViewUpdate } from '@codemirror/view'
import type { Span } from '#shared/model/anchor'
import { hasLong, spanToDraw } from '../margin/long-lines'

/** The marks of a text: all of them, and those that reach into a part of it. */
export interface Marks {
  all: RangeSet<Decoration>
  within: (part: Span) => RangeSet<Decoration>
}

/**
 * The marks that are drawn: none until the text has been measured, since what CodeMirror draws before that is a guess
 * that is thrown away, and of a long line those around what is in view.
 */
export class MarksInView implements PluginValue {
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
