import type { Span } from '#shared/model/anchor'
import { FAMILIES, type Family, findMark, type Mark } from './marks'
import { CLOSING } from './words.data'

/** An item of a list in the view. */
export interface Item extends Span {
  /** Where its words begin, behind its mark. */
  readonly words: number
  /** Its place in the list, from 1. */
  readonly ordinal: number
  /** As the view shows it, '' for a bullet. */
  readonly mark: string
  /** It begins its line. */
  readonly leads: boolean
}

/** A run of items that are marked alike. */
export interface Chain {
  readonly family: string
  readonly items: readonly Item[]
}

/** Longest item, in characters. */
export const LONGEST = 1_500
/** 首先，, （一）. */
const LONGEST_MARK = 3
/** No list is longer. */
const MOST = 120
const TITLE = 45

/** The first item that begins between two offsets of the view, by the mark that comes first. */
export function firstMark(text: string, from: number, limit: number): { family: Family; mark: Mark } | null {
  let best: { family: Family; mark: Mark } | null = null
  for (const family of FAMILIES) {
    // What begins behind the one that was found is not looked for.
    const mark = findMark(text, family, 1, from, best ? Math.min(limit, best.mark.at + LONGEST_MARK) : limit)
    if (mark && (!best || mark.at < best.mark.at)) best = { family, mark }
  }
  return best
}

/** The mark of the next item; one number may have been lost (scans), and is looked for behind its place. */
function nextMark(text: string, family: Family, n: number, last: Mark): { mark: Mark; n: number } | null {
  const limit = Math.min(text.length, last.end + LONGEST)
  for (const wanted of [n, n + 1]) {
    let mark = findMark(text, family, wanted, last.end, limit)
    // Where items begin lines, a mark inside one counts its parts.
    while (mark && last.leads && !mark.leads && !family.sure) mark = findMark(text, family, wanted, mark.end, limit)
    // Another list begins before it: 续办实事：①…⑦ 新办实事：①…⑩.
    if (mark) return findMark(text, family, 1, last.end, mark.from) ? null : { mark, n: wanted }
  }
  return null
}

/** The numbered items from a first mark on. */
export function numberedFrom(text: string, family: Family, first: Mark, headings: readonly number[]): Chain {
  const marks: { mark: Mark; n: number }[] = [{ mark: first, n: 1 }]
  while (marks.length < MOST) {
    const last = marks.at(-1)
    const next = last && nextMark(text, family, last.n + 1, last.mark)
    if (!next) break
    marks.push(next)
  }
  const starts = marks.map(({ mark }) => mark.from)
  const items = marks.map(({ mark }, i): Item => {
    const until = starts[i + 1]
    const end = until === undefined ? lastEnd(text, starts, mark.end, headings) : until
    return {
      start: mark.from,
      end: trimmed(text, mark.end, end),
      words: mark.end,
      ordinal: i + 1,
      mark: text.slice(mark.at, mark.end).replace(/[，：]$/u, ''),
      leads: mark.leads,
    }
  })
  return { family: family.name, items }
}

/** Offset of a sign between two offsets of the view, the second where it has none; what lies behind is not looked at. */
export function signBefore(text: string, sign: string, from: number, limit: number): number {
  const at = text.slice(from, limit).indexOf(sign)
  return at < 0 ? Math.max(from, limit) : from + at
}

/** Drops blank lines and the sign between two items off the end of one. */
function trimmed(text: string, from: number, to: number): number {
  let end = to
  while (end > from && /[\n；，#*]/u.test(text.charAt(end - 1))) end--
  return end
}

/** Lines of a stretch of the view that hold words. */
const linesIn = (text: string, from: number, to: number): number =>
  text
    .slice(from, to)
    .split('\n')
    .filter((line) => line !== '').length

function sentencesIn(text: string, from: number, to: number): number {
  const words = text.slice(from, to).trimEnd()
  return (words.match(/[。！？]/gu)?.length ?? 0) + (/[。！？]$/u.test(words) ? 0 : 1)
}

/**
 * Where the last item ends: it has no more lines and sentences than the longest of the others, and what speaks of the
 * whole list or begins a new part is none of it.
 */
function lastEnd(text: string, starts: readonly number[], from: number, headings: readonly number[]): number {
  const start = starts.at(-1) ?? from
  const spans = starts.slice(0, -1).map((at, i) => [at, starts[i + 1] ?? at] as const)
  const lines = Math.max(1, ...spans.map(([a, b]) => linesIn(text, a, b)))
  const longest = Math.max(1, ...spans.map(([a, b]) => sentencesIn(text, a, b)))
  const sentences = longest > 1 ? longest + 2 : 1
  const parted = headings.some((at) => at > (starts[0] ?? start) && at < start && !starts.includes(at))
  const heading = (parted ? undefined : headings.find((at) => at > start)) ?? text.length
  const limit = Math.min(heading, from + LONGEST, text.length)
  let end = from
  let read = 0
  for (let line = 0, at = from; line < lines && at < limit; ) {
    const stop = signBefore(text, '\n', at, limit)
    if (stop > at) {
      const ended = sentencesTo(text, at, stop, sentences - read, line > 0)
      read += ended.count
      if (ended.at > at) end = ended.at
      if (ended.at < stop) return end
      line++
    }
    at = stop + 1
  }
  return end
}

/** How many sentences of a line belong to an item, and where the last of them ends. */
function sentencesTo(text: string, from: number, to: number, most: number, fresh: boolean) {
  let at = from
  let count = 0
  while (at < to && count < most) {
    if ((fresh || at > from) && CLOSING.test(text.slice(at, at + 60))) break
    let end = at
    while (end < to && !'。！？'.includes(text.charAt(end))) end++
    at = Math.min(to, end + 1)
    if (/[”）]/u.test(text.charAt(at))) at = Math.min(to, at + 1)
    count++
  }
  return { at, count }
}

const BULLET = /^[-●•◆■◇□★▲○·—–*]{1,2}(?=[^-—\d\n])/u

/** The bulleted items of the lines from an offset on; a short line under a bullet is a title, the next line its body. */
export function bulletedFrom(text: string, from: number, headings: readonly number[]): Chain | null {
  const sign = BULLET.exec(text.slice(from, from + 4))?.[0]
  if (sign === undefined) return null
  const items: Item[] = []
  let lines = 0
  for (let at = from; at < text.length && items.length < MOST; ) {
    const newline = text.indexOf('\n', at)
    const stop = newline < 0 ? text.length : newline
    const last = items.at(-1)
    if (text.startsWith(sign, at)) {
      const words = at + sign.length
      items.push({ start: at, end: stop, words, ordinal: items.length + 1, mark: '', leads: true })
      lines = 1
    } else if (stop > at) {
      if (
        !last ||
        lines > 1 ||
        last.end - last.words > TITLE ||
        headings.includes(at) ||
        /^[#（]/u.test(text.charAt(at))
      )
        break
      items[items.length - 1] = { ...last, end: stop }
      lines++
    }
    at = stop + 1
  }
  return { family: 'bullet', items }
}
