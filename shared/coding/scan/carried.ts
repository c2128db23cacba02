import type { Span } from '#shared/model/anchor'
import type { Annotation } from '#shared/model/annotation'

/** Spans of one code in one reading by their start, each with the furthest end of those up to it. */
interface Covered {
  starts: number[]
  furthest: number[]
}

type Coded = Pick<Annotation, 'reading' | 'anchor' | 'codes' | 'orphan'>

function coveredBy(spans: Span[]): Covered {
  spans.sort((a, b) => a.start - b.start)
  let furthest = 0
  return {
    starts: spans.map(({ start }) => start),
    furthest: spans.map(({ end }) => {
      furthest = Math.max(furthest, end)
      return furthest
    }),
  }
}

/** True where one of the spans holds the whole span. */
function holds({ starts, furthest }: Covered, { start, end }: Span): boolean {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= start) low = middle + 1
    else high = middle
  }
  return low > 0 && (furthest[low - 1] ?? 0) >= end
}

/**
 * Tells which passages carry codes already: each of the codes is on an annotation that holds the whole passage.
 * @param annotations of any readings; orphans have no place and are left out
 * @param codes those that matter; without any, nothing is carried
 */
export function carriedCodes(
  annotations: Iterable<Coded>,
  codes: readonly string[],
): (reading: string, mark: Span) => boolean {
  const spans = new Map<string, Span[]>()
  const nameOf = (code: string, reading: string): string => `${code} ${reading}`
  for (const { orphan, reading, anchor, codes: own } of annotations) {
    if (orphan) continue
    for (const code of codes) {
      if (!own.includes(code)) continue
      const name = nameOf(code, reading)
      const known = spans.get(name)
      if (known) known.push(anchor)
      else spans.set(name, [anchor])
    }
  }
  const covered = new Map([...spans].map(([name, list]) => [name, coveredBy([...list])]))
  return (reading, mark) =>
    codes.length > 0 &&
    codes.every((code) => {
      const own = covered.get(nameOf(code, reading))
      return own !== undefined && holds(own, mark)
    })
}
