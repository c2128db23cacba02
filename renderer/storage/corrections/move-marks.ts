import type { Anchor, Span } from '#shared/model/anchor'
import { readingId } from '#shared/model/identity'
import { type ExtractedStatement, type Statement, statementKey } from '#shared/model/statement'
import { makeAnchor, resolveAnchor } from '#shared/text/anchor'
import type { Way } from './laid-report'

/** Something that the user has set on a passage. */
interface Mark {
  reading: string
  anchor: Anchor
  orphan: boolean
}

/**
 * A mark where it stands in the corrected text. One of which nothing is left is kept as an orphan with its quote; an
 * orphan whose quote stands there again is none any more.
 */
export function markIn<T extends Mark>({ after, map }: Way, mark: T): T {
  const { anchor, orphan } = mark
  const span = orphan ? resolveAnchor(after, anchor) : map.span(anchor)
  if (!span) return orphan ? mark : { ...mark, orphan: true }
  return { ...mark, anchor: makeAnchor(after, span.start, span.end), orphan: false }
}

/**
 * The reading that a touched statement waits in whose number was taken out of the text altogether: none has this number.
 * When its number stands in the text again, or in another reading, it comes back.
 */
export const waitingIn = (hash: string): string => readingId(hash, 0)

const meet = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end

/** Where the number of a statement's name stands, and the rest of the name. */
function originOf({ origin }: Statement): { span: Span; rest: string } | null {
  const parts = origin === null ? null : /^(\d+):(.*?):/s.exec(origin)
  if (!parts || origin === null) return null
  const start = Number(parts[1])
  return { span: { start, end: start + (parts[2] ?? '').length }, rest: origin.slice(origin.indexOf(':')) }
}

/** Whether what the engine reads around a statement may be another after edits. */
export function isTouched({ edits }: Way, statement: Statement): boolean {
  const { start, quantity, sentence } = statement
  const own = [sentence, { start, end: start + quantity.length }, originOf(statement)?.span ?? sentence]
  return edits.some((edit) => own.some((span) => meet(edit, span)))
}

/** The engine's statement that stands for another one at a place: of the same indicator, or the only one. */
function alike(found: readonly ExtractedStatement[], indicator: string, canonical = '') {
  const same = found.find((one) => one.indicator === indicator)
  const known = canonical === '' ? undefined : found.find((one) => one.canonical === canonical)
  return same ?? known ?? (found.length === 1 ? found[0] : undefined)
}

const at = (engine: readonly ExtractedStatement[], span: Span): ExtractedStatement[] =>
  engine.filter(({ start, quantity }) => start < span.end && span.start < start + quantity.length)

function originIn(way: Way, engine: readonly ExtractedStatement[] | null, statement: Statement): string | null {
  const origin = originOf(statement)
  if (!origin) return statement.origin
  const span = way.map.span(origin.span)
  if (!span) return statement.origin
  const moved = `${span.start}${origin.rest}`
  const there = at(engine ?? [], span)
  if (there.some((one) => statementKey(one) === moved)) return moved
  const indicator = origin.rest.slice(origin.rest.indexOf(':', 1) + 1)
  const found = alike(there, indicator, statement.canonical)
  return found ? statementKey(found) : moved
}

/** What the engine reads at the number of a statement now. */
function numberIn(way: Way, engine: readonly ExtractedStatement[] | null, statement: Statement, span: Span) {
  const { start, quantity, indicator, canonical } = statement
  const own = { start, end: start + quantity.length }
  const text = way.after.slice(span.start, span.end)
  if (!way.edits.some((edit) => meet(edit, own))) return { start: span.start, quantity: text }
  const found = engine && at(engine, span)
  const read = found && (alike(found, indicator, canonical) ?? found[0])
  if (!read) return { start: span.start, quantity: text }
  const { value, high, unit } = read
  return { start: read.start, quantity: read.quantity, value, high, unit }
}

/** The span of a waiting statement's number, where it stands in the text again. */
function found({ after }: Way, { start, quantity, prefix, suffix }: Statement): Span | null {
  const span = resolveAnchor(after, { start, end: start + quantity.length, quote: quantity, prefix, suffix })
  return span && after.slice(span.start, span.end) === quantity ? span : null
}

/**
 * A touched statement as it stands in the corrected text. Where its own number was corrected, what the engine reads
 * there gives the number; all else that the user said stays.
 * @param engine what the engine reads in its report now; null where the edits are elsewhere
 * @param reading id of the reading that is corrected
 */
export function statementIn(
  way: Way,
  engine: readonly ExtractedStatement[] | null,
  statement: Statement,
  reading: string,
): Statement {
  const own = { start: statement.start, end: statement.start + statement.quantity.length }
  const waits = statement.reading !== reading
  const span = waits ? found(way, statement) : way.map.span(own)
  if (!span) return waits ? statement : { ...statement, reading: waitingIn(statement.source) }
  const number = waits ? { start: span.start } : numberIn(way, engine, statement, span)
  const moved = { ...statement, ...number }
  const { prefix, suffix } = makeAnchor(way.after, moved.start, moved.start + moved.quantity.length)
  const sentence = way.map.span(statement.sentence) ?? span
  return { ...moved, prefix, suffix, sentence, reading, origin: originIn(way, engine, statement) }
}
