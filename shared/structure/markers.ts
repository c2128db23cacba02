import type { Line } from '../text/lines'
import type { Heading } from './headings'

/**
 * Paragraphs that turn from what was done to what is planned without a heading: 2023年总体要求是：…,
 * 主要预期目标是：…, 实现今年发展目标，要…, 今年，区政府拟投资….
 */
const MARKER =
  /^[^。；]{0,40}?(?:总体要求|总体思路|主要预期目标|预期目标|工作要求|奋斗目标)(?:[^。；，,]{0,12})?[是为]?[：:]|^(?:为?实现|围绕|完成|按照|依据)(?:今年|上述|以上|这些)[^。；，,]{0,12}(?:目标|要求|思路)[^。；，,]{0,8}[，,]|^今年[，,][^。；]{0,20}(?:拟投资|办好|实施)/

/** The heading that a marker paragraph makes for itself; null for any other paragraph. */
export function markerOf(line: Line, index: number): Heading | null {
  const found = MARKER.exec(line.ink)?.[0]
  if (found === undefined) return null
  const title = found.replace(/[是为]?[：:，,]$/, '')
  const span = { start: line.inkStart, end: line.inkStart + found.length }
  return { line: index, span, title, style: { name: 'marker', rank: null }, lead: true }
}
