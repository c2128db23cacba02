import type { Span } from '../model/anchor'
import { findJoins } from './joins'
import { isBlank } from './lines'
import { beginsRemnant, remnantAt } from './remnants'

/** Ends a sentence; an ellipsis counts as its own end, a semicolon too (targets are listed with it). */
const ENDS = '。！？!?；;…'
/** Line feed, vertical tab, form feed, carriage return, and Unicode's own. */
const LINE_BREAKS = '\n\v\f\r\u2028\u2029'
/** Pairs inside which no sentence ends while the sentence around them goes on. */
const PAIRS: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '「': '」',
  '『': '』',
  '《': '》',
  '（': '）',
  '(': ')',
  '【': '】',
}
const QUOTES = '“‘「『'
const CLOSERS = '”’」』》）)】"*'
/** A pair whose other half is further away than this is taken for a slip of the scan. */
const LONGEST_PAIR = 600
/** What goes on after a quotation that closed with an end mark: …！”的动员令. */
const GOES_ON = /^[的，、；：,;:等这是和与及为之]/
/** A speech verb after a quotation that opened the sentence: “…。”李静笑着说。 */
const SAYS = /^[^。！？“]{0,30}?(?:说|道|表示|介绍|称|告诉|强调|坦言|感慨)/

/**
 * The sentences of a span. End marks keep the quotes and brackets that close behind them; inside quotes and brackets
 * nothing is cut while the sentence goes on; a line break ends a sentence unless a scan put it there (`findJoins`).
 * @returns spans without white space at their ends, in order, disjoint, offsets in the whole text
 */
export function sentencesIn(text: string, span: Span): Span[] {
  const slice = text.slice(span.start, span.end)
  const sentences: Span[] = []
  let start = 0
  for (const cut of [...cutsOf(slice), slice.length]) {
    const trimmed = trim(slice, start, cut)
    if (trimmed) sentences.push({ start: trimmed.start + span.start, end: trimmed.end + span.start })
    start = cut
  }
  return sentences
}

/**
 * The sentence that holds an offset, or the next one (else the last one) when the offset stands between two.
 * Reads all of `within`: who asks for many offsets calls `sentencesIn` once.
 * @returns an empty span at the offset where `within` is blank
 */
export function sentenceAt(text: string, offset: number, within: Span): Span {
  const sentences = sentencesIn(text, within)
  return sentences.find((sentence) => offset < sentence.end) ?? sentences.at(-1) ?? { start: offset, end: offset }
}

/** What a character may do to a sentence, by its code unit; most do nothing and are passed over without being asked. */
const DOES = { nothing: 0, ends: 1, breaks: 2, opens: 3, remains: 4 } as const
const WHAT = new Uint8Array(0x1_0000)
const set = (characters: string, what: number): void => {
  for (let at = 0; at < characters.length; at++) WHAT[characters.charCodeAt(at)] = what
}
set(ENDS, DOES.ends)
set(LINE_BREAKS, DOES.breaks)
set(Object.keys(PAIRS).join(''), DOES.opens)
for (let unit = 0; unit < WHAT.length; unit++) if (beginsRemnant(unit)) WHAT[unit] = DOES.remains

/** The next offset at which something may happen: a character that does something, or a join. */
function nextAt(slice: string, from: number, join: number): number {
  const end = Math.min(slice.length, join)
  let at = from
  while (at < end && WHAT[slice.charCodeAt(at)] === DOES.nothing) at++
  return at
}

/** Offsets at which a sentence ends, in order. */
function cutsOf(slice: string): number[] {
  const joins = findJoins(slice)
  const ahead = new Map<string, number>()
  const cuts: number[] = []
  let [start, join] = [0, 0]
  const cut = (end: number): number => {
    cuts.push(end)
    start = end
    return end
  }
  for (let at = 0; at < slice.length; ) {
    while ((joins[join]?.start ?? slice.length) < at) join++
    at = nextAt(slice, at, joins[join]?.start ?? slice.length)
    if (at === joins[join]?.start) {
      at = joins[join]?.end ?? at
      continue
    }
    const what = WHAT[slice.charCodeAt(at)]
    if (what === DOES.breaks) at = cut(at + 1)
    else if (what === DOES.ends) at = cut(afterMarks(slice, at))
    else if (what === DOES.opens) {
      const shut = pairEnd(slice, at, joins, join, ahead)
      const isWhole = shut !== null && QUOTES.includes(slice.charAt(at)) && endsWithQuote(slice, start, at, shut)
      at = isWhole ? cut(afterMarks(slice, shut)) : (shut ?? at + 1)
    } else {
      const remnant = at < slice.length ? remnantAt(slice, at) : null
      at += remnant?.length ?? 1
      if (remnant?.kind === 'break') cut(at)
    }
  }
  return cuts
}

/** The offset behind a run of end marks and what closes with them. */
function afterMarks(slice: string, from: number): number {
  let at = from
  while (at < slice.length && ENDS.includes(slice.charAt(at))) at++
  while (at < slice.length && CLOSERS.includes(slice.charAt(at))) at++
  return at
}

const LINE_FEED = 0x0a
const RETURN = 0x0d

/**
 * The offset behind the other half of the pair that opens here; null when it never closes.
 * @param first the first join that does not begin before it
 */
function pairEnd(
  slice: string,
  open: number,
  joins: readonly Span[],
  first: number,
  ahead: Map<string, number>,
): number | null {
  const closer = PAIRS[slice.charAt(open)] ?? ''
  if (nextOf(slice, closer, open, ahead) > open + LONGEST_PAIR) return null
  const [opens, shuts] = [slice.charCodeAt(open), closer.charCodeAt(0)]
  const end = Math.min(slice.length, open + LONGEST_PAIR)
  let [depth, join] = [0, first]
  let joined = joins[join]?.start ?? end
  for (let at = open; at < end; at++) {
    if (at === joined) {
      at = joins[join]?.end ?? at
      do join++
      while ((joins[join]?.start ?? end) <= at && join < joins.length)
      joined = joins[join]?.start ?? end
    }
    const unit = slice.charCodeAt(at)
    if (unit === LINE_FEED || unit === RETURN) return null
    if (unit === opens) depth++
    else if (unit === shuts && --depth === 0) return at + 1
  }
  return null
}

/** Where a character stands next, kept in `ahead` so that no text is searched twice; infinite where it stands no more. */
function nextOf(slice: string, char: string, from: number, ahead: Map<string, number>): number {
  const known = ahead.get(char)
  if (known !== undefined && known >= from) return known
  const found = slice.indexOf(char, from)
  const next = found < 0 ? Number.POSITIVE_INFINITY : found
  ahead.set(char, next)
  return next
}

/** Whether a quotation `open..shut` that closes with an end mark also ends the sentence that began at `start`. */
function endsWithQuote(slice: string, start: number, open: number, shut: number): boolean {
  if (!ENDS.includes(slice.charAt(shut - 2))) return false
  const rest = slice.slice(shut, shut + 40)
  if (GOES_ON.test(rest)) return false
  return trim(slice, start, open) !== null || !SAYS.test(rest)
}

/** A span without white space and what converters leave of it at its ends. */
function trim(slice: string, from: number, to: number): Span | null {
  let start = from
  let end = to
  for (let length = blankAt(slice, start); start < end && length > 0; length = blankAt(slice, start)) start += length
  for (let at = lastBlank(slice, start, end); at < end; at = lastBlank(slice, start, end)) end = at
  return start < end ? { start, end } : null
}

const blankAt = (slice: string, at: number): number =>
  isBlank(slice.charAt(at)) ? 1 : (remnantAt(slice, at)?.length ?? 0)

/** The longest remnant of a blank or a break that trimming looks back for. */
const LONGEST_REMNANT = 12

/** Where the blank begins that a span ends with; its end where it ends with ink. */
function lastBlank(slice: string, start: number, end: number): number {
  if (isBlank(slice.charAt(end - 1))) return Math.max(start, end - 1)
  const last = slice.charAt(end - 1)
  if (last !== ';' && last !== '>' && last !== 'n' && last !== 'r' && last !== 'p') return end
  for (let at = Math.max(start, end - LONGEST_REMNANT); at < end; at++) {
    if (at + (remnantAt(slice, at)?.length ?? 0) === end) return at
  }
  return end
}
