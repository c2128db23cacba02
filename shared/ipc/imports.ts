import { z } from 'zod'
import { Format } from '../model/format'
import { Hash, Instant, Message, Uuid } from '../model/identity'
import { JournalEntry } from '../model/journal'
import { Encoding } from '../model/reading'
import { Report } from '../model/report'

/** The largest file that is imported: 64 MiB. */
export const FILE_LIMIT = 64 * 1024 * 1024

/** The most files of one import, so that a mistaken drop of a disk ends. */
export const FILES_LIMIT = 100_000

/** What became of one file. */
export const ImportOutcome = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('imported'),
    format: Format,
    encoding: Encoding.nullable(),
    encodingReason: Message,
    characters: z.int().nonnegative(),
    reports: z.array(
      Report.pick({
        id: true,
        title: true,
        place: true,
        repairedFrom: true,
        year: true,
        kind: true,
        confidence: true,
        reasons: true,
      }),
    ),
    statements: z.int().nonnegative(),
  }),
  z.object({ status: z.literal('duplicate'), of: z.string() }),
  z.object({ status: z.literal('failed'), reason: Message }),
])
export type ImportOutcome = z.infer<typeof ImportOutcome>

/** A line of the import result. `name` is the file's path as seen from what was opened. */
export const ImportLine = z.object({ name: z.string(), hash: Hash.nullable(), outcome: ImportOutcome })
export type ImportLine = z.infer<typeof ImportLine>

/** How far an import is. `lines` holds what came since the last event. */
export const ImportProgress = z.object({
  run: Uuid,
  mode: z.enum(['import', 'restore']),
  state: z.enum(['running', 'cancelled', 'finished']),
  total: z.int().nonnegative(),
  done: z.int().nonnegative(),
  imported: z.int().nonnegative(),
  duplicates: z.int().nonnegative(),
  failed: z.int().nonnegative(),
  /** Name of the file at work. */
  current: z.string(),
  lines: z.array(ImportLine),
})
export type ImportProgress = z.infer<typeof ImportProgress>

/** Main to importer, over the port: read this file. */
export const ImportRequest = z.object({
  ticket: z.int().positive(),
  project: Uuid,
  /** `restore` writes derived records only: the journal has the import already. */
  mode: z.enum(['import', 'restore']),
  name: z.string(),
  hash: Hash,
  bytes: z.instanceof(ArrayBuffer),
  author: z.string(),
  at: Instant,
})
export type ImportRequest = z.infer<typeof ImportRequest>

/** Importer to main: it can work (`ready`), or this is what became of a file, with the journal entry it wrote. */
export const ImportAnswer = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({
    type: z.literal('done'),
    ticket: z.int().positive(),
    outcome: ImportOutcome,
    entry: JournalEntry.nullable(),
  }),
])
export type ImportAnswer = z.infer<typeof ImportAnswer>
