import { z } from 'zod'

/** Level of an administrative division. */
export const PlaceLevel = z.enum(['nation', 'province', 'city', 'county', 'township'])
export type PlaceLevel = z.infer<typeof PlaceLevel>

/** How one division came out of another (区划调整): 更名, 合并, 拆分, 划界. */
export const LineageKind = z.enum(['renamed', 'merged', 'split', 'redrawn'])

/** One step in the history of a division. */
export const Lineage = z.object({
  /** Date of the change, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  date: z.string().regex(/^\d{4}(-\d{2}){0,2}$/),
  kind: LineageKind,
  /** Names with their codes before the change. */
  from: z.array(z.object({ code: z.string(), name: z.string() })),
  /** Names with their codes after the change. */
  to: z.array(z.object({ code: z.string(), name: z.string() })),
})
export type Lineage = z.infer<typeof Lineage>

/** An administrative division (地区), from the gazetteer or added by the user. */
export const Place = z.object({
  /** GB/T 2260 code, six digits; a user's own place has `u-<uuid>`. */
  code: z.string().min(2),
  /** Full name: 瀍河回族区. */
  name: z.string().min(1),
  /** Name as reports use it: 瀍河. */
  short: z.string().min(1),
  level: PlaceLevel,
  /** Code of the division above, null for the nation. */
  parent: z.string().nullable(),
  lineage: z.array(Lineage),
})
export type Place = z.infer<typeof Place>

/** A place as a report names it: resolved, small, stored inside the report. */
export const PlaceRef = Place.pick({ code: true, name: true, short: true, level: true, parent: true })
export type PlaceRef = z.infer<typeof PlaceRef>
