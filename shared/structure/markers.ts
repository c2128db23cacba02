import type { Line } from '../text/lines'
import type { Heading } from './headings'
import { halfWidth, LOOKS_BACK } from './outlook'
import { CONTINUED } from './patterns'

/**
 * Paragraphs that turn from what was done to what is planned without a heading: 2023年总体要求是：…,
 * 主要预期目标是：…, 实现今年发展目标，要…, 今年，区政府拟投资…. A plain 今年 does not do: reports given in December
 * say it of the year that ends.
 */
const TURNS =
  /^[^。；]{0,40}?(?:总体要求|总体思路|主要预期目标|预期目标|工作要求|奋斗目标)(?:[^。；，,]{0,12})?[是为]?[：:]|^(?:为?实现|围绕|完成|按照|依据)(?:今年|上述|以上|这些)[^。；，,]{0,12}(?:目标|要求|思路)[^。；，,]{0,8}[，,]|^今年[，,][^。；]{0,20}(?:拟投资|计划投资|将)/
/** Any fixed style closes the part of a section that came over from another page. */
const CONTINUATION_RANK = 100

/** A paragraph that opens a section without being a heading. */
export function markerOf(line: Line, index: number, nothingOpen: boolean): Heading | null {
  const turn = TURNS.exec(line.ink)?.[0]
  if (turn !== undefined) return marker(line, index, turn, null)
  if (!nothingOpen) return null
  const note = CONTINUED.exec(line.ink)
  if (note?.index === 0) return marker(line, index, note[0], CONTINUATION_RANK)
  return LOOKS_BACK.test(halfWidth(line.ink.slice(0, 200)))
    ? marker(line, index, /^[^，,。；]+/.exec(line.ink)?.[0] ?? line.ink, null)
    : null
}

function marker(line: Line, index: number, words: string, rank: number | null): Heading {
  const title = words.replace(/^[（(]|[）)]$/g, '').replace(/[是为]?[：:，,]$/, '')
  const span = { start: line.inkStart, end: line.inkStart + words.length }
  return { line: index, span, title, style: { name: 'marker', rank }, lead: true }
}
