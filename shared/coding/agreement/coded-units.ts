import type { Span } from '../../model/anchor'
import type { Unit } from '../../text/units'

/** What agreement is counted in: characters, or clauses or sentences of the text. */
export type AgreementUnit = 'character' | Extract<Unit, 'clause' | 'sentence'>

/** A passage that somebody gave a code. */
export interface Coding extends Span {
  author: string
  code: string
}

/** A report that is compared. Offsets are UTF-16 code units of its text. */
export interface ComparedText {
  report: string
  text: string
  span: Span
  codings: readonly Coding[]
  /** Units of the span in the order of the text; not needed for characters. */
  units: readonly Span[]
  /** Which of the authors have read it, in their order: what others left uncoded is not disagreement. */
  read: readonly boolean[]
}

/**
 * Units of one report that were coded alike: by code, the number of units with each pattern. A pattern has a sign for
 * each author: `1` coded, `0` not, `*` has not read the report.
 */
export type Patterns = Map<string, Map<string, number>>

/** A stretch of a text that the authors have coded otherwise. */
export interface Disagreement extends Span {
  report: string
  code: string
  pattern: string
}

/** What one report comes to. */
export interface ReportPatterns {
  /** All units of the report, whatever the code. */
  total: number
  /** The pattern of a unit that nobody has coded. */
  blank: string
  /** Patterns of the units that somebody has coded. */
  coded: Patterns
  disagreements: Disagreement[]
}

const BLANK = /\s/u

/** How many characters of a stretch count: white space is nobody's. */
export function lengthOf(text: string, start: number, end: number): number {
  let count = 0
  for (let at = start; at < end; at++) if (!BLANK.test(text.charAt(at))) count += 1
  return count
}

/**
 * Whether a coding means a unit: at least half of the unit lies in it, or half of it in the unit. One that only runs over
 * the border of a sentence does not mean the next.
 */
export function means(coding: Span, unit: Span): boolean {
  const common = Math.min(coding.end, unit.end) - Math.max(coding.start, unit.start)
  return common > 0 && (common * 2 >= unit.end - unit.start || common * 2 >= coding.end - coding.start)
}

/** The signs of those who have coded something. */
const patternOf = (read: readonly boolean[], coded: ReadonlySet<number>): string =>
  read.map((has, at) => (has ? (coded.has(at) ? '1' : '0') : '*')).join('')

const isMixed = (pattern: string): boolean => pattern.includes('1') && pattern.includes('0')

/** A stretch of the text and who has coded it. */
interface Stretch extends Span {
  pattern: string
}

/** The stretches of a report between the borders of codings of one code. */
function stretchesOf({ span, read }: ComparedText, codings: readonly (Span & { author: number })[]): Stretch[] {
  const clipped = codings.flatMap(({ author, start, end }) => {
    const own = { author, start: Math.max(start, span.start), end: Math.min(end, span.end) }
    return own.end > own.start ? [own] : []
  })
  const borders = [...new Set(clipped.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b)
  const events = clipped.flatMap(({ author, start, end }) => [
    { at: start, author, step: 1 },
    { at: end, author, step: -1 },
  ])
  events.sort((a, b) => a.at - b.at)
  const open = read.map(() => 0)
  let next = 0
  return borders.flatMap((start, index): Stretch[] => {
    for (let event = events[next]; event && event.at <= start; event = events[++next])
      open[event.author] = (open[event.author] ?? 0) + event.step
    const end = borders[index + 1]
    const coded = new Set(open.flatMap((count, author) => (count > 0 ? [author] : [])))
    return end === undefined || coded.size === 0 ? [] : [{ start, end, pattern: patternOf(read, coded) }]
  })
}

/** The first unit that ends behind an offset. */
function firstBehind(units: readonly Span[], offset: number): number {
  let [low, high] = [0, units.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((units[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The units of a report that somebody has given one code. */
function unitsOf({ units, read }: ComparedText, codings: readonly (Span & { author: number })[]): Stretch[] {
  const coded = new Map<number, Set<number>>()
  for (const coding of codings)
    for (let at = firstBehind(units, coding.start); at < units.length; at++) {
      const unit = units[at]
      if (!unit || unit.start >= coding.end) break
      if (means(coding, unit)) coded.set(at, (coded.get(at) ?? new Set()).add(coding.author))
    }
  return [...coded]
    .sort(([a], [b]) => a - b)
    .flatMap(([at, who]) => {
      const unit = units[at]
      return unit ? [{ start: unit.start, end: unit.end, pattern: patternOf(read, who) }] : []
    })
}

/** What authors have coded in a report. @param authors in the order of `read` */
export function patternsIn(text: ComparedText, authors: readonly string[], unit: AgreementUnit): ReportPatterns {
  const byCode = new Map<string, (Span & { author: number })[]>()
  for (const { author, code, start, end } of text.codings) {
    const at = authors.indexOf(author)
    if (at < 0 || !text.read[at]) continue
    const list = byCode.get(code)
    if (list) list.push({ author: at, start, end })
    else byCode.set(code, [{ author: at, start, end }])
  }
  const coded: Patterns = new Map()
  const disagreements: Disagreement[] = []
  for (const [code, codings] of byCode) {
    const counts = new Map<string, number>()
    for (const { start, end, pattern } of unit === 'character' ? stretchesOf(text, codings) : unitsOf(text, codings)) {
      const weight = unit === 'character' ? lengthOf(text.text, start, end) : 1
      if (weight === 0) continue
      counts.set(pattern, (counts.get(pattern) ?? 0) + weight)
      if (isMixed(pattern)) disagreements.push({ report: text.report, code, start, end, pattern })
    }
    coded.set(code, counts)
  }
  const total = unit === 'character' ? lengthOf(text.text, text.span.start, text.span.end) : text.units.length
  return { total, blank: patternOf(text.read, new Set()), coded, disagreements }
}
