import { type Extension, type Range, RangeSet, StateEffect, StateField } from '@codemirror/state'
import { Decoration, EditorView } from '@codemirror/view'
import type { SharedKind } from '#shared/compare/shared-sentences'
import type { Span } from '#shared/model/anchor'

/** A shared sentence as one of the texts shows it. Offsets are UTF-16 code units of the text. */
export interface SharedMark extends Span {
  /** Its place in what was found. */
  pair: number
  kind: SharedKind
  /** What stands in the other text too. */
  common: readonly Span[]
}

/** Which of the marks are pointed at. */
export interface Pointed {
  /** The one that was gone to. */
  current: number | null
  /** The one under the pointer, here or in the other text. */
  hover: number | null
}

/** Sets all marks of a text at once. */
export const setShared = StateEffect.define<readonly SharedMark[]>()

/** Says which marks are pointed at; a new current one flashes. */
export const setPointed = StateEffect.define<Pointed>()

interface SharedState {
  marks: readonly SharedMark[]
  pointed: Pointed
  /** Grows with each new current mark: the flash restarts only when the class name changes. */
  round: number
  ground: RangeSet<Decoration>
  pointer: RangeSet<Decoration>
}

const COMMON = Decoration.mark({ class: 'db-shared-common' })
const HOVER = Decoration.mark({ class: 'db-shared-hover' })
const FLASH = ['even', 'odd'].map((round) => Decoration.mark({ class: `db-shared-current db-shared-flash-${round}` }))

/** The marks as decorations; what lies outside the text is left out. */
export function groundOf(marks: readonly SharedMark[], length: number): RangeSet<Decoration> {
  const inside = ({ start, end }: Span): boolean => start < end && end <= length
  const ranges = marks.filter(inside).flatMap((mark): Range<Decoration>[] => [
    Decoration.mark({
      class: `db-shared db-shared-${mark.kind}`,
      attributes: { 'data-shared': String(mark.pair) },
    }).range(mark.start, mark.end),
    ...mark.common.filter(inside).map(({ start, end }) => COMMON.range(start, end)),
  ])
  return RangeSet.of(ranges, true)
}

function pointerOf(marks: readonly SharedMark[], { current, hover }: Pointed, round: number, length: number) {
  const flash = FLASH[round % 2]
  const ranges = marks
    .filter(({ start, end }) => start < end && end <= length)
    .flatMap(({ pair, start, end }) => [
      ...(pair === hover ? [HOVER.range(start, end)] : []),
      ...(pair === current && flash ? [flash.range(start, end)] : []),
    ])
  return RangeSet.of(ranges, true)
}

const NOTHING: Pointed = { current: null, hover: null }

const sharedField = StateField.define<SharedState>({
  create: () => ({ marks: [], pointed: NOTHING, round: 0, ground: RangeSet.empty, pointer: RangeSet.empty }),
  update(before, transaction) {
    let value = before
    // The corrections of the user change a text; the comparison is then made anew, and until then marks move along.
    if (transaction.docChanged)
      value = {
        ...value,
        ground: value.ground.map(transaction.changes),
        pointer: value.pointer.map(transaction.changes),
      }
    const { length } = transaction.state.doc
    for (const effect of transaction.effects) {
      if (effect.is(setShared)) {
        const pointer = pointerOf(effect.value, value.pointed, value.round, length)
        value = { ...value, marks: effect.value, ground: groundOf(effect.value, length), pointer }
      } else if (effect.is(setPointed)) {
        const round = effect.value.current === value.pointed.current ? value.round : value.round + 1
        const pointer = pointerOf(value.marks, effect.value, round, length)
        value = { ...value, pointed: effect.value, round, pointer }
      }
    }
    return value
  },
  provide: (field) => [
    EditorView.decorations.from(field, ({ ground }) => ground),
    EditorView.decorations.from(field, ({ pointer }) => pointer),
  ],
})

/** The pair whose mark an element of the text lies in, the innermost; null in none. */
function pairAt(target: EventTarget | null): number | null {
  const mark = target instanceof Element ? target.closest('[data-shared]') : null
  const pair = Number(mark?.getAttribute('data-shared') ?? Number.NaN)
  return Number.isInteger(pair) ? pair : null
}

/** What the text tells of its marks. */
export interface MarkEvents {
  onPoint(pair: number | null): void
  onChoose(pair: number): void
}

/** Shared sentences in a reading surface: marks, and what the pointer does with them. */
export const sharedMarks = (events: MarkEvents): Extension => [
  sharedField,
  EditorView.domEventHandlers({
    mouseover: (event) => events.onPoint(pairAt(event.target)),
    mouseleave: () => events.onPoint(null),
    click: (event, view) => {
      const pair = pairAt(event.target)
      if (pair !== null && view.state.selection.main.empty) events.onChoose(pair)
    },
  }),
]
