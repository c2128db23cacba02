import { Indicator } from '#shared/model/indicator'
import data from './indicators.data.json'

/** A row of the dictionary as it is kept: an indicator, and the forms that a list of aliases cannot say. */
export interface Row extends Indicator {
  /** Regular expression over the whole phrase: the names it goes by. */
  pattern?: string
  /** Words of which every such name holds one: a phrase without them is not tried. */
  hints?: string[]
  /** Regular expression: a phrase with one of these words is something else. */
  avoid?: string
  /** Regular expression: the only units that its counts are given in. */
  counted?: string
  /** It is itself a share of something: its names hold 占. */
  share?: boolean
}

/** The rows in the order in which their patterns are tried. */
export const ROWS = data as unknown as readonly Row[]

/** The dictionary (指标) as it comes: the scored ids of the spec first, then the next most frequent ones. */
export const INDICATORS: readonly Indicator[] = ROWS.map((row) => Indicator.parse(row))

const BY_ID = new Map(INDICATORS.map((indicator) => [indicator.id, indicator]))

/** The built-in indicator with this id, null where there is none. */
export function indicatorById(id: string): Indicator | null {
  return BY_ID.get(id) ?? null
}
