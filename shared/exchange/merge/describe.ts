import type { Choice, Conflict, Decision, Fields, Merged } from './merge-types'

/** Puts a message into words. */
export type Say = (key: string, params?: Record<string, string | number>) => string

/** Names of things that records name by their ids. */
export type Names = ReadonlyMap<string, string>

const of = (record: unknown, field: string): unknown => Reflect.get(Object(record), field)

const shortened = (words: string): string => (words.length > 60 ? `${words.slice(0, 60)}…` : words)

/** Where characters were put in, which have no words of their own: those before and after. */
function gapOf(anchor: unknown): string {
  const [before, after] = [of(anchor, 'prefix'), of(anchor, 'suffix')]
  if (typeof before !== 'string' || typeof after !== 'string') return ''
  return `${before.slice(-12)}‸${after.slice(0, 12)}`
}

/** Title of the report that a record stands in; nothing where it stands in none, or its words say enough. */
export const reportOf = ({ report }: Fields, names: Names): string =>
  typeof report === 'string' ? (names.get(report) ?? '') : ''

/** What a record is called: its words in the text, its name, what it is about. */
export function nameOf(table: Conflict['table'], record: Fields, names: Names): string {
  const quote = of(record.anchor, 'quote')
  if (typeof quote === 'string') return quote === '' ? gapOf(record.anchor) : shortened(quote)
  if (table === 'statements') return `${String(record.indicator)} ${String(record.quantity)}`
  if (table === 'memos') return names.get(String(of(record.subject, 'id'))) ?? shortened(String(record.text))
  for (const field of ['name', 'title', 'indicator', 'finding', 'note']) {
    const value = record[field]
    if (typeof value === 'string' && value !== '') return shortened(value)
  }
  return ''
}

const under = (prefix: string, ...values: readonly string[]): [string, string][] =>
  values.map((value) => [value, `${prefix}.${value}`])

/** What values that are words of the program are called. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ...under('merge.value', 'suggested', 'accepted', 'edited', 'rejected'),
  ...under('statements.role', 'target', 'actual'),
  ...under('statements.kind', 'level', 'growth', 'ratio', 'points'),
  ...under('library.kind', 'full', 'digest', 'continuation', 'incomplete', 'other'),
  ...under('ledger.verdict', 'met', 'nearly', 'partly', 'missed', 'silent', 'pending', 'incomparable'),
  ...under('audit.judgement', 'report_error', 'explained', 'misread', 'fine'),
])

/** Fields that hold such a word. */
const WORDED: ReadonlySet<string> = new Set(['status', 'role', 'kind', 'verdict', 'judgement'])

/** What a field says, for people. */
export function fieldText(field: string, value: unknown, names: Names, say: Say): string {
  const key = typeof value === 'string' && WORDED.has(field) ? WORDS.get(value) : undefined
  return key === undefined ? valueText(value, names, say) : say(key)
}

/** What a value says, for people. */
export function valueText(value: unknown, names: Names, say: Say): string {
  if (value === null || value === undefined || value === '') return say('merge.value.none')
  if (typeof value === 'boolean') return say(`merge.value.${value}`)
  if (typeof value === 'string') return names.get(value) ?? value
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map((one) => valueText(one, names, say)).join('、')
  const name = of(value, 'name')
  return typeof name === 'string' ? name : JSON.stringify(value)
}

/** What one side says, field by field; nothing where it has taken the thing away. */
export function saidBy(side: 'mine' | 'theirs', conflict: Conflict, names: Names, say: Say): string {
  if (conflict[side] === null) return say('merge.removed')
  if (conflict.fields.length === 0) return say('merge.changed')
  return conflict.fields
    .map(
      (one) =>
        `${say('merge.is', { field: fieldName(one.field, say), value: fieldText(one.field, one[side], names, say) })}`,
    )
    .join('；')
}

/** Fields that have a name of their own; the others are called as in the description of the data. */
const NAMED: ReadonlySet<string> = new Set([
  ...['name', 'parent', 'color', 'definition', 'example', 'key', 'memo', 'text', 'span', 'status', 'value', 'unit'],
  ...['year', 'kind', 'role', 'title', 'place', 'main', 'version', 'replacement', 'verdict', 'judgement', 'note'],
  ...['pairing', 'indicator', 'quantity', 'hidden', 'origin', 'published', 'page', 'url', 'obtained'],
])

/** What a field is called. */
export const fieldName = (field: string, say: Say): string => (NAMED.has(field) ? say(`merge.field.${field}`) : field)

/** Names of codes, reports, places of either side, by their ids; this project's stand. */
export function namesIn({ conflicts, changes }: Pick<Merged, 'conflicts' | 'changes'>, own: Names): Names {
  const names = new Map<string, string>()
  const note = (record: Fields | null | undefined): void => {
    const [id, name] = [record?.id, record?.name]
    if (typeof id === 'string' && typeof name === 'string') names.set(id, name)
  }
  for (const { after } of changes) note(after)
  for (const { mine, theirs } of conflicts) for (const side of [theirs, mine]) note(side?.record)
  for (const [id, name] of own) names.set(id, name)
  return names
}

const CONFLICT_COLUMNS = [
  'table',
  'about',
  'mine',
  'mineBy',
  'mineAt',
  'theirs',
  'theirsBy',
  'theirsAt',
  'choice',
  'decidedBy',
  'decidedAt',
] as const

/**
 * Conflicts as rows of a table, the headings first: what both sides say, who and when, how each is settled, and by whom
 * and when where that was in an earlier merge. What does not stand after the merge is kept here.
 */
export function conflictRows(
  conflicts: readonly Conflict[],
  settled: ReadonlyMap<string, Choice>,
  names: Names,
  say: Say,
): string[][] {
  const rows = conflicts.map((conflict) => {
    const { table, mine, theirs, id, choice, earlier } = conflict
    const record = mine?.record ?? theirs?.record ?? {}
    return [
      ...[say(`history.table.${table}`), nameOf(table, record, names)],
      ...[saidBy('mine', conflict, names, say), mine?.by.author ?? '', mine?.by.at ?? ''],
      ...[saidBy('theirs', conflict, names, say), theirs?.by.author ?? '', theirs?.by.at ?? ''],
      say(`merge.choice.${settled.get(id) ?? choice}`),
      ...(earlier && !settled.has(id) ? [earlier.author, earlier.updatedAt] : ['', '']),
    ]
  })
  return [CONFLICT_COLUMNS.map((name) => say(`merge.column.${name}`)), ...rows]
}

const DECISION_COLUMNS = [
  'table',
  'about',
  'mine',
  'mineBy',
  'mineAt',
  'theirs',
  'theirsBy',
  'theirsAt',
  'stands',
] as const

/** Numbers and matters that either side has decided, as rows of a table: who decided what, and whose word stands. */
export function decisionRows(decisions: readonly Decision[], say: Say): string[][] {
  const status = (side: Decision['mine']): string[] =>
    side ? [say(`merge.value.${side.status}`), side.author, side.at] : ['', '', '']
  const rows = decisions.map(({ table, record, mine, theirs, stands }) => [
    ...[say(`history.table.${table}`), nameOf(table, record, new Map())],
    ...[...status(mine), ...status(theirs), say(`merge.stands.${stands}`)],
  ])
  return [DECISION_COLUMNS.map((name) => say(`merge.column.${name}`)), ...rows]
}
