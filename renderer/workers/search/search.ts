import { isBounded } from '#shared/search/bounded'
import { type Matcher, matcherOf } from '#shared/search/match'
import { parseQuery } from '#shared/search/parse'
import type { SearchNode } from '#shared/search/query'
import type { Spans } from '#shared/search/spans'
import { StorageError } from '../../storage/search-worker'
import { areaOf, type Stretch } from './area'
import { Counts } from './counts'
import { type HeldReport, type HeldText, readAt } from './held'
import { Hits } from './hits'
import type { SearchFound, SearchQuestion } from './protocol'
import { charactersIn, type Scope, type Where } from './scope'
import { sieveOf } from './sieve'

/** More hits than this are counted, but not kept: 16 MB of places. */
export const HIT_LIMIT = 2_000_000

/** What is told of a search while it goes on. */
export interface Telling {
  /** So many sources are done. Lets what was asked meanwhile be heard. @returns false when nobody waits any more */
  pause: (done: number, total: number, found?: () => SearchFound) => Promise<boolean>
  /** True when it is time for a pause. */
  due: () => boolean
  /** An expression that may never come to an end is about to be tried on a source. */
  at: (name: string) => void
}

/** A search that is done. */
export interface Searched {
  hits: Hits
  found: SearchFound
}

/** @throws StorageError with the problem where what was typed is no query */
export function queryOf(typed: string): SearchNode {
  const { query, problem } = parseQuery(typed)
  if (query === null) throw new StorageError(problem)
  return query
}

/** True where a query has a regular expression that may never come to an end. */
function mayHang(query: SearchNode): boolean {
  if (query.type === 'regex') return !isBounded(query.source)
  if (query.type === 'phrase') return false
  return query.type === 'not' ? mayHang(query.part) : query.parts.some(mayHang)
}

/** Where reports begin and end, in order. */
const boundsOf = (reports: readonly HeldReport[]): number[] => reports.flatMap(({ start, end }) => [start, end])

/** Adds the hits of a text, in the order of its stretches; those behind the limit are only counted. */
function keep({ held, area, wheres }: Searching, found: Spans, { hits, counts, limit }: Kept): void {
  let at = 0
  let stretch = 0
  while (stretch < area.length) {
    const report = area[stretch]?.report ?? null
    let characters = 0
    const first = at
    for (; stretch < area.length && (area[stretch]?.report ?? null) === report; stretch++) {
      const { start = 0, end = 0 } = area[stretch] ?? {}
      characters += charactersIn(start, end, wheres)
      at = found.firstFrom(end, at)
    }
    const kept = Math.min(at, first + limit - hits.spans.length)
    if (kept > first) hits.begin(held, report)
    if (kept > first) hits.spans.add(found, first, kept)
    // A report without a character that is looked through is not looked through.
    if (characters > 0) counts.add(report, characters, at - first)
  }
}

/** A text with what is looked through of it. */
interface Searching {
  held: HeldText
  area: readonly Stretch[]
  wheres: readonly Where[] | null
}

interface Kept {
  hits: Hits
  counts: Counts
  limit: number
}

/**
 * Looks through texts.
 * @param limit so many hits are kept at most
 * @returns null where nobody waits for it any more
 */
export async function search(
  texts: readonly HeldText[],
  { unit, folds, filters, query: typed }: SearchQuestion,
  { wanted, wheres: wheresOf }: Scope,
  { pause, due, at }: Telling,
  limit = HIT_LIMIT,
): Promise<Searched | null> {
  const query = queryOf(typed)
  const find: Matcher = matcherOf(query, unit, folds)
  const isWatched = mayHang(query)
  const kept: Kept = { hits: new Hits(), counts: new Counts(), limit }
  const foundSoFar = (): SearchFound => kept.counts.found(kept.hits.spans.length)
  for (const [done, held] of texts.entries()) {
    if (due() && !(await pause(done, texts.length, foundSoFar))) return null
    const area = areaOf(held, wanted, filters.reportsOnly)
    const wheres = area.length > 0 ? wheresOf(held, (offset) => readAt(held, held.text.length, offset)) : null
    if (area.length === 0 || wheres?.some(({ spans }) => spans.length === 0)) continue
    if (isWatched) at(held.name)
    const found = find({ text: held.text, reports: boundsOf(held.reports) }, sieveOf(area, wheres))
    keep({ held, area, wheres }, found, kept)
    if (found.length > 0) kept.counts.addSource(held.source)
  }
  return { hits: kept.hits, found: foundSoFar() }
}
