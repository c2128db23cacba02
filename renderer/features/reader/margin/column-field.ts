import { type ChangeDesc, type Extension, StateEffect, StateField } from '@codemirror/state'
import type { ColumnStripe } from './code-columns'

/** The columns of stripes beside the text, as the surface draws them. */
export interface Columns {
  stripes: readonly ColumnStripe[]
  named: boolean
}

/** Sets the columns; null draws the narrow stripes that only tell overlaps apart. */
export const setColumns = StateEffect.define<Columns | null>()

/** Makes the stripes of one code stand out, null all alike; undefined stands for none. */
export const setLitCode = StateEffect.define<string | null | undefined>()

interface ColumnState {
  columns: Columns | null
  lit: string | null | undefined
}

/** The stripes where a changed text has them; those whose text is gone are left out. */
function mapped(columns: Columns | null, changes: ChangeDesc): Columns | null {
  if (!columns) return null
  const stripes = columns.stripes
    .map((stripe) => ({ ...stripe, start: changes.mapPos(stripe.start, 1), end: changes.mapPos(stripe.end, -1) }))
    .filter(({ start, end }) => start < end)
  return { ...columns, stripes }
}

/** Stripes come a moment after the text that they are of: what has no place in the present one is left out. */
function inside(columns: Columns | null, length: number): Columns | null {
  if (!columns || columns.stripes.every(({ end }) => end <= length)) return columns
  return { ...columns, stripes: columns.stripes.filter(({ end }) => end <= length) }
}

/** What the stripes beside the text are from the beginning. */
export const firstlyBeside = (columns: Columns | null): Extension =>
  columnField.init(({ doc }) => ({ columns: inside(columns, doc.length), lit: undefined }))

/** What the stripes beside the text are. */
export const columnField = StateField.define<ColumnState>({
  create: () => ({ columns: null, lit: undefined }),
  update(value, transaction) {
    let next = transaction.docChanged ? { ...value, columns: mapped(value.columns, transaction.changes) } : value
    for (const effect of transaction.effects) {
      if (effect.is(setColumns)) next = { ...next, columns: inside(effect.value, transaction.newDoc.length) }
      if (effect.is(setLitCode)) next = { ...next, lit: effect.value }
    }
    return next
  },
})
