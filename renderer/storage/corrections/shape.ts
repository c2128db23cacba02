import type { Span } from '#shared/model/anchor'
import type { ReadingText } from '#shared/model/reading'
import type { Report } from '#shared/model/report'
import type { Section } from '#shared/model/section'
import type { TextEdit } from '#shared/text/edits'

/** What a text was found to hold. */
export interface Shape {
  text: ReadingText
  reports: readonly Report[]
  sections: readonly Section[]
}

/** A report's title, its place and its year are read in so many characters at its start, or up to its first heading. */
const HEAD = 1000
/** How it closes is read in so many at its end. */
const TAIL = 200
/** So near the words stand that turn a section from what was done to what is planned. */
const TURN = 60

/** How long a report is decides on its kind, up to so many characters. */
const SHORT = 3500
/** Words by which a report's place is weighed, within so many characters of an edit. */
const PLACE_WORDS = /[省市县区旗州盟镇乡]/
const AROUND = 4

const BREAK = /[\n\v\f\r\u2028\u2029]/

const near = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end

/** Whether a border of a span lies at or inside of another. */
const parts = (edit: Span, { start, end }: Span): boolean =>
  (edit.start <= start && start <= edit.end) || (edit.start <= end && end <= edit.end)

/** Whether what stands at an edit, before or after it, may name a place. */
function namesPlace({ start, end, insert }: TextEdit, text: string, { place }: Report): boolean {
  const [left, right] = [text.slice(Math.max(0, start - AROUND), start), text.slice(end, end + AROUND)]
  return [left + text.slice(start, end) + right, left + insert + right].some(
    (words) => PLACE_WORDS.test(words) || (place !== null && words.includes(place.short)),
  )
}

function isBody(edit: TextEdit, { text, reports, sections }: Shape): boolean {
  const report = reports.find(({ start, end }) => start < edit.start && edit.end < end)
  const { text: before } = text
  if (!report || BREAK.test(edit.insert) || BREAK.test(before.slice(edit.start, edit.end))) return false
  if (report.end - report.start < SHORT && edit.insert.length !== edit.end - edit.start) return false
  if (namesPlace(edit, before, report)) return false
  const headings = sections.map(({ heading }) => heading)
  const first = Math.min(...headings.map(({ start }) => start).filter((start) => start >= report.start))
  if (edit.start <= Math.min(first, report.start + HEAD) || edit.end >= report.end - TAIL) return false
  const stretch = text.stretches.find(({ start, end }) => start < edit.start && edit.end < end)
  if (stretch?.kind !== 'report') return false
  if (headings.some((heading) => near(edit, heading)) || text.joins.some((join) => near(edit, join))) return false
  if ([...sections, ...text.pages, ...text.rows].some((span) => parts(edit, span))) return false
  return !sections.some(({ turn }) => turn !== undefined && near(edit, { start: turn - TURN, end: turn + TURN }))
}

/**
 * Whether edits leave the shape of a text as it is: they stand inside of sentences, away from all by which reports,
 * headings and the lines of a scan are told. Where they do not, only a parser can tell what the text holds now.
 */
export const keepsShape = (shape: Shape, edits: readonly TextEdit[]): boolean =>
  edits.every((edit) => isBody(edit, shape))
