import type { Span } from '../model/anchor'
import { type Line, linesOf } from './lines'
import { isNumberSplit } from './number-split'

/** A line that ends so has come to an end: its break is a true one. Markdown's closing marks count too. */
const FINISHED = /[。！？!?.．；;：:…*_|>~=\-—][”’"'」』》）)\]】*]*$/
/** 。 inside a line shows that it is body text and no headline. */
const SENTENCE_END = /[。！？；!?;]/
/** A by-line behind the last sentence: 。(凌彦). */
const CLOSED_BY_NAME = /[。！？…][”’」』"]?[(（][^()（）]{2,60}[)）]$/
/** What begins a new item, heading, quotation or table and therefore never continues a sentence. */
const BEGINS_ANEW =
  /^(?:[#>|●○◆■▲△★☆•·*\-—–]|[(（][一二三四五六七八九十百\d]{1,4}[)）]|[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十]+[章节部分]|[（(](?:紧?上接|下转)|\d{1,2}[.．、](?!\d)|[①-⑳])/
/** The last character of a line that stops in the middle: nothing follows 一个逗号 but the rest of the sentence. */
const OPEN_END = /[，、,“‘《（(〈「『]$/
/** A line that can only be the rest of another one. */
const OPEN_START = /^[，、。；：！？,;）)》”’」』%％]/
/** A headline is rarely as long as this; a body line without 。 that stops in the middle is. */
const BODY_LENGTH = 30

/** A heading that a converter left at the end of a paragraph: …9亿元。（三）城乡发展协调推进. */
const TRAILING_HEADING = /[。！；]\s*[（(]?[一二三四五六七八九十]{1,3}(?:[）)]|、)[^。，；！？]{2,40}$/
/** 上接 and 下转 stand between two texts. */
const PAGE_NOTE = /[（(](?:紧?上接|下转)[^（()）]{0,16}[)）]$/
/** So many breaks that can be nothing else show a scan; only there weaker signs count. */
const SCAN_JOINS = 2

/** How much of the end of a line is looked at: patterns that end with it are slow on long lines. */
const FINISH = 12
const LONGEST_END = 80

type Sign = 'strong' | 'weak' | 'none'

/**
 * Finds the line breaks that a scan or a PDF put into a sentence (细⏎⏎剂、铝基). Headings, list items and the true
 * ends of paragraphs are none.
 * @param furniture what stands between the lines and is none of the text (page numbers, running headers), in order: a
 * sentence goes on over it, and the spans leave it out
 * @returns spans that cover each break with the white space around it, in order; the view shows them as nothing
 */
export function findJoins(text: string, furniture: readonly Span[] = []): Span[] {
  const inked = withoutFurniture(linesOf(text), furniture)
  const wrap = { width: wrapWidth(inked), band: wrapBand(inked) }
  const apart = wrap.width === null && wrap.band === null ? null : apartFrom(text, inked, wrap)
  const found: { span: Span; sign: Sign }[] = []
  for (let index = 1; index < inked.length; index++) {
    const above = inked[index - 1]
    const below = inked[index]
    if (!above || !below) continue
    const span = { start: above.inkEnd, end: below.inkStart }
    const sign = signOf(above.ink, below.ink, apart !== null && isApart(text, above, below) ? apart : wrap)
    if (sign !== 'none') found.push({ span, sign })
    else if (isParted(above.ink, below.ink) && holds(span, furniture)) found.push({ span, sign: 'strong' })
  }
  const scanned = found.filter(({ sign }) => sign === 'strong').length >= SCAN_JOINS
  const spans = found.filter(({ sign }) => sign === 'strong' || scanned).map(({ span }) => span)
  return furniture.length === 0 ? spans : spans.flatMap((span) => around(span, furniture))
}

/** Whether a sentence can go on where something stands between two lines: it has begun and has not come to an end. */
const isParted = (above: string, below: string): boolean =>
  /[，,、]/.test(above) && !FINISHED.test(above.slice(-FINISH)) && !BEGINS_ANEW.test(above) && !BEGINS_ANEW.test(below)

const holds = (span: Span, furniture: readonly Span[]): boolean =>
  furniture.some(({ start, end }) => start >= span.start && end <= span.end)

/** Lines with ink, without what is furniture in them. */
function withoutFurniture(lines: readonly Line[], furniture: readonly Span[]): Line[] {
  const inked = lines.filter((line) => line.ink !== '')
  if (furniture.length === 0) return inked
  const kept: Line[] = []
  let next = 0
  for (const line of inked) {
    while ((furniture[next]?.end ?? Number.POSITIVE_INFINITY) <= line.inkStart) next++
    let { inkStart, inkEnd } = line
    for (let at = next; (furniture[at]?.start ?? Number.POSITIVE_INFINITY) < line.inkEnd; at++) {
      const { start, end } = furniture[at] ?? line
      if (start <= inkStart) inkStart = Math.min(Math.max(inkStart, end), inkEnd)
      else if (end >= inkEnd) inkEnd = start
    }
    const ink = line.ink.slice(inkStart - line.inkStart, inkEnd - line.inkStart)
    if (ink.trim() !== '') kept.push({ ...line, inkStart, inkEnd, ink })
  }
  return kept
}

/** The parts of a span that furniture leaves. */
function around(span: Span, furniture: readonly Span[]): Span[] {
  const parts: Span[] = []
  let at = span.start
  for (const { start, end } of furniture) {
    if (end <= span.start || start >= span.end) continue
    if (start > at) parts.push({ start: at, end: start })
    at = end
  }
  if (at < span.end) parts.push({ start: at, end: span.end })
  return parts
}

/** How a text was wrapped, when it was. */
interface Wrap {
  /** Its lines are as long as this, give or take two characters. */
  readonly width: number | null
  /** Its lines are at least as long as this where they stop in the middle. */
  readonly band: number | null
}

const NATURAL: Wrap = { width: null, band: null }
/** So many of a column's lines follow each other directly where blank lines part its paragraphs. */
const CLOSE_SHARE = 0.8

/**
 * How lines with a blank line between them are read in a wrapped text: as natural ones, when most lines stand close.
 * @returns null where blank lines part nothing
 */
function apartFrom(text: string, lines: readonly Line[], { width, band }: Wrap): Wrap | null {
  const least = Math.min(width === null ? Number.POSITIVE_INFINITY : width - 2, band ?? Number.POSITIVE_INFINITY)
  let long = 0
  let close = 0
  for (let index = 1; index < lines.length; index++) {
    const above = lines[index - 1]
    const below = lines[index]
    if (!above || !below || above.ink.length < least || FINISHED.test(above.ink.slice(-FINISH))) continue
    long++
    if (!isApart(text, above, below)) close++
  }
  return close >= long * CLOSE_SHARE ? NATURAL : null
}

/** Whether a blank line, and nothing else, stands between two lines. */
const isApart = (text: string, above: Line, below: Line): boolean =>
  below.start - above.end > (text.startsWith('\r\n', above.end) ? 2 : 1) &&
  text.slice(above.inkEnd, below.inkStart).trim() === ''

/** How surely the sentence goes on from one line to the next. */
function signOf(above: string, below: string, { width, band }: Wrap): Sign {
  const end = above.slice(-LONGEST_END)
  if (isNumberSplit(end.slice(-FINISH), below.slice(0, FINISH)) && isBody(above, below)) return 'strong'
  if (FINISHED.test(end.slice(-FINISH)) || BEGINS_ANEW.test(below) || CLOSED_BY_NAME.test(end)) return 'none'
  if (above.startsWith('#') || TRAILING_HEADING.test(end) || PAGE_NOTE.test(end)) return 'none'
  if (OPEN_START.test(below)) return 'strong'
  if (width !== null && above.length >= width - 2 && above.length <= width + 2) return 'strong'
  if (band !== null && above.length >= band && !isHeading(above)) return 'strong'
  if (!SENTENCE_END.test(below)) return 'none'
  if (OPEN_END.test(above) || SENTENCE_END.test(above)) return 'strong'
  if (BEGINS_ANEW.test(above) || above.length < BODY_LENGTH || /\s/.test(above)) return 'none'
  return /[，,]/.test(above) ? 'weak' : 'none'
}

/** Words on both sides of a break, or a sentence's marks on one: no table, no page numbers. */
const isBody = (above: string, below: string): boolean =>
  SENTENCE_MARK.test(above) || SENTENCE_MARK.test(below) || (WORDS.test(above) && /^[^\d]/.test(below))
const SENTENCE_MARK = /[，。；、]/
const WORDS = /\p{Script=Han}{4}/u

/** A numbered line without a mark of a sentence. */
const isHeading = (ink: string): boolean => BEGINS_ANEW.test(ink) && !/[，。；,;]/.test(ink)

/**
 * The width in characters that a text was wrapped at, when most of its lines are equally long.
 * @returns null for a text with natural lines
 */
function wrapWidth(lines: readonly Line[]): number | null {
  const counts = new Map<number, number>()
  for (const line of lines) counts.set(line.ink.length, (counts.get(line.ink.length) ?? 0) + 1)
  let width = 0
  let best = 0
  for (const length of counts.keys()) {
    const near = [-2, -1, 0].reduce((sum, step) => sum + (counts.get(length + step) ?? 0), 0)
    if (length >= 16 && near > best) [width, best] = [length, near]
  }
  return lines.length >= 12 && best >= lines.length * 0.4 ? width : null
}

/** Wrapped lines are shorter than this, and at least so many of the longer lines stop in the middle. */
const LONGEST_WRAP = 64
const SHORTEST_WRAP = 16
const FEWEST_WRAPPED = 12
const WRAPPED_SHARE = 0.6

/**
 * The least length of a line that stops in the middle, in a text whose lines do so nearly everywhere, each at another
 * length: natural lines hold whole paragraphs and are finished.
 * @returns null for a text with natural lines
 */
function wrapBand(lines: readonly Line[]): number | null {
  const open: number[] = []
  let long = 0
  let longest = 0
  for (const { ink } of lines) {
    if (ink.length < SHORTEST_WRAP) continue
    long++
    if (ink.length > LONGEST_WRAP) longest++
    else if (!FINISHED.test(ink.slice(-FINISH))) open.push(ink.length)
  }
  if (open.length < FEWEST_WRAPPED || open.length < long * WRAPPED_SHARE || longest > long * 0.1) return null
  open.sort((a, b) => a - b)
  return open[Math.floor(open.length * 0.05)] ?? null
}
