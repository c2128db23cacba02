/*
 * Rows of one shape, stored by column. A record of a report's 150 statements holds each field's name once instead of
 * 150 times and each repeated string once, and its numbers lie in one buffer: the browser copies it several times
 * faster, and it stays below the 64 KiB from which Chromium puts a value into a file of its own.
 */

import { sameValue } from './equal'

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
const isInteger32 = (value: number): boolean => (value | 0) === value && !Object.is(value, -0)

const packNumbers = (values: readonly number[]): Column => ({
  type: 'numbers',
  values: values.every(isInteger32) ? Int32Array.from(values) : Float64Array.from(values),
})

function packStrings(values: readonly string[]): Column {
  const places = new Map<string, number>()
  const at = new Uint16Array(values.length)
  values.forEach((value, index) => {
    let place = places.get(value)
    if (place === undefined) {
      place = places.size
      places.set(value, place)
    }
    at[index] = place
  })
  return { type: 'strings', values: [...places.keys()], at }
}

const allOf = <T>(values: readonly unknown[], is: (value: unknown) => value is T): values is T[] => values.every(is)
const isNumber = (value: unknown): value is number => typeof value === 'number'
const isString = (value: unknown): value is string => typeof value === 'string'

/** The first value says which form is tried; most columns are decided in one pass. */
function packColumn(values: readonly unknown[]): Column {
  const [first] = values
  if (isRow(first))
    return allOf(values, isRow) ? { type: 'rows', rows: packRows(values) } : { type: 'mixed', values: [...values] }
  if (!Array.isArray(first) && values.every((value) => Object.is(value, first))) return { type: 'same', value: first }
  if (isNumber(first) && allOf(values, isNumber)) return packNumbers(values)
  if (isString(first) && values.length <= DICTIONARY_LIMIT && allOf(values, isString)) return packStrings(values)
  return { type: 'mixed', values: [...values] }
}

/** Every field that some row has. Rows of one origin have the same fields in the same order: a glance tells. */
function fieldsOf(rows: readonly object[]): string[] {
  const fields: string[] = []
  for (const row of rows) {
    let place = 0
    for (const field in row) {
      if (fields[place] !== field && !fields.includes(field)) fields.push(field)
      place += 1
    }
  }
  return fields
}

/** Packs rows; `unpackRows` gives equal ones back. A field that a row lacks comes back as undefined. */
export function packRows<T extends object>(rows: readonly T[]): Packed<T> {
  const columns: Record<string, Column> = {}
  const plain = rows as readonly Row[]
  for (const field of fieldsOf(rows)) columns[field] = packColumn(plain.map((row) => row[field]))
  return { length: rows.length, columns: columns as Packed<T>['columns'] }
}

function reader(column: Column): (row: number) => unknown {
  switch (column.type) {
    case 'same':
      return () => column.value
    case 'strings':
      return (row) => column.values[column.at[row] ?? 0]
    case 'rows':
      return rowReader(column.rows)
    default:
      return (row) => column.values[row]
  }
}

function rowReader<T extends object>(packed: Packed<T>): (row: number) => T {
  const readers = Object.entries<Column>(packed.columns).map(([field, column]) => [field, reader(column)] as const)
  return (at) => {
    const row: Row = {}
    for (const [field, read] of readers) row[field] = read(at)
    // The type that `packRows` was given; only this module makes packed rows.
    return row as T
  }
}

/** The rows of a packed record. */
export function unpackRows<T extends object>(packed: Packed<T>): T[] {
  const read = rowReader(packed)
  return Array.from({ length: packed.length }, (_, index) => read(index))
}

/** Some rows of a packed record, by their places. The others are not made. */
export const unpackSome = <T extends object>(packed: Packed<T>, places: readonly number[]): T[] =>
  places.map(rowReader(packed))

/** Reads one field of a packed record by the place of the row. */
export function fieldReader<T extends object, K extends keyof T & string>(
  packed: Packed<T>,
  field: K,
): (row: number) => T[K] {
  const column: Column | undefined = packed.columns[field]
  const read = column ? reader(column) : () => undefined
  // As in `rowReader`.
  return read as (row: number) => T[K]
}

/** Rows that come in place of those from `from` up to `to`. */
export interface Splice<T> {
  from: number
  to: number
  rows: readonly T[]
}

function spliced<T>(values: readonly T[], splices: readonly Splice<T>[]): T[] {
  const parts = splices.flatMap(({ from, rows }, index) => [
    ...values.slice(splices[index - 1]?.to ?? 0, from),
    ...rows,
  ])
  return [...parts, ...values.slice(splices.at(-1)?.to ?? 0)]
}

/** True where a column stays as it is: every splice has as many rows as it takes away, with the same values. */
function stays(read: (row: number) => unknown, field: string, splices: readonly Splice<Row>[]): boolean {
  return splices.every(
    ({ from, to, rows }) =>
      rows.length === to - from && rows.every((row, index) => Object.is(row[field], read(from + index))),
  )
}

/**
 * Puts rows in place of others: what `packRows` would make of the whole, without unpacking it. Only the columns that
 * change are packed again.
 * @param splices in the order of the rows, none touching another's
 */
export function spliceRows<T extends object>(packed: Packed<T>, splices: readonly Splice<T>[]): Packed<T> {
  const plain = splices as unknown as readonly Splice<Row>[]
  const length = splices.reduce((sum, { from, to, rows }) => sum + rows.length - (to - from), packed.length)
  const fields = Object.keys(packed.columns)
  const known = plain.every(({ rows }) => rows.every((row) => sameFields(Object.keys(row), fields)))
  if (packed.length === 0 || length === 0 || !known) return packRows(spliced(unpackRows(packed), splices))
  const columns: Record<string, Column> = {}
  for (const [field, column] of Object.entries<Column>(packed.columns)) {
    const read = reader(column)
    if (stays(read, field, plain)) columns[field] = column
    else {
      const values = Array.from({ length: packed.length }, (_, index) => read(index))
      const parts = plain.map(({ from, to, rows }) => ({ from, to, rows: rows.map((row) => row[field]) }))
      columns[field] = packColumn(spliced(values, parts))
    }
  }
  return { length, columns: columns as Packed<T>['columns'] }
}

const sameFields = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((field, index) => field === b[index])

const sameList = (a: ArrayLike<unknown>, b: ArrayLike<unknown>): boolean =>
  a.length === b.length && Array.prototype.every.call(a, (value: unknown, index) => sameValue(value, b[index]))

function sameColumn(a: Column, b: Column | undefined): boolean {
  if (a.type === 'same') return b?.type === 'same' && sameValue(a.value, b.value)
  if (a.type === 'rows') return b?.type === 'rows' && samePacked(a.rows, b.rows)
  if (a.type === 'strings') return b?.type === 'strings' && sameList(a.values, b.values) && sameList(a.at, b.at)
  return b?.type === a.type && sameList(a.values, b.values)
}

/** True when two packed records hold the same rows, with the same fields in the same order. */
export function samePacked<T extends object>(a: Packed<T>, b: Packed<T>): boolean {
  const columns: Record<string, Column> = b.columns
  return (
    a.length === b.length &&
    sameFields(Object.keys(a.columns), Object.keys(b.columns)) &&
    Object.entries<Column>(a.columns).every(([field, column]) => sameColumn(column, columns[field]))
  )
}
