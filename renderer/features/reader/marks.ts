import type { TFunction } from 'i18next'
import type { Span } from '#shared/model/anchor'
import type { Annotation } from '#shared/model/annotation'
import type { Code } from '#shared/model/code'
import type { MatterOf } from '#shared/model/matter'
import type { Stretch } from '#shared/model/reading'
import { nearestPhrase } from '#shared/text/broken-text'
import type { ReviewMatter, ReviewStatement, SourceBundle } from '../../storage'
import type { AnnotationMark } from './editor/annotation-marks'
import type { MatterMark } from './editor/matter-marks'
import type { PageMark } from './editor/page-marks'
import type { StatementMark } from './editor/statement-marks'
import type { StructureMarks } from './editor/structure-marks'
import { shortTitle } from './labels'

/** Annotations of one reading as the text shows them; orphans have no place and are left out. */
export function annotationMarks(
  annotations: readonly Annotation[],
  codes: readonly Code[],
  reading: string,
): AnnotationMark[] {
  const byId = new Map(codes.map((code) => [code.id, code]))
  // Thousands of marks have the same few codes: what follows from them is made once.
  const looks = new Map<string, Pick<AnnotationMark, 'colors' | 'names'>>()
  const lookOf = (ids: readonly string[]): Pick<AnnotationMark, 'colors' | 'names'> => {
    const key = ids.join()
    const known = looks.get(key)
    if (known) return known
    const own = ids.flatMap((code) => byId.get(code) ?? [])
    const look = { colors: own.map(({ color }) => color), names: own.map(({ name }) => name) }
    looks.set(key, look)
    return look
  }
  const marks: AnnotationMark[] = []
  for (const { id, anchor, codes: ids, memo, reading: own, orphan } of annotations) {
    if (own !== reading || orphan) continue
    const { start, end } = anchor
    const { colors, names } = lookOf(ids)
    marks.push({ id, start, end, memo, colors, names })
  }
  return marks
}

/** The span of a statement's quantity. */
export const quantitySpan = ({ start, quantity }: Pick<ReviewStatement, 'start' | 'quantity'>): Span => ({
  start,
  end: start + quantity.length,
})

/** Statements as the text shows them. */
export const statementMarks = (statements: readonly ReviewStatement[]): StatementMark[] =>
  statements.map((statement) => {
    const { report, key, role, status } = statement
    return { report, key, role, status, ...quantitySpan(statement) }
  })

/** An item's heading stands no further behind its mark than so many characters more than both have. */
const SLACK = 24

/** Where an item has its heading, by what it says: looked for once in each text. */
const headings = new WeakMap<object, { text: string; span: Span }>()

function headingOf(text: string, item: MatterOf<'list_item'>): Span {
  const known = headings.get(item)
  if (known?.text === text) return known.span
  const { start, end, mark, heading } = item
  const stop = Math.min(end, start + mark.length + heading.length + SLACK)
  const at = text.slice(start, stop).indexOf(heading, mark.length)
  const span =
    at >= 0
      ? { start: start + at, end: start + at + heading.length }
      : (nearestPhrase(text, { start, end: stop }, heading, start) ?? { start, end: stop })
  headings.set(item, { text, span })
  return span
}

/**
 * The words of a matter that are marked: all that say it, of an item of a list its heading.
 * @param text the reading's text; offsets are its UTF-16 code units
 */
export function markOf(text: string, { content }: Pick<ReviewMatter, 'content'>): Span {
  const { start, end } = content
  return content.type === 'list_item' && content.heading !== '' ? headingOf(text, content) : { start, end }
}

/** Matters as the text shows them; one whose words were lost has no place. */
export const matterMarks = (text: string, matters: readonly ReviewMatter[]): MatterMark[] =>
  matters.flatMap((matter) => {
    const { report, key, status, orphan } = matter
    const { type, role } = matter.content
    return orphan ? [] : [{ report, key, type, role, status, ...markOf(text, matter) }]
  })

/** True for furniture in the middle of a report (a page's header), and for what goes on behind it. */
function isInside(stretches: readonly Stretch[], index: number): boolean {
  const earlier = stretches.slice(0, index).map(({ report }) => report)
  const own = stretches[index]?.report ?? null
  if (own !== null) return earlier.includes(own)
  return stretches.slice(index + 1).some(({ report }) => report !== null && earlier.includes(report))
}

/** Stretches with their labels, headings of all reports, and joins. */
export function structureMarks(bundle: SourceBundle, t: TFunction): StructureMarks {
  const titles = new Map(bundle.reports.map(({ report }) => [report.ordinal, shortTitle(report, bundle.source)]))
  const name = (ordinal: number | null): string => (ordinal === null ? '' : (titles.get(ordinal) ?? ''))
  return {
    joins: bundle.text.joins,
    stretches: bundle.text.stretches.map((stretch, index, all) => ({
      ...stretch,
      label: isInside(all, index) ? null : t(`reader.stretch.${stretch.kind}`, { title: name(stretch.report) }),
    })),
    headings: bundle.reports.flatMap(({ sections }) => sections.map(({ heading, level }) => ({ ...heading, level }))),
  }
}

/** Pages as the text shows them. */
export const pageMarks = ({ text }: SourceBundle, t: TFunction): PageMark[] =>
  text.pages.map(({ start, label }) => ({ start, number: label, label: t('reader.page', { page: label }) }))
