const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  '○': 0,
  一: 1,
  壹: 1,
  二: 2,
  贰: 2,
  两: 2,
  三: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
}

const PLACES: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1_000, 仟: 1_000 }
const GROUPS: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 }

/**
 * Folds full-width digits, stops, commas and percent signs to their ASCII forms, one character for one.
 * @param text any text; its length does not change
 */
export function foldWidth(text: string): string {
  return text.replace(/[０-９．％，]/gu, (c) => (c === '，' ? ',' : String.fromCharCode(c.charCodeAt(0) - 0xfee0)))
}

/** Value of Chinese digits read one after another (二〇二三 → 2023), null where a place word stands among them. */
function readDigits(text: string): number | null {
  let value = 0
  for (const c of text) {
    const digit = DIGITS[c]
    if (digit === undefined) return null
    value = value * 10 + digit
  }
  return value
}

/**
 * Value of a whole Chinese numeral: 五 → 5, 两 → 2, 二十 → 20, 一百零五 → 105, 三千万 → 30000000, 二〇二三 → 2023.
 * @returns null where the text is not one numeral from end to end
 */
export function parseChineseInteger(text: string): number | null {
  if (text === '') return null
  if (text.length > 1 && !/[十拾百佰千仟万亿]/u.test(text)) return readDigits(text)
  let total = 0
  let section = 0
  let digit: number | null = null
  for (const c of text) {
    const value = DIGITS[c]
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null
      digit = value
      continue
    }
    const place = PLACES[c]
    if (place !== undefined) {
      section += (digit ?? 1) * place
      digit = null
      continue
    }
    const group = GROUPS[c]
    if (group === undefined) return null
    section += digit ?? 0
    digit = null
    if (total + section === 0) return null
    if (group > total) {
      total = (total + section) * group
    } else {
      total += section * group
    }
    section = 0
  }
  return total + section + (digit ?? 0)
}

/**
 * Value of a Chinese numeral with an optional decimal part: 三点五 → 3.5; 半 → 0.5.
 * @returns null where the text is no numeral
 */
export function parseChineseNumeral(text: string): number | null {
  if (text === '半') return 0.5
  if (!text.includes('点')) return parseChineseInteger(text)
  const [whole = '', fraction, ...rest] = text.split('点')
  if (rest.length > 0) return null
  const head = parseChineseInteger(whole)
  if (head === null || fraction === undefined) return head
  if (fraction === '') return null
  const tail = readDigits(fraction)
  return tail === null ? null : Number(`${head}.${String(tail).padStart(fraction.length, '0')}`)
}

/**
 * Value of a numeral as reports write it: 1,315 · １２．５ · 30 .4 · 五 · 三点五.
 * @returns null where the text is no numeral
 */
export function parseNumeral(text: string): number | null {
  const bare = foldWidth(text).replace(/\s/gu, '')
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(bare)) return Number(bare.replaceAll(',', ''))
  if (/^\d+(?:\.\d+)?$/u.test(bare)) return Number(bare)
  return parseChineseNumeral(bare)
}
