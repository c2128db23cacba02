import { COUNTS, TIME_UNIT } from './lexicon'

/** What the grammar asks of a unit. */
export interface UnitTraits {
  /** The unit itself: the same string for all its numbers, so that looking it up again needs no comparing. */
  unit: string
  /** Counts things one by one: the thing may stand to its right. */
  counts: boolean
  /** A rate, a share or a difference of rates. */
  rate: boolean
  points: boolean
  time: boolean
  money: boolean
  /** Persons or households. */
  people: boolean
}

const known = new Map<string, UnitTraits>()
/** What was asked last: a number's unit is asked for a dozen times in a row. */
let last: UnitTraits = {
  unit: '',
  counts: COUNTS.test(''),
  rate: false,
  points: false,
  time: false,
  money: false,
  people: false,
}
/** Units are few; a text that makes up new ones must not fill the memory. */
const LIMIT = 4_000

/** The traits of a unit as written. */
export function traitsOf(unit: string): UnitTraits {
  if (last.unit !== unit) last = known.get(unit) ?? newTraits(unit)
  return last
}

function newTraits(unit: string): UnitTraits {
  const traits = {
    unit,
    counts: COUNTS.test(unit),
    rate: /^(?:%。?|‰|倍|成|番|个?百分点)$/u.test(unit),
    points: /百分点$/u.test(unit),
    time: TIME_UNIT.test(unit),
    money: /元|美元|人民币$/u.test(unit),
    people: /^[十百千万亿]*(?:人|名|户|人次|位|户次|口人|学生|人口)$/u.test(unit),
  }
  if (known.size < LIMIT) known.set(unit, traits)
  return traits
}
