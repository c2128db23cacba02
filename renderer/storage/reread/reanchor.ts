import type { AnalysedReport } from '#shared/model/analysed'
import type { Span } from '#shared/model/anchor'
import type { Annotation } from '#shared/model/annotation'
import type { Bookmark } from '#shared/model/bookmark'
import type { Correction } from '#shared/model/correction'
import { newId } from '#shared/model/identity'
import { type Matter, matterName, type VentureLink, type VentureRef } from '#shared/model/matter'
import { type ExtractedStatement, type Statement, statementKey } from '#shared/model/statement'
import { makeAnchor, resolveAnchor } from '#shared/text/anchor'
import { anchorOf, layCorrections } from '#shared/text/corrections'
import { sentenceAt } from '#shared/text/sentences'
import { keyParts, nearestKey } from '../matters/keys'
import { shiftedMatter } from '../matters/shifted'

/** The reading that marks are carried to. */
export interface NewReading {
  /** Its id. */
  id: string
  text: string
  reports: readonly AnalysedReport[]
}

/** A bookmark as it stands in another reading; see `annotationIn`. */
export function bookmarkIn(reading: NewReading, bookmark: Bookmark): Bookmark {
  const span = resolveAnchor(reading.text, bookmark.anchor)
  const common = { ...bookmark, reading: reading.id }
  return span
    ? { ...common, orphan: false, anchor: makeAnchor(reading.text, span.start, span.end) }
    : { ...common, orphan: true }
}

/**
 * A correction of another reading as one of this, where its characters stand there too.
 * @param decoded the text of this reading, before any correction
 */
export function correctionsIn(id: string, decoded: string, corrections: readonly Correction[]): Correction[] {
  return layCorrections(decoded, corrections).map(({ correction, change }) => ({
    ...correction,
    id: newId(),
    reading: id,
    anchor: anchorOf(decoded, change),
  }))
}

const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

const reportAt = ({ reports }: NewReading, span: Span): AnalysedReport | null =>
  reports.find(({ report }) => holds(report, span)) ?? null

/**
 * An annotation as it stands in another reading of its source: where its quote is now. One whose quote is not found is
 * kept as an orphan with its quote, and is looked for again in the next reading.
 */
export function annotationIn(reading: NewReading, annotation: Annotation, at: string): Annotation {
  const span = resolveAnchor(reading.text, annotation.anchor)
  const common = { ...annotation, reading: reading.id, updatedAt: at }
  if (!span) return { ...common, report: null, orphan: true }
  const report = reportAt(reading, span)?.report.id ?? null
  return { ...common, report, orphan: false, anchor: makeAnchor(reading.text, span.start, span.end) }
}

/** The name of the engine's statement that a touched one stands for, where it stands now. */
function originIn(engine: readonly ExtractedStatement[], statement: Statement, start: number): string | null {
  const { origin } = statement
  if (origin === null) return null
  const colon = origin.indexOf(':')
  const moved = Number(origin.slice(0, colon)) + start - statement.start
  const same = `${moved}${origin.slice(colon)}`
  const there = engine.filter((found) => found.start === moved)
  if (there.some((found) => statementKey(found) === same)) return same
  const alike = there.find((found) => origin.endsWith(`:${found.indicator}`)) ?? (there.length === 1 ? there[0] : null)
  return alike ? statementKey(alike) : same
}

/**
 * A statement that the user has touched as it stands in another reading of its source. Null where its number is not
 * found there, or stands outside of every report: the statement then stays with the old reading.
 */
export function statementIn(reading: NewReading, statement: Statement, at: string): Statement | null {
  const { start, quantity, prefix, suffix } = statement
  const anchor = { start, end: start + quantity.length, quote: quantity, prefix, suffix }
  const span = resolveAnchor(reading.text, anchor)
  const report = span && reportAt(reading, span)
  if (!span || !report) return null
  const made = makeAnchor(reading.text, span.start, span.end)
  return {
    ...statement,
    start: span.start,
    quantity: made.quote,
    prefix: made.prefix,
    suffix: made.suffix,
    sentence: sentenceAt(reading.text, span.start, report.report),
    reading: reading.id,
    report: report.report.id,
    origin: originIn(report.statements, statement, span.start),
    updatedAt: at,
  }
}

/** Where a touched matter's words are in another reading: as they were, or where the engine reads the one of its name. */
function matterSpan(reading: NewReading, { anchor, content }: Matter, home: string | undefined): Span | null {
  const span = resolveAnchor(reading.text, anchor)
  if (span) return span
  const name = matterName(content)
  const engine = reading.reports.find(({ report }) => report.id === home)?.matters ?? []
  const same = engine.filter((matter) => matter.type === content.type && matterName(matter) === name)
  const [only] = same
  return name !== '' && same.length === 1 && only ? { start: only.start, end: only.end } : null
}

/**
 * A matter that the user has touched as it stands in another reading of its source. One whose words are not found there is
 * kept as an orphan with its quote, and is looked for again in the next reading.
 * @param home the report of the new reading that is the one of the old, where there is one
 */
export function matterIn(reading: NewReading, matter: Matter, home: string | undefined, at: string): Matter {
  const common = { ...matter, reading: reading.id, report: home ?? matter.report, updatedAt: at }
  const span = matterSpan(reading, matter, home)
  const found = span && reportAt(reading, span)
  if (!span || !found) return { ...common, orphan: true }
  const { report, statements, matters } = found
  const place = { text: reading.text, span, within: report, engine: { statements, matters } }
  return shiftedMatter({ ...common, report: report.id }, place)
}

const refOf = ({ id, origin, report }: Matter): VentureRef => ({ report, key: origin ?? id })

/** Names an end of a link. */
const endName = ({ report, key }: VentureRef): string => `${report} ${key}`

/**
 * How links name touched matters in another reading, by how they named them before.
 * @param before as they were, in the order of `now`
 */
export const movedEnds = (before: readonly Matter[], now: readonly Matter[]): Map<string, VentureRef> =>
  new Map(now.flatMap((matter, at) => (before[at] ? [[endName(refOf(before[at])), refOf(matter)] as const] : [])))

/**
 * A link whose ventures stand elsewhere in another reading of one of their sources: with those that the user has touched,
 * the others by their names.
 * @param homes reports of the new reading by those of the old that they are
 * @param ends of touched matters (`movedEnds`)
 */
export function linkIn(
  reading: NewReading,
  link: VentureLink,
  homes: ReadonlyMap<string, string>,
  ends: ReadonlyMap<string, VentureRef>,
): VentureLink {
  const side = (ref: VentureRef): VentureRef => {
    const touched = ends.get(endName(ref))
    if (touched) return touched
    const home = homes.get(ref.report)
    const found = reading.reports.find(({ report }) => report.id === home)
    const parts = keyParts(ref.key)
    if (home === undefined || !found) return ref
    return { report: home, key: parts ? nearestKey(parts, found.matters) : ref.key }
  }
  return { ...link, a: side(link.a), b: side(link.b) }
}
