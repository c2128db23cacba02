import { type Range, RangeSet, StateEffect, StateField } from '@codemirror/state'
import { Decoration, EditorView } from '@codemirror/view'
import type { Span } from '#shared/model/anchor'
import type { Role, StatementStatus } from '#shared/model/statement'

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
/** Marks one statement as the current one, with the span of its indicator where it is known. */
export const setCurrentStatement = StateEffect.define<{ quantity: Span; indicator: Span | null } | null>()

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

function build(marks: readonly StatementMark[], length: number): StatementState {
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
      if (effect.is(setStatements)) return build(effect.value, transaction.state.doc.length)
    return value
  },
  provide: (field) => EditorView.decorations.from(field, (value) => value.decorations),
})

const CURRENT = Decoration.mark({ class: 'db-statement-current' })
const INDICATOR = Decoration.mark({ class: 'db-statement-indicator' })

/** The box around the current statement's quantity. */
export const currentStatementField = StateField.define<RangeSet<Decoration>>({
  create: () => RangeSet.empty,
  update(value, transaction) {
    for (const effect of transaction.effects) {
      if (!effect.is(setCurrentStatement)) continue
      if (!effect.value) return RangeSet.empty
      const { quantity, indicator } = effect.value
      const ranges = [CURRENT.range(quantity.start, quantity.end)]
      if (indicator && indicator.end > indicator.start) ranges.push(INDICATOR.range(indicator.start, indicator.end))
      return RangeSet.of(ranges, true)
    }
    return value
  },
  provide: (field) => EditorView.decorations.from(field),
})
