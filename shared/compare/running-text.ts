import type { Span } from '../model/anchor'
import type { Stretch } from '../model/reading'
import type { Outlook, Section } from '../model/section'

/** A report in its source's text. Offsets are UTF-16 code units of `text`. */
export interface ReportText {
  text: string
  span: Span
  /** Place among the reports of its source, as its stretches name it. */
  ordinal: number
  sections: readonly Section[]
  stretches: readonly Stretch[]
  /** Line breaks that a scan put into sentences. */
  joins: readonly Span[]
}

/** A stretch of running text inside one section. */
export interface Run extends Span {
  /** Index of the innermost section, null before the first heading. */
  section: number | null
  outlook: Outlook
}

const outlookAt = (section: Section, at: number): Outlook =>
  section.turn !== undefined && at >= section.turn ? 'plan' : section.outlook

/** The stretches of the text that are no part of the speech: other articles, furniture, other reports. */
const foreign = ({ stretches, ordinal }: ReportText): Span[] =>
  stretches.filter(({ kind, report }) => kind !== 'report' || report !== ordinal)

/**
 * The running text of a report (正文): without headings, furniture, other articles of the page and what is appended
 * (名词解释). In the order of the text, disjoint; a run never crosses the bound of a section.
 */
export function runsOf(report: ReportText): Run[] {
  const { span, sections } = report
  const left = [...foreign(report), ...sections.map(({ heading }) => heading)]
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start)
  const bounds = [...left, ...sections].flatMap(({ start, end }) => [start, end])
  const turns = sections.flatMap(({ turn }) => turn ?? [])
  const inside = [...bounds, ...turns].filter((at) => at > span.start && at < span.end)
  const cuts = [...new Set([span.start, ...inside, span.end])].sort((a, b) => a - b)
  const runs: Run[] = []
  for (const [at, start] of cuts.entries()) {
    const end = cuts[at + 1]
    if (end === undefined || left.some((one) => one.start <= start && start < one.end)) continue
    // In preorder the last section around an offset is the innermost one.
    const section = sections.findLastIndex((one) => one.start <= start && start < one.end)
    const own = sections[section]
    if (own?.appendix) continue
    const made: Run = { start, end, section: own ? section : null, outlook: own ? outlookAt(own, start) : 'none' }
    const last = runs.at(-1)
    if (last && last.end === start && last.section === made.section && last.outlook === made.outlook) last.end = end
    else runs.push(made)
  }
  return runs
}

const COUNTED = /[\p{L}\p{N}]/gu

/** How many characters a stretch has: letters and digits, each one; signs and blanks are not counted. */
export const charactersIn = (text: string, { start, end }: Span): number =>
  text.slice(start, end).match(COUNTED)?.length ?? 0

/** A stretch of text without the line breaks of a scan, and where its characters stand. */
export interface Joined {
  words: string
  /** The offset in the whole text of an offset in `words`. */
  offsetOf: (at: number) => number
}

/** Reads a run as one piece: the breaks that a scan put into sentences are taken out. */
export function joinedRun(text: string, { start, end }: Span, joins: readonly Span[]): Joined {
  const inside = joins.filter((join) => join.start >= start && join.end <= end)
  if (inside.length === 0) return { words: text.slice(start, end), offsetOf: (at) => start + at }
  const pieces: { at: number; from: number }[] = []
  let words = ''
  let from = start
  for (const stop of [...inside, { start: end, end }]) {
    pieces.push({ at: words.length, from })
    words += text.slice(from, stop.start)
    from = stop.end
  }
  const offsetOf = (at: number): number => {
    const piece = pieces.findLast((one) => one.at <= at)
    return piece ? piece.from + at - piece.at : start + at
  }
  return { words, offsetOf }
}
