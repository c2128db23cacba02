import type { Span } from '#shared/model/anchor'
import type { ReadingText } from '#shared/model/reading'

/** A text as it is read, and where its characters stand in the text of the reading. */
export interface ReadText {
  text: string
  /** The span in the reading's text of a span, not empty, of what is read. */
  spanOf(span: Span): Span
}

/** Joins and the furniture that stands between two of them: what a sentence goes on over, in order, disjoint. */
function leftOut({ joins, stretches }: Pick<ReadingText, 'joins' | 'stretches'>): Span[] {
  if (joins.length === 0) return []
  const ends = new Set(joins.map(({ end }) => end))
  const starts = new Set(joins.map(({ start }) => start))
  const between = stretches.filter(({ kind, start, end }) => kind === 'furniture' && ends.has(start) && starts.has(end))
  return [...joins, ...between].sort((a, b) => a.start - b.start)
}

/** What is kept of a text: its kept parts as one, and where each of them begins there and in the reading's text. */
export interface ReadParts {
  text: string
  /** Empty where nothing is left out. */
  read: readonly number[]
  stood: readonly number[]
}

/**
 * The text without the line breaks that a scan put into sentences, and without the page's furniture among them: a phrase
 * or an expression is found where a reader would find it.
 */
export function readPartsOf(reading: Pick<ReadingText, 'text' | 'joins' | 'stretches'>): ReadParts {
  const gaps = leftOut(reading)
  if (gaps.length === 0) return { text: reading.text, read: [], stood: [] }
  const parts: string[] = []
  const read: number[] = []
  const stood: number[] = []
  let length = 0
  let from = 0
  const keep = (to: number): void => {
    if (to <= from) return
    read.push(length)
    stood.push(from)
    parts.push(reading.text.slice(from, to))
    length += to - from
  }
  for (const { start, end } of gaps) {
    keep(start)
    from = Math.max(from, end)
  }
  keep(reading.text.length)
  return { text: parts.join(''), read, stood }
}

/** As `readPartsOf`, to be asked where something that is read stands. */
export function readTextOf(reading: Pick<ReadingText, 'text' | 'joins' | 'stretches'>): ReadText {
  const { text, read, stood } = readPartsOf(reading)
  if (read.length === 0) return { text, spanOf: (span) => span }
  const at = (offset: number): number => {
    let low = 0
    let high = read.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((read[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return (stood[low] ?? 0) + offset - (read[low] ?? 0)
  }
  return { text, spanOf: ({ start, end }) => ({ start: at(start), end: at(end - 1) + 1 }) }
}
