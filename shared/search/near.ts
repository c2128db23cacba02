import { Spans } from './spans'
import type { Units } from './units'

/** How parts must stand to each other. */
export interface Nearness {
  /** Most characters between the end of one and the start of the other. */
  readonly within: number
  /** Each part behind the one before it. */
  readonly ordered: boolean
}

/** A stretch that a hit and one of every part behind it stand in. */
type Way = readonly [from: number, to: number]

/**
 * The ways on from the hits of a part, for each hit those that hold no other one of it: which one is the shortest with
 * the hits before it is not known yet.
 */
interface Ways {
  hits: Spans
  of: (readonly Way[])[]
}

const first = (hits: Spans): Ways => ({
  hits,
  of: Array.from({ length: hits.length }, (_, place) => [[hits.start(place), hits.end(place)]]),
})

/** Leaves out the ways that hold another one. */
function leastOf(ways: Way[]): readonly Way[] {
  if (ways.length < 2) return ways
  ways.sort((a, b) => b[0] - a[0] || a[1] - b[1])
  let least = Number.POSITIVE_INFINITY
  return ways.filter(([, to]) => {
    const isKept = to < least
    least = Math.min(least, to)
    return isKept
  })
}

const longest = (hits: Spans): number => {
  let most = 0
  for (let place = 0; place < hits.length; place++) most = Math.max(most, hits.end(place) - hits.start(place))
  return most
}

/** Goes from each hit to those of the next part that are near; a hit without one is left out. */
function onwards(hits: Spans, { within, ordered }: Nearness, next: Ways, units: Units): Ways {
  const kept: Ways = { hits: new Spans(), of: [] }
  const back = longest(next.hits) + within
  for (let place = 0; place < hits.length; place++) {
    const [start, end] = [hits.start(place), hits.end(place)]
    const ways: Way[] = []
    for (let at = next.hits.firstFrom(ordered ? end : start - back); at < next.hits.length; at++) {
      const [otherStart, otherEnd] = [next.hits.start(at), next.hits.end(at)]
      if (otherStart > end + within) break
      const isNear = otherStart >= end || (!ordered && otherEnd <= start && start - otherEnd <= within)
      if (!isNear) continue
      for (const [from, to] of next.of[at] ?? []) {
        const [low, high] = [Math.min(start, from), Math.max(end, to)]
        if (units.same(low, high - 1)) ways.push([low, high])
      }
    }
    if (ways.length === 0) continue
    kept.of.push(leastOf(ways))
    kept.hits.push(start, end)
  }
  return kept
}

/** The shortest way, the first of several. */
const shortest = (ways: readonly Way[]): Way =>
  ways.reduce((best, way) => {
    const longer = way[1] - way[0] - (best[1] - best[0])
    return longer < 0 || (longer === 0 && way[0] < best[0]) ? way : best
  })

/**
 * Stretches in which all parts stand, each near the next one and none overlapping it, inside one unit: for each hit of
 * the first part the shortest stretch, the first of several. The same stretch counts once.
 */
export function nearOf(parts: readonly Spans[], nearness: Nearness, units: Units): Spans {
  const last = parts.at(-1)
  if (!last) return new Spans()
  let ways = first(last)
  for (let part = parts.length - 2; part >= 0; part--) ways = onwards(parts[part] ?? new Spans(), nearness, ways, units)
  const stretches = ways.of.map(shortest)
  stretches.sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const found = new Spans(stretches.length)
  stretches.forEach(([from, to], place) => {
    const before = stretches[place - 1]
    if (!before || before[0] !== from || before[1] !== to) found.push(from, to)
  })
  return found
}
