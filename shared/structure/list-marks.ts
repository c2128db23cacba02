/** The number or sign that a heading or a list item begins with. */
export interface ListMark {
  /** What kind of mark it is: members of one list share it. */
  readonly family: string
  /** Orders the families where the text itself does not: the smaller stands above. */
  readonly rank: number
  /** Its number, null where it has none or lost it. */
  readonly value: number | null
  /** Length of the mark with the blanks behind it, in UTF-16 code units. */
  readonly length: number
}

interface Pattern {
  readonly family: string
  readonly rank: number
  readonly mark: RegExp
}

const N = '[一二三四五六七八九十]{1,3}'
const B = '[ \\t\\u00a0\\u3000]*'

/**
 * Marks in their usual order. Each takes the number as its first group. Scans lose brackets and single signs, so
 * 一） and （一、 count as （一）, and 、2017年 as a number that was lost.
 */
const PATTERNS: readonly Pattern[] = [
  { family: 'part', rank: 10, mark: new RegExp(`^第${B}(${N})${B}(?:部分|[章篇编])[，,、：:]?${B}`) },
  { family: 'point', rank: 20, mark: new RegExp(`^重点(${N})(?:[、：:]|[ \\u00a0\\u3000])${B}`) },
  { family: 'numeral', rank: 20, mark: new RegExp(`^(${N})${B}[、.．]${B}(?!\\d{1,3}[%％])`) },
  { family: 'numeral', rank: 20, mark: new RegExp(`^()、${B}(?=\\p{Script=Han}|20\\d\\d年)`, 'u') },
  { family: 'bracket', rank: 30, mark: new RegExp(`^[（(〔［\\[【]${B}(${N})${B}[）)〕］\\]】][、.．]?${B}`) },
  { family: 'bracket', rank: 30, mark: new RegExp(`^(${N})${B}[）)]${B}`) },
  { family: 'bracket', rank: 30, mark: new RegExp(`^[（(](${N})[、．]${B}`) },
  { family: 'bracket', rank: 30, mark: new RegExp(`^([㈠-㈩])[、.．]?${B}`) },
  { family: 'digit', rank: 40, mark: new RegExp(`^(\\d{1,2}|[０-９]{1,2})${B}(?:[、．]|\\.(?![\\d０-９]))${B}`) },
  { family: 'digit', rank: 40, mark: new RegExp(`^([⒈-⒛])${B}`) },
  { family: 'digitBracket', rank: 50, mark: new RegExp(`^[（(]${B}(\\d{1,2}|[０-９]{1,2})${B}[）)]、?${B}`) },
  { family: 'digitBracket', rank: 50, mark: new RegExp(`^([⑴-⒇])${B}`) },
  { family: 'halfBracket', rank: 52, mark: new RegExp(`^(\\d{1,2})[）)]、?${B}`) },
  { family: 'circle', rank: 54, mark: new RegExp(`^([①-⑳])${B}`) },
  { family: 'ordinal', rank: 60, mark: new RegExp(`^第${B}(${N})(?:[，,、：:]|[ \\u00a0\\u3000])${B}`) },
  { family: 'ordinal', rank: 60, mark: new RegExp(`^其(${N})[，,、：:]${B}`) },
  { family: 'counted', rank: 65, mark: new RegExp(`^(${N})是(?=[\\p{Script=Han}“])`, 'u') },
  { family: 'counted', rank: 65, mark: /^(首先)(?=要|是|，|,|抓|加)/ },
  { family: 'must', rank: 66, mark: new RegExp(`^(${N})要(?=[\\p{Script=Han}“])`, 'u') },
]

/** What a mark can begin with: a line that begins otherwise is not looked at. */
const HEADS = /^[第重一二三四五六七八九十、（(〔［[【㈠-㈩\d０-９⒈-⒛⑴-⒇①-⑳其首]/

/** The mark at the beginning of some words, null where there is none. */
export function listMarkOf(words: string): ListMark | null {
  if (!HEADS.test(words)) return null
  for (const { family, rank, mark } of PATTERNS) {
    const found = mark.exec(words)
    if (found) return { family, rank, value: numberOf(found[1] ?? ''), length: found[0].length }
  }
  return null
}

const DIGITS = '一二三四五六七八九'
/** The first of each run of numbered signs in Unicode. */
const SIGNS = ['㈠', '⒈', '⑴', '①']
const LONGEST_RUN = 20
/** Distance of ０ from 0. */
const FULL_WIDTH = 0xfee0

/** 一, 十二, 12, １２, ㈡, ⑿ as numbers. */
function numberOf(number: string): number | null {
  if (number === '') return null
  if (number === '首先') return 1
  const code = number.charCodeAt(0)
  for (const sign of SIGNS) {
    const value = code - sign.charCodeAt(0)
    if (value >= 0 && value < LONGEST_RUN) return value + 1
  }
  const plain = number.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - FULL_WIDTH))
  if (/^\d+$/.test(plain)) return Number(plain)
  const ten = number.indexOf('十')
  if (ten < 0) return DIGITS.indexOf(number) + 1 || null
  const tens = ten === 0 ? 1 : DIGITS.indexOf(number.charAt(ten - 1)) + 1
  const ones = number.charAt(ten + 1)
  return tens * 10 + (ones === '' ? 0 : DIGITS.indexOf(ones) + 1)
}
