import type { Span } from '../model/anchor'
import { type ListMark, listMarkOf } from './list-marks'
import { CREDIT, ENDS_LIKE_BODY, HAS_SENTENCE } from './patterns'
import { offsetIn, type Row } from './rows'

/**
 * How a heading stands: alone in its row, as a row that is one sentence, as the first sentence of a paragraph, or as
 * the beginning of an item that names nothing.
 */
export type HeadingForm = 'alone' | 'sentence' | 'lead' | 'item'

/** A row that may begin with a heading. */
export interface Candidate {
  /** Index of its row, and of the last one where it covers several. */
  readonly row: number
  readonly lastRow: number
  readonly span: Span
  /** Its words without marks and list numbers. */
  readonly words: string
  /** Headings of one family in one list are siblings. */
  readonly family: string
  /** Orders families where the text itself does not; null for those that nest as they come. */
  readonly rank: number | null
  /** Its number in a list, null where it has none. */
  readonly value: number | null
  readonly form: HeadingForm
  /** Set apart by more than a number: #, bold, or the format. */
  readonly strong: boolean
}

/** What holds for a whole report while its candidates are read. */
export interface Look {
  /** True where bold says nothing because most of the text is bold. */
  readonly plainBold: boolean
  /** Level that the format declares for the row, null for none. */
  readonly declared: (row: Row) => number | null
}

const BULLET = /^(?:[-*+] +)?[●○◆■▲★◇□•]+\s*|^[-*+] +/
const DASH = /^[—―–]{1,3}(?=\*\*)/
const LONGEST_HEADING = 60
/** A first sentence longer than this names nothing. */
const LONGEST_LEAD = 88
const LONGEST_PLAIN = 40
const LONGEST_STYLED = 100
/** Bold that stresses: 各位代表！, 一年来，, 主要预期目标是：, and whole passages. */
const STRESS =
  /^(?:各位|同志们|[一三四五这]年来|过去|今年|去年|\d{4}年，)[^。]*[，,]$|^各位|同志们[！!]$|(?:以下|下列)[^。]{0,10}工作[。：:]?$|(?:目标|要求|思路|任务|工作|方面|做到|重点)[^。，]{0,4}[是为]?[：:]$|[，,；;、]$|^\d[\d.,]*[%％万亿]?$|^谢谢/

/** The heading that a row may begin with, null for body text. */
export function candidateOf(row: Row, index: number, look: Look): Candidate | null {
  const declared = look.declared(row)
  const hashes = /^(#{1,6})\s+/.exec(row.ink)
  let at = hashes?.[0].length ?? 0
  const bullet = BULLET.exec(row.ink.slice(at))?.[0] ?? ''
  at += bullet.length + (DASH.exec(row.ink.slice(at + bullet.length))?.[0].length ?? 0)
  const bold = row.ink.startsWith('**', at) ? boldAt(row.ink, at) : null
  const inner = bold === null ? at : at + 2
  const mark = listMarkOf(row.ink.slice(inner, inner + 24).trimStart())
  const blanks = row.ink.slice(inner).length - row.ink.slice(inner).trimStart().length
  const parts: Parts = { row, index, bullet, inner: inner + blanks, bold, mark, look }
  if (hashes || (declared !== null && isStyled(row))) {
    return whole(parts, `hash${declared ?? (hashes?.[1] ?? '').length}`, declared ?? (hashes?.[1] ?? '').length)
  }
  if (mark && !(bullet !== '' && bold === null && mark.family === 'digit')) return numbered(parts, mark)
  if (bold !== null && !look.plainBold) return boldHeading(parts, bold)
  if (bullet !== '') return item(parts)
  return plain(parts)
}

interface Parts {
  readonly row: Row
  readonly index: number
  readonly bullet: string
  /** Where the words or their number begin, behind # ● and the opening of bold. */
  readonly inner: number
  /** Where the bold that begins there ends, its closing marks included; null for none. */
  readonly bold: number | null
  readonly mark: ListMark | null
  readonly look: Look
}

/** The end of the bold at `from`; the whole row where it never closes. */
function boldAt(ink: string, from: number): number {
  const close = ink.indexOf('**', from + 2)
  return close < 0 ? ink.length : close + 2
}

/** A paragraph that is styled as a heading and yet runs on is none. */
const isStyled = ({ ink }: Row): boolean => ink.length <= LONGEST_STYLED && !/[。！？；].*[。！？；]/.test(ink)

function whole(parts: Parts, family: string, rank: number): Candidate {
  const { mark, row } = parts
  const style = mark && row.ink.startsWith('#') === false ? mark : mark?.family === 'counted' ? null : mark
  return made(parts, row.ink.length, style?.family ?? family, style?.rank ?? rank, 'alone', true)
}

function made(
  { row, index, inner, mark }: Parts,
  length: number,
  family: string,
  rank: number | null,
  form: HeadingForm,
  strong: boolean,
): Candidate {
  const words = row.ink
    .slice(inner + (mark?.length ?? 0), length)
    .replaceAll('**', '')
    .replace(/^[—―–]+/, '')
    .replace(/[。：:！，、；\s]+$/, '')
    .replace(/\s+/g, ' ')
  const value = mark?.family === family ? mark.value : null
  return {
    row: index,
    lastRow: index,
    span: { start: row.start, end: offsetIn(row, length) },
    words,
    family,
    rank,
    value,
    form,
    strong,
  }
}

/** Behind a number: the bold, the words up to a wide blank, or the first sentence. */
function numbered(parts: Parts, mark: ListMark): Candidate | null {
  const { row, inner, bold, look } = parts
  const from = inner + mark.length
  const { ink } = row
  const strong = bold !== null && !look.plainBold
  const { family, rank } = mark
  const stop = sentenceEnd(ink, from)
  if (strong && bold - from <= LONGEST_LEAD && (stop === null || stop.end + 2 >= bold || bold - from < 12)) {
    const alone = bold >= ink.length
    const empty = bold - from <= 3
    if (empty) return stop === null ? null : made(parts, stop.end, family, rank, formOf(ink, stop), false)
    if (alone) return made(parts, bold, family, rank, stop === null ? 'alone' : 'sentence', stop === null)
    return made(parts, bold, family, rank, 'lead', true)
  }
  const gap = gapAfter(ink, from, stop?.end ?? ink.length)
  if (gap !== null) return made(parts, gap, family, rank, 'lead', false)
  if (stop === null) {
    if (ink.length - from > LONGEST_HEADING) return null
    return made(parts, ink.length, family, rank, /[，,、；;]\**$/.test(ink) ? 'item' : 'alone', strong)
  }
  const glued = gluedEnd(ink, from, mark, stop.end)
  if (glued !== null) return made(parts, glued, family, rank, 'lead', false)
  if (stop.end - from > LONGEST_LEAD) return made(parts, stop.end, family, rank, 'item', false)
  return made(parts, stop.end, family, rank, formOf(ink, stop), strong)
}

interface Stop {
  readonly sign: string
  /** Offset behind the sign and what closes with it. */
  readonly end: number
}

const OPENERS = '“‘《（(「『'
const CLOSERS = '”’》）)」』'
const STOPS = '。！？：:；;!?'

/** The first end of a sentence at or behind `from` that stands outside quotes and brackets. */
function sentenceEnd(ink: string, from: number): Stop | null {
  let depth = 0
  const limit = Math.min(ink.length, from + LONGEST_LEAD * 2)
  for (let at = from; at < limit; at++) {
    const sign = ink.charAt(at)
    if (OPENERS.includes(sign)) depth++
    else if (CLOSERS.includes(sign)) depth = Math.max(0, depth - 1)
    else if (STOPS.includes(sign) && (depth === 0 || at - from > LONGEST_LEAD)) {
      let end = at + 1
      while (end < ink.length && /[”’）)*」』]/.test(ink.charAt(end))) end++
      return { sign, end }
    }
  }
  return null
}

/** What the first sentence of a row is. A semicolon ends an item of a list; figures are no name. */
function formOf(ink: string, { sign, end }: Stop): HeadingForm {
  const rest = ink.slice(end).trim()
  if (sign === '；' || sign === ';') return 'item'
  if (rest === '') return sign === '：' || sign === ':' ? 'item' : 'sentence'
  return rest.length < 3 ? 'sentence' : 'lead'
}

/** Words that a converter parted from the paragraph by blanks alone: 二、2019年工作安排 2019年是…. */
const GAP = /^[^。！？；：:]{4,50}?(?:[ \u00a0]{1,8}|\u3000{1,4})(?=\S{12})/

function gapAfter(ink: string, from: number, to: number): number | null {
  if (to - from < 40) return null
  const found = GAP.exec(ink.slice(from, from + 60))?.[0]
  if (found === undefined || /\d\s+$/.test(found) || /^\s*[\d年月a-zA-Z]+\s*$/.test(found)) return null
  const length = found.trimEnd().length
  return /\p{Script=Han}{4}/u.test(found) ? from + length : null
}

/** The usual names of the great parts, where the paragraph follows without any sign: 一、2013年工作回顾过去一年是…. */
const GREAT_PART =
  /^.{0,24}?(?:工作(?:的?(?:简要)?回顾|总体部署|总体要求|安排|建议|任务|打算)|(?:重点|主要)(?:工作|任务)|预期目标|自身建设)/

/** What the first paragraph of a great part usually begins with. */
const BEGINS_BODY = /^(?:过去|刚刚过去|(?:19|20)\d\d年|今年|去年|一年来|五年来|当前|各位代表)/

function gluedEnd(ink: string, from: number, { family }: ListMark, end: number): number | null {
  if (family !== 'numeral' && family !== 'part') return null
  const found = GREAT_PART.exec(ink.slice(from, from + 40))?.[0]
  if (found === undefined || /[。，；]/.test(found)) return null
  const glued = end - from > LONGEST_HEADING || BEGINS_BODY.test(ink.slice(from + found.length, end))
  return glued ? from + found.length : null
}

/** Bold without a number that opens a paragraph or stands alone. */
function boldHeading(parts: Parts, bold: number): Candidate | null {
  const { row, inner, bullet } = parts
  const words = row.ink.slice(inner, bold).replace(/\*+$/, '').trim()
  const alone = bold >= row.ink.length
  if (words.length < 2 || words.length > LONGEST_HEADING || STRESS.test(words)) return null
  if (!/\p{Script=Han}{2}/u.test(words) || /[。！？；].+[。！？；]/.test(words)) return null
  if (alone) {
    if (/[！!]$/.test(words) || (words.endsWith('。') && words.length > LONGEST_PLAIN)) return null
    if (GREAT.test(words)) return made(parts, row.ink.length, 'great', 15, 'alone', true)
    return made(parts, row.ink.length, bullet === '' ? 'bold' : 'bullet', null, 'alone', true)
  }
  const next = row.ink.charAt(bold)
  if (/[！!]$/.test(words) || (!/[。：:]$/.test(words) && !/[。：:\s]/.test(next))) return null
  const end = /[。：:]/.test(next) ? bold + 1 : bold
  return made(parts, end, bullet === '' ? 'boldLead' : 'bullet', 70, 'lead', true)
}

/** A bullet heads what stands under it only where it ends like no sentence. */
function item(parts: Parts): Candidate | null {
  const { row, bullet } = parts
  const words = row.ink.slice(bullet.length).replaceAll('**', '').trim()
  if (words.length > LONGEST_PLAIN || words.length < 2 || ENDS_LIKE_BODY.test(words) || HAS_SENTENCE.test(words))
    return null
  return made(parts, row.ink.length, `item ${bullet.trim()}`, null, 'alone', false)
}

/** Opening words of the great parts, for lines that carry no number. */
const GREAT =
  /^(?:关于|回顾|做好|抓好|总结|完成)?(?:“?[十\d][^，。]{0,8}”?|[（(]?\d{4}年?|过去|今后|未来)[^。；]{0,16}(?:回顾|工作|安排|任务|目标|要求|建议|部署|打算|思路|成就)|自身建设$|^(?:工作)?回顾$|^(?:工作|重点|主要)(?:工作|任务|安排|目标)$/
const OPENS_LIST = /^[\p{Script=Han}“”]{2,6}[一二三四五六七八九十两]{1,2}[个项大件方][\p{Script=Han}“”]{1,10}[：:]/u
/** Words that only lead on to a list: 今年重点抓好七个方面的工作：. */
const LEADS_ON = /^(?:今年|今后|重点|我们|主要|着重|集中|下面|具体|全年|要)|以下|下列|方面的?工作[：:]$/
const NO_HEADING =
  /^[—―–\-|（(【<]|^\d+$|^\d[\d.]*[万亿%％]|^(?:各位|谢谢|同志们|\d{4}年\d{1,2}月|来源|责任编辑|编辑|注)|[：:]\S/

/** A short row that ends like no sentence; or one that opens a list and names it. */
function plain(parts: Parts): Candidate | null {
  const { row } = parts
  const { ink } = row
  const list = OPENS_LIST.exec(ink.slice(0, 24))?.[0]
  if (list !== undefined && !LEADS_ON.test(list)) return made(parts, list.length, 'opening', 35, 'lead', false)
  if (ink.length < 2 || ink.length > LONGEST_PLAIN) return null
  if (ENDS_LIKE_BODY.test(ink) || HAS_SENTENCE.test(ink) || CREDIT.test(ink)) return null
  if (!/\p{Script=Han}{2}/u.test(ink) || NO_HEADING.test(ink)) return null
  const great = GREAT.test(ink)
  return made(parts, ink.length, great ? 'great' : 'plain', great ? 15 : null, 'alone', false)
}
