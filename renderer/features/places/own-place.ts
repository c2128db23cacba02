import type { Place, PlaceLevel } from '#shared/model/place'
import { shortName } from '#shared/places/names'

/** What the form of a place holds. */
export interface PlaceDraft {
  name: string
  /** Empty: derived from the name. */
  short: string
  level: PlaceLevel
  /** Code of the division above. */
  parent: string | null
}

const LEVELS: readonly [RegExp, PlaceLevel][] = [
  [/(?:开发区|新区|管委会|示范区|园区)$/, 'county'],
  [/(?:乡|镇|街道|苏木)$/, 'township'],
  [/(?:区|县|旗)$/, 'county'],
  [/(?:市|州|盟|地区)$/, 'city'],
  [/省$/, 'province'],
]

/** The level that a name's last word tells, county where it tells none. */
export const levelOfName = (name: string): PlaceLevel => LEVELS.find(([form]) => form.test(name))?.[1] ?? 'county'

/** Zones that reports call by their whole name: 郑东新区, 经开区 too where it is written out. */
const ZONE = /(?:新区|开发区|示范区|园区|实验区|管委会)$/

/** The short name of a place of the user's own; a zone and a township keep the word that tells what they are. */
export const ownShortName = (name: string): string => (ZONE.test(name) ? name : shortName(name))

/** What a place is stored with: names without spaces around them, the short one derived where it was left open. */
export function placeOf({ name, short, level, parent }: PlaceDraft): Omit<Place, 'code' | 'lineage'> {
  const full = name.trim()
  return { name: full, short: short.trim() || ownShortName(full), level, parent }
}
