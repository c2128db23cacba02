import type { Span } from '#shared/model/anchor'
import type { ReadingText } from '#shared/model/reading'
import type { Rule } from '#shared/model/rule'
import { Extents } from './extent'
import { readTextOf } from './read-text'

/** A hit in one text; see `ScanHit` for its fields. */
export interface Hit extends Span {
  mark: Span
  before: string
  hit: string
  after: string
}

/** A text that is looked through. */
export type Scanned = Pick<ReadingText, 'text' | 'joins' | 'stretches'>

/** What is wanted of a text. */
export interface HitsWanted {
  extent: Rule['extent']
  /** Also outside of reports. */
  everywhere: boolean
  /** Characters as they stand: the breaks of a scan are part of the text. */
  exact: boolean
}

/** Characters before and after a hit. */
const CONTEXT = 60
/** So much of a hit is shown. */
const LONGEST = 200

/** Every match of an expression, in order; matches of nothing are passed over. */
export function* matchesIn(text: string, pattern: RegExp): Generator<Span> {
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const { 0: found, index } = match
    if (found === '') pattern.lastIndex += (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1
    else yield { start: index, end: index + found.length }
  }
}

/** Where an expression matches a text, offsets in the reading's text. */
export function* matchesOf(scanned: Scanned, pattern: RegExp, exact: boolean): Generator<Span> {
  const read = exact ? null : readTextOf(scanned)
  for (const match of matchesIn(read?.text ?? scanned.text, pattern)) yield read ? read.spanOf(match) : match
}

/** Words on one line, without the breaks of a scan. */
function line({ text, joins }: Scanned, { start, end }: Span): string {
  let words = ''
  let from = start
  for (let at = firstAfter(joins, start); at < joins.length; at++) {
    const join = joins[at]
    if (!join || join.start >= end) break
    words += text.slice(from, Math.max(from, join.start))
    from = Math.max(from, join.end)
  }
  return (words + text.slice(Math.min(from, end), end)).replace(/\s+/gu, ' ')
}

/** The place of the first span that ends behind an offset. */
function firstAfter(spans: readonly Span[], offset: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.end ?? 0) > offset) high = middle
    else low = middle + 1
  }
  return low
}

const LOW = /^[\uDC00-\uDFFF]/
const HIGH = /[\uD800-\uDBFF]$/

/** The hits that spans are, each with its mark and surroundings; two with the same mark are one. */
export function* hitsOf(scanned: Scanned, spans: Iterable<Span>, wanted: HitsWanted): Generator<Hit> {
  const { text } = scanned
  const extents = new Extents(scanned)
  const marks = new Set<string>()
  for (const { start, end } of spans) {
    if (!wanted.everywhere && !isInReport(extents, { start, end })) continue
    const mark = extents.of({ start, end }, wanted.extent)
    const name = `${mark.start} ${mark.end}`
    if (marks.has(name)) continue
    marks.add(name)
    yield {
      start,
      end,
      mark,
      before: line(scanned, { start: Math.max(0, start - CONTEXT), end: start }).replace(LOW, ''),
      hit: text.slice(start, Math.min(end, start + LONGEST)).replace(HIGH, ''),
      after: line(scanned, { start: end, end: Math.min(text.length, end + CONTEXT) }).replace(HIGH, ''),
    }
  }
}

function isInReport(extents: Extents, { start, end }: Span): boolean {
  const [first, last] = [extents.stretchAt(start), extents.stretchAt(end - 1)]
  return first?.kind === 'report' && last?.kind === 'report' && first.report === last.report
}

/** The hit on one line, as it is read. */
export const onOneLine = (words: string): string => words.replace(/\s*[\n\v\f\r\u2028\u2029]+\s*/gu, '')
