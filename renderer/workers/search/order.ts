import { lastUpToNear } from '#shared/search/units'
import { orderBy } from '../statements/radix'
import type { HeldReport } from './held'
import type { Hits, Run } from './hits'
import type { SearchOrder } from './protocol'

/** Tells the place among all hits of the hit at a rank. */
export type PlaceOf = (rank: number) => number

/** What is set in order by place and year. */
type Placed = Pick<Run, 'report'>

const codeOf = ({ report }: Placed): string => report?.place?.code ?? '~'
const yearOf = ({ report }: Placed): number => report?.year ?? 0

const byPlace = (a: Placed, b: Placed): number => (codeOf(a) < codeOf(b) ? -1 : codeOf(a) > codeOf(b) ? 1 : 0)
const byYear = (a: Placed, b: Placed): number => yearOf(b) - yearOf(a)

const COMPARE: Readonly<Record<Exclude<SearchOrder, Side>, (a: Placed, b: Placed) => number>> = {
  year: (a, b) => byYear(a, b) || byPlace(a, b),
  place: (a, b) => byPlace(a, b) || byYear(a, b),
}

/** Whole runs set in order: nothing is kept for a single hit. */
function byRuns(hits: Hits, compare: (a: Run, b: Run) => number): PlaceOf {
  const runs = hits.runs.map((run, at) => ({ run, count: hits.endOf(at) - run.from }))
  runs.sort((a, b) => compare(a.run, b.run))
  const froms: number[] = []
  let rank = 0
  for (const { count } of runs) {
    froms.push(rank)
    rank += count
  }
  let at = 0
  return (wanted) => {
    at = lastUpToNear(froms, wanted, at)
    return (runs[at]?.run.from ?? 0) + wanted - (froms[at] ?? 0)
  }
}

/** So many characters before, in or after a hit set it in order; those of a key are compared at once. */
const DEEP = 8
const IN_KEY = 2
const UNITS = 0x1_0000

/** Orders that go by words. */
type Side = Extract<SearchOrder, 'before' | 'hit' | 'after'>

/** The n-th code unit that sets a hit in order; 0 where there is none. */
function unitAt(text: string, start: number, end: number, side: Side, n: number): number {
  if (side === 'hit') return start + n < end ? text.charCodeAt(start + n) : 0
  const at = side === 'before' ? start - 1 - n : end + n
  return at >= 0 && at < text.length ? text.charCodeAt(at) : 0
}

/** Calls with the n-th unit of every hit, by its place. */
function eachUnit(hits: Hits, side: Side, n: number, take: (place: number, unit: number) => void): void {
  for (const [at, { held, from }] of hits.runs.entries())
    for (let place = from; place < hits.endOf(at); place++)
      take(place, unitAt(held.text, hits.spans.start(place), hits.spans.end(place), side, n))
}

/** The place of each character that is there among them all, as Chinese sorts (by pinyin); the end of a text is first. */
function ranksOf(hits: Hits, side: Side): Uint16Array {
  const isThere = new Uint8Array(UNITS)
  for (let n = 0; n < DEEP; n++) {
    eachUnit(hits, side, n, (_, unit) => {
      isThere[unit] = 1
    })
  }
  const units = Array.from(isThere.keys()).filter((unit) => unit > 0 && isThere[unit] === 1)
  const { compare } = new Intl.Collator('zh')
  const sorted = units.map((unit) => String.fromCharCode(unit)).sort((a, b) => compare(a, b) || (a < b ? -1 : 1))
  const ranks = new Uint16Array(UNITS)
  for (const [rank, character] of sorted.entries()) ranks[character.charCodeAt(0)] = rank + 1
  return ranks
}

/** Places of hits by the words on a side of them, those with the same words by place and year: four bytes a hit. */
function byWords(hits: Hits, side: Side): PlaceOf {
  const ranks = ranksOf(hits, side)
  const byPlaces = byRuns(hits, COMPARE.place)
  let places: Uint32Array = Uint32Array.from({ length: hits.spans.length }, (_, rank) => byPlaces(rank))
  const keys = new Uint32Array(places.length)
  for (let from = DEEP - IN_KEY; from >= 0; from -= IN_KEY) {
    keys.fill(0)
    for (let n = 0; n < IN_KEY; n++) {
      eachUnit(hits, side, from + n, (place, unit) => {
        keys[place] = (keys[place] ?? 0) * UNITS + (ranks[unit] ?? 0)
      })
    }
    places = orderBy(
      places,
      places.map((place) => keys[place] ?? 0),
    )
  }
  return (rank) => places[rank] ?? 0
}

/** The first of some reports in an order, in which hits are likely to be first; none in an order that goes by words. */
export function firstReports(reports: readonly HeldReport[], order: SearchOrder, count: number): string[] {
  if (order !== 'year' && order !== 'place') return []
  const placed = reports.map((report) => ({ report })).sort(COMPARE[order])
  return placed.slice(0, count).map(({ report }) => report.id)
}

/** Sets hits in order. Those that are the same in it stay in the order of places, years and texts. */
export function orderOf(hits: Hits, order: SearchOrder): PlaceOf {
  if (order === 'year' || order === 'place') return byRuns(hits, COMPARE[order])
  return byWords(hits, order)
}
