import type { Span } from '#shared/model/anchor'
import { parseChineseInteger } from '#shared/text/numerals'
import type { Item } from './chain'

/** What an item is called and what it tells of itself. */
export interface Title {
  /** Where its title stands in the view, without mark. */
  title: Span
  /** （9项） → 9. */
  count: number | null
  /** As written: 年底前. */
  due: string
}

const LONGEST = 40
const COUNTED =
  /^([^。\n]{2,60}?)（(?:共|含)?(\d{1,3}|[一二三四五六七八九十]{1,3})(?:个)?(?:小项|子项|项|件|个)(?:任务|实事|内容|事项)?）/u
const SENTENCE = /^([^。：\n]{2,40})(?:[。：]|\n+)(?=.)/u
/** The first clause, and the one behind it where the first tells only who pays or when: 投入2.2亿元，实施…行动. */
const CLAUSE =
  /^(?:(?:计划|拟|预计|市财政)?(?:总?投资|投入|安排|筹资)[^，。；：！\n]{1,14}元，|[^，。；：！\n]{1,8}(?:[底末前]|年内)，)?[^，。；：！\n]{2,}/u
const DUE =
  /(?:(?:今|本|20\d\d)年|(?<![去上前当\d])年)[底末](?:之?前)?|(?:今|本|20\d\d)?年内|(?:20\d\d年)?(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:底|末|份|中旬|上旬|下旬)?(?:之|以)?前|(?:20\d\d年)?(?:\d{1,2})月[底末]|上半年[底末]?前?|(?:春节|国庆(?:节)?|汛期|采暖期|供暖期|入冬|开学|秋季学期(?:开学)?)前/u

/** The title of an item, or its first clause where it has none. */
export function titleOf(text: string, item: Item): Title {
  const words = text.slice(item.words, item.end)
  const lead = /^[\s*：，、.]+/u.exec(words)?.[0].length ?? 0
  const body = words.slice(lead)
  const from = item.words + lead
  const counted = COUNTED.exec(body)
  const due = DUE.exec(body)?.[0] ?? ''
  const spanOf = (title: string): Span => ({ start: from, end: from + Math.min(title.length, LONGEST * 2) })
  if (counted) return { title: spanOf(counted[1] ?? ''), count: numberOf(counted[2] ?? ''), due }
  const sentence = SENTENCE.exec(body)?.[1] ?? ''
  const title = sentence !== '' && !/\d/u.test(sentence) ? sentence : (CLAUSE.exec(body)?.[0] ?? body)
  return { title: spanOf(title), count: null, due }
}

const numberOf = (digits: string): number | null => (/^\d/u.test(digits) ? Number(digits) : parseChineseInteger(digits))
