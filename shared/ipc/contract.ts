import { z } from 'zod'
import { Hash, Uuid } from '../model/identity'
import { JournalEntry } from '../model/journal'
import { ReadAs } from '../model/source'
import { BACKUP_CHANNELS, BACKUP_EVENTS } from './backups'
import type { Channel, EventName } from './channels'
import { ImportProgress, InterruptedImport } from './imports'
import { PACKAGE_CHANNELS, PACKAGE_EVENTS } from './packages'
import { PROJECT_CHANNELS, PROJECT_EVENTS } from './projects'
import { Settings, SystemState } from './settings'
import { TEXT_CHANNELS } from './texts'
import { WatchedFiles } from './watch'

const Nothing = z.null()
const Run = z.object({ run: Uuid })
const Folder = z.object({ folder: z.string().min(1).max(4096) })
const SafeName = z
  .string()
  .min(1)
  .max(200)
  .refine((name) => !/[/\\\u0000-\u001f]/.test(name), 'file names hold no separators or control characters')
  .refine((name) => !/^\.+$/.test(name), 'file names are no folders')

/** The largest file that is opened beside imports: a table, a list of codes. 16 MiB. */
export const OPEN_LIMIT = 16 * 1024 * 1024

/** The largest project of another tool that is opened: 256 MiB. */
export const PROJECT_LIMIT = 256 * 1024 * 1024

/** Every request: what goes in and what comes out. Both ends validate both. */
export const CONTRACT = {
  /** Version, runtime and the system's state, for the about page and the first paint. */
  'app:info': {
    input: Nothing,
    output: z.object({
      version: z.string(),
      electron: z.string(),
      chromium: z.string(),
      node: z.string(),
      platform: z.string(),
      packaged: z.boolean(),
      system: SystemState,
      /** The user's name on this machine, the author while none is set. */
      user: z.string(),
    }),
  },
  'settings:read': { input: Nothing, output: Settings },
  /** Replaces the settings; every window hears `settings:changed`. */
  'settings:write': { input: z.strictObject(Settings.shape), output: Settings },
  ...PROJECT_CHANNELS,
  ...PACKAGE_CHANNELS,
  ...TEXT_CHANNELS,
  ...BACKUP_CHANNELS,
  /** Appends entries and answers when they are on disk (fsync). Entries that the journal has are passed over. */
  'journal:append': {
    input: z.object({ project: Uuid, entries: z.array(JournalEntry).min(1).max(1000) }),
    output: z.object({ last: z.int().nonnegative() }),
  },
  /** Entries after a sequence, at most `limit`. */
  'journal:read': {
    input: z.object({ project: Uuid, after: z.int().nonnegative(), limit: z.int().positive().max(1000) }),
    output: z.object({ entries: z.array(JournalEntry), last: z.int().nonnegative() }),
  },
  /** Lets the user choose files or a folder and imports them; `run` is null when the dialog was left. */
  'import:choose': {
    input: z.object({ what: z.enum(['files', 'folder']) }),
    output: z.object({ run: Uuid.nullable() }),
  },
  /** Imports dropped paths: files and folders. */
  'import:paths': {
    input: z.object({ paths: z.array(z.string().min(1).max(4096)).min(1).max(10_000) }),
    output: z.object({ run: Uuid }),
  },
  /** Imports the five seed reports that come with the app. */
  'import:sample': { input: Nothing, output: z.object({ run: Uuid }) },
  /** Feeds kept originals to the importer again, for a database that is behind its journal. */
  'import:restore': {
    input: z.object({ originals: z.array(z.object({ hash: Hash, name: z.string() })).min(1) }),
    output: z.object({ run: Uuid }),
  },
  /** Ends an import: what is in the importer is finished, the rest is left. */
  'import:cancel': { input: Run, output: Nothing },
  /** Pauses an import or lets it go on; what is in the importer is finished. A run that has ended is passed over. */
  'import:pause': { input: Run.extend({ paused: z.boolean() }), output: Nothing },
  /** The import that the program's end, or its death, has cut off; the oldest where there are several. */
  'import:interrupted': { input: Nothing, output: InterruptedImport.nullable() },
  /** Goes on with the interrupted import; its run and the lines that it had are those of before. */
  'import:resume': { input: Nothing, output: Run },
  /** Forgets the interrupted import; what it has imported stays. */
  'import:discard': { input: Nothing, output: Nothing },
  /** Reads kept originals again as the user wants them read: each gets a new reading. */
  'import:reread': {
    input: z.object({
      sources: z.array(z.object({ hash: Hash, name: z.string(), folder: z.string() })).min(1),
      readAs: ReadAs,
    }),
    output: Run,
  },
  /** The import under way, or null: for a window that opened in the middle of one. */
  'import:status': { input: Nothing, output: ImportProgress.nullable() },
  /** The folders that are watched. */
  'watch:list': { input: Nothing, output: z.array(z.string()) },
  /** Lets the user choose a folder to watch; null when the dialog was left. */
  'watch:choose': { input: Nothing, output: z.object({ folder: z.string().nullable() }) },
  'watch:remove': { input: Folder, output: Nothing },
  /** What is new in the watched folders and neither imported nor dismissed, and folders that cannot be watched. */
  'watch:pending': { input: Nothing, output: z.array(WatchedFiles) },
  /** Imports what is new in a watched folder. */
  'watch:import': { input: Folder, output: Run },
  /** Forgets what is new in a watched folder, until it changes again. */
  'watch:dismiss': { input: Folder, output: Nothing },
  /** Asks where to save and writes atomically. `saved` is the file's name, null when the dialog was left. */
  'export:save': {
    input: z.object({
      name: SafeName,
      type: z.enum(['csv', 'xlsx', 'docx', 'png', 'svg', 'json', 'qdpx', 'qdc', 'jsonld', 'zip', 'html']),
      bytes: z.instanceof(Uint8Array),
    }),
    output: z.object({ saved: z.string().nullable() }),
  },
  /**
   * Asks where to save and prints what the window has laid out for print as a PDF. `footer` stands at the foot of every
   * page, as text. `saved` as above.
   */
  'export:pdf': {
    input: z.object({
      name: SafeName,
      size: z.enum(['A4', 'A3']),
      landscape: z.boolean(),
      footer: z.string().max(200),
    }),
    output: z.object({ saved: z.string().nullable() }),
  },
  /**
   * Lets the user choose a file and gives its name and bytes, at most `OPEN_LIMIT`, `PROJECT_LIMIT` where it may hold a
   * project (`qdpx`, `jsonld`); null when the dialog was left.
   */
  'file:open': {
    input: z.object({ type: z.enum(['csv', 'json', 'qdpx', 'qdc', 'jsonld']) }),
    output: z.object({ name: z.string(), bytes: z.instanceof(Uint8Array) }).nullable(),
  },
  'clipboard:write': { input: z.object({ text: z.string().max(1_000_000) }), output: Nothing },
  /** The window has listeners: main imports the files that waited (command line, system). */
  'window:ready': { input: Nothing, output: Nothing },
  /** Opens another window of the same project. */
  'window:new': { input: Nothing, output: Nothing },
} satisfies Record<Channel, { input: z.ZodType; output: z.ZodType }>

export type Contract = typeof CONTRACT
export type Input<C extends Channel> = z.input<Contract[C]['input']>
export type Output<C extends Channel> = z.output<Contract[C]['output']>

/** Every event and what it carries. */
export const EVENT_CONTRACT = {
  ...PROJECT_EVENTS,
  ...PACKAGE_EVENTS,
  ...BACKUP_EVENTS,
  'import:progress': ImportProgress,
  /**
   * The importer found a database that has less than the journal, whose last sequence is `last`. The run is paused; the
   * window has the database filled again and lets the run go on.
   */
  'import:held': z.object({ run: Uuid, last: z.int().nonnegative() }),
  /** The number of new files in a watched folder changed, 0 included; at most one event a second for a folder. */
  'watch:found': z.object({ folder: z.string(), files: z.int().nonnegative() }),
  /**
   * Entries wait for one that did not come (an importer died between database and journal): `last` is what the journal
   * has. The window pushes what its mirror has after it.
   */
  'journal:behind': z.object({ last: z.int().nonnegative() }),
  /** A command of the application menu, by the id it has in the window's command registry. */
  'menu:command': z.object({ command: z.string().regex(/^[a-z]+(\.[a-zA-Z]+)+$/) }),
  'settings:changed': Settings,
  /** Language or theme of the system, or of the settings, changed. */
  'system:changed': SystemState,
} satisfies Record<EventName, z.ZodType>
export type EventPayload<E extends EventName> = z.output<(typeof EVENT_CONTRACT)[E]>
