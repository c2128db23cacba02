import { RangeSet, StateEffect, StateField } from '@codemirror/state'
import { Decoration, EditorView } from '@codemirror/view'
import type { Span } from '#shared/model/anchor'

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

/** Scrolls to a span, puts the caret at its start and flashes it. */
export function goToSpan(view: EditorView, span: Span): void {
  const length = view.state.doc.length
  const start = Math.min(span.start, length)
  const end = Math.min(Math.max(span.end, start), length)
  view.dispatch({
    selection: { anchor: start },
    effects: [setTarget.of({ start, end }), EditorView.scrollIntoView(start, { y: 'center' })],
  })
}

/** Scrolls so that an offset stands near the top, without marking anything; the caret goes to a place of its own. */
export function scrollToTop(view: EditorView, offset: number, caret: number): void {
  const length = view.state.doc.length
  view.dispatch({
    selection: { anchor: Math.min(caret, length) },
    effects: EditorView.scrollIntoView(Math.min(offset, length), { y: 'start', yMargin: 8 }),
  })
}
