import { type Range, RangeSet, StateEffect, StateField } from '@codemirror/state'
import { Decoration } from '@codemirror/view'
import type { Span } from '#shared/model/anchor'
import type { MatterType } from '#shared/model/matter'
import type { Role, StatementStatus } from '#shared/model/statement'
import { drawInView, marksOf } from './marks-in-view'

/** A matter as the text shows it. */
export interface MatterMark {
  report: string
  key: string
  type: MatterType
  /** The words that are marked, UTF-16 code units, end exclusive: of an item of a list its heading. */
  start: number
  end: number
  role: Role
  status: StatementStatus
}

interface MatterState {
  marks: readonly MatterMark[]
  decorations: RangeSet<Decoration>
}

/** Sets all matters of the text at once. */
export const setMatters = StateEffect.define<readonly MatterMark[]>()

const bracket = (role: Role, settled: boolean): Decoration =>
  Decoration.mark({ class: `db-matter db-matter-${role} db-matter-${settled ? 'settled' : 'suggested'}` })

const BRACKETS = {
  target: { settled: bracket('target', true), suggested: bracket('target', false) },
  actual: { settled: bracket('actual', true), suggested: bracket('actual', false) },
}

/** A bracket as it is drawn: of one matter, or of several that share their words. */
export interface Bracket extends Span {
  role: Role
  settled: boolean
}

/** One bracket for each span of words, broken while any matter of it is unsettled; rejected ones draw none. */
export function bracketsOf(marks: readonly MatterMark[]): Bracket[] {
  const merged = new Map<string, Bracket>()
  for (const { start, end, role, status } of marks) {
    if (status === 'rejected' || end <= start) continue
    const settled = status !== 'suggested'
    const key = `${start}-${end}`
    const known = merged.get(key)
    if (known) known.settled &&= settled
    else merged.set(key, { start, end, role, settled })
  }
  return [...merged.values()].sort((a, b) => a.start - b.start || b.end - a.end)
}

/** The brackets of a text of this length; what lies beyond it is left out. */
export function buildMatters(marks: readonly MatterMark[], length: number): MatterState {
  const ranges = bracketsOf(marks)
    .filter(({ end }) => end <= length)
    .map(({ start, end, role, settled }): Range<Decoration> => {
      return BRACKETS[role][settled ? 'settled' : 'suggested'].range(start, end)
    })
  return { marks, decorations: RangeSet.of(ranges) }
}

/**
 * Brackets under the words of the matters. It comes after the other marks of the text, so that its elements lie around
 * theirs and are not cut where they end: each bracket has its two ends.
 */
export const matterField = StateField.define<MatterState>({
  create: () => ({ marks: [], decorations: RangeSet.empty }),
  update(value, transaction) {
    for (const effect of transaction.effects)
      if (effect.is(setMatters)) return buildMatters(effect.value, transaction.state.doc.length)
    if (!transaction.docChanged) return value
    const at = (offset: number) => transaction.changes.mapPos(offset, 1)
    const marks = value.marks.map((mark) => ({ ...mark, start: at(mark.start), end: at(mark.end) }))
    return buildMatters(marks, transaction.state.doc.length)
  },
  provide: (field) => drawInView((state) => marksOf(state.field(field).decorations)),
})
