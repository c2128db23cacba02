import type { Packed } from '../../storage/statement-worker'
import type { StringTable } from './string-table'

/*
 * Columns of stored records (`renderer/storage/pack.ts`) into columns of the table, without a record in between: each
 * repeated word is looked up once for a report instead of once for each of its statements.
 */

type Column = Packed['columns'][string]

/** Calls for every row with its value; a field that the stored version lacks has none. */
function each(column: Column | undefined, length: number, put: (row: number, value: unknown) => void): void {
  for (let row = 0; row < length; row++) put(row, valueAt(column, row))
}

function valueAt(column: Column | undefined, row: number): unknown {
  if (!column || column.type === 'rows' || column.type === 'joined') return undefined
  if (column.type === 'same') return column.value
  if (column.type === 'decimals') return (column.values[row] ?? Number.NaN) / column.of
  return column.type === 'strings' ? column.values[column.at[row] ?? 0] : column.values[row]
}

/** Numbers of a column of words, each distinct word numbered once. */
function numbered(
  column: Column | undefined,
  into: Uint32Array | Uint8Array,
  numberOf: (word: string) => number,
): void {
  const word = (value: unknown): string => (typeof value === 'string' ? value : '')
  if (column?.type === 'strings') {
    const numbers = column.values.map(numberOf)
    for (let row = 0; row < into.length; row++) into[row] = numbers[column.at[row] ?? 0] ?? 0
  } else if (column?.type === 'mixed') each(column, into.length, (row, value) => (into[row] = numberOf(word(value))))
  else into.fill(numberOf(word(valueAt(column, 0))))
}

/** A column of words as numbers of a table. */
export const wordsIn = (column: Column | undefined, table: StringTable, into: Uint32Array): void =>
  numbered(column, into, (word) => table.numberOf(word))

/** A column of few values as their codes. */
export const codesIn = (column: Column | undefined, values: readonly string[], into: Uint8Array): void =>
  numbered(column, into, (word) => values.indexOf(word))

/** A column of numbers; none is NaN. */
export function numbersIn(column: Column | undefined, into: Uint32Array | Float64Array): void {
  each(column, into.length, (row, value) => {
    into[row] = typeof value === 'number' ? value : Number.NaN
  })
}

/** A column of spans. */
export function spansIn(column: Column | undefined, starts: Uint32Array, ends: Uint32Array): void {
  const rows = column?.type === 'rows' ? column.rows.columns : {}
  numbersIn(rows.start, starts)
  numbersIn(rows.end, ends)
}
