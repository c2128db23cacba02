/*
 * Rows of one shape, stored by column. A record of a report's 150 statements holds each field's name once instead of
 * 150 times and each repeated string once, and its numbers lie in one buffer: the browser copies it several times
 * faster, and it stays below the 64 KiB from which Chromium puts a value into a file of its own.
 */

import { sameValue } from './equal'

type Row = Record<string, unknown>

/** Whole numbers, each in as few bytes as the largest needs. */
type Whole = Uint8Array | Uint16Array | Int32Array

/** One field of all rows. Records of older versions have wider arrays in the same place: whoever reads takes any. */
type Column =
  /** Every row has this value. */
  | { type: 'same'; value: unknown }
  | { type: 'numbers'; values: Float64Array | Whole }
  /** Row n has `values[n] / of`. */
  | { type: 'decimals'; values: Whole; of: number }
  /** Row n has `values[at[n]]`. */
  | { type: 'strings'; values: string[]; at: Uint8Array | Uint16Array }
  /** Row n has its values of these fields and its own of `rest`, with colons between. */
  | { type: 'joined'; fields: readonly string[]; rest: Column }
  /** Every row has an object here. */
  | { type: 'rows'; rows: Packed }
  | { type: 'mixed'; values: unknown[] }

/** Rows by column. */
export interface Packed<T extends object = Row> {
  length: number
  columns: { [K in keyof T & string]: Column }
}

/** Fields whose strings mostly begin with the values of other fields, by name: keys (`start:quantity:indicator`). */
export type Joined = Readonly<Record<string, readonly string[]>>

const NO_JOINED: Joined = {}

type Columns = Readonly<Record<string, Column>>

const DICTIONARY_LIMIT = 0x1_0000

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)
const isInteger32 = (value: number): boolean => (value | 0) === value && !Object.is(value, -0)

function narrow(values: readonly number[]): Whole {
  let [least, most] = [0, 0]
  for (const value of values) {
    if (value < least) least = value
    else if (value > most) most = value
  }
  if (least < 0 || most > 0xffff) return new Int32Array(values)
  return most > 0xff ? new Uint16Array(values) : new Uint8Array(values)
}

/** What decimals are counted in: hundredths, or ten thousandths. */
const PARTS = [100, 10_000]

/** Numbers as whole parts of one; null where one would not come back as it is. */
function inParts(values: readonly number[], of: number): number[] | null {
  const parts: number[] = []
  for (const value of values) {
    const part = Math.round(value * of)
    if (!isInteger32(part) || part / of !== value) return null
    parts.push(part)
  }
  return parts
}

function packNumbers(values: readonly number[]): Column {
  if (values.every(isInteger32)) return { type: 'numbers', values: narrow(values) }
  for (const of of PARTS) {
    const parts = inParts(values, of)
    if (parts) return { type: 'decimals', values: narrow(parts), of }
  }
  return { type: 'numbers', values: new Float64Array(values) }
}

function packStrings(values: readonly string[]): Column {
  const places = new Map<string, number>()
  const at: number[] = []
  for (const value of values) {
    let place = places.get(value)
    if (place === undefined) {
      place = places.size
      places.set(value, place)
    }
    at.push(place)
  }
  const narrowed = places.size > 0x100 ? new Uint16Array(at) : new Uint8Array(at)
  return { type: 'strings', values: [...places.keys()], at: narrowed }
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

const UNSAID: Column = { type: 'same', value: undefined }

/** What the strings of a joined column begin with. */
function prefixReader(fields: readonly string[], columns: Columns): (row: number) => string {
  const reads = fields.map((field) => reader(columns[field] ?? UNSAID, columns))
  return (row) => {
    let prefix = ''
    for (const read of reads) prefix += `${String(read(row))}:`
    return prefix
  }
}

/** The same column without what follows from others; as it is where some row's value does not begin with it. */
function joinColumn(values: readonly unknown[], fields: readonly string[], columns: Columns): Column {
  const prefixOf = prefixReader(fields, columns)
  const rest: string[] = []
  for (const [row, value] of values.entries()) {
    const prefix = prefixOf(row)
    if (!isString(value) || !value.startsWith(prefix)) return packColumn(values)
    rest.push(value.slice(prefix.length))
  }
  return { type: 'joined', fields, rest: packColumn(rest) }
}

/**
 * Packs rows; `unpackRows` gives equal ones back. A field that a row lacks comes back as undefined.
 * @param joined fields that follow from others for the most part
 */
export function packRows<T extends object>(rows: readonly T[], joined: Joined = NO_JOINED): Packed<T> {
  const columns: Record<string, Column> = {}
  const plain = rows as readonly Row[]
  const valuesOf = (field: string) => plain.map((row) => row[field])
  // A joined one has its place among the fields already.
  for (const field of fieldsOf(rows)) columns[field] = joined[field] ? UNSAID : packColumn(valuesOf(field))
  for (const [field, fields] of Object.entries(joined))
    if (columns[field]) columns[field] = joinColumn(valuesOf(field), fields, columns)
  return { length: rows.length, columns: columns as Packed<T>['columns'] }
}

/** Reads a column by row. @param columns all of the record: a joined one goes by others */
function reader(column: Column, columns: Columns): (row: number) => unknown {
  switch (column.type) {
    case 'same':
      return () => column.value
    case 'strings':
      return (row) => column.values[column.at[row] ?? 0]
    case 'decimals':
      return (row) => (column.values[row] ?? Number.NaN) / column.of
    case 'joined': {
      const [prefixOf, rest] = [prefixReader(column.fields, columns), reader(column.rest, columns)]
      return (row) => prefixOf(row) + String(rest(row))
    }
    case 'rows':
      return rowReader(column.rows)
    default:
      return (row) => column.values[row]
  }
}

function rowReader<T extends object>(packed: Packed<T>): (row: number) => T {
  const columns: Columns = packed.columns
  const readers = Object.entries(columns).map(([field, column]) => [field, reader(column, columns)] as const)
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
  const read = column ? reader(column, packed.columns) : () => undefined
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
 * @param joined as for `packRows`
 */
export function spliceRows<T extends object>(
  packed: Packed<T>,
  splices: readonly Splice<T>[],
  joined: Joined = NO_JOINED,
): Packed<T> {
  const plain = splices as unknown as readonly Splice<Row>[]
  const length = splices.reduce((sum, { from, to, rows }) => sum + rows.length - (to - from), packed.length)
  const fields = Object.keys(packed.columns)
  const known = plain.every(({ rows }) => rows.every((row) => sameFields(Object.keys(row), fields)))
  if (packed.length === 0 || length === 0 || !known) return packRows(spliced(unpackRows(packed), splices), joined)
  const columns: Record<string, Column> = {}
  const late: [field: string, fields: readonly string[], values: unknown[]][] = []
  for (const [field, column] of Object.entries<Column>(packed.columns)) {
    const read = reader(column, packed.columns)
    const fields = joined[field]
    columns[field] = column
    // A joined column goes by what others are now, also where it has the same values.
    if (!fields && column.type !== 'joined' && stays(read, field, plain)) continue
    const values = Array.from({ length: packed.length }, (_, index) => read(index))
    const parts = plain.map(({ from, to, rows }) => ({ from, to, rows: rows.map((row) => row[field]) }))
    if (fields) late.push([field, fields, spliced(values, parts)])
    else columns[field] = packColumn(spliced(values, parts))
  }
  for (const [field, fields, values] of late) columns[field] = joinColumn(values, fields, columns)
  return { length, columns: columns as Packed<T>['columns'] }
}

const sameFields = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((field, index) => field === b[index])

/** By their values: one of an older version may be packed otherwise. */
function sameColumn(field: string, a: Packed, b: Packed): boolean {
  const [one, other] = [a.columns[field], b.columns[field]]
  if (!one || !other) return false
  if (one.type === 'rows' || other.type === 'rows')
    return one.type === 'rows' && other.type === 'rows' && samePacked(one.rows, other.rows)
  const [read, readOther] = [reader(one, a.columns), reader(other, b.columns)]
  for (let row = 0; row < a.length; row++) if (!sameValue(read(row), readOther(row))) return false
  return true
}

/** True when two packed records hold the same rows, with the same fields in the same order. */
export function samePacked<T extends object>(a: Packed<T>, b: Packed<T>): boolean {
  const [one, other]: [Packed, Packed] = [a, b]
  const fields = Object.keys(one.columns)
  return (
    a.length === b.length &&
    sameFields(fields, Object.keys(other.columns)) &&
    fields.every((field) => sameColumn(field, one, other))
  )
}
