import type { JournalTable } from '../../model/journal'
import { canonical } from './canonical'
import type { Fields } from './merge-types'

/** How the records of a table are told apart, compared and put together. */
export interface TableRules {
  /** The field that is its key. */
  key: string
  /** What tells the same thing under two ids; null where only the key does. */
  identity: ((record: Fields) => string) | null
  /** Whether two that are not the same cannot both be had. */
  meets: ((mine: Fields, theirs: Fields) => boolean) | null
  /** What is compared, by field. */
  fields: (record: Fields) => Fields
  /** A record here with fields as they are there. */
  take: (mine: Fields, theirs: Fields, fields: readonly string[]) => Fields
  /** The fields make sense only together: a record is taken as a whole. */
  whole: boolean
  /** Fields that say nothing while they are empty: the side that tells something is right. */
  open: ReadonlySet<string>
  /** Fields that are nobody's word (the place among siblings): here's stays. */
  quiet: ReadonlySet<string>
  /** How both can be had: texts one after the other, or a second record. */
  both: 'join' | 'copy' | null
}

const of = (record: unknown, field: string): unknown => Reflect.get(Object(record), field)
const keyed = (...values: unknown[]): string => canonical(values)

/** Fields that tell who and when, and what follows from the text. */
const ASIDE = ['author', 'createdAt', 'updatedAt', 'also', 'reading', 'prefix', 'suffix', 'orphan'] as const

const without = (record: Fields, ...names: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)))

const picked = (record: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(names.map((name) => [name, record[name]]))

const DEFAULTS: TableRules = {
  key: 'id',
  identity: null,
  meets: null,
  fields: (record) => without(record, 'id', ...ASIDE),
  take: (mine, theirs, fields) => ({ ...mine, ...picked(theirs, fields) }),
  whole: false,
  open: new Set(),
  quiet: new Set(),
  both: null,
}

const rules = (more: Partial<TableRules>): TableRules => ({ ...DEFAULTS, ...more })

/** A record there under the key here: for what makes sense only as a whole. */
const wholly =
  (key: string): TableRules['take'] =>
  (mine, theirs) => ({ ...theirs, [key]: mine[key] })

const spanOf = ({ anchor }: Fields): unknown => [of(anchor, 'start'), of(anchor, 'end'), of(anchor, 'quote')]

/** Whether two corrections are about the same place of one text: they share characters, or insert at one. */
function isSamePlace(mine: Fields, theirs: Fields): boolean {
  const at = (record: Fields, field: string): number => Number(of(record.anchor, field))
  const [a, b] = [mine, theirs].map((record) => ({ start: at(record, 'start'), end: at(record, 'end') }))
  if (!a || !b || mine.source !== theirs.source) return false
  // An insertion inside of what the other replaces has no character of its own, and no place to stand either.
  return (a.start < b.end && b.start < a.end) || (a.start === b.start && a.end === a.start && b.end === b.start)
}

function takenProvenance(mine: Fields, theirs: Fields, fields: readonly string[]): Fields {
  const told = fields.filter((field) => field !== 'hidden')
  const provenance = { ...Object(mine.provenance), ...picked(Object(theirs.provenance), told) }
  return { ...mine, provenance, ...(fields.includes('hidden') ? { hidden: theirs.hidden } : {}) }
}

const editedOf = ({ edited }: Fields): string[] => (Array.isArray(edited) ? edited.map(String) : [])

/** A report with the user's word on some fields as it is there; a field without a word is as the text has it. */
function takenWord(mine: Fields, theirs: Fields, fields: readonly string[]): Fields {
  const told = editedOf(theirs)
  const kept = editedOf(mine).filter((field) => !fields.includes(field))
  const edited = [...kept, ...fields.filter((field) => told.includes(field))].sort()
  return { ...mine, ...picked(theirs, fields), edited }
}

function takenMark(mine: Fields, theirs: Fields, fields: readonly string[]): Fields {
  const place = fields.includes('span') ? picked(theirs, ['anchor', 'report', 'orphan']) : {}
  return {
    ...mine,
    ...picked(
      theirs,
      fields.filter((field) => field !== 'span'),
    ),
    ...place,
  }
}

/** What a statement says of a number, without what the engine says of itself. */
const STATEMENT_ASIDE = ['id', 'sentence', 'rule', 'confidence', 'source', 'report', 'origin', ...ASIDE]

const matterFields = ({ status, content }: Fields): Fields => ({
  status,
  ...without(Object(content), 'sentence', 'rule', 'confidence', 'start', 'end', 'parent', 'until', 'statement'),
})

const pairOf = ({ a, b }: Fields): string => canonical([canonical(a), canonical(b)].sort())

/** The wordings of a group, whatever their ids. */
const phrasesOf = (terms: unknown): unknown[] =>
  Array.isArray(terms) ? terms.map((term) => [of(term, 'name'), of(term, 'variants')]) : []

/** The rules of every journalled table. */
export const TABLE_RULES: Readonly<Record<JournalTable, TableRules>> = {
  sources: rules({
    key: 'hash',
    fields: ({ provenance, hidden }) => ({ ...Object(provenance), hidden }),
    take: takenProvenance,
    open: new Set(['origin', 'published', 'page', 'url', 'obtained']),
  }),
  reports: rules({ fields: (record) => picked(record, editedOf(record)), take: takenWord }),
  places: rules({ key: 'code', fields: (record) => without(record, 'code') }),
  topics: rules({ quiet: new Set(['order']) }),
  indicators: rules({}),
  codes: rules({ open: new Set(['definition', 'example']), quiet: new Set(['order']) }),
  annotations: rules({
    identity: (record) => keyed(record.source, spanOf(record)),
    fields: (record) => ({ span: spanOf(record), memo: record.memo }),
    take: takenMark,
    open: new Set(['memo']),
    both: 'join',
  }),
  statements: rules({
    identity: ({ report, origin, start, quantity, indicator }) =>
      origin === null ? keyed(report, start, quantity, indicator) : keyed(report, origin),
    fields: (record) => without(record, ...STATEMENT_ASIDE),
    take: wholly('id'),
    whole: true,
  }),
  matters: rules({
    identity: ({ report, origin, content }) =>
      origin === null
        ? keyed(report, of(content, 'type'), of(content, 'start'), of(content, 'end'))
        : keyed(report, origin),
    fields: matterFields,
    take: wholly('id'),
    whole: true,
  }),
  citedFigures: rules({
    identity: (record) => keyed(picked(record, ['place', 'year', 'indicator', 'kind', 'genre', 'basis', 'subset'])),
    take: wholly('id'),
    whole: true,
    both: 'copy',
  }),
  corrections: rules({
    identity: (record) => keyed(record.source, spanOf(record)),
    fields: (record) => ({ span: spanOf(record), replacement: record.replacement }),
    meets: isSamePlace,
    take: wholly('id'),
    whole: true,
  }),
  bookmarks: rules({
    identity: (record) => keyed(record.source, spanOf(record)),
    fields: (record) => ({ span: spanOf(record), name: record.name }),
    take: takenMark,
    open: new Set(['name']),
  }),
  rules: rules({
    identity: ({ type, pattern, extent, codes }) => keyed(type, pattern, extent, [...Object(codes)].sort()),
    take: wholly('id'),
    whole: true,
    both: 'copy',
  }),
  memos: rules({ identity: ({ subject }) => keyed(subject), open: new Set(['text']), both: 'join' }),
  comparisons: rules({
    identity: (record) => keyed(without(record, 'id', ...ASIDE)),
    take: wholly('id'),
    whole: true,
    both: 'copy',
  }),
  ventureLinks: rules({
    identity: pairOf,
    fields: ({ verdict }) => ({ verdict }),
    take: wholly('id'),
    whole: true,
  }),
  ledgerRulings: rules({ identity: ({ target }) => keyed(target), take: wholly('id'), whole: true }),
  auditRulings: rules({ identity: ({ finding }) => keyed(finding), take: wholly('id'), whole: true }),
  seriesBreaks: rules({
    identity: ({ places, indicators, year }) => keyed([...Object(places)].sort(), [...Object(indicators)].sort(), year),
    take: wholly('id'),
    whole: true,
  }),
  projectSettings: rules({ fields: (record) => without(record, 'id', 'updatedAt') }),
  phraseGroups: rules({
    identity: ({ name, note, terms }) => keyed(name, note, phrasesOf(terms)),
    fields: ({ name, note, terms }) => ({ name, note, terms: phrasesOf(terms) }),
    take: wholly('id'),
    whole: true,
    both: 'copy',
  }),
  // Who settled what elsewhere is kept beside what was settled here, and is never itself to settle.
  mergeDecisions: rules({
    identity: ({ table, keys, mine, theirs }) => keyed(table, keys, mine, theirs),
    fields: ({ choice }) => ({ choice }),
    take: wholly('id'),
    whole: true,
    quiet: new Set(['choice']),
  }),
}

/** The tables in the order in which they are merged: what others name by its id comes before them. */
export const MERGE_ORDER: readonly JournalTable[] = [
  'sources',
  'reports',
  'places',
  'topics',
  'indicators',
  'codes',
  'annotations',
  'statements',
  'matters',
  'citedFigures',
  'corrections',
  'bookmarks',
  'rules',
  'memos',
  'comparisons',
  'ventureLinks',
  'ledgerRulings',
  'auditRulings',
  'seriesBreaks',
  'projectSettings',
  'phraseGroups',
  'mergeDecisions',
]
