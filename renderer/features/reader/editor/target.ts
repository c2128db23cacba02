import { RangeSet, StateEffect, StateField } from '@codemirror/state'
import { Decoration, EditorView } from '@codemirror/view'
import type { Span } from '#shared/model/anchor'
import { drawAround } from '../margin/long-lines'
import { GOING } from './line-rests'

/** Marks the span that the user came for and flashes it; null takes the mark off. */
const setTarget = StateEffect.define<Span | null>()

interface TargetState {
  /** Grows with each jump: the flash restarts only when the class name changes. */
  round: number
  decorations: RangeSet<Decoration>
}

/** The span that was gone to last, kept as current until the next one. */
export const targetField = StateField.define<TargetState>({
  create: () => ({ round: 0, decorations: RangeSet.empty }),
  update(value, transaction) {
    for (const effect of transaction.effects) {
      if (!effect.is(setTarget)) continue
      const round = value.round + 1
      const length = transaction.state.doc.length
      const span = effect.value
      if (!span || span.start >= Math.min(span.end, length)) return { round, decorations: RangeSet.empty }
      const mark = Decoration.mark({ class: `db-target-span db-flash-${round % 2 ? 'odd' : 'even'}` })
      return { round, decorations: RangeSet.of(mark.range(span.start, Math.min(span.end, length))) }
    }
    return transaction.docChanged ? { ...value, decorations: value.decorations.map(transaction.changes) } : value
  },
  provide: (field) => EditorView.decorations.from(field, (value) => value.decorations),
})

/** Where a text is brought: the caret, what is flashed, and what stands in view. */
export interface Place {
  /** What is brought into view; UTF-16 code units. */
  offset: number
  /** True where that begins a line at the top of the view. */
  atTop: boolean
  selection: { anchor: number }
  effects: readonly StateEffect<unknown>[]
  scroll: ReturnType<typeof EditorView.scrollIntoView>
}

/** A span in the middle of the view, with the caret at its start; it flashes. */
export function spanPlace(span: Span, length: number): Place {
  const start = Math.min(span.start, length)
  const end = Math.min(Math.max(span.end, start), length)
  return {
    offset: start,
    atTop: false,
    selection: { anchor: start },
    effects: [setTarget.of({ start, end }), drawAround(start)],
    scroll: EditorView.scrollIntoView(start, { y: 'center' }),
  }
}

/** An offset near the top, without marking anything; the caret has a place of its own. */
export const topPlace = (offset: number, caret: number, length: number): Place => ({
  offset: Math.min(offset, length),
  atTop: true,
  selection: { anchor: Math.min(caret, length) },
  effects: [drawAround(offset)],
  scroll: EditorView.scrollIntoView(Math.min(offset, length), { y: 'start', yMargin: 8 }),
})

/** Brings the text to a place. */
export const goToPlace = (view: EditorView, { selection, effects, scroll }: Place): void =>
  view.dispatch({ selection, effects: [...effects, scroll], userEvent: GOING })

/** Scrolls to a span, puts the caret at its start and flashes it. */
export const goToSpan = (view: EditorView, span: Span): void => goToPlace(view, spanPlace(span, view.state.doc.length))

/** Scrolls so that an offset stands near the top, without marking anything; the caret goes to a place of its own. */
export const scrollToTop = (view: EditorView, offset: number, caret: number): void =>
  goToPlace(view, topPlace(offset, caret, view.state.doc.length))
