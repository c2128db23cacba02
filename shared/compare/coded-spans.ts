import type { Span } from '../model/anchor'
import type { Section } from '../model/section'

/** A coded passage. */
export interface Coding extends Span {
  codes: readonly string[]
}

/** Spans in order, those that overlap or touch as one. */
export function unionOf(spans: readonly Span[]): Span[] {
  const result: Span[] = []
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (start >= end) continue
    const last = result.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else result.push({ start, end })
  }
  return result
}

/** What two unions have in common, in order. */
export function intersectionOf(a: readonly Span[], b: readonly Span[]): Span[] {
  const result: Span[] = []
  for (let x = 0, y = 0; x < a.length && y < b.length; ) {
    const [one, other] = [a[x], b[y]]
    if (!one || !other) break
    const start = Math.max(one.start, other.start)
    const end = Math.min(one.end, other.end)
    if (start < end) result.push({ start, end })
    if (one.end < other.end) x++
    else y++
  }
  return result
}

/** Code units of disjoint spans. */
export const lengthOf = (spans: readonly Span[]): number => spans.reduce((sum, { start, end }) => sum + end - start, 0)

/** The passages of each code, each as often as it has it. */
export function byCode(codings: readonly Coding[]): Map<string, Span[]> {
  const found = new Map<string, Span[]>()
  for (const { codes, start, end } of codings)
    for (const code of new Set(codes)) {
      const known = found.get(code)
      if (known) known.push({ start, end })
      else found.set(code, [{ start, end }])
    }
  return found
}

/** A report cut at each of its headings: what stands under one heading alone. Without a gap, in order. */
export function headedStretches(sections: readonly Pick<Section, 'start'>[], { start, end }: Span): Span[] {
  const inside = sections.map((section) => section.start).filter((at) => at > start && at < end)
  const cuts = [...new Set([start, ...inside, end])].sort((a, b) => a - b)
  return cuts.slice(1).map((to, at) => ({ start: cuts[at] ?? start, end: to }))
}

/** Which of the units (disjoint, in order) spans touch, as their places in the list. */
export function unitsTouched(units: readonly Span[], spans: readonly Span[]): Set<number> {
  const touched = new Set<number>()
  let unit = 0
  for (const { start, end } of unionOf(spans)) {
    while (unit < units.length && (units[unit]?.end ?? 0) <= start) unit++
    for (let at = unit; at < units.length && (units[at]?.start ?? end) < end; at++) touched.add(at)
  }
  return touched
}
