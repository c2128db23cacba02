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
