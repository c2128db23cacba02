import { readPartsOf } from '#shared/coding/scan/read-text'
import type { ReadingText } from '#shared/model/reading'
import type { Report } from '#shared/model/report'
import type { Source } from '#shared/model/source'
import { lastUpTo } from '#shared/search/units'

/** A report in a text that is held. Its span is of what is held, not of the reading's text. */
export interface HeldReport
  extends Pick<Report, 'id' | 'place' | 'year' | 'kind' | 'main' | 'title' | 'start' | 'end'> {}

/**
 * A text as it is searched: without the line breaks that a scan put inside its sentences. Two bytes a character, and
 * eight for every break that is left out. Spans here are of this text; `HeldText.stood` leads to the reading's.
 */
export interface HeldText {
  /** Hash of its source, '' where it has none (a memo on the project). */
  source: string
  reading: string
  /** The file's name. */
  name: string
  /** Length of the reading's text. */
  characters: number
  text: string
  /** Where the parts between what is left out begin, in `text` and in the reading's; both empty where nothing is. */
  read: Uint32Array
  stood: Uint32Array
  /** By start. */
  reports: readonly HeldReport[]
  /** Spans of what belongs to reports, without other articles and furniture: starts and ends in turn, in order. */
  inside: Uint32Array
  /** The memo whose words these are. */
  memo: string | null
}

type Parts = Pick<HeldText, 'read' | 'stood'>

/** Where a character of what is held stands in the reading's text. */
export function stoodAt({ read, stood }: Parts, offset: number): number {
  if (read.length === 0) return offset
  const part = lastUpTo(read, offset)
  return (stood[part] ?? 0) + offset - (read[part] ?? 0)
}

/** A span of the reading's text for a span, not empty, of what is held. */
export const stoodSpan = (held: Parts, start: number, end: number): { start: number; end: number } => ({
  start: stoodAt(held, start),
  end: stoodAt(held, end - 1) + 1,
})

/** Where an offset of the reading's text is in what is held; one in what is left out moves to what follows. */
export function readAt({ read, stood }: Parts, length: number, offset: number): number {
  if (read.length === 0) return Math.min(offset, length)
  if (offset < (stood[0] ?? 0)) return 0
  const part = lastUpTo(stood, offset)
  return Math.min((read[part] ?? 0) + offset - (stood[part] ?? 0), read[part + 1] ?? length)
}

/** Spans of what belongs to reports; those that touch and are of one report are one. */
function insideOf({ stretches }: ReadingText, parts: Parts, length: number): Uint32Array {
  const spans: number[] = []
  let last: number | null = null
  for (const { kind, report, start, end } of stretches) {
    const [from, to] = [readAt(parts, length, start), readAt(parts, length, end)]
    if (from >= to) continue
    if (kind === 'report' && last === report && spans.at(-1) === from) spans[spans.length - 1] = to
    else if (kind === 'report') spans.push(from, to)
    last = kind === 'report' ? report : null
  }
  return Uint32Array.from(spans)
}

const heldReport = (report: Report, parts: Parts, length: number): HeldReport => {
  const { id, place, year, kind, main, title } = report
  const [start, end] = [readAt(parts, length, report.start), readAt(parts, length, report.end)]
  return { id, place, year, kind, main, title, start, end }
}

/** What is held of a source. */
export function heldOf(source: Source, reports: readonly Report[], reading: ReadingText): HeldText {
  const { text, read, stood } = readPartsOf(reading)
  const parts = { read: Uint32Array.from(read), stood: Uint32Array.from(stood) }
  return {
    source: source.hash,
    reading: source.reading,
    name: source.name,
    characters: reading.text.length,
    text,
    ...parts,
    reports: reports.map((report) => heldReport(report, parts, text.length)).sort((a, b) => a.start - b.start),
    inside: insideOf(reading, parts, text.length),
    memo: null,
  }
}
