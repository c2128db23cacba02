import type { Span } from '../model/anchor'
import { isBlank, type Line } from '../text/lines'
import { listMarkOf } from './list-marks'

/** A stretch of a report in which a heading can begin: a line, or a part of one that has lost its line breaks. */
export interface Row extends Span {
  /** Its text, without white space at either end; as long as the span. */
  readonly ink: string
  /** True where it goes on with the sentence of the row above. */
  readonly joined: boolean
  /** True where its sentence goes on in the next row. */
  readonly open: boolean
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
  const starts = new Set(joins.map((join) => join.start))
  const ends = new Set(joins.map((join) => join.end))
  const rows: Row[] = []
  let next = 0
  for (let index = from; index < to; index++) {
    const line = lines[index]
    if (!line || line.ink === '') continue
    while ((furniture[next]?.end ?? Number.POSITIVE_INFINITY) <= line.inkStart) next++
    const cover = furniture[next]
    if (cover && cover.start <= line.inkStart && cover.end >= line.inkEnd) continue
    const cuts = cutsOf(line.ink)
    cuts.forEach((cut, part) => {
      const end = cuts[part + 1] ?? line.ink.length
      const row = trimmed(line, cut, end)
      if (row === null) return
      const joined = part === 0 && ends.has(line.inkStart)
      const open = part === cuts.length - 1 && starts.has(line.inkEnd)
      rows.push({ ...row, joined, open })
    })
  }
  return rows
}

function trimmed(line: Line, from: number, to: number): Pick<Row, 'start' | 'end' | 'ink'> | null {
  let start = from
  let end = to
  while (start < end && isBlank(line.ink.charAt(start))) start++
  while (end > start && isBlank(line.ink.charAt(end - 1))) end--
  if (start === end) return null
  return { start: line.inkStart + start, end: line.inkStart + end, ink: line.ink.slice(start, end) }
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
/** Bold of this length stresses a passage. */
const LONGEST_BOLD = 84

/** In a line that lost its breaks: bold openings, and numbers that go on counting behind the end of a sentence. */
function runOnCuts(ink: string): number[] {
  const cuts = new Set([0, ...boldOpenings(ink)])
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
