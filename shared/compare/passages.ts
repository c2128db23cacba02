import type { Span } from '../model/anchor'
import type { ExtractedStatement } from '../model/statement'
import { sentencesIn } from '../text/sentences'
import { joinedRun, type ReportText, runsOf } from './running-text'

/** What the passages of reports are about. */
export type PassageSubject = { type: 'topic'; id: string } | { type: 'indicator'; id: string }

/** A sentence of a passage. Offsets are UTF-16 code units of the reading's text. */
export interface PassageSentence extends Span {
  /** As it is read: without the line breaks of a scan. */
  words: string
  /** True where it has one of the statements that the passages are about. */
  marked: boolean
  /** What is told in it, as it stands in `words`: offsets there, in order, disjoint. */
  quantities: readonly (Span & { role: ExtractedStatement['role'] })[]
}

/** Paragraphs that stand together under one heading. */
export interface Passage {
  /** The heading above it, '' where there is none. */
  title: string
  paragraphs: readonly (readonly PassageSentence[])[]
}

/** What a report says about something. */
export interface ReportPassages<S> {
  /** The statements that are meant, in the order of the text. */
  statements: readonly S[]
  passages: readonly Passage[]
}

/** What a statement must tell here. */
export type PassageStatement = Pick<
  ExtractedStatement,
  'start' | 'quantity' | 'canonical' | 'indicator' | 'role' | 'scope'
>

/** True for a statement of an indicator, or of a phrase that is none, about the report's own place. */
const isAbout = (statement: PassageStatement, indicator: string): boolean =>
  statement.scope === 'own' && (statement.canonical || statement.indicator) === indicator

const PARAGRAPH = /\n/u

/** The paragraphs of a run: spans without line breaks that are the writer's. */
function paragraphsOf({ text, joins }: ReportText, run: Span): Span[] {
  const joined = new Set(joins.map(({ start }) => start))
  const found: Span[] = []
  let start = run.start
  for (let at = run.start; at <= run.end; at++) {
    const ends = at === run.end || (PARAGRAPH.test(text.charAt(at)) && !joined.has(at))
    if (!ends) continue
    if (text.slice(start, at).trim() !== '') found.push({ start, end: at })
    start = at + 1
  }
  return found
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

function sentenceOf(
  report: ReportText,
  span: Span,
  statements: readonly PassageStatement[],
  meant: ReadonlySet<PassageStatement>,
) {
  const { words, offsetOf } = joinedRun(report.text, span, report.joins)
  const inside = statements.filter(({ start, quantity }) => start >= span.start && start + quantity.length <= span.end)
  const places = Array.from({ length: words.length }, (_, at) => offsetOf(at))
  const quantities: PassageSentence['quantities'][number][] = []
  for (const { start, quantity, role } of inside.toSorted((a, b) => a.start - b.start)) {
    const from = places.indexOf(start)
    const to = places.lastIndexOf(start + quantity.length - 1) + 1
    if (from >= 0 && to > from && from >= (quantities.at(-1)?.end ?? 0)) quantities.push({ start: from, end: to, role })
  }
  return { ...span, words, marked: inside.some((statement) => meant.has(statement)), quantities }
}

/**
 * The passages of a report on a topic (its sections, whole) or on an indicator (the paragraphs that tell of it), with
 * the statements that stand in them. Furniture and glossaries are left out.
 * @param statements those of the report that were not rejected
 */
export function passagesOf<S extends PassageStatement>(
  report: ReportText,
  statements: readonly S[],
  subject: PassageSubject,
): ReportPassages<S> {
  const { sections } = report
  const meant = statements.filter((statement) => subject.type === 'indicator' && isAbout(statement, subject.id))
  const wanted = ({ section }: { section: number | null }): boolean =>
    subject.type === 'indicator' || (section !== null && sections[section]?.topic === subject.id)
  const groups = new Map<number | null, PassageSentence[][]>()
  const shown: Span[] = []
  const known = new Set<PassageStatement>(meant)
  for (const run of runsOf(report).filter(wanted))
    for (const paragraph of paragraphsOf(report, run)) {
      const told = meant.some(({ start, quantity }) => overlaps(paragraph, { start, end: start + quantity.length }))
      if (subject.type === 'indicator' && !told) continue
      const sentences = sentencesIn(report.text, paragraph).map((span) => sentenceOf(report, span, statements, known))
      if (sentences.length === 0) continue
      shown.push(paragraph)
      groups.set(run.section, [...(groups.get(run.section) ?? []), sentences])
    }
  const passages = [...groups].map(([section, paragraphs]) => ({
    title: section === null ? '' : (sections[section]?.title ?? ''),
    paragraphs,
  }))
  const inShown = (statement: S): boolean =>
    shown.some(({ start, end }) => start <= statement.start && statement.start < end)
  const told = subject.type === 'topic' ? statements.filter(inShown) : meant
  return { statements: told.toSorted((a, b) => a.start - b.start), passages }
}
