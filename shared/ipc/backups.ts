import { z } from 'zod'
import { Hash, Instant, Message, Uuid } from '../model/identity'
import { PackageCounts } from '../model/package'

const Nothing = z.null()

/** Name of a backup in the folder of backups; it names no path. */
export const BackupFile = z
  .string()
  .min(1)
  .max(255)
  .regex(/^[^/\\\p{Cc}]+\.duibiao$/u)

/** When backups are made. */
export const BackupRules = z.object({
  /** After so many journal entries. */
  every: z.int().min(10).max(100_000).default(200),
  /** How many of the newest of a project are kept; of older ones see `docs/decisions/packages.md`. */
  keep: z.int().min(1).max(1000).default(10),
  /** At the end of the program, where something has changed. */
  atQuit: z.boolean().default(true),
})
export type BackupRules = z.infer<typeof BackupRules>

/** No defaults: what is not named stays as it is. */
const ChangedRules = z.strictObject({
  every: BackupRules.shape.every.unwrap().optional(),
  keep: BackupRules.shape.keep.unwrap().optional(),
  atQuit: BackupRules.shape.atQuit.unwrap().optional(),
  folder: z.null().optional(),
})
export type ChangedRules = z.infer<typeof ChangedRules>

/** How backups stand. */
export const BackupState = BackupRules.extend({
  /** The folder that the user chose, null while none is: no backups are made then. */
  folder: z.string().nullable(),
  /** The folder that can be offered where none is chosen. */
  offered: z.string(),
  /** The last backup of the open project. */
  last: z
    .object({
      at: Instant,
      file: z.string(),
      bytes: z.int().nonnegative(),
      verified: z.boolean(),
      missing: z.array(Hash),
    })
    .nullable(),
  /** Entries of the open project that no backup has. */
  pending: z.int().nonnegative(),
  /** One is being written. */
  running: z.boolean(),
  /** Why the last try came to nothing; null when it went well. It is tried again later. */
  failed: Message.nullable(),
})
export type BackupState = z.infer<typeof BackupState>

/** A package in the folder of backups. */
export const BackupListed = z.object({
  file: BackupFile,
  at: Instant,
  bytes: z.int().nonnegative(),
  project: z.object({ id: Uuid, name: z.string() }),
  /** Sequence of its last entry. */
  last: z.int().nonnegative(),
  counts: PackageCounts,
  /** No original was missing when it was written. */
  whole: z.boolean(),
})
export type BackupListed = z.infer<typeof BackupListed>

/** Requests about backups. */
export const BACKUP_CHANNELS = {
  'backup:state': { input: Nothing, output: BackupState },
  /** Lets the user choose the folder; `offered` takes the one of `BackupState` without a dialog. */
  'backup:choose': { input: z.object({ offered: z.boolean() }), output: BackupState },
  /** Changes the rules; with a folder of null no backups are made any more. */
  'backup:change': { input: ChangedRules, output: BackupState },
  /** Makes a backup of the open project now. */
  'backup:now': { input: Nothing, output: BackupState },
  /** Gives up the backup that is being written (`errors.package.cancelled`); where there is none, nothing is done. */
  'backup:stop': { input: Nothing, output: Nothing },
  /** What the folder holds, the newest first, from the manifests alone. */
  'backup:list': { input: Nothing, output: z.array(BackupListed) },
  /** Checks a backup wholly, makes it a project of its own and switches to it. */
  'backup:restore': { input: z.object({ file: BackupFile }), output: z.object({ id: Uuid }) },
} satisfies Record<string, { input: z.ZodType; output: z.ZodType }>

/** Events about backups. */
export const BACKUP_EVENTS = { 'backup:changed': BackupState }
