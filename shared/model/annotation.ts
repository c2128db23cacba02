import { z } from 'zod'
import { Anchor } from './anchor'
import { Also, Hash, Instant, Uuid } from './identity'

/** Another author of an annotation, with those of its codes that they gave. */
export const AlsoCoded = Also.extend({ codes: z.array(Uuid) })
export type AlsoCoded = z.infer<typeof AlsoCoded>

/** A highlighted span with any number of codes and a memo (标注). */
export const Annotation = z.object({
  id: Uuid,
  source: Hash,
  reading: z.string(),
  /** The report it stands in, null outside every report. */
  report: Uuid.nullable(),
  anchor: Anchor,
  codes: z.array(Uuid),
  /** 备忘 */
  memo: z.string(),
  author: z.string(),
  /** The autocoding rule that made it, null for one made by hand. */
  rule: Uuid.nullable().default(null),
  createdAt: Instant,
  updatedAt: Instant,
  /** True when neither position nor quote could be found in the current reading. */
  orphan: z.boolean(),
  /**
   * Others who marked the same span, kept when packages are merged. `author` has an entry, too, where others gave it codes
   * that `author` did not.
   */
  also: z.array(AlsoCoded).default([]),
})
export type Annotation = z.infer<typeof Annotation>

/**
 * Who gave which codes of an annotation: its author first. A code that nobody is named for is its author's.
 * @returns an entry for each author, with codes that the annotation has now
 */
export function codersOf({ author, createdAt, codes, also }: Annotation): AlsoCoded[] {
  const given = (one: AlsoCoded): AlsoCoded => ({ ...one, codes: codes.filter((code) => one.codes.includes(code)) })
  const own = also.find((one) => one.author === author)
  if (!own) return [{ author, at: createdAt, codes }, ...also.map(given)]
  const named = new Set(also.flatMap((one) => one.codes))
  const rest = codes.filter((code) => own.codes.includes(code) || !named.has(code))
  return [{ ...own, codes: rest }, ...also.filter((one) => one !== own).map(given)]
}
