import { z } from 'zod'
import { Instant, Uuid } from './identity'

/** A label of the codebook (编码), in a tree. */
export const Code = z.object({
  id: Uuid,
  name: z.string().min(1).max(200),
  parent: Uuid.nullable(),
  /** `#rrggbb` */
  color: z.string().regex(/^#[0-9a-f]{6}$/),
  definition: z.string(),
  example: z.string(),
  /** Place among its siblings; fractions allow a move without renumbering. */
  order: z.number(),
  /** The digit that applies it in the reader, 1 to 9. */
  key: z.int().min(1).max(9).nullable(),
  author: z.string().default(''),
  createdAt: Instant,
})
export type Code = z.infer<typeof Code>

/**
 * Colours for codes that stay apart for colour-blind readers (Okabe and Ito 2008, black left out, two of
 * Paul Tol's "muted" added), in the order in which new codes take them.
 */
export const CODE_COLORS = [
  '#0072b2',
  '#e69f00',
  '#009e73',
  '#cc79a7',
  '#d55e00',
  '#56b4e9',
  '#f0e442',
  '#882255',
  '#44aa99',
] as const
