import { parseChineseNumeral, parseNumeral } from '../text/numerals'
import { UNIT_PATTERN } from './lexicon'

/** A numeral with its unit; offsets are those of the view. */
export interface Quantity {
  start: number
  end: number
  value: number
  high: number | null
  /** As written, without 余 and 多. */
  unit: string
  /** 余, 多, 几 stand between numeral and unit. */
  more: boolean
  /** Written in Chinese numerals. */
  chinese: boolean
}

const NUMBER = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`
const HAN = '[一二两三四五六七八九十百千零〇半]'
const DASH = '[—–―－~～至到\\-]{1,2}'

const MULTIPLIER = '[十百千]?万亿|[十百千]?[万亿]|[百千](?=[余多])'
const ARABIC = new RegExp(
  String.raw`(?<![\d.A-Za-z])(${NUMBER})(?:((?:${MULTIPLIER})?(?:${UNIT_PATTERN})?)${DASH}(${NUMBER}))?([余多几])?(${MULTIPLIER})?([余多])?(${UNIT_PATTERN})?`,
  'gu',
)
const PERCENT_HAN = /百分之([一二两三四五六七八九十百点零]+)/gu
const CHINESE = new RegExp(
  String.raw`(?<![第一二两三四五六七八九十百千零〇半\d几数])(${HAN}{1,6})([余多]?)(万|亿)?([余多]?)(${UNIT_PATTERN})`,
  'gu',
)

/** A range of two whose ends agree: 3—5家, 15%—20%, 260万至300万. */
function isRange(text: string, index: number, lowUnit: string, tail: string): boolean {
  return (lowUnit === '' || lowUnit === tail) && !/[由从]$/u.test(text.slice(Math.max(0, index - 1), index))
}

function arabic(text: string, found: Quantity[]): void {
  ARABIC.lastIndex = 0
  for (let m = ARABIC.exec(text); m; m = ARABIC.exec(text)) {
    const [whole, low = '', lowUnit = '', high, more1, multiplier = '', more2, unit = ''] = m
    const ranged = high !== undefined && isRange(text, m.index, lowUnit, multiplier + unit)
    const end = high === undefined || ranged ? m.index + whole.length : m.index + low.length + lowUnit.length
    ARABIC.lastIndex = Math.max(end, m.index + low.length)
    const tail = high === undefined || ranged ? multiplier + unit : lowUnit
    const value = parseNumeral(low)
    if (tail === '' || value === null) continue
    found.push({
      start: m.index,
      end,
      value,
      high: ranged ? parseNumeral(high) : null,
      unit: tail,
      more: (high === undefined || ranged) && (more1 ?? more2) !== undefined,
      chinese: false,
    })
  }
}

function chinese(text: string, found: Quantity[]): void {
  PERCENT_HAN.lastIndex = 0
  for (let m = PERCENT_HAN.exec(text); m; m = PERCENT_HAN.exec(text)) {
    const value = parseChineseNumeral(m[1] ?? '')
    if (value === null) continue
    found.push({ start: m.index, end: m.index + m[0].length, value, high: null, unit: '%', more: false, chinese: true })
  }
  CHINESE.lastIndex = 0
  for (let m = CHINESE.exec(text); m; m = CHINESE.exec(text)) {
    const [whole, numeral = '', more1 = '', multiplier = '', more2 = '', unit = ''] = m
    const value = parseChineseNumeral(numeral)
    if (value === null) continue
    found.push({
      start: m.index,
      end: m.index + whole.length,
      value,
      high: null,
      unit: multiplier + unit,
      more: more1 + more2 !== '',
      chinese: true,
    })
  }
}

const BESIDE = /(?<![\d.])(\d+(?:\.\d+)?)[、和与]$/u

/** 分别上升3.0和8.4个百分点: the unit stands once, behind the last numeral. */
function beside(text: string, quantity: Quantity, found: Quantity[]): void {
  const before = text.slice(Math.max(0, quantity.start - 30), quantity.start)
  const bare = BESIDE.exec(before)
  const value = bare ? parseNumeral(bare[1] ?? '') : null
  if (!bare || value === null || quantity.high !== null || !/分别[^，。；]*$/u.test(before)) return
  const start = quantity.start - bare[0].length
  found.push({ ...quantity, start, end: start + (bare[1] ?? '').length, value, more: false })
}

/** 增速-0.4%: a minus between a word and the numeral, not a dash between two numbers. */
function negate(text: string, quantity: Quantity): void {
  if (
    quantity.unit !== '%' ||
    !/[\u4e00-\u9fff][-−]$/u.test(text.slice(Math.max(0, quantity.start - 2), quantity.start))
  )
    return
  quantity.start--
  quantity.value = -quantity.value
}

/** Every numeral with a unit in a view's text, in order, none overlapping; what is no statement is still among them. */
export function scanQuantities(text: string): Quantity[] {
  const found: Quantity[] = []
  arabic(text, found)
  chinese(text, found)
  for (const quantity of [...found]) beside(text, quantity, found)
  for (const quantity of found) negate(text, quantity)
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: Quantity[] = []
  for (const quantity of found) {
    const last = kept.at(-1)
    if (!last || quantity.start >= last.end) kept.push(quantity)
  }
  return kept
}
