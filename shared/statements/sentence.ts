import type { Dictionary } from './dictionary'
import { SUFFIX } from './lexicon'
import { cutLead, trimNoun } from './phrases'
import type { Quantity } from './scan'
import { behindSign, isSign, signs } from './signs'
import { traitsOf } from './traits'

/** No list of 分别 is longer; it also keeps the time linear. */
const LONGEST_LIST = 16
/** 以上 and 和年人均: nothing longer stands between two numbers of a list. */
const LONGEST_LINK = 6
/** A topic is looked for so many characters back. */
const FAR = 48
const BOUNDS = signs('，；：。！？\n…')
const OPEN = 0xff08
const CLOSE = 0xff09
/** What 以上 and its like begin with, 人民币 in front included. */
export const SUFFIX_HEADS = signs('人及以之左上')

/** What is known of a sentence while its numbers are read one after another. */
export interface State {
  text: string
  start: number
  end: number
  quantities: readonly Quantity[]
  dictionary: Dictionary
  /** Things measured so far in this sentence, in order. */
  subjects: string[]
  owner: string
  /** The thing counted last. */
  counted: string
  /** The name given last, attributes and rates included. */
  last: string
  /** Names of the list before. */
  listed: readonly string[]
  /** The number before was named by what stands behind it. */
  rightward: boolean
  /** The share named last, '' where another thing was named since. */
  shared: string
  /** What a 其中 is part of, and its id. */
  whole: string
  wholeId: string
  wholeUnit: string
  /** A 其中 stands earlier in the sentence. */
  parts: boolean
}

/** Length of 以上, 左右 and the like at `at`, 0 where none stands there. */
export const suffixLength = (text: string, at: number): number =>
  isSign(SUFFIX_HEADS, text.charCodeAt(at)) ? (SUFFIX.exec(text.slice(at, at + 8))?.[0].length ?? 0) : 0

/** Where the words that belong to the i-th number begin. */
export function gapStart(state: State, i: number): number {
  const { text, quantities } = state
  const quantity = quantities[i]
  const before = quantities[i - 1]
  if (!quantity) return state.start
  const from = before ? before.end + suffixLength(text, before.end) : state.start
  let depth = 0
  for (let at = quantity.start - 1; at >= from; at--) {
    const c = text.charCodeAt(at)
    if (c === CLOSE) depth++
    else if (c === OPEN) {
      if (depth === 0) return at + 1
      depth--
    } else if (depth === 0 && isSign(BOUNDS, c)) return at + 1
  }
  return from
}

/** The text behind the i-th number, up to the next one. */
export function afterOf(state: State, i: number): string {
  const quantity = state.quantities[i]
  const next = state.quantities[i + 1]
  if (!quantity) return ''
  return state.text.slice(quantity.end, Math.min(next?.start ?? state.end, quantity.end + 48))
}

/** Whether a unit measures a rate, a share or a difference of rates. */
export const isRate = (unit: string): boolean => traitsOf(unit).rate

/** What 以上 and 左右 behind a number begin with. */
const OPEN_ENDS = '以左'
/** What joins two numbers of a list. */
const JOINS: ReadonlySet<string> = new Set(['、', '和', '，', '与', '及', '以及', '和年人均', '和月人均', '、年人均'])

/** How many numbers, from the i-th on, stand in one list: 12.3%、15.3%和8%以上. */
export function listLength(state: State, i: number): number {
  let count = 1
  for (let k = i; k + 1 < state.quantities.length && count < LONGEST_LIST; k++) {
    const one = state.quantities[k]
    const next = state.quantities[k + 1]
    if (!one || !next) break
    if (next.start - one.end > LONGEST_LINK) break
    const words = state.text.slice(one.end, next.start)
    const between = OPEN_ENDS.includes(words.charAt(0)) ? words.replace(/^(?:以上|以内|以下|左右)/u, '') : words
    if (!JOINS.has(between)) break
    if (isRate(one.unit) !== isRate(next.unit)) break
    count++
  }
  return count
}

/** The thing talked of in the clause before, where the number's own clause names nothing: 粮食喜获丰收，总产量61.9亿斤. */
export const topicBefore = (state: State, from: number, longest = LONGEST_TOPIC): string =>
  topicOf(state, from, longest).topic
/** No topic is longer, unless it is a list of names. */
const LONGEST_TOPIC = 16

/** The topic, and whether its clause tells what is done to it rather than what it does (加强电网改造，投资34亿元). */
export function topicOf(state: State, from: number, longest = LONGEST_TOPIC): { topic: string; done: boolean } {
  const near = Math.max(state.start, from - FAR)
  const end = Math.max(near, from - 1)
  const clause = state.text.slice(behindSign(BOUNDS, state.text, end, near), end)
  const timeless = clause.replace(/^(?:到|截至)?\d{4}年(?:底|末)?|\d*\$.*$/gu, '')
  if (/\d/u.test(timeless)) return { topic: '', done: false }
  const [noun, lead] = cutLead(timeless)
  const stop =
    /(?:蓬勃|活跃|继续|如期|连续|丰收|高效|进展|列入|取得|再创|再上|形成|更加|支撑|顶压|聚焦|保持|质量和效益|增速|增幅|增长|快于|高于|稳定|突破|完成|增至|保持|排名|位居|居全|向|全面|稳步|加快|有序|深入|顺利|持续|喜获|不断|扎实|逐步|有力|明显|快速|成效|建设|改革|推进|提速|全部|双双|翻番|翻一番|实现|获|被|成为|达)/u.exec(
      noun,
    )
  const cut = stop && stop.index > 1 ? noun.slice(0, stop.index) : noun
  return { topic: cut.length >= 2 && cut.length <= longest ? trimNoun(cut) : '', done: DONE_TO.test(lead) }
}

const DONE_TO =
  /(?:推|加强|加快|做[强大优]|打[造响]|抓|发展|培育|实施|建设|提升|提高|深化|扩大|强化|坚持|改造|聚焦|完善|优化)/u
