import { parseChineseInteger } from '#shared/text/numerals'
import type { Given } from '../given'
import { triggers } from '../triggers'

/** The words of an order in the view: 第三位, 首位, 前10名. */
export interface Order {
  readonly start: number
  readonly end: number
  readonly position: number
  /** 前10名. */
  readonly within: boolean
  /** 倒数第二. */
  readonly fromBottom: boolean
  /** 位 or 名 stands behind it, or it can mean nothing else: less is asked of the words before it. */
  readonly sure: boolean
  /** A clause ends behind 第三位: it is a rank with whatever stands before it. */
  readonly closed: boolean
  /** 全国第十一大港口: only whom it is among tells it from the other counts of things. */
  readonly great: boolean
}

const NUMBER = '(?:\\d{1,3}|[一二两三四五六七八九十百]{1,4})'
const ORDER = new RegExp(
  `(?<bottom>倒数)?第(?<nth>${NUMBER})(?<unit>[位名](?![列置校牌师])|佳|高位)?|(?<top>首位(?!度|[的]?[是问])|榜首|魁首|之首|首席|第一把交椅|头名|榜眼|探花)|前(?<limit>${NUMBER})(?<of>[位名甲](?!列|校)|强(?=[，。；、！）行之]|$))?`,
  'uy',
)
/** What may stand behind an order that has no 位. */
const ENDS =
  /^(?:[，。；、！：）”\n（]|$|和(?=第|前|全)|及|并|且|与第|的|水平|以内|行列|之列|左右|宝座|第|[跃升攀]|上升|提[升高]|前移|[进下后]?[降移位至])/u
const CLOSES = /[，。；、！\n]/u
const GREAT = /^大(?![会学道桥队街])/u
const TOPS: Readonly<Record<string, number>> = { 榜眼: 2, 探花: 3 }

const numberOf = (digits: string): number | null => {
  const value = /^\d/u.test(digits) ? Number(digits) : parseChineseInteger(digits)
  return value !== null && value > 0 ? value : null
}

/** The order that begins at an offset of the view, null where none does. */
function orderAt(text: string, at: number): Order | null {
  ORDER.lastIndex = at
  const found = ORDER.exec(text)
  if (!found) return null
  const { bottom, nth, unit, top, limit, of } = found.groups ?? {}
  const great =
    nth !== undefined && unit === undefined && GREAT.test(text.slice(at + found[0].length, at + found[0].length + 3))
  const end = at + found[0].length + Number(great)
  const position = top === undefined ? numberOf(nth ?? limit ?? '') : (TOPS[top] ?? 1)
  if (position === null) return null
  const sure = unit !== undefined || of !== undefined || top !== undefined
  if (!great && (!sure || top !== undefined) && !ENDS.test(text.slice(end, end + 4))) return null
  const closed = unit !== undefined && CLOSES.test(text.charAt(end))
  return {
    start: at,
    end,
    position,
    within: limit !== undefined,
    fromBottom: bottom !== undefined,
    sure,
    closed,
    great,
  }
}

const DIGITS = '0123456789一二两三四五六七八九十'
/** Two characters of an order each. */
const TRIGGERS = triggers([
  ...'首位 榜首 之首 魁首 头名 榜眼 第百'.split(' '),
  ...[...DIGITS].flatMap((digit) => [`第${digit}`, `前${digit}`]),
])

/** All orders of the view, in the order of the text. */
export function ordersIn(given: Given): Order[] {
  const { text } = given
  const found: Order[] = []
  for (const { at, word } of given.hits(TRIGGERS)) {
    const bottom = word.startsWith('第') && text.startsWith('倒数', at - 2)
    const order = orderAt(text, bottom ? at - 2 : at)
    if (order) found.push(order)
  }
  return found
}

/** No group has more orders. */
const MOST = 12

/** 第一、二名: the second of two orders without its 第. */
const SHORT = new RegExp(`^(?:[、和](?<nth>${NUMBER})(?<unit>[位名])?)`, 'u')

/** Orders that stand one behind the other with nothing but 、 or 和 between: of several things, told 分别. */
export function groupFrom(text: string, orders: readonly Order[], i: number): Order[] {
  const first = orders[i]
  if (!first) return []
  const group = [first]
  for (let next = i + 1; next < i + MOST; next++) {
    const last = group.at(-1) ?? first
    const order = orders[next]
    if (order && /^(?:（[^）]{0,14}）)?[、和与及]$/u.test(text.slice(last.end, order.start))) {
      group.push(order)
      continue
    }
    const short = first.within ? null : SHORT.exec(text.slice(last.end, last.end + 8))
    const position = short && numberOf(short.groups?.nth ?? '')
    if (!short || !position || (short.groups?.unit === undefined && !ENDS.test(text.slice(last.end + short[0].length))))
      break
    group.push({ ...last, start: last.end + 1, end: last.end + short[0].length, position, sure: true })
  }
  return group
}
