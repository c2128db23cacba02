import type { Change, JournalTable } from '#shared/model/journal'

/** A field that became another; values as they are stored. */
export interface FieldChange {
  field: string
  before: unknown
  after: unknown
}

/** Where a record stands: a source, and in it a report or a span, in UTF-16 code units of the text. */
export interface RecordPlace {
  source: string
  report: string | null
  start: number | null
  end: number | null
}

/** What a change did to a record. */
export interface ChangeLine {
  table: JournalTable
  what: 'added' | 'removed' | 'changed'
  /** What the user knows it by, '' for a record without a name. */
  name: string
  fields: readonly FieldChange[]
  place: RecordPlace | null
}

/** The fields that a user knows, in the order in which they are told. */
export const FIELDS = [
  ...['name', 'title', 'parent', 'color', 'definition', 'example', 'key', 'codes', 'memo', 'text', 'replacement'],
  ...['place', 'year', 'kind', 'main', 'version', 'hidden', 'reading', 'provenance', 'status', 'indicator', 'value'],
  ...['high', 'unit', 'role', 'basis', 'measure', 'subset', 'period', 'wording', 'start', 'end', 'orphan', 'type'],
  ...['pattern', 'onImport', 'places', 'years', 'indicators'],
] as const

const fieldOf = (record: unknown, field: string): unknown => {
  const value: unknown = Reflect.get(Object(record), field)
  if (value !== undefined) return value
  const anchor: unknown = Reflect.get(Object(record), 'anchor')
  return Reflect.get(Object(anchor), field)
}
const textIn = (record: unknown, field: string): string => {
  const value = fieldOf(record, field)
  return typeof value === 'string' ? value : ''
}
const numberIn = (record: unknown, field: string): number | null => {
  const value = fieldOf(record, field)
  return typeof value === 'number' ? value : null
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

function nameOf(table: JournalTable, record: unknown): string {
  if (table === 'statements') return `${textIn(record, 'indicator')} ${textIn(record, 'quantity')}`.trim()
  if (table === 'corrections') return `${textIn(record, 'quote')} → ${textIn(record, 'replacement')}`
  for (const field of ['name', 'title', 'quote', 'short', 'text', 'pattern', 'label'])
    if (textIn(record, field) !== '') return textIn(record, field)
  return ''
}

function placeOf(table: JournalTable, key: string, record: unknown): RecordPlace | null {
  if (table === 'sources') return { source: key, report: null, start: null, end: null }
  const source = textIn(record, 'source')
  if (source === '') return null
  if (table === 'reports') return { source, report: key, start: null, end: null }
  // A correction counts in the text as it was read, which is not the one that is shown.
  if (table === 'corrections') return { source, report: null, start: null, end: null }
  const start = numberIn(record, 'start')
  const length = table === 'statements' ? textIn(record, 'quantity').length : 0
  const end = length > 0 && start !== null ? start + length : numberIn(record, 'end')
  return { source, report: textIn(record, 'report') || null, start, end }
}

/** What a change did, for a reader; the fields of a record that came or went are not told one by one. */
export function describeChange({ table, key, before, after }: Change): ChangeLine {
  const record = after ?? before
  const what = before === null ? 'added' : after === null ? 'removed' : 'changed'
  const fields =
    what === 'changed'
      ? FIELDS.map((field) => ({ field, before: fieldOf(before, field), after: fieldOf(after, field) }))
      : FIELDS.filter((field) => ['codes', 'memo'].includes(field)).map((field) => ({
          field,
          before: fieldOf(before, field),
          after: fieldOf(after, field),
        }))
  const told = fields.filter((one) => !same(one.before, one.after) && !(isEmpty(one.before) && isEmpty(one.after)))
  return { table, what, name: nameOf(table, record), fields: told, place: placeOf(table, key, record) }
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
