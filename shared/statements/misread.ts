import { UNIT_PATTERN } from './lexicon'

/**
 * Repairs of what a scan's reader mistakes inside numbers and units: l I | O o for 1 and 0, 。· , for the point, 忆 乙
 * for 亿, 兀 无 for 元, 0/0 and 96 for %, 一 for the dash of a range. All work on the view, which has no blanks and no wraps left, and only where
 * the characters around leave no other reading.
 */

const NINE = 0x39
const ZERO = 0x30
const POINT = 0x2e
const PERCENT = 0x25
const LONG_DASH = 0x2014
const isDigit = (unit: number | undefined): boolean => unit !== undefined && unit >= ZERO && unit <= NINE

/** Why a character of the view may be a slip of the reader; 0 for nearly all. */
const SUSPECT = new Uint8Array(0x1_0000)
const LETTER = 1
const DOT = 2
const HAN = 3
const SLASH = 4
const SIX = 5
const DASH = 6
const put = (characters: string, kind: number): void => {
  for (const character of characters) SUSPECT[character.charCodeAt(0)] = kind
}
put('lI|Oo', LETTER)
put('。·•‧∙・，', DOT)
put('忆乙兀无', HAN)
put('/', SLASH)
put('6', SIX)
put('一', DASH)

/** Whether a character may be a slip at all. */
export const maySuspect = (unit: number): boolean => SUSPECT[unit] !== 0

/** Whether a character, with the one before it, may be a slip that `repair` should look at. */
export function isSuspect(unit: number, before: number | undefined): boolean {
  const kind = SUSPECT[unit]
  if (kind === 0) return false
  if (kind === SIX) return before === NINE
  if (kind === DOT) return isDigit(before)
  if (kind === DASH) return isDigit(before) || before === PERCENT
  return true
}

const DIGIT_FOR: Readonly<Record<string, string>> = { l: '1', I: '1', '|': '1', O: '0', o: '0' }
const AROUND = 24

const MULTIPLIED = '(?:[十百千]?万?亿|[十百千]?万|[十百千]?[忆乙])'
/** What makes the characters before it a number. */
const MEASURED = new RegExp(`^[余多]?(?:${MULTIPLIED}|年|(?:${UNIT_PATTERN})|[0oO]/[0oO]|兀)`, 'u')
/** A number with letters in it, from its beginning to its end. */
const TOKEN_BEFORE = /[\d.lIOo|]*$/u
const TOKEN_AFTER = /^[\d.lIOo|]*/u

/** The digit that a letter stands for: it is part of a number that a unit follows. */
function digitFor(before: string, letter: string, after: string): string {
  const left = TOKEN_BEFORE.exec(before)?.[0] ?? ''
  const right = TOKEN_AFTER.exec(after)?.[0] ?? ''
  if (!/\d/u.test(left + right) || /(?:[A-Za-z+]|(?<!\d)-)$/u.test(before.slice(0, before.length - left.length)))
    return ''
  if (
    letter === '|' &&
    (before.includes('|') || after.includes('|') || !/[\u4e00-\u9fff\d.，。、；：（]$/u.test(before))
  )
    return ''
  const tail = after.slice(right.length)
  return MEASURED.test(tail) && !/\..*\./u.test(left + right) ? (DIGIT_FOR[letter] ?? '') : ''
}

/** Units that have fractions. */
const BROKEN_UNIT =
  /^\d{1,3}(?:%|[余多]?[十百千]?[万亿忆乙]|[余多]?(?:元|兀|个百分点|百分点|倍|公里|千米|平方|立方|亩|公顷|吨|千瓦|微克|[0oO]\/[0oO]))/u
/** A whole number that is no year and no name, before its point. */
const WHOLE = /(?<![\d.A-Za-z第·•‧∙・—－-])\d{1,5}$/u

/** Whether a mark stands for the point of a number: 8。5%, 160·3亿元. */
function isPoint(before: string, mark: string, after: string): boolean {
  const whole = WHOLE.exec(before)?.[0]
  if (whole === undefined || !BROKEN_UNIT.test(after) || /^(?:19|20)\d\d$/u.test(whole)) return false
  if (mark !== '，' && mark !== ',') return !/[、，]\d+$/u.test(before)
  return !/^\d{3}/u.test(after) && !/[、，第]\d+$/u.test(before)
}

const UNIT_ENDS = '(?=[，。；、：）（和以左余多的增同”！\\n]|$)'
const YI = new RegExp(`^(?:忆|乙(?=[元兀无美吨人千立平斤公]|${UNIT_ENDS}))`, 'u')
const YUAN = new RegExp(`^(?:兀|无(?:${UNIT_ENDS}|(?=人民币|以上|以下|左右)))`, 'u')
const AMOUNT = /\d[余多]?[十百千]?[万亿]{0,2}[余多]?[美欧日港]?$/u

/** The Han character that one mistaken for it stands for, '' for none. */
function hanFor(before: string, found: string, after: string): string {
  if (/\d[余多]?[十百千]?万?$/u.test(before) && YI.test(found + after)) return '亿'
  return AMOUNT.test(before) && YUAN.test(found + after) ? '元' : ''
}

/** 8.50/0 is 8.5%: the slash with what stands on either side. */
const isBrokenPercent = (before: string, after: string): boolean =>
  /\d(?:\.\d+)?[0oO]$/u.test(before) && /^[0oO](?![\d.年月日])/u.test(after)

/** 增长8.596，is 8.5%: a rate without a unit; beside others too (分别增长11%和1396，). */
const RATE =
  /(?:增长|增幅|增速|下降|减少|降低|提高|上升|回落|回升|递增|占比|占|率)(?:为|达|达到|了|至|到|约|近|超过|不低于|保持在|控制在|分别为|分别达)?(?:[\d.]+(?:%|96|[0oO]\/[0oO])[、和及与])*(?:0|[1-9]\d{0,2})(?:\.\d{1,2})?9$/u
/** No measured number has so many places: 92.3796. */
const FINE = /[\u4e00-\u9fff]\d{1,3}\.\d{1,2}9$/u
const isRate = (before: string, after: string): boolean =>
  (RATE.test(before) || FINE.test(before)) && /^(?:[，。；、）\n]|[和及与]\d|以上|以内|以下|左右|$)/u.test(after)

/** A view while it is made. */
export interface Repairable {
  /** Its characters, and where each stands in the text; both are changed. */
  readonly units: Uint16Array
  readonly at: Int32Array
  readonly length: number
  /** Offsets in the view of what `isSuspect` told, in order. */
  readonly suspects: readonly number[]
  readonly decode: (units: Uint16Array) => string
}

/**
 * Repairs a view in place.
 * @returns its new length
 */
export function repair(view: Repairable): number {
  const { units, length } = view
  const dropped: number[] = []
  for (const i of view.suspects) {
    const unit = units[i] ?? 0
    const kind = SUSPECT[unit] ?? 0
    if (!isWorthIt(kind, units[i - 1], units[i + 1])) continue
    const before = view.decode(units.subarray(Math.max(0, i - AROUND), i))
    const after = view.decode(units.subarray(i + 1, Math.min(length, i + AROUND)))
    const found = String.fromCharCode(unit)
    if (kind === SLASH ? isBrokenPercent(before, after) : kind === SIX && isRate(before, after)) {
      const last = kind === SLASH ? i + 1 : i
      units[last] = PERCENT
      for (let drop = i - 1; drop < last; drop++) dropped.push(drop)
    } else units[i] = meant(kind, before, found, after) ?? unit
  }
  return dropped.length === 0 ? length : without(view, dropped)
}

/** What a character stands for; undefined where it stands for itself. */
function meant(kind: number, before: string, found: string, after: string): number | undefined {
  if (kind === LETTER) return digitFor(before, found, after).charCodeAt(0) || undefined
  if (kind === HAN) return hanFor(before, found, after).charCodeAt(0) || undefined
  if (kind === DASH) return LONG_DASH
  return kind === DOT && isPoint(before, found, after) ? POINT : undefined
}

/** A look at the neighbours, before any pattern is tried. */
function isWorthIt(kind: number, before: number | undefined, after: number | undefined): boolean {
  if (kind === LETTER) return isNumeral(before) || isNumeral(after) || isLetter(after)
  return (kind !== DOT && kind !== DASH) || isDigit(after) || isLetter(after)
}
const isNumeral = (unit: number | undefined): boolean => isDigit(unit) || unit === POINT
const isLetter = (unit: number | undefined): boolean => SUSPECT[unit ?? 0] === LETTER

/** Takes characters out of a view; `at[length]` keeps the end. */
function without({ units, at, length }: Repairable, dropped: readonly number[]): number {
  let to = dropped[0] ?? length
  let next = 0
  for (let from = to; from < length; from++) {
    if (from === dropped[next]) {
      next++
      continue
    }
    units[to] = units[from] ?? 0
    at[to++] = at[from] ?? 0
  }
  at[to] = at[length] ?? 0
  return to
}
