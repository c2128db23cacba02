/*
 * Rows of one shape, stored by column. A record of a report's 150 statements holds each field's name once instead of
 * 150 times and each repeated string once, and its numbers lie in one buffer: the browser copies it several times
 * faster, and it stays below the 64 KiB from which Chromium puts a value into a file of its own.
 */

type Row = Record<string, unknown>

/** One field of all rows. */
type Column =
  /** Every row has this value. */
  | { type: 'same'; value: unknown }
  | { type: 'numbers'; values: Float64Array | Int32Array }
  /** Row n has `values[at[n]]`. */
  | { type: 'strings'; values: string[]; at: Uint16Array }
  /** Every row has an object here. */
  | { type: 'rows'; rows: Packed }
  | { type: 'mixed'; values: unknown[] }

/** Rows by column. */
export interface Packed<T extends object = Row> {
  length: number
  columns: { [K in keyof T & string]: Column }
}

const DICTIONARY_LIMIT = 0x1_0000

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)
const isNumber = (value: unknown): value is number => typeof value === 'number'
const isString = (value: unknown): value is string => typeof value === 'string'
const isInteger32 = (value: number): boolean => (value | 0) === value && !Object.is(value, -0)

const packNumbers = (values: readonly number[]): Column => ({
  type: 'numbers',
  values: values.every(isInteger32) ? Int32Array.from(values) : Float64Array.from(values),
})

function packStrings(values: readonly string[]): Column {
  const places = new Map<string, number>()
  const at = Uint16Array.from(values, (value) => {
    const place = places.get(value) ?? places.size
    places.set(value, place)
    return place
  })
  return { type: 'strings', values: [...places.keys()], at }
}

function packColumn(values: readonly unknown[]): Column {
  const [first] = values
  if (!isRow(first) && !Array.isArray(first) && values.every((value) => Object.is(value, first)))
    return { type: 'same', value: first }
  if (values.every(isNumber)) return packNumbers(values)
  if (values.length <= DICTIONARY_LIMIT && values.every(isString)) return packStrings(values)
  if (values.every(isRow)) return { type: 'rows', rows: packRows(values) }
  return { type: 'mixed', values: [...values] }
}

/** Packs rows; `unpackRows` gives equal ones back. A field that a row lacks comes back as undefined. */
export function packRows<T extends object>(rows: readonly T[]): Packed<T> {
  const columns: Record<string, Column> = {}
  for (const field of new Set(rows.flatMap((row) => Object.keys(row))))
    columns[field] = packColumn(rows.map((row): unknown => Reflect.get(row, field)))
  return { length: rows.length, columns: columns as Packed<T>['columns'] }
}

function reader(column: Column): (row: number) => unknown {
  switch (column.type) {
    case 'same':
      return () => column.value
    case 'strings':
      return (row) => column.values[column.at[row] ?? 0]
    case 'rows': {
      const rows = unpackRows(column.rows)
      return (row) => rows[row]
    }
    default:
      return (row) => column.values[row]
  }
}

/** The rows of a packed record. */
export function unpackRows<T extends object>(packed: Packed<T>): T[] {
  const readers = Object.entries<Column>(packed.columns).map(([field, column]) => [field, reader(column)] as const)
  return Array.from({ length: packed.length }, (_, index) => {
    const row: Row = {}
    for (const [field, read] of readers) row[field] = read(index)
    // The type that `packRows` was given; only this module makes packed rows.
    return row as T
  })
}
