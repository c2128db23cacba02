import { z } from 'zod'
import { Hash, Instant, Message, Uuid } from '../model/identity'
import { ProjectListed } from '../model/package'
import { Project } from '../model/project'

const Nothing = z.null()
const Named = z.object({ id: Uuid })

/** What a user calls a project. */
export const ProjectName = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .refine((name) => !/\p{Cc}/u.test(name), 'names hold no control characters')

/** The projects of a profile. */
export const ProjectList = z.object({
  /** The open project; null before one was opened. */
  current: Uuid.nullable(),
  projects: z.array(ProjectListed),
  /** Removed projects, the last removed first; nothing takes one out of the bin but `recover` and `erase`. */
  bin: z.array(ProjectListed.extend({ removedAt: Instant })),
})
export type ProjectList = z.infer<typeof ProjectList>

/** What is wrong with the originals of a project. */
export const ProjectCheck = z.object({
  /** Sources of the journal without an original. */
  missing: z.array(Hash),
  /** Originals whose bytes are not those of their name. */
  damaged: z.array(Hash),
  /** Originals of which the journal knows nothing: imports that came to nothing. */
  extra: z.array(Hash),
})
export type ProjectCheck = z.infer<typeof ProjectCheck>

/** Requests about projects. Every window is loaded again when another project becomes the current one. */
export const PROJECT_CHANNELS = {
  /** Opens the current project, creating the first one. `last` is the sequence of its journal's last whole line. */
  'project:open': {
    input: Nothing,
    output: z.object({
      project: Project,
      last: z.int().nonnegative(),
      /** Lines at the end of the journal that were torn by a crash and set aside. */
      torn: z.int().nonnegative(),
      /**
       * A damaged line with whole ones after it, of which `last` is the highest sequence. Nothing may be appended
       * before it is sure that the database has them all.
       */
      damage: z.object({ line: z.int().positive(), last: z.int().positive() }).nullable(),
      /** What main had to mend to open the project. */
      mended: z.array(Message),
      /** The program ended without closing this project. Only the first window that asks is told. */
      crashed: z.boolean(),
      /** Data version that the project had before it was opened, where that was an older one. */
      older: z.int().positive().nullable(),
      /** It was never opened in this profile: no database can be there yet. */
      fresh: z.boolean(),
    }),
  },
  'project:list': { input: Nothing, output: ProjectList },
  /** Makes an empty project and switches to it. */
  'project:create': { input: z.object({ name: ProjectName }), output: Named },
  /** Makes another project the current one. Refused while an import runs (`errors.project.importing`). */
  'project:switch': { input: Named, output: Nothing },
  'project:rename': { input: Named.extend({ name: ProjectName }), output: Nothing },
  /** Copies a project, journal and originals, under a new id; the current one stays the current one. */
  'project:duplicate': { input: Named.extend({ name: ProjectName }), output: Named },
  /** Puts a project into the bin. Where it is the current one, the one used before it becomes it, or a new one. */
  'project:remove': { input: Named, output: Nothing },
  /** Takes a project out of the bin. */
  'project:recover': { input: Named, output: Nothing },
  /** Deletes a project that is in the bin for good. */
  'project:erase': { input: Named, output: Nothing },
  /** Hashes every original of the open project; `project:checked` tells how far it is. */
  'project:check': { input: Nothing, output: ProjectCheck },
} satisfies Record<string, { input: z.ZodType; output: z.ZodType }>

/** Events about projects. */
export const PROJECT_EVENTS = {
  /** A project came, went, or has another name. */
  'project:listChanged': Nothing,
  /** How far `project:check` is, in originals. */
  'project:checked': z.object({ done: z.int().nonnegative(), total: z.int().nonnegative() }),
  /**
   * How far the package is that is kept of a project before its records are brought to a newer data version: in
   * originals, or in bytes where it is read back (`verify`); `failed` where the project could not be opened, be it
   * that the package could not be written, or what came after it.
   */
  'project:securing': z.object({
    step: z.enum(['originals', 'verify', 'failed']),
    done: z.int().nonnegative(),
    total: z.int().nonnegative(),
  }),
}
