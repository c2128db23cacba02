import type { Change, JournalTable } from '#shared/model/journal'

/** A field that became another; values as they are stored. */
export interface FieldChange {
  field: string
  /** What the field is called, as a locale key. */
  labelKey: string
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
  ...['pattern', 'onImport', 'places', 'years', 'indicators', 'verdict', 'terms', 'note', 'choice'],
] as const

/** The fields that only matters have. */
export const MATTER_FIELDS = [
  ...['relation', 'hedge', 'reference', 'referenceScope', 'aspect', 'position', 'within', 'fromBottom', 'previous'],
  ...['among', 'size', 'streak', 'covers', 'subject', 'extent', 'levels', 'count', 'heading', 'stated', 'ordinal'],
  ...['mark', 'total', 'own', 'above', 'private', 'amount', 'stage', 'stageWords', 'scope', 'due', 'list'],
] as const

/** What is told of a record that came or went. */
const OF_WHOLE: ReadonlySet<string> = new Set(['codes', 'memo', 'verdict', 'choice'])

/** The wordings of a group, each with its variants. */
function wordingsOf(group: unknown): string[] {
  const terms: unknown = Reflect.get(Object(group), 'terms')
  if (!Array.isArray(terms)) return []
  return terms.map((term) => [textIn(term, 'name'), ...textsIn(term, 'variants')].join(' / '))
}

/** A record with the fields of what it holds. */
function told(table: JournalTable, record: unknown): unknown {
  if (table === 'phraseGroups' && record !== null) return { ...Object(record), terms: wordingsOf(record) }
  if (table !== 'matters' || typeof record !== 'object' || record === null) return record
  return { ...Object(Reflect.get(record, 'content')), ...record }
}

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
const textsIn = (record: unknown, field: string): string[] => {
  const value = fieldOf(record, field)
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}
const numberIn = (record: unknown, field: string): number | null => {
  const value = fieldOf(record, field)
  return typeof value === 'number' ? value : null
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** The words of a venture's key (`matterKey`); '' for one made by hand, whose key is an id. */
const nameInKey = (side: unknown): string => /^[a-z_]+:\d+:(.*)$/su.exec(textIn(side, 'key'))?.[1] ?? ''

/** The words of what was settled in a merge; '' where both sides said otherwise of something else than words. */
function settledName(decision: unknown): string {
  const said = fieldOf(decision, 'mine') ?? fieldOf(decision, 'theirs')
  const [quote] = textsIn(said, 'span')
  return (
    quote ?? ['name', 'title', 'memo', 'text'].map((field) => textIn(said, field)).find((text) => text !== '') ?? ''
  )
}

function nameOf(table: JournalTable, record: unknown): string {
  if (table === 'mergeDecisions') return settledName(record)
  if (table === 'ventureLinks') return ['a', 'b'].map((side) => nameInKey(fieldOf(record, side)) || '…').join(' ↔ ')
  if (table === 'statements') return `${textIn(record, 'indicator')} ${textIn(record, 'quantity')}`.trim()
  if (table === 'corrections') return `${textIn(record, 'quote')} → ${textIn(record, 'replacement')}`
  for (const field of ['name', 'title', 'heading', 'covers', 'quote', 'short', 'text', 'pattern', 'label'])
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

function fieldChanges(table: JournalTable, before: unknown, after: unknown): FieldChange[] {
  const own = FIELDS.map((field) => ({ field, labelKey: `history.field.${field}` }))
  const more = MATTER_FIELDS.map((field) => ({ field, labelKey: `matters.field.${field}` }))
  const whole = before === null || after === null
  const all = table === 'matters' ? [...own, ...more] : own
  return all.flatMap((one): FieldChange[] => {
    if (whole && !OF_WHOLE.has(one.field)) return []
    const change = { ...one, before: fieldOf(before, one.field), after: fieldOf(after, one.field) }
    const isSame = same(change.before, change.after) || (isEmpty(change.before) && isEmpty(change.after))
    return isSame ? [] : [change]
  })
}

/** What a change did, for a reader; the fields of a record that came or went are not told one by one. */
export function describeChange({ table, key, before, after }: Change): ChangeLine {
  const record = after ?? before
  const what = before === null ? 'added' : after === null ? 'removed' : 'changed'
  const fields = fieldChanges(table, told(table, before), told(table, after))
  return { table, what, name: nameOf(table, told(table, record)), fields, place: placeOf(table, key, record) }
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
