import type { TextChange } from '#shared/model/correction'
import type { ReadingText } from '#shared/model/reading'
import { originalOf } from '#shared/text/corrections'
import { applyEdits, mapThrough, type TextEdit, type TextMap } from '#shared/text/edits'

/** The text of a reading as it was decoded, before any correction. */
export const decodedText = ({ text, corrections }: Pick<ReadingText, 'text' | 'corrections'>): string =>
  originalOf(text, corrections)

/** Spans where they are in the corrected text; those of which nothing is left are gone. */
function mapped<T extends { start: number; end: number }>({ span }: TextMap, spans: readonly T[]): T[] {
  return spans.flatMap((one) => {
    const there = span(one)
    return there ? [{ ...one, ...there }] : []
  })
}

/** Spans that cover a text still do: their borders move, and those that became empty are gone. */
function covering<T extends { start: number; end: number }>({ offset }: TextMap, spans: readonly T[]): T[] {
  const moved = spans.map((one, index) => ({
    ...one,
    start: index === 0 ? offset(one.start, -1) : offset(one.start),
    end: offset(one.end),
  }))
  return moved.filter(({ start, end }) => end > start)
}

/**
 * A reading's text with other corrections, and what its form told moved along.
 * @param to the corrections that it is to have
 * @param edits what leads there from those that it has
 */
export function laidText(row: ReadingText, to: readonly TextChange[], edits: readonly TextEdit[]): ReadingText {
  const map = mapThrough(edits)
  const { corrections: _, ...rest } = row
  return {
    ...rest,
    text: applyEdits(row.text, edits),
    ...(to.length > 0 ? { corrections: [...to] } : {}),
    stretches: covering(map, row.stretches),
    joins: mapped(map, row.joins).filter(({ start, end }) => end > start),
    // A page keeps its label although nothing may be left on it.
    pages: row.pages.map((page) => ({ ...page, start: map.offset(page.start, -1), end: map.offset(page.end, -1) })),
    rows: mapped(map, row.rows),
  }
}
