import { z } from 'zod'

/** Which direction is good; `none` where neither is. */
export const Direction = z.enum(['up', 'down', 'none'])
export type Direction = z.infer<typeof Direction>

/** Family of units that an indicator's level is given in. */
export const UnitFamily = z.enum([
  'money',
  'people',
  'visits',
  'percent',
  'points',
  'count',
  'area',
  'length',
  'mass',
  'energy',
  'time',
  'concentration',
  'other',
])
export type UnitFamily = z.infer<typeof UnitFamily>

/** The canonical thing measured (指标), from the dictionary or added by the user. */
export const Indicator = z.object({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/),
  /** 中文名 */
  name: z.string().min(1),
  /** English name */
  english: z.string().min(1),
  aliases: z.array(z.string()),
  units: z.array(UnitFamily),
  direction: Direction,
  category: z.string(),
  /** Locale keys of traps: bases that differ, definitions each place sets itself. */
  warnings: z.array(z.string()),
})
export type Indicator = z.infer<typeof Indicator>

/**
 * The user's word on an indicator: one of the user's own (id `u_…`), or a change to one of the dictionary, whose id it
 * has. It stands over the dictionary's; what the dictionary alone knows (patterns, units of counts) stays in force.
 */
export const UserIndicator = Indicator.extend({
  /** Phrases as written that are never this indicator, though the dictionary would take them for it. */
  excluded: z.array(z.string()).default([]),
})
export type UserIndicator = z.infer<typeof UserIndicator>
