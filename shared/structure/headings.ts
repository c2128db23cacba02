import type { Span } from '../model/anchor'
import type { Line } from '../text/lines'
import { CREDIT, ENDS_LIKE_BODY, HAS_SENTENCE } from './patterns'

/** How a heading is marked. */
export interface HeadingStyle {
  readonly name: string
  /** Orders the styles that have a fixed order; null for those that nest as they come. */
  readonly rank: number | null
}

/** A heading found in a line: the whole line, or the lead of a paragraph. */
export interface Heading {
  readonly line: number
  readonly span: Span
  /** Without marks and list numbers. */
  readonly title: string
  readonly style: HeadingStyle
  /** True when body text follows in the same line. */
  readonly lead: boolean
}

/** Marked headings in their order of rank: # before 第一部分 before 一、 before (一) before 1. before (1). */
const MARKS: readonly { readonly name: string; readonly rank: number; readonly mark: RegExp }[] = [
  { name: 'part', rank: 10, mark: /^第[一二三四五六七八九十]{1,3}[章篇]|^第[一二三四五六七八九十]{1,3}部分/ },
  { name: 'point', rank: 20, mark: /^重点[一二三四五六七八九十]{1,3}[\s、：:]/ },
  { name: 'numeral', rank: 20, mark: /^[一二三四五六七八九十]{1,3}[、.．]/ },
  { name: 'bracket', rank: 30, mark: /^[（(][一二三四五六七八九十]{1,3}[）)]、?/ },
  { name: 'digit', rank: 40, mark: /^\d{1,2}(?:[、．]|\.(?!\d))/ },
  { name: 'digitBracket', rank: 50, mark: /^[（(]\d{1,2}[）)]、?/ },
]
const BULLET = /^(?:[-*+] +)?[●○◆■▲★◇□]+\s*|^[-*+] +/
/** A lead is a short first sentence: 一、着力扩内需，投资、消费保持较快增长。 */
const LEAD = /^[^。！？；]{2,60}[。：！]/
const LONGEST_HEADING = 60
const LONGEST_PLAIN = 40

/** The heading of a line, null for body text. `next` is the next line with ink, `index` the line's own number. */
export function headingOf(line: Line, index: number, next: Line | undefined): Heading | null {
  const hashes = /^(#{1,6})\s+/.exec(line.ink)
  if (hashes) return heading(line, index, line.ink.length, { name: 'hash', rank: (hashes[1] ?? '').length }, false)
  const bullet = BULLET.exec(line.ink)?.[0] ?? ''
  const rest = line.ink.slice(bullet.length)
  const bold = /^\*\*(.{2,80}?)\*\*/.exec(rest)
  const inner = bold?.[1]?.trim() ?? rest
  const mark = MARKS.find((candidate) => candidate.mark.test(inner))
  if (bold) {
    const length = bullet.length + bold[0].length
    const alone = length >= line.ink.length
    const style =
      mark ?? (bullet === '' ? { name: alone ? 'bold' : 'boldLead', rank: null } : { name: 'bullet', rank: null })
    return heading(line, index, length, style, !alone)
  }
  if (mark) return markedHeading(line, index, bullet.length, rest, mark)
  if (bullet !== '' && rest.length <= LONGEST_PLAIN && !ENDS_LIKE_BODY.test(rest)) {
    return heading(line, index, line.ink.length, { name: `item ${bullet.trim()}`, rank: null }, false)
  }
  return isPlainHeading(line, next) ? heading(line, index, line.ink.length, { name: 'plain', rank: null }, false) : null
}

function markedHeading(line: Line, index: number, offset: number, rest: string, style: HeadingStyle): Heading | null {
  if (!HAS_SENTENCE.test(rest)) {
    return rest.length <= LONGEST_HEADING ? heading(line, index, line.ink.length, style, false) : null
  }
  const lead = LEAD.exec(rest)
  return lead ? heading(line, index, offset + lead[0].length, style, offset + lead[0].length < line.ink.length) : null
}

/** A short line that ends like no sentence, with body text or another heading under it. */
function isPlainHeading(line: Line, next: Line | undefined): boolean {
  const { ink } = line
  if (ink.length < 2 || ink.length > LONGEST_PLAIN || next === undefined) return false
  if (ENDS_LIKE_BODY.test(ink) || HAS_SENTENCE.test(ink) || CREDIT.test(ink)) return false
  return /\p{Script=Han}{2}/u.test(ink) && !/^[—―–\-|（(]/.test(ink) && !/^\d+$/.test(ink)
}

function heading(line: Line, index: number, length: number, style: HeadingStyle, lead: boolean): Heading {
  const span = { start: line.inkStart, end: line.inkStart + length }
  return {
    line: index,
    span,
    title: bareTitle(line.ink.slice(0, length)),
    style: { name: style.name, rank: style.rank },
    lead,
  }
}

/** A heading without marks, list numbers and the stop at its end. */
export function bareTitle(words: string): string {
  let bare = words
    .replace(/^#{1,6}\s+/, '')
    .replace(BULLET, '')
    .replaceAll('**', '')
    .trim()
  for (const { mark } of MARKS) bare = bare.replace(mark, '')
  return bare.replace(/[。：:！，、；\s]+$/, '').trim()
}
