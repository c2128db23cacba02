import type { ExtractedStatement } from '#shared/model/statement'
import { shareOut } from '../../statements/chains'
import { readLeft } from '../../statements/phrases'
import type { Given, Sentence } from '../given'
import { MEASURED, NOT_MEASURED } from './words.data'

/** What a relation is said of. */
export interface Named {
  /** As written, one each of a shared predicate. */
  names: readonly string[]
  /** Where the first of them begins, in the view. */
  start: number
  /** They stand before, with figures of their own: 增长8%，|高于全省平均水平. */
  inherited: boolean
}

/** Words that tell no thing of their own: they are of what stands before. */
const ASPECT =
  /^(?:主要|总体|整体|其|这些|这一|该|两者|二者|三者|四项|各项|五项|[一二三四五六七八九十\d]+项(?:指标)?)*(?:增速|增幅|增长|速度|总量|规模|增量|涨幅|降幅|排名|水平|指标|绝对额|发展速度|增长速度|总体|均|都)?$/u
const GROWTH =
  /(?:的)?(?:年均)?(?:增长|增速|增幅|涨幅|降幅|增长速度|增长率|提高|水平|总水平|幅度|比例|情况|发展|上升|上涨|预期)+$/u
const LEADS =
  /^(?:促进|推动|推进|努力|实现|保持|确保|保证|使|让|力争|争取|带动|支持|引导|提高|提升|增加|加快|稳定|扩大|同时|并|全年|预计|坚持|做到|持续|不断|切实|千方百计|全面|加强|落实|达到|严格|积极|防止|推进|其中|全市|全区|全县|全州|我市|今年|要|将|主要是|分别是|包括|建立|健全|完善|优化|强化|巩固|改善|合理|科学|多渠道|[一二三四五六七八九十]是|对)+/u

/** Whether a phrase names a thing that statistics measure. */
export const isMeasured = (name: string, { dictionary }: Given): boolean =>
  name.length > 1 && !NOT_MEASURED.test(name) && (dictionary.match(name, null) !== '' || MEASURED.test(name))

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

/** Statements of a sentence whose numbers stand in `from`..`to` of the view. */
export function statementsIn({ statements, view }: Given, from: number, to: number): readonly ExtractedStatement[] {
  const first = firstFrom(statements, view.at[from] ?? 0)
  return statements.slice(first, firstFrom(statements, view.at[to] ?? 0))
}

/** 均高于, 分别快于: of all that was named before. */
const EACH = /均|都|全部|双双|分别/u
/** No shared predicate has more subjects. */
const MOST = 8

/** What the figures just before are of: the last one, or all of them where 均 says so. */
function inherited(given: Given, sentence: Sentence, clauseStart: number, from: number, words: string): Named | null {
  const before = statementsIn(given, sentence.start, from)
  const last = before.at(-1)
  if (!last) return null
  const { view } = given
  const lastEnd = last.start + last.quantity.length
  // The number stands in the clause straight before, or in this one.
  const between = given.text.slice(viewAt(view, lastEnd), from)
  if (clausesIn(between) > 1 || clauseStart > from) return null
  const all = EACH.test(words)
    ? before.filter(({ kind, start }) => kind === last.kind || (last.kind === 'growth' && start === last.start))
    : before.filter(({ start }) => start === last.start)
  const names = [...new Set(all.map(({ indicator }) => indicator))].filter((name) => name !== '').slice(-MOST)
  if (names.length === 0) return null
  return { names, start: clauseStart, inherited: true }
}
const clausesIn = (words: string): number => words.split(/[，；：]/u).length - 1

function viewAt(view: Given['view'], offset: number): number {
  let low = 0
  let high = view.text.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((view.at[middle] ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The bare name in front of a relation: 促进城乡居民收入增长 → 城乡居民收入. */
function bare(words: string): string {
  const { noun } = readLeft(words)
  const name = noun.replace(GROWTH, '') || noun
  return name.replace(LEADS, '') || name
}

/**
 * The indicators that a relation is said of.
 * @param clauseStart,nameEnd the words before the relation, in the view
 */
export function namesOf(given: Given, sentence: Sentence, clauseStart: number, nameEnd: number): Named | null {
  const { text } = given
  const inClause = statementsIn(given, clauseStart, nameEnd).at(-1)
  const from = inClause
    ? Math.max(clauseStart, viewAt(given.view, inClause.start + inClause.quantity.length))
    : clauseStart
  const words = text.slice(from, nameEnd)
  const name = bare(words)
  if (name === '' || ASPECT.test(name)) return inherited(given, sentence, clauseStart, nameEnd, words)
  const names = shareOut(name, true, true).filter((one) => one.length > 1)
  const first = names[0] ?? name
  const at = startOf(text, first, from, nameEnd)
  return { names, start: at, inherited: false }
}

/** Where a name, whose end may have been put to it, begins. */
function startOf(text: string, name: string, from: number, to: number): number {
  for (let length = name.length; length > 0; length--) {
    const at = text.lastIndexOf(name.slice(0, length), to - length)
    if (at >= from) return at
  }
  return from
}
