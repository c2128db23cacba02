import { z } from 'zod'
import { Hash, Uuid } from '../model/identity'
import { JournalEntry } from '../model/journal'
import { HandedPath, PackageSummary } from '../model/package'
import { ProjectName } from './projects'

const Nothing = z.null()
const Token = z.object({ token: Uuid })

/** The most bytes of a member that cross at once. */
export const MEMBER_CHUNK = 4 * 1024 * 1024

/** Requests about project packages (`.duibiao`). A token is worth something only in the window that got it. */
export const PACKAGE_CHANNELS = {
  /**
   * Asks where to save a package of the open project; null when the dialog was left. `name` is the name proposed, `file`
   * the one that was chosen.
   */
  'package:begin': { input: z.object({ name: ProjectName }), output: Token.extend({ file: z.string() }).nullable() },
  /**
   * A part of a text or of a table's records. Parts of one member come one after the other, and so do the members: each
   * path once.
   */
  'package:member': {
    input: Token.extend({
      path: HandedPath,
      bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength <= MEMBER_CHUNK, 'too many bytes at once'),
    }),
    output: Nothing,
  },
  /**
   * Writes project, journal, originals and manifest, reads all of it back, and puts the file in its place.
   * `last` is the sequence at which the records that were handed in stand: the journal is cut there. `partial` lets
   * originals be missing, which is refused else (`errors.package.originalsMissing`, and the token stays good).
   */
  'package:finish': {
    input: Token.extend({ last: z.int().nonnegative().nullable(), partial: z.boolean() }),
    output: z.object({ saved: z.string(), bytes: z.int().nonnegative(), missing: z.array(Hash) }),
  },
  /** Gives up a package that is being written or checked; nothing is left of it. */
  'package:cancel': { input: Token, output: Nothing },
  /** Lets the user choose a package and checks it wholly; null when the dialog was left. */
  'package:open': {
    input: Nothing,
    output: Token.extend({
      manifest: PackageSummary,
      /** Name of the file. */
      file: z.string(),
      /** A project of the same id is in this profile. */
      here: z.boolean(),
    }).nullable(),
  },
  /**
   * Ends what this window has under way with a package that it opens or makes a project, or with a backup that it
   * restores (`errors.package.cancelled`); where it has nothing, nothing is done.
   */
  'package:stop': { input: Nothing, output: Nothing },
  /** Makes an opened package a project of its own, and switches to it. The token is used up. */
  'package:adopt': { input: Token.extend({ name: ProjectName }), output: z.object({ id: Uuid }) },
  /** Entries of an opened package's journal after a sequence, at most `limit`; fewer where they are large. */
  'package:journal': {
    input: Token.extend({ after: z.int().nonnegative(), limit: z.int().positive().max(1000) }),
    output: z.object({ entries: z.array(JournalEntry), last: z.int().nonnegative() }),
  },
  /** Imports originals of an opened package into the open project, each under the name that the package has for it. */
  'package:import': {
    input: Token.extend({ hashes: z.array(Hash).min(1).max(100_000) }),
    output: z.object({ run: Uuid }),
  },
  /** Forgets an opened package. */
  'package:close': { input: Token, output: Nothing },
} satisfies Record<string, { input: z.ZodType; output: z.ZodType }>

/** Events about packages. */
export const PACKAGE_EVENTS = {
  /**
   * How far a package is, in members, or in bytes where it is checked or unpacked. `token` is null while a package is
   * opened, which has none yet, and for a backup that is restored.
   */
  'package:progress': z.object({
    token: Uuid.nullable(),
    step: z.enum(['texts', 'check', 'originals', 'verify', 'unpack']),
    done: z.int().nonnegative(),
    total: z.int().nonnegative(),
  }),
}
