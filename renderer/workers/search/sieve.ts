import type { Sieve } from '#shared/search/match'
import { Spans } from '#shared/search/spans'
import type { Stretch } from './area'
import type { Where } from './scope'

/** Hits that stand in one stretch each; they end in the order that they begin in. Where all do, they are the same list. */
function inStretches(hits: Spans, area: readonly Pick<Stretch, 'start' | 'end'>[]): Spans {
  const parts: [from: number, to: number][] = []
  let count = 0
  let at = 0
  for (const { start, end } of area) {
    const from = hits.firstFrom(start, at)
    at = hits.firstFrom(end, from)
    let to = at
    while (to > from && hits.end(to - 1) > end) to--
    if (to > from) parts.push([from, to])
    count += to - from
  }
  if (count === hits.length) return hits
  const kept = new Spans(count)
  for (const [from, to] of parts) kept.add(hits, from, to)
  return kept
}

/**
 * Leaves of the hits of a phrase or an expression those that stand inside what is looked through.
 * @param area in order, disjoint
 */
export function sieveOf(
  area: readonly Pick<Stretch, 'start' | 'end'>[],
  wheres: readonly Pick<Where, 'passes'>[] | null,
): Sieve {
  return (hits) => {
    const inside = hits.length === 0 ? hits : inStretches(hits, area)
    if (!wheres || inside.length === 0) return inside
    const kept = new Spans(inside.length)
    for (let place = 0; place < inside.length; place++) {
      const [start, end] = [inside.start(place), inside.end(place)]
      if (wheres.every((where) => where.passes(start, end))) kept.push(start, end)
    }
    return kept
  }
}
