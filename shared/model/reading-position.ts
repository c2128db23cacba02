import { z } from 'zod'

/**
 * Where a text was left: offsets in UTF-16 code units of its text. It is no record of the project: the window keeps it
 * in its local storage.
 */
export const ReadingPosition = z.object({
  /** The first character of the first line in view. */
  top: z.int().nonnegative(),
  caret: z.int().nonnegative(),
  /** What the columns of its codes took beside it, in CSS pixels. Not there where they were never drawn. */
  columns: z.int().nonnegative().optional(),
})
export type ReadingPosition = z.infer<typeof ReadingPosition>

/** Positions by the hashes of the sources, the one read last at the end. */
export const ReadingPositions = z.array(z.tuple([z.string(), ReadingPosition]))
