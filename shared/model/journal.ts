import { z } from 'zod'
import { Instant, Message } from './identity'

/** Tables that user operations change. Engine output and cells are derived again and never logged. */
export const JournalTable = z.enum([
  'sources',
  'reports',
  'annotations',
  'codes',
  'statements',
  'places',
  'topics',
  'indicators',
  'comparisons',
  'memos',
  'rules',
  'corrections',
  'bookmarks',
  'matters',
  'ventureLinks',
  'citedFigures',
  'ledgerRulings',
  'auditRulings',
  'seriesBreaks',
  'projectSettings',
  'phraseGroups',
  'mergeDecisions',
])
export type JournalTable = z.infer<typeof JournalTable>

/** One record as an operation found it and left it; null where there was, or is, none. */
export const Change = z.object({
  table: JournalTable,
  key: z.string(),
  before: z.unknown().nullable(),
  after: z.unknown().nullable(),
})
export type Change = z.infer<typeof Change>

/** One user operation: a line of `journal.jsonl`, a row of `journalMirror`, a step of undo. */
export const JournalEntry = z.object({
  /** From 1, without gaps. */
  sequence: z.int().positive(),
  at: Instant,
  author: z.string(),
  /** What was done, for the history. */
  operation: Message,
  changes: z.array(Change),
  /** The sequence that this entry takes back (undo), or null. */
  undoes: z.int().positive().nullable(),
  /** The sequence of the undo that this entry takes back (redo), or null. */
  redoes: z.int().positive().nullable(),
})
export type JournalEntry = z.infer<typeof JournalEntry>

/** What a step is about, for the history's filter. `automatic`: a rule coded, not a hand. */
export const HISTORY_KINDS = [
  'annotations',
  'statements',
  'codebook',
  'reports',
  'texts',
  'imports',
  'automatic',
  'others',
] as const
export type HistoryKind = (typeof HISTORY_KINDS)[number]

/** An entry without its changes: what the history lists, and by what it is followed. */
export interface JournalHead extends Omit<JournalEntry, 'changes'> {
  /** Number of its changes. */
  count: number
  kinds: HistoryKind[]
}

const KIND_OF: Record<Exclude<JournalTable, 'sources'>, HistoryKind> = {
  reports: 'reports',
  annotations: 'annotations',
  codes: 'codebook',
  statements: 'statements',
  places: 'others',
  topics: 'others',
  indicators: 'others',
  comparisons: 'others',
  memos: 'annotations',
  rules: 'automatic',
  corrections: 'texts',
  bookmarks: 'annotations',
  matters: 'statements',
  ventureLinks: 'statements',
  citedFigures: 'statements',
  ledgerRulings: 'others',
  auditRulings: 'others',
  seriesBreaks: 'others',
  projectSettings: 'others',
  phraseGroups: 'others',
  mergeDecisions: 'others',
}

const fieldOf = (record: unknown, field: string): unknown => Reflect.get(Object(record), field)
const isOfRule = (record: unknown): boolean => typeof fieldOf(record, 'rule') === 'string'

/** A source comes and goes (import, removal), is read otherwise (its text), or is told where it comes from. */
function kindOfSource(before: unknown, after: unknown): HistoryKind {
  if (before === null || after === null || fieldOf(before, 'hidden') !== fieldOf(after, 'hidden')) return 'imports'
  return fieldOf(before, 'reading') === fieldOf(after, 'reading') ? 'reports' : 'texts'
}

function kindOf({ table, before, after }: Change): HistoryKind {
  if (table === 'sources') return kindOfSource(before, after)
  if (table === 'annotations' && (isOfRule(before) || isOfRule(after))) return 'automatic'
  return KIND_OF[table]
}

/** The head of an entry. */
export function headOf({ changes, ...rest }: JournalEntry): JournalHead {
  const kinds = new Set(changes.map(kindOf))
  return { ...rest, count: changes.length, kinds: HISTORY_KINDS.filter((kind) => kinds.has(kind)) }
}
