import type { Span } from '../../model/anchor'

/** A stretch of text with all that is marked on it. */
export interface Segment<M extends Span> extends Span {
  /** In the order in which they begin, longer ones first. */
  marks: readonly M[]
}

/**
 * Cuts a stretch of text wherever a mark begins or ends, so that marks that overlap can be told apart. Marks that reach
 * beyond are cut off, empty ones left out.
 */
export function segmentsOf<M extends Span>({ start, end }: Span, marks: readonly M[]): Segment<M>[] {
  const inside = marks
    .filter((mark) => mark.end > start && mark.start < end && mark.end > mark.start)
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
  const edges = new Set([start, end])
  for (const mark of inside) edges.add(Math.max(start, mark.start)).add(Math.min(end, mark.end))
  const cuts = [...edges].sort((a, b) => a - b)
  const segments: Segment<M>[] = []
  let open: M[] = []
  let next = 0
  for (const [index, from] of cuts.entries()) {
    const to = cuts[index + 1]
    if (to === undefined) break
    open = open.filter((mark) => mark.end > from)
    for (let mark = inside[next]; mark && mark.start <= from; mark = inside[++next]) open.push(mark)
    segments.push({ start: from, end: to, marks: [...open] })
  }
  return segments
}
