import type { ExtractedStatement } from '#shared/model/statement'
import { inView } from '../../statements/view'
import type { Given, Sentence } from '../given'
import { nameIn, namesIn } from '../measured'

/** What a relation is said of. */
export interface Named {
  /** As written, one each of a shared predicate. */
  names: readonly string[]
  /** Where each of them begins, in the view. */
  starts: readonly number[]
  /** They stand before, with figures of their own: 增长8%，|高于全省平均水平. */
  inherited: boolean
}

/** Words that tell no thing of their own: they are of what stands before. */
const ASPECT =
  /^(?:总体|整体|其|这些|这一|该|两者|二者|三者|[一二三四五六七八九十\d]+项(?:指标)?)*(?:增速|增幅|增长|速度|总量|规模|增量|涨幅|降幅|排名|水平|绝对额|发展速度|增长速度|总体|年均增速|均|都|人均|最终|也|仍|增幅均|增速均)?$/u

/** Index of the first statement that begins at or behind an offset of the reading's text. */
function firstFrom(statements: readonly ExtractedStatement[], offset: number): number {
  let low = 0
  let high = statements.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((statements[middle]?.start ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Statements whose numbers stand in `from`..`to` of the view. */
function statementsIn({ statements, view }: Given, from: number, to: number): readonly ExtractedStatement[] {
  const first = firstFrom(statements, view.at[from] ?? 0)
  return statements.slice(first, firstFrom(statements, view.at[to] ?? 0))
}

/** Where a statement's number ends in the view. */
const endOf = ({ view }: Given, { start, quantity }: ExtractedStatement): number =>
  inView(view, start + quantity.length)

/** 均高于, 分别快于: of all that was named before. */
const EACH = /均|都|全部|双双|分别/u
/** No shared predicate has more subjects. */
const MOST = 8
/** A clause between a number and what is said of it makes that another thing's. */
const BETWEEN = /^(?:[^，；：]*[，；、][^，；：]*|[而并]?且|并)$/u

/** The last number, and those that stand before it in one list: 分别增长11.5%和13.7%. */
function togetherWith(given: Given, before: readonly ExtractedStatement[]): readonly ExtractedStatement[] {
  let from = before.length - 1
  for (let next = before[from]; from > 0 && next; from--) {
    const one = before[from - 1]
    if (
      !one ||
      (one.start !== next.start && !JOINED.test(given.text.slice(endOf(given, one), inView(given.view, next.start))))
    )
      break
    next = one
  }
  return before.slice(from)
}
const JOINED = /^(?:以上|左右)?[、和](?:以上)?$/u

/** 制造业质量竞争力指数84.22，|高于全国平均水平: an index is no statement. */
function indexBefore({ text }: Given, { start }: Sentence, clauseStart: number): Named | null {
  const from = Math.max(start, clauseStart - NEAR)
  const clause = text.slice(from, clauseStart)
  const index = INDEX.exec(clause)?.groups?.index
  if (index === undefined) return null
  const found = nameIn(index, from + clause.lastIndexOf(index))
  return found.name.length < 2 ? null : { names: [found.name], starts: [found.start], inherited: true }
}
const NEAR = 40
const INDEX = /(?<index>[^，；：。]{2,24}指数)(?:为|达到?)?\d+(?:\.\d+)?，$/u

/** Figures further back are of something else. */
const REACH = 400

/** What the figures just before are of: the last one, or all of them where 均 says so. */
function inherited(given: Given, sentence: Sentence, clauseStart: number, from: number, words: string): Named | null {
  const before = statementsIn(given, Math.max(sentence.start, from - REACH), from)
  const last = before.at(-1)
  if (!last) return indexBefore(given, sentence, clauseStart)
  if (clauseStart > from) return null
  const between = given.text.slice(endOf(given, last), from)
  if (!BETWEEN.test(between)) return null
  const all = EACH.test(words) ? before.filter(({ kind }) => kind === last.kind) : togetherWith(given, before)
  const names = [...new Set(all.map(({ indicator }) => indicator))].filter((name) => name !== '').slice(-MOST)
  return names.length === 0 ? null : { names, starts: names.map(() => clauseStart), inherited: true }
}

/** Where a name, whose end may have been put to it, begins in the words from `from` on. */
function startOf(words: string, name: string, from: number): number {
  for (let length = name.length; length > 1; length--) {
    const at = words.indexOf(name.slice(0, length))
    if (at >= 0) return from + at
  }
  return from
}

/** What the relation before this one was said of, and where that ended. */
export interface Before {
  readonly names: readonly string[]
  readonly end: number
}

/** 快于经济增长|、高于全省平均水平: said of the same, where no number stands between. */
function goesOn(given: Given, { names, end }: Before, clauseStart: number, nameEnd: number): Named | null {
  if (!BETWEEN.test(given.text.slice(end, nameEnd)) || statementsIn(given, end, nameEnd).length > 0) return null
  return { names, starts: names.map(() => Math.max(clauseStart, end)), inherited: true }
}

/**
 * The indicators that a relation is said of.
 * @param clauseStart,nameEnd the words before the relation, in the view
 * @param before the relation before, null for none
 */
export function namesOf(
  given: Given,
  sentence: Sentence,
  clauseStart: number,
  nameEnd: number,
  before: Before | null,
): Named | null {
  const last = statementsIn(given, clauseStart, nameEnd).at(-1)
  const from = last ? Math.max(clauseStart, endOf(given, last)) : clauseStart
  const words = given.text.slice(from, Math.max(from, nameEnd))
  const { name, start } = nameIn(words, from)
  if (name === '' || ASPECT.test(name))
    return (
      (before && goesOn(given, before, clauseStart, nameEnd)) ?? inherited(given, sentence, clauseStart, nameEnd, words)
    )
  const names = namesIn(name)
  if (names.length === 0) return null
  return { names, starts: names.map((one) => startOf(given.text.slice(start, nameEnd), one, start)), inherited: false }
}

/** Words that say nothing of a task's own name: 各项, 有关. */
const LOOSE = /^(?:的|有关|相关|全年|年度|本年度|其他|各类)+|(?:的|工作|目标|任务|指标|计划)+$/gu

/** A whole set is named by all its words: 各项约束性指标. */
const EVERY = /^的?(?:各项|所有|约束性)/u

/** The names inside of an assigned task: 完成省下达的|节能减排|任务. */
export function namesInside({ text }: Given, { start, end }: { start: number; end: number }): Named | null {
  const words = text.slice(start, end)
  const inner = EVERY.test(words) ? words.replace(/^的/u, '') : words.replace(LOOSE, '')
  if (inner.length < 2) return null
  const parts = namesIn(inner)
  const names = parts.every((one) => one.length >= APART) ? parts : [inner]
  return { names, starts: names.map((one) => startOf(text.slice(start, end), one, start)), inherited: false }
}
/** Shorter words of a task's name are things that it is done to: 钢铁、电解铝|压减关停. */
const APART = 3
