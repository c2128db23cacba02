import type { Span } from '#shared/model/anchor'
import { type List, type ListItem, matterKey } from '#shared/model/matter'
import { inView } from '../../statements/view'
import type { Common, Given, Sentence } from '../given'
import { bulletedFrom, type Chain, firstMark, type Item, linesFrom, membersFrom, numberedFrom } from './chain'
import { fundsIn } from './funds'
import { namesIn, type Opening, openingAt } from './openings'
import { titleOf } from './title'
import { KEPT, POINTED, POINTS } from './words.data'

/** A list that was found in the view. */
interface Found {
  readonly opening: Opening
  readonly chain: Chain
  /** Where its first item begins. */
  readonly first: number
  readonly rule: string
  readonly confidence: number
}

/** Another list is named before the first item: 十件实事。十大产业项目：1. */
const OTHER = /[。\n](?![^，。；：\n]*(?:实事|民[生心]))[^，。；：\n]{2,20}：\n*$/u
/** A heading that is no chapter's: 西安市2026年为民实事. */
const DATED = /20\d\d年.*实事|实事.*(?:清单|目录)|^(?:[市县区州])?(?:重点)?(?:民生|惠民|为民(?:办)?)实事(?:项目)?$/u
/** How far behind its name a list may begin. */
const WINDOW = 420

/** Reads the lists of promises (民生实事) of a report, and their items, in the order of the text. */
export function readLists(given: Given): (List | ListItem)[] {
  const { text } = given
  const out: (List | ListItem)[] = []
  let headings: readonly number[] | null = null
  let past = 0
  let waiting: Found | null = null
  for (const at of namesIn(text)) {
    if (at < past) continue
    if (waiting && at > waiting.first) {
      past = write(given, waiting, out)
      waiting = null
      if (at < past) continue
    }
    headings ??= headingsOf(given)
    const found = listAt(text, at, headings)
    // Of a title and the sentence behind it, the title names the list; of a chapter's heading and a sentence, or of two
    // sentences, the nearer one.
    if (found && !(waiting?.opening.named && waiting.first === found.first)) waiting = found
  }
  if (waiting) write(given, waiting, out)
  return out
}

/** Offsets in the view at which sections of the report begin. */
const headingsOf = ({ report: { input, view } }: Given): number[] =>
  input.sections.map(({ heading }) => inView(view, heading.start)).sort((a, b) => a - b)

function listAt(text: string, at: number, headings: readonly number[]): Found | null {
  const opening = openingAt(text, at)
  if (!mayOpen(text, opening)) return null
  const limit = Math.min(text.length, opening.past + WINDOW)
  const numbered = firstMark(text, opening.past, limit)
  const bullets = bulletsBehind(text, opening.past, numbered?.mark.from ?? limit, headings)
  if (bullets) return judged(text, opening, bullets, headings)
  const found =
    numbered && judged(text, opening, numberedFrom(text, numbered.family, numbered.mark, headings), headings)
  return found ?? plainList(text, opening, headings)
}

/** Whether a list may follow: most names of lists only speak of one. */
const mayOpen = (text: string, { stated, titled, start, at, past }: Opening): boolean =>
  stated.length > 0 || titled || text.slice(past, past + 44).includes('：') || POINTS.test(text.slice(start, at))

/** A list whose items have no marks, told by their number. */
function plainList(text: string, opening: Opening, headings: readonly number[]): Found | null {
  const { end, titled, stated } = opening
  const many = stated.filter((count) => count > 2)
  if (many.length === 0) return null
  const kept = KEPT.test(text.slice(opening.start, end))
  const chain = titled
    ? kept || !text.startsWith('实事', opening.at)
      ? null
      : linesFrom(text, text.indexOf('\n', end), many, headings)
    : (membersFrom(text, opening.past, end, many) ??
      (text.charAt(end) === '：' ? linesFrom(text, end + 1, many, headings) : null))
  const first = chain?.items[0]
  return chain && first ? { opening, chain, first: first.start, rule: `list-${chain.family}s`, confidence: 0.85 } : null
}

/** Bulleted lines behind an opening, with no more than a paragraph between. */
function bulletsBehind(text: string, from: number, limit: number, headings: readonly number[]): Chain | null {
  const near = text.slice(from, limit)
  for (let at = near.indexOf('\n'); at >= 0; at = near.indexOf('\n', at + 1)) {
    const chain = bulletedFrom(text, from + at + 1, headings)
    if (chain && chain.items.length > 1) return chain
  }
  return null
}

/** Whether a run of items is the list that an opening speaks of. */
function judged(text: string, opening: Opening, chain: Chain, headings: readonly number[]): Found | null {
  const first = chain.items[0]
  if (!first || chain.items.length < 2) return null
  const n = chain.items.length
  const { stated, titled, past } = opening
  const gap = text.slice(past, first.start)
  const dated = titled && DATED.test(text.slice(opening.heading.start, opening.heading.end))
  const exact = stated.includes(n)
  const near = stated.some((count) => count > 4 && Math.abs(count - n) <= 1)
  const told = { opening, chain, first: first.start }
  const kept = !titled && KEPT.test(text.slice(past, opening.end))
  if (/\n#/u.test(gap.replace(/\n+$/u, '')) || OTHER.test(gap)) return null
  const tight = !/[。！？\n]./u.test(gap) && gap.length <= 160
  const colon = /：\n*$/u.test(gap) && gap.length <= 40 && !/同时|基础上/u.test(gap)
  const pointed = colon || POINTS.test(text.slice(opening.start, opening.at)) || POINTED.test(gap)
  const small = tight && chain.family !== 'bracket' && chain.family !== 'numeral'
  if (!(exact && (pointed || titled || small)) && !dated && chapters(chain, headings)) return null
  // What is said to be kept is one sentence of a review; the parts of the review come behind it.
  if (kept && first.leads && !colon) return null
  if (exact) return { ...told, rule: tight ? 'list-stated' : 'list-behind', confidence: tight ? 0.97 : 0.9 }
  const pointing = colon ? stated.length > 0 || n > 2 : pointed && stated.length === 0 && n > 4
  if (tight && pointing && !kept) return { ...told, rule: 'list-pointed', confidence: 0.85 }
  if (near && !kept) return { ...told, rule: 'list-near', confidence: tight ? 0.9 : 0.7 }
  if (tight && titled && stated.length === 0 && n > 2) return { ...told, rule: 'list-titled', confidence: 0.8 }
  return null
}

/** Whether the items are sections of the report: it tells its chapters then, not a list. */
const chapters = ({ items }: Chain, headings: readonly number[]): boolean =>
  items.filter(({ start, words, leads }) => leads && headings.some((at) => at >= start && at <= words)).length * 2 >
  items.length

/** Writes a list and its items; returns where it ends in the view. */
function write(given: Given, { opening, chain, first, rule, confidence }: Found, out: (List | ListItem)[]): number {
  const last = chain.items.at(-1)
  const sentence = given.sentenceAt(opening.at)
  if (!last || !sentence) return opening.past
  const { heading, stated } = opening
  const name = wordsOf(given, heading)
  const about = commonOf(given, sentence, opening.start, opening.end, name)
  const livelihood = about.role === 'target' ? ('livelihood' as const) : ('' as const)
  const list: List = {
    type: 'list',
    ...about,
    list: livelihood,
    heading: name,
    until: given.spanOf(last.start, last.end).end,
    stated: stated.includes(chain.items.length) ? chain.items.length : (stated.at(-1) ?? null),
    items: chain.items.length,
    ...fundsIn(given, opening.start, first, false),
    rule: `${rule}+${about.by}`,
    confidence,
  }
  out.push(list)
  const parent = matterKey(list)
  for (const item of chain.items) out.push(itemOf(given, item, list, parent))
  return last.end
}

function itemOf(given: Given, item: Item, list: List, parent: string): ListItem {
  const sentence = given.sentenceAt(item.words)
  const { title, count, due } = titleOf(given.text, item)
  const heading = wordsOf(given, title)
  const about = sentence
    ? commonOf(given, sentence, item.start, item.end, heading)
    : { ...list, ...given.spanOf(item.start, item.end), sentence: given.spanOf(item.start, item.end) }
  const { scope, article, wording, period } = about
  const { start, end } = given.spanOf(item.start, item.end)
  return {
    type: 'list_item',
    start,
    end,
    role: list.role,
    year: list.year,
    scope,
    article,
    wording,
    due: list.role === 'target' ? due : '',
    period,
    list: list.list,
    sentence: about.sentence,
    parent,
    ordinal: item.ordinal,
    mark: item.mark === '' ? '' : markOf(given, item),
    heading,
    count,
    ...fundsIn(given, item.words, item.end, true),
    rule: list.rule,
    confidence: list.confidence,
  }
}

/** Words as the text has them, without line breaks and emphasis. */
function wordsOf(given: Given, { start, end }: Span): string {
  const span = given.spanOf(start, end)
  return given.report.input.text.slice(span.start, span.end).replaceAll(/[*\s]+/gu, '')
}

/** The mark as the text has it. */
function markOf(given: Given, item: Item): string {
  const { start, end } = given.spanOf(item.words - item.mark.length, item.words)
  return given.report.input.text.slice(start, end)
}

function commonOf(given: Given, sentence: Sentence, from: number, to: number, indicator: string): Common {
  return given.commonAt(sentence, from, to, from, { kind: 'level', indicator })
}
