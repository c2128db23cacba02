import { halfWidth, LOOKS_BACK } from './outlook'
import type { Row } from './rows'

/**
 * Paragraphs that turn from what was done to what is planned without a heading: 2023年总体要求是：…,
 * 主要预期目标是：…, 实现今年发展目标，要…, 今年，区政府拟投资…. A plain 今年 does not do: reports given in December
 * say it of the year that ends.
 */
const TURNS =
  /^[^。；]{0,40}?(?:总体要求|总体思路|主要预期目标|预期目标|工作要求|奋斗目标)(?:[^。；，,]{0,12})?[是为]?[：:]|^(?:为?实现|围绕|完成|按照|依据)(?:今年|上述|以上|这些)[^。；，,]{0,12}(?:目标|要求|思路)[^。；，,]{0,8}[，,]|^今年[，,][^。；]{0,20}(?:拟投资|计划投资|将)/
const HEAD = 200

/** Whether a paragraph turns to what is planned. */
export const turnsAhead = ({ ink }: Row): boolean => TURNS.test(ink.replace(/^\*+/, '').slice(0, HEAD))

/** Whether a paragraph begins to look back: 过去一年，…. */
export const looksBack = ({ ink }: Row): boolean => LOOKS_BACK.test(halfWidth(ink.slice(0, HEAD)))
