import { type Range, RangeSet, StateEffect, StateField } from '@codemirror/state'
import { Decoration, EditorView } from '@codemirror/view'
import type { Span } from '#shared/model/anchor'
import type { Role, StatementStatus } from '#shared/model/statement'
import { drawInView, marksOf } from './marks-in-view'

/** A statement as the text shows it. */
export interface StatementMark {
  report: string
  key: string
  /** Span of the quantity, UTF-16 code units, end exclusive. */
  start: number
  end: number
  role: Role
  status: StatementStatus
}

interface StatementState {
  marks: readonly StatementMark[]
  decorations: RangeSet<Decoration>
}

/** Sets all statements of the text at once. */
export const setStatements = StateEffect.define<readonly StatementMark[]>()
/** A part of the current statement or matter: what it is, and where. */
export interface CurrentPart extends Span {
  part: string
}

/** Marks the parts of the current statement or matter; none of them takes the mark off. */
export const setCurrentParts = StateEffect.define<readonly CurrentPart[]>()

const line = (role: Role, settled: boolean): Decoration =>
  Decoration.mark({ class: `db-statement db-statement-${role} db-statement-${settled ? 'settled' : 'suggested'}` })

const LINES = {
  target: { settled: line('target', true), suggested: line('target', false) },
  actual: { settled: line('actual', true), suggested: line('actual', false) },
}

/**
 * One mark for each quantity: statements that share one (A、B增长8%) draw one line, dotted while any of them is
 * unsettled; rejected ones draw none. Overlapping spans are kept as they are.
 */
export function mergeBySpan(marks: readonly StatementMark[]): (Span & { role: Role; settled: boolean })[] {
  const merged = new Map<string, Span & { role: Role; settled: boolean }>()
  for (const mark of marks) {
    if (mark.status === 'rejected' || mark.end <= mark.start) continue
    const settled = mark.status !== 'suggested'
    const key = `${mark.start}-${mark.end}`
    const known = merged.get(key)
    if (known) known.settled &&= settled
    else merged.set(key, { start: mark.start, end: mark.end, role: mark.role, settled })
  }
  return [...merged.values()].sort((a, b) => a.start - b.start || b.end - a.end)
}

export function buildStatements(marks: readonly StatementMark[], length: number): StatementState {
  const ranges = mergeBySpan(marks)
    .filter((mark) => mark.end <= length)
    .map((mark): Range<Decoration> => {
      return LINES[mark.role][mark.settled ? 'settled' : 'suggested'].range(mark.start, mark.end)
    })
  return { marks, decorations: RangeSet.of(ranges) }
}

/** Underlines of the statements. */
export const statementField = StateField.define<StatementState>({
  create: () => ({ marks: [], decorations: RangeSet.empty }),
  update(value, transaction) {
    for (const effect of transaction.effects)
      if (effect.is(setStatements)) return buildStatements(effect.value, transaction.state.doc.length)
    if (!transaction.docChanged) return value
    const at = (offset: number) => transaction.changes.mapPos(offset, 1)
    const marks = value.marks.map((mark) => ({ ...mark, start: at(mark.start), end: at(mark.end) }))
    return buildStatements(marks, transaction.state.doc.length)
  },
  provide: (field) => drawInView((state) => marksOf(state.field(field).decorations)),
})

const parts = new Map<string, Decoration>()

/** The mark of a part: the number is boxed, what bounds or names it is tinted, the rest is underlined. */
function partMark(part: string): Decoration {
  const known = parts.get(part)
  if (known) return known
  const made = Decoration.mark({ class: `db-part db-part-${part}`, attributes: { 'data-part': part } })
  parts.set(part, made)
  return made
}

/** The parts of the current statement or matter. */
export const currentPartsField = StateField.define<RangeSet<Decoration>>({
  create: () => RangeSet.empty,
  update(value, transaction) {
    for (const effect of transaction.effects) {
      if (!effect.is(setCurrentParts)) continue
      const ranges = effect.value
        .filter(({ start, end }) => start < end && end <= transaction.state.doc.length)
        .map(({ part, start, end }): Range<Decoration> => partMark(part).range(start, end))
      return RangeSet.of(ranges, true)
    }
    return value.map(transaction.changes)
  },
  provide: (field) => EditorView.decorations.from(field),
})
