import { sentencesIn } from '#shared/text/sentences'
import type { SearchUnit } from './query'

/** Line feed, vertical tab, form feed, carriage return, and Unicode's own. */
const BREAK = /[\n\v\f\r\u2028\u2029]/g

/**
 * Tells the unit of a text that an offset stands in by a number: two offsets with the same one stand in one unit.
 */
export type UnitAt = (offset: number) => number

/** How a text is cut into units. */
export interface Units {
  at: UnitAt
  /** Larger units that each hold whole ones and cost less to find; the same as `at` where there are none. */
  around: UnitAt
  /** True where two offsets, the lower one first, stand in one unit. */
  same(low: number, high: number): boolean
}

/** A sentence ends behind one of these, where it does not begin with the rest of one (`remnantAt`). */
const MAY_END = /[。！？!?；;…\n\v\f\r\u2028\u2029”’」』》）)】"*\\&<>]/
/** The longest rest of a line break that may end a sentence: \r\n as four characters. */
const REST = 4

/** Starts of what a text is cut into, in order, the first one 0. */
function startsOf(text: string): number[] {
  const starts = [0]
  BREAK.lastIndex = 0
  for (let match = BREAK.exec(text); match; match = BREAK.exec(text)) starts.push(match.index + 1)
  return starts
}

/** The place of the last of some numbers, in order, that is not above a number; 0 where there is none. */
export function lastUpTo(numbers: ArrayLike<number>, number: number): number {
  let low = 0
  let high = numbers.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((numbers[middle] ?? 0) <= number) low = middle
    else high = middle - 1
  }
  return low
}

/**
 * As `lastUpTo`, for who asks for numbers that mostly rise a little: the place of the last answer and the one behind it
 * are looked at first.
 */
export function lastUpToNear(numbers: ArrayLike<number>, number: number, known: number): number {
  if ((numbers[known] ?? Number.POSITIVE_INFINITY) <= number) {
    if (number < (numbers[known + 1] ?? Number.POSITIVE_INFINITY)) return known
    if (number < (numbers[known + 2] ?? Number.POSITIVE_INFINITY)) return known + 1
  }
  return lastUpTo(numbers, number)
}

function sentenceAt(text: string, paragraphs: readonly number[]): UnitAt {
  const cut = new Map<number, number[]>()
  return (offset) => {
    const place = lastUpTo(paragraphs, offset)
    let starts = cut.get(place)
    if (!starts) {
      const [start = 0, end = text.length] = [paragraphs[place], paragraphs[place + 1]]
      const sentences = sentencesIn(text, { start, end })
      starts = [start, ...sentences.slice(0, -1).map((sentence) => sentence.end)]
      cut.set(place, starts)
    }
    return starts[lastUpTo(starts, offset)] ?? 0
  }
}

/** Units that are told apart by their numbers alone. */
const plain = (at: UnitAt): Units => ({ at, around: at, same: (low, high) => at(low) === at(high) })

/**
 * The units of a text that has no line breaks inside its sentences, found where they are asked for. A sentence goes from
 * where it begins to where the next one does; a paragraph is a line.
 * @param reports where reports begin and end, in order; what stands between two is a unit, too
 */
export function unitsOf(text: string, unit: SearchUnit, reports: readonly number[]): Units {
  if (unit === 'report') {
    const bounds = [0, ...reports]
    return plain((offset) => lastUpTo(bounds, offset))
  }
  let starts: number[] | null = null
  const paragraph: UnitAt = (offset) => {
    starts ??= startsOf(text)
    return lastUpTo(starts, offset)
  }
  if (unit === 'paragraph') return plain(paragraph)
  let within: UnitAt | null = null
  const sentence: UnitAt = (offset) => {
    starts ??= startsOf(text)
    within ??= sentenceAt(text, starts)
    return within(offset)
  }
  const same = (low: number, high: number): boolean =>
    !MAY_END.test(text.slice(Math.max(0, low - REST), high)) || sentence(low) === sentence(high)
  return { at: sentence, around: paragraph, same }
}
