import type { Span } from '#shared/model/anchor'
import type { Report } from '#shared/model/report'
import type { Section } from '#shared/model/section'
import type { TextEdit, TextMap } from '#shared/text/edits'

/** The text before and after it was corrected, and the way from the one to the other. */
export interface Way {
  before: string
  after: string
  edits: readonly TextEdit[]
  map: TextMap
}

const moved = ({ map }: Way, span: Span): Span => {
  const start = map.offset(span.start, -1)
  return map.span(span) ?? { start, end: start }
}

/** So far behind the start of a report its title stands. */
const TITLE_WITHIN = 1000

/** Words that the text has in a span, as it has them now; words that do not stand there stay as they are. */
export function wordsIn({ before, after, edits, map }: Way, words: string, within: Span): string {
  const at = words === '' ? -1 : before.indexOf(words, within.start)
  const span = { start: at, end: at + words.length }
  if (at < 0 || span.end > within.end) return words
  if (!edits.some((edit) => edit.start <= span.end && span.start <= edit.end)) return words
  const there = map.span(span)
  return there ? after.slice(there.start, there.end) : words
}

/** A report, or what was found of it, where it stands now; a title that was corrected is what the text says now. */
export function laidReport<T extends Pick<Report, 'start' | 'end'>>(way: Way, report: T): T {
  return { ...report, ...moved(way, report) }
}

/** The title that the text gives a report. */
export const laidTitle = (way: Way, title: string, { start, end }: Span): string =>
  wordsIn(way, title, { start, end: Math.min(end, start + TITLE_WITHIN) })

/** The sections of a report where they stand now. */
export const laidSections = (way: Way, sections: readonly Section[]): Section[] =>
  sections.map((section) => {
    const { heading, title, turn } = section
    const there = {
      ...section,
      ...moved(way, section),
      heading: moved(way, heading),
      title: wordsIn(way, title, heading),
    }
    return turn === undefined ? there : { ...there, turn: way.map.offset(turn, -1) }
  })
