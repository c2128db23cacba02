import type { Span } from '#shared/model/anchor'
import { type List, type ListItem, matterKey } from '#shared/model/matter'
import { inView } from '../../statements/view'
import type { Common, Given, Sentence } from '../given'
import type { Item } from './chain'
import { type Found, isOfLives, listAt, weakly } from './find'
import { fundsIn } from './funds'
import { namesIn, type Opening, toldBy } from './openings'
import { titleOf } from './title'
import { DATED, KEPT } from './words.data'

/** Reads the lists of promises (民生实事) of a report, and their items, in the order of the text. */
export function readLists(given: Given): (List | ListItem)[] {
  const { text } = given
  const out: (List | ListItem)[] = []
  let headings: readonly number[] | null = null
  let past = 0
  let waiting: Found | null = null
  for (const at of namesIn(given)) {
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

/** Writes a list and its items; returns where it ends in the view. */
function write(given: Given, { opening, chain, first, rule, confidence }: Found, out: (List | ListItem)[]): number {
  const last = chain.items.at(-1)
  const { heading } = opening
  const sentence = given.sentenceAt(opening.at) ?? annexed(given, opening)
  if (!last || !sentence) return opening.past
  const name = wordsOf(given, heading)
  const about = commonOf(given, sentence, opening.start, opening.end, name)
  const lives = !weakly(given.text, opening) || isOfLives(given.text, opening)
  const kind = about.role === 'actual' ? '' : lives ? 'livelihood' : 'priority'
  const list: List = {
    type: 'list',
    ...about,
    list: kind,
    heading: name,
    until: given.spanOf(last.start, last.end).end,
    stated: toldBy(given.text, opening, chain.items.length),
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

/**
 * The title of a list that stands behind the explained terms, which are no part of the report; null where it is one of
 * them (12.2022年十件民生实事：…).
 */
function annexed(given: Given, { start, end, heading, named }: Opening): Sentence | null {
  const title = given.text.slice(heading.start, heading.end)
  if (!named || !DATED.test(title)) return null
  const { year } = given.report.input
  const role = KEPT.test(title) ? 'actual' : 'target'
  const told = year === null ? '' : String(role === 'actual' ? year - 1 : year)
  return { start, end, zone: { start, end, role, year: told, list: '', expected: false } }
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
