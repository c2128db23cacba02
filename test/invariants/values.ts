/*
 * Reads the numbers of a quantity with rules of its own, written from the guideline: what stands there in digits or in
 * Chinese numerals, before any multiplier.
 */

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const WEIGHTS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
const HAN = /[零〇一二两三四五六七八九十百千半]+(?:点[零〇一二三四五六七八九]+)?/gu

/** 三十五 35, 一百零二 102, 二〇 20, 一点五 1.5, 半 0.5; null for what is no numeral. */
export function hanNumber(numeral: string): number | null {
  const [whole = '', fraction] = numeral.split('点')
  if (whole === '半') return 0.5
  const hasWeight = /[十百千]/u.test(whole)
  let value = 0
  let digit: number | null = null
  for (const sign of whole) {
    const weight = WEIGHTS[sign]
    const own = DIGITS[sign]
    if (weight !== undefined) {
      value += (digit ?? 1) * weight
      digit = null
    } else if (own === undefined) return null
    else digit = hasWeight ? own : (digit ?? 0) * 10 + own
  }
  value += digit ?? 0
  return fraction === undefined ? value : Number(`${value}.${[...fraction].map((sign) => DIGITS[sign]).join('')}`)
}

/** A page that was read from a picture has l and O for 1 and 0, blanks (also as `&nbsp;`) and full-width signs among the digits. */
const tidy = (quantity: string): string =>
  quantity
    .normalize('NFKC')
    .replace(/\s|&nbsp;/gu, '')
    // A full stop of a sentence stands for the decimal point between two digits.
    .replace(/(?<=\d)。(?=\d)/gu, '.')
    // Square and cubic metres have a digit of their own.
    .replace(/m[23]/gu, 'm')
    .replace(/(?<=[\d.,])[lI|]|[lI|](?=[\d.])/gu, '1')
    .replace(/(?<=[\d.,])[oO]|[oO](?=[\d.])/gu, '0')

/** The numbers that stand in a quantity, in order and without their signs: `3—5家` 3 and 5, `百分之八` 8. */
export function numbersIn(quantity: string): number[] {
  const tidied = tidy(quantity).replace(/^百分之/u, '')
  const arabic = [...tidied.matchAll(/\d[\d,]*(?:\.\d+)?/gu)].map(([digits]) => Number(digits.replaceAll(',', '')))
  if (arabic.length > 0) return arabic
  return [...tidied.matchAll(HAN)].flatMap(([numeral]) => hanNumber(numeral) ?? [])
}
