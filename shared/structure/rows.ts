import type { Span } from '../model/anchor'
import { isBlank, type Line } from '../text/lines'
import { listMarkOf } from './list-marks'

/**
 * A stretch of a report in which a heading can begin: a paragraph, put together again where a scan broke it into lines,
 * or a part of a line that has lost its line breaks.
 */
export interface Row extends Span {
  /** Its text, without white space at either end and without the breaks inside. */
  readonly ink: string
  /** Breaks that the ink leaves out: where in the ink, and how much of the text. */
  readonly gaps: readonly Gap[]
}

interface Gap {
  readonly at: number
  readonly length: number
}

/** The offset in the text of a place in a row's ink; behind the character before it. */
export function offsetIn({ start, gaps }: Row, at: number): number {
  let offset = start + at
  for (const gap of gaps) if (gap.at < at) offset += gap.length
  return offset
}

/** What rows are made from. */
export interface RowInput {
  readonly lines: readonly Line[]
  /** First line and the line behind the last one. */
  readonly from: number
  readonly to: number
  /** Line breaks inside sentences. */
  readonly joins: readonly Span[]
  /** What is no part of the text: headers, page numbers, menus. */
  readonly furniture: readonly Span[]
}

/** A line of this length has lost the breaks between its paragraphs. */
const RUN_ON = 1_200
/** A heading that a converter left at the end of a paragraph: …9亿元。（三）城乡发展协调推进. */
const TRAILING = /[。！；][ \u3000]*([（(]?[一二三四五六七八九十]{1,3}(?:[）)]|、)[^。，；！？]{2,40})$/

/** The rows of a report's body, in order. */
export function rowsOf({ lines, from, to, joins, furniture }: RowInput): Row[] {
  const joined = new Set(joins.map((join) => join.end))
  const rows: Row[] = []
  let next = 0
  let open: Row | null = null
  for (let index = from; index < to; index++) {
    const line = lines[index]
    if (!line || line.ink === '') continue
    while ((furniture[next]?.end ?? Number.POSITIVE_INFINITY) <= line.inkStart) next++
    const cover = furniture[next]
    if (cover && cover.start <= line.inkStart && cover.end >= line.inkEnd) continue
    if (open && joined.has(line.inkStart)) open = continued(open, line)
    else {
      if (open) rows.push(...partsOf(open))
      open = { start: line.inkStart, end: line.inkEnd, ink: line.ink, gaps: [] }
    }
  }
  if (open) rows.push(...partsOf(open))
  return rows
}

const continued = (row: Row, line: Line): Row => ({
  start: row.start,
  end: line.inkEnd,
  ink: row.ink + line.ink,
  gaps: [...row.gaps, { at: row.ink.length, length: line.inkStart - row.end }],
})

function partsOf(row: Row): Row[] {
  const cuts = cutsOf(row.ink)
  if (cuts.length === 1) return [row]
  return cuts.flatMap((cut, part) => partOf(row, cut, cuts[part + 1] ?? row.ink.length))
}

function partOf(row: Row, from: number, to: number): Row[] {
  let start = from
  let end = to
  while (start < end && isBlank(row.ink.charAt(start))) start++
  while (end > start && isBlank(row.ink.charAt(end - 1))) end--
  if (start === end) return []
  const gaps = row.gaps.filter(({ at }) => at > start && at < end).map(({ at, length }) => ({ at: at - start, length }))
  const first = row.gaps.some(({ at }) => at === start) ? offsetIn(row, start + 1) - 1 : offsetIn(row, start)
  return [{ start: first, end: offsetIn(row, end), ink: row.ink.slice(start, end), gaps }]
}

/** Where the rows of a line begin, the line's own beginning first. */
function cutsOf(ink: string): number[] {
  if (ink.length > RUN_ON) return runOnCuts(ink)
  if (ink.length < 60) return [0]
  const heading = TRAILING.exec(ink.slice(-60))?.[1]
  return heading === undefined ? [0] : [0, ink.length - heading.length]
}

const MARK_AHEAD =
  /(?<=[。！？：；”）)*\s])(?=第?[一二三四五六七八九十]{1,3}(?:、|部分)|[（(][一二三四五六七八九十]{1,3}[）)]|[㈠-㈩]|[一二三四五六七八九十]{1,3}）)/g
/** Where behind a heading that lost its line break the body begins: …成效显著2013年，是我市发展进程中…. */
const BODY_AHEAD =
  /^[^。；！？]{4,50}?(?=[ \u3000]*(?:(?:19|20)\d\d年(?=[，,是])|(?:刚刚)?过去的?[一五]年|今年(?=[，,是])|[一五]年来[，,]|各位代表|我们[将要]))/u
const LONGEST_TITLE = 64
/** Where behind a sentence the plan begins that had a paragraph of its own. */
const TURN_AHEAD =
  /(?<=[。！？][ \u3000]?)(?=(?:今年|20\d\d年)?的?(?:全[市区县州])?(?:政府工作|经济社会发展)?的?(?:总体要求|总体思路|主要预期目标|预期目标))/g
/** Bold of this length stresses a passage. */
const LONGEST_BOLD = 84

/** In a line that lost its breaks: bold openings, and numbers that go on counting behind the end of a sentence. */
function runOnCuts(ink: string): number[] {
  const cuts = new Set([0, ...boldOpenings(ink)])
  for (const { index } of ink.matchAll(TURN_AHEAD)) cuts.add(index)
  const first = listMarkOf(ink.slice(0, 12).replace(/^\*+/, ''))
  const counts = new Map<string, number>(first?.value == null ? [] : [[first.family, first.value]])
  for (const { index } of ink.matchAll(MARK_AHEAD)) {
    const mark = listMarkOf(ink.slice(index, index + 12))
    if (mark?.value == null) continue
    const last = counts.get(mark.family) ?? 0
    if (mark.value !== last + 1 && mark.value !== 1) continue
    counts.set(mark.family, mark.value)
    if (mark.family === 'numeral') counts.delete('bracket')
    cuts.add(ink.startsWith('**', index - 2) && cuts.has(index - 2) ? index - 2 : index)
    const body = BODY_AHEAD.exec(ink.slice(index + mark.length, index + mark.length + LONGEST_TITLE))
    if (body) cuts.add(index + mark.length + body.index + body[0].length)
  }
  return [...cuts].sort((a, b) => a - b)
}

function boldOpenings(ink: string): number[] {
  const openings: number[] = []
  let open = -1
  for (let at = ink.indexOf('**'); at >= 0; at = ink.indexOf('**', at + 2)) {
    if (open < 0) open = at
    else {
      const length = at - open
      if (length <= LONGEST_BOLD && length > 4) openings.push(open)
      open = -1
    }
  }
  return openings
}
