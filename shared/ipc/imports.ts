import { z } from 'zod'
import { ExtractionOutcome } from '../model/extraction'
import { Format } from '../model/format'
import { Hash, Instant, Message, Uuid } from '../model/identity'
import { JournalEntry } from '../model/journal'
import { Encoding } from '../model/reading'
import { Report } from '../model/report'
import { ReadAs } from '../model/source'

/** The largest file that is imported: 64 MiB. */
export const FILE_LIMIT = 64 * 1024 * 1024

/** The most files of one import, so that a mistaken drop of a disk ends. */
export const FILES_LIMIT = 100_000

/** What an archive may hold; sizes in bytes. A batch is what is expanded and in memory at once. */
export const ARCHIVE_LIMITS = {
  members: 20_000,
  member: FILE_LIMIT,
  total: 1024 * 1024 * 1024,
  batch: 32 * 1024 * 1024,
  ratio: 200,
}

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
    /** What became of its statements, where the file is an extraction. */
    extraction: ExtractionOutcome.optional(),
  }),
  z.object({ status: z.literal('duplicate'), of: z.string() }),
  z.object({ status: z.literal('failed'), reason: Message }),
])
export type ImportOutcome = z.infer<typeof ImportOutcome>

/** A line of the import result. `name` is the file's path as seen from what was opened. */
export const ImportLine = z.object({ name: z.string(), hash: Hash.nullable(), outcome: ImportOutcome })
export type ImportLine = z.infer<typeof ImportLine>

/** Why files are read: for the first time, for a database that lost its records, or since the user wants another reading. */
export const ImportMode = z.enum(['import', 'restore', 'reread'])
export type ImportMode = z.infer<typeof ImportMode>

/** How far an import is. `lines` holds what came since the last event. */
export const ImportProgress = z.object({
  run: Uuid,
  mode: ImportMode,
  state: z.enum(['running', 'paused', 'cancelled', 'finished']),
  /** Files; those of an archive are added when it is opened. */
  total: z.int().nonnegative(),
  done: z.int().nonnegative(),
  imported: z.int().nonnegative(),
  duplicates: z.int().nonnegative(),
  failed: z.int().nonnegative(),
  /** Bytes of the files that are done, and of all. */
  bytes: z.int().nonnegative(),
  bytesTotal: z.int().nonnegative(),
  /** Files a second over the last ten seconds; 0 while paused. */
  rate: z.number().nonnegative(),
  /** Null while it cannot be told. */
  secondsLeft: z.int().nonnegative().nullable(),
  /** Name of the file at work. */
  current: z.string(),
  /** How far that file is, in parts (pages); null where it is not long enough to tell. */
  part: z.object({ done: z.int().nonnegative(), total: z.int().positive() }).nullable(),
  /** True for a run that goes on after an interruption. */
  resumed: z.boolean(),
  /** Set in a window that has not asked for it, and need not show what it came to. */
  elsewhere: z.literal(true).optional(),
  lines: z.array(ImportLine),
})
export type ImportProgress = z.infer<typeof ImportProgress>

/** True for a run of which no more events come. */
export const hasEnded = ({ state }: Pick<ImportProgress, 'state'>): boolean =>
  state === 'cancelled' || state === 'finished'

/** An import that was cut off by the end of the program. */
export const InterruptedImport = z.object({
  started: Instant,
  /** Number of its files, 0 when it was cut off while they were counted. */
  total: z.int().nonnegative(),
  done: z.int().nonnegative(),
  /** Names of the files and folders that were opened, without their folders. */
  roots: z.array(z.string()),
})
export type InterruptedImport = z.infer<typeof InterruptedImport>

const Ticket = z.int().positive()

/** Main to importer, over the port: read this file, or take this archive apart. */
export const ImportRequest = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('file'),
    ticket: Ticket,
    project: Uuid,
    /** `restore` writes derived records only: the journal has the import already. */
    mode: ImportMode,
    /** The file's name without its folder. */
    name: z.string(),
    /** Its folder as seen from what was opened, '' for none; an archive counts as one. */
    folder: z.string(),
    hash: Hash,
    bytes: z.instanceof(ArrayBuffer),
    /** What the user wants it read as. A restore goes by what the source itself says. */
    readAs: ReadAs,
    author: z.string(),
    at: Instant,
    /** The last sequence that the journal has: a database with less is one that Chromium has put in the real one's place. */
    journalLast: z.int().nonnegative(),
    /**
     * Set where this run may have imported the file already without anybody having heard of it: an import of the same
     * name and folder since then is its own, not a duplicate.
     */
    since: Instant.nullable(),
  }),
  z.object({
    type: z.literal('expand'),
    ticket: Ticket,
    /** Name of the archive. */
    name: z.string(),
    bytes: z.instanceof(ArrayBuffer),
    /** The member to go on from: 0, or `next` of the last answer. */
    from: z.int().nonnegative(),
  }),
])
export type ImportRequest = z.infer<typeof ImportRequest>

/** A file inside an archive; `name` is its path there. */
const Member = z.object({ name: z.string(), bytes: z.instanceof(ArrayBuffer) })

/** Importer to main. */
export const ImportAnswer = z.discriminatedUnion('type', [
  /** It can work. */
  z.object({ type: z.literal('ready') }),
  /** It is still at work on a long file, and how far. */
  z.object({ type: z.literal('progress'), ticket: Ticket, done: z.int().nonnegative(), total: z.int().positive() }),
  /** What became of a file, with the journal entry that it wrote. */
  z.object({ type: z.literal('done'), ticket: Ticket, outcome: ImportOutcome, entry: JournalEntry.nullable() }),
  /** The database has less than the journal: the file was not stored, and can be once the window has filled it again. */
  z.object({ type: z.literal('lost'), ticket: Ticket, reason: Message }),
  /** What an archive holds; `next` is where to go on, null at its end. */
  z.object({
    type: z.literal('members'),
    ticket: Ticket,
    members: z.array(Member),
    refused: z.array(z.object({ name: z.string(), reason: Message })),
    next: z.int().nonnegative().nullable(),
  }),
  /** What was to be taken apart is no archive: it is a file to read (a docx is a zip as well). */
  z.object({ type: z.literal('plain'), ticket: Ticket }),
  /** The archive cannot be taken apart. */
  z.object({ type: z.literal('refused'), ticket: Ticket, reason: Message }),
])
export type ImportAnswer = z.infer<typeof ImportAnswer>
