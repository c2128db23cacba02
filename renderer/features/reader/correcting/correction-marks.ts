import { type EditorState, type Range, RangeSet, StateEffect, StateField } from '@codemirror/state'
import { Decoration, EditorView, WidgetType } from '@codemirror/view'
import type { Span } from '#shared/model/anchor'

/** A corrected place as the text shows it. Offsets are UTF-16 code units of the corrected text, end exclusive. */
export interface CorrectionMark extends Span {
  id: string
  /** What was read there, in words. */
  read: string
  /** Who corrected it and when, in words. */
  by: string
}

/** Sets the corrections of the text. */
export const setCorrections = StateEffect.define<readonly CorrectionMark[]>()

/** Where characters were taken out, and none stand in their place. */
class GapWidget extends WidgetType {
  readonly label: string

  constructor(label: string) {
    super()
    this.label = label
  }

  override eq(other: GapWidget): boolean {
    return other.label === this.label
  }

  override toDOM(): HTMLElement {
    const element = document.createElement('span')
    element.className = 'db-correction-gap'
    element.setAttribute('role', 'note')
    element.setAttribute('aria-label', this.label)
    return element
  }
}

const MARK = Decoration.mark({ class: 'db-correction' })

interface CorrectionState {
  marks: readonly CorrectionMark[]
  decorations: RangeSet<Decoration>
}

function build(marks: readonly CorrectionMark[], length: number): CorrectionState {
  const inside = marks.filter(({ end }) => end <= length)
  const ranges = inside.map(({ start, end, read }): Range<Decoration> => {
    if (start < end) return MARK.range(start, end)
    return Decoration.widget({ widget: new GapWidget(read), side: -1 }).range(start)
  })
  return { marks: inside, decorations: RangeSet.of(ranges, true) }
}

/** The corrections, with their decorations. */
export const correctionField = StateField.define<CorrectionState>({
  create: () => ({ marks: [], decorations: RangeSet.empty }),
  update(value, transaction) {
    for (const effect of transaction.effects)
      if (effect.is(setCorrections)) return build(effect.value, transaction.state.doc.length)
    if (!transaction.docChanged) return value
    // What is stored comes in a moment; until then nothing may stand beyond the text.
    return { marks: [], decorations: value.decorations.map(transaction.changes) }
  },
  provide: (field) => EditorView.decorations.from(field, (value) => value.decorations),
})

/** The corrections that touch a span; an offset counts at both borders. */
export function correctionsIn(state: EditorState, { start, end }: Span): CorrectionMark[] {
  const { marks } = state.field(correctionField, false) ?? { marks: [] }
  return marks.filter(
    (mark) =>
      (start < mark.end && mark.start < end) ||
      (mark.start <= end && start <= mark.end && (start === end || mark.start === mark.end)),
  )
}
