import { PLACES_OF_CHARACTERS, placeFor, placeOf } from '../text/characters'
import { parseChineseNumeral, parseNumeral } from '../text/numerals'
import { UNIT_PATTERN } from './lexicon'
import { firstSigns, isSign, signs } from './signs'
import { traitsOf } from './traits'

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

const MULTIPLIER = '[十百千]?万亿|[十百千]?[万亿]|[百千](?=[余多吨人户亩元套台家个名册])'
const ARABIC = new RegExp(
  String.raw`(?<![\d.A-Za-z])(${NUMBER})(?:((?:${MULTIPLIER})?(?:${UNIT_PATTERN})?)${DASH}(${NUMBER}))?([余多几])?(${MULTIPLIER})?([余多])?(${UNIT_PATTERN})?`,
  'uy',
)
const PERCENT_HAN = /百分之([一二两三四五六七八九十百点零]+)/uy
const CHINESE = new RegExp(
  String.raw`(?<![第一二两三四五六七八九十百千零〇半\d几数])(${HAN}{1,6})([余多]?)(万|亿)?([余多]?)(${UNIT_PATTERN})`,
  'uy',
)

/** A range of two whose ends agree: 3—5家, 15%—20%, 260万至300万. */
function isRange(text: string, index: number, lowUnit: string, tail: string): boolean {
  return (lowUnit === '' || lowUnit === tail) && !/[由从]$/u.test(text.slice(Math.max(0, index - 1), index))
}

/** Reads at a digit; returns where to go on. */
function arabic(text: string, at: number, found: Quantity[]): number {
  ARABIC.lastIndex = at
  const m = ARABIC.exec(text)
  if (!m) return at + 1
  const [whole, low = '', lowUnit = '', high, more1, multiplier = '', more2, unit = ''] = m
  const ranged = high !== undefined && isRange(text, at, lowUnit, multiplier + unit)
  const end = high === undefined || ranged ? at + whole.length : at + low.length + lowUnit.length
  const tail = high === undefined || ranged ? multiplier + unit : lowUnit
  const value = low.includes(',') ? parseNumeral(low) : Number(low)
  if (tail !== '' && value !== null) {
    found.push({
      start: at,
      end,
      value,
      high: ranged ? parseNumeral(high) : null,
      unit: traitsOf(tail).unit,
      more: (high === undefined || ranged) && (more1 ?? more2) !== undefined,
      chinese: false,
    })
  }
  return Math.max(end, at + low.length)
}

/** Reads at a Chinese numeral; returns where to go on. */
function chinese(text: string, at: number, found: Quantity[]): number {
  if (!isSign(FOLLOWS, text.charCodeAt(at + 1))) return at + 1
  PERCENT_HAN.lastIndex = at
  const percent = text.charCodeAt(at) === HUNDRED ? PERCENT_HAN.exec(text) : null
  if (percent) {
    const value = parseChineseNumeral(percent[1] ?? '')
    const end = at + percent[0].length
    if (value !== null) found.push({ start: at, end, value, high: null, unit: '%', more: false, chinese: true })
    return end
  }
  CHINESE.lastIndex = at
  const m = CHINESE.exec(text)
  if (!m) return at + 1
  const [whole, numeral = '', more1 = '', multiplier = '', more2 = '', unit = ''] = m
  const value = parseChineseNumeral(numeral)
  const end = at + whole.length
  if (value === null) return at + 1
  found.push({
    start: at,
    end,
    value,
    high: null,
    unit: traitsOf(multiplier + unit).unit,
    more: more1 + more2 !== '',
    chinese: true,
  })
  return end
}

/** What a Chinese numeral goes on with: another numeral, a multiplier, a unit. */
const FOLLOWS = signs(`一二两三四五六七八九十百千零〇半余多万亿分${firstSigns(UNIT_PATTERN.split('|'))}`)
const HUNDRED = '百'.charCodeAt(0)

const DIGIT = 1
const NUMERAL = 2
/** What may begin at a UTF-16 code unit: a numeral in digits, one in Chinese, nothing. */
const BEGINS = new Uint8Array(PLACES_OF_CHARACTERS)
for (let digit = 0x30; digit <= 0x39; digit++) BEGINS[placeFor(digit)] = DIGIT
for (const numeral of '一二两三四五六七八九十百千零〇半') BEGINS[placeFor(numeral.charCodeAt(0))] = NUMERAL

const BESIDES = signs('、和与')
const BESIDE = /(?<![\d.])(\d+(?:\.\d+)?)[、和与]$/u

/** 分别上升3.0和8.4个百分点: the unit stands once, behind the last numeral. */
function beside(text: string, quantity: Quantity, found: Quantity[]): void {
  if (quantity.start === 0 || !isSign(BESIDES, text.charCodeAt(quantity.start - 1)) || quantity.high !== null) return
  const before = text.slice(Math.max(0, quantity.start - 40), quantity.start)
  if (!/分别[^，。；]*$/u.test(before)) return
  for (let end = before.length; ; ) {
    const bare = BESIDE.exec(before.slice(0, end))
    const value = bare ? parseNumeral(bare[1] ?? '') : null
    if (!bare || value === null) return
    end -= bare[0].length
    const start = quantity.start - before.length + end
    found.push({ ...quantity, start, end: start + (bare[1] ?? '').length, value, more: false })
  }
}

const MINUS = '-−'
/** 增速-0.4%: a minus between a word and the numeral, not a dash between two numbers. */
function negate(text: string, quantity: Quantity): void {
  if (quantity.unit !== '%' || quantity.start < 2 || !MINUS.includes(text.charAt(quantity.start - 1))) return
  if (!/[\u4e00-\u9fff]/u.test(text.charAt(quantity.start - 2))) return
  quantity.start--
  quantity.value = -quantity.value
}

/** Every numeral with a unit in a view's text, in order, none overlapping; what is no statement is still among them. */
export function scanQuantities(text: string): Quantity[] {
  const found: Quantity[] = []
  for (let at = 0; at < text.length; ) {
    const begins = BEGINS[placeOf(text.charCodeAt(at))]
    if (begins === DIGIT) at = arabic(text, at, found)
    else if (begins === NUMERAL) at = chinese(text, at, found)
    else at++
  }
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
