import { Spans } from './spans'
import type { Units } from './units'

/** How parts must stand to each other. */
export interface Nearness {
  /** Most characters between the end of one and the start of the other. */
  readonly within: number
  /** Each part behind the one before it. */
  readonly ordered: boolean
}

/** The first place whose start is not below an offset. */
function firstFrom(spans: Spans, offset: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans.start(middle) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The best ways on from the hits of a part: the whole stretch that each one and all parts behind it stand in. */
interface Ways {
  hits: Spans
  from: Float64Array
  to: Float64Array
}

const first = (hits: Spans): Ways => ({
  hits,
  from: Float64Array.from({ length: hits.length }, (_, place) => hits.start(place)),
  to: Float64Array.from({ length: hits.length }, (_, place) => hits.end(place)),
})

const longest = (hits: Spans): number => {
  let most = 0
  for (let place = 0; place < hits.length; place++) most = Math.max(most, hits.end(place) - hits.start(place))
  return most
}

/** Goes from each hit to the one of the next part with the shortest stretch; a hit without one is left out. */
function onwards(hits: Spans, { within, ordered }: Nearness, next: Ways, units: Units): Ways {
  const kept: Ways = { hits: new Spans(), from: new Float64Array(hits.length), to: new Float64Array(hits.length) }
  const back = longest(next.hits) + within
  for (let place = 0; place < hits.length; place++) {
    const [start, end] = [hits.start(place), hits.end(place)]
    let [from, to] = [0, Number.POSITIVE_INFINITY]
    for (let at = firstFrom(next.hits, ordered ? end : start - back); at < next.hits.length; at++) {
      const [otherStart, otherEnd] = [next.hits.start(at), next.hits.end(at)]
      if (otherStart > end + within) break
      const isNear = otherStart >= end || (!ordered && otherEnd <= start && start - otherEnd <= within)
      if (!isNear) continue
      const [low, high] = [Math.min(start, next.from[at] ?? 0), Math.max(end, next.to[at] ?? 0)]
      if (high - low < to - from && units.same(low, high - 1)) [from, to] = [low, high]
    }
    if (to === Number.POSITIVE_INFINITY) continue
    kept.from[kept.hits.length] = from
    kept.to[kept.hits.length] = to
    kept.hits.push(start, end)
  }
  return kept
}

/**
 * Stretches in which all parts stand, each near the next one and none overlapping it, inside one unit: for each hit of
 * the first part the shortest stretch, the first of several. The same stretch counts once.
 */
export function nearOf(parts: readonly Spans[], nearness: Nearness, units: Units): Spans {
  const last = parts.at(-1)
  if (!last) return new Spans()
  let ways = first(last)
  for (let part = parts.length - 2; part >= 0; part--) ways = onwards(parts[part] ?? new Spans(), nearness, ways, units)
  const stretches = Array.from(
    { length: ways.hits.length },
    (_, place) => [ways.from[place] ?? 0, ways.to[place] ?? 0] as const,
  )
  stretches.sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const found = new Spans(stretches.length)
  stretches.forEach(([from, to], place) => {
    const before = stretches[place - 1]
    if (!before || before[0] !== from || before[1] !== to) found.push(from, to)
  })
  return found
}
