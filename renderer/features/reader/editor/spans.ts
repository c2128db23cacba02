import type { Span } from '#shared/model/anchor'

/**
 * Takes white space (also 　 and line breaks) off both ends of a span.
 * @returns null where nothing is left
 */
export function trimSpan(text: string, span: Span): Span | null {
  const part = text.slice(span.start, span.end)
  const start = span.start + (part.length - part.trimStart().length)
  const end = span.end - (part.length - part.trimEnd().length)
  return start < end ? { start, end } : null
}

/** True where two half-open spans share a character. */
export const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** The span that holds the offset; the last one whose start is not after it when none does. */
export function spanAt<T extends Span>(spans: readonly T[], offset: number): T | null {
  let best: T | null = null
  for (const span of spans) {
    if (span.start <= offset && offset < span.end) return span
    if (span.start <= offset) best = span
  }
  return best ?? spans[0] ?? null
}

/** Which end of a span. */
export type Edge = 'start' | 'end'

const isPair = (text: string, at: number): boolean => (text.codePointAt(at) ?? 0) > 0xffff

/** A span with one of its ends elsewhere: inside the text, never empty, never half of a surrogate pair. */
export function withEdge(text: string, { start, end }: Span, edge: Edge, offset: number): Span {
  const inside = Math.min(Math.max(offset, 0), text.length)
  const at = inside > 0 && isPair(text, inside - 1) ? inside - 1 : inside
  const last = end - (end > 1 && isPair(text, end - 2) ? 2 : 1)
  if (edge === 'start') return { start: Math.min(at, last), end }
  return { start, end: Math.max(at, start + (isPair(text, start) ? 2 : 1)) }
}
