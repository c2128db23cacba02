import type { Span } from '#shared/model/anchor'
import {
  type ExtractedMatter,
  type List,
  type ListItem,
  type MatterOf,
  type MatterType,
  matterKey,
} from '#shared/model/matter'
import { prepareReport, readSentences } from '../statements/extract'
import type { StatementInput } from '../statements/input'
import { inView } from '../statements/view'
import { parseNumeral } from '../text/numerals'
import { readClaims } from './claims/read'
import { type Common, type Given, givenOf } from './given'
import { readLists } from './lists/read'
import { readRanks } from './ranks/read'
import { readRelativeTargets } from './relative/read'
import { readVentures } from './ventures/read'

/** A passage that the user says is a matter of some type. */
export type MatterInput = StatementInput & { selection: Span; type: MatterType }

const READERS: { readonly [T in MatterType]: (given: Given) => ExtractedMatter[] } = {
  relative_target: readRelativeTargets,
  rank: readRanks,
  claim: readClaims,
  list: readLists,
  list_item: readLists,
  venture: readVentures,
}

/** What share of two spans together both cover. */
function common(a: Span, b: Span): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return shared <= 0 ? 0 : shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start))
}

/** Of the matters at the selection the one that is most nearly it. */
function atSelection(matters: readonly ExtractedMatter[], { selection, type }: MatterInput): ExtractedMatter | null {
  let best: ExtractedMatter | null = null
  for (const matter of matters)
    if (matter.type === type && common(matter, selection) > (best ? common(best, selection) : 0)) best = matter
  return best
}

/** A selection in the view, without the blanks at its ends; offsets of the view. */
interface Selected extends Span {
  words: string
}

/** Where the selection stands in no part of the report, only the report's year is known. */
function withoutPart(given: Given, { start, end }: Selected): Place {
  const span = given.spanOf(start, end)
  return {
    ...span,
    ...{ role: 'actual', year: '', scope: 'own', article: 'main', wording: '', due: '', period: '', list: '' },
    sentence: span,
  }
}

function placeOf(given: Given, selected: Selected): Place {
  const { start, end, words } = selected
  const sentence = given.sentenceAt(start)
  if (!sentence) return withoutPart(given, selected)
  const { by: _, ...place } = given.commonAt(sentence, start, end, start, { kind: 'level', indicator: words })
  return place
}

const NO_FUNDS = { total: null, own: null, above: null, private: null }
const NUMERAL = /\d+|[一二两三四五六七八九十百]+/u

/** The number in words; null where they hold none. */
function numberIn(words: string): number | null {
  const found = NUMERAL.exec(words)
  const number = found && parseNumeral(found[0])
  return number !== null && Number.isInteger(number) && number > 0 ? number : null
}

/** The list that a selection stands in, or behind: an item by hand is its next. */
function listBefore(given: Given, at: number): { parent: string; ordinal: number } {
  const found = readLists(given)
  const lists = found.filter((one): one is List => one.type === 'list' && one.start <= at)
  const own = lists.filter(({ until }) => at < until).at(-1) ?? lists.at(-1)
  if (!own) return { parent: '', ordinal: 1 }
  const parent = matterKey(own)
  const before = found.filter((one): one is ListItem => one.type === 'list_item' && one.parent === parent)
  return { parent, ordinal: before.filter(({ start }) => start < at).length + 1 }
}

type Place = Omit<Common, 'by'>
type Own<T extends MatterType> = Omit<MatterOf<T>, keyof Place | 'type' | 'rule' | 'confidence'>
type Bare = { readonly [T in MatterType]: (place: Place, words: string, given: Given) => Own<T> }

const BARE: Bare = {
  relative_target: (_, indicator, given) => ({
    ...{ indicator, canonical: given.dictionary.match(indicator, null), kind: 'growth', relation: 'match' },
    ...{ hedge: '', reference: '', referenceCanonical: '', referenceScope: '' },
  }),
  rank: (_, indicator, given) => ({
    ...{ indicator, canonical: given.dictionary.match(indicator, null), aspect: '' },
    ...{ position: numberIn(indicator) ?? 1, within: false, fromBottom: false, previous: null },
    ...{ among: '', size: null, streak: null, statement: '' },
  }),
  claim: (_, covers) => ({ covers, subject: 'other', extent: 'done', levels: '', count: null }),
  list: ({ end }, heading) => ({ heading, until: end, stated: numberIn(heading), items: 0, ...NO_FUNDS }),
  list_item: ({ start }, heading, given) => ({
    ...listBefore(given, start),
    ...{ mark: '', heading, count: null, ...NO_FUNDS },
  }),
  venture: (_, name) => ({ name, place: '', amount: null, stage: '', stageWords: '' }),
}

/** A matter of which only the words are known, and what follows from where they stand. */
function bare(given: Given, selected: Selected, type: MatterType): ExtractedMatter {
  const place = placeOf(given, selected)
  const made = { type, ...place, ...BARE[type](place, selected.words, given), rule: 'user', confidence: 1 }
  // The fields of a type stand under its name in `BARE`, which the compiler does not follow through a union.
  return made as ExtractedMatter
}

/** The selection in the view, without the line breaks at its ends. */
function selectedIn({ view }: Given, selection: Span): Selected {
  let [start, end] = [inView(view, selection.start), inView(view, selection.end)]
  while (start < end && view.text[start] === '\n') start++
  while (start < end && view.text[end - 1] === '\n') end--
  return { start, end, words: view.text.slice(start, end).replaceAll('\n', '') }
}

/**
 * Drafts a matter from a passage that the user selected: the one that the reader of its type finds there, else one with the
 * selection as its words and its name; role, year and the rest follow from where it stands.
 * @param input the report, the selected span of the reading's text (UTF-16 code units) and the type that it is to be of
 */
export function draftMatter(input: MatterInput): ExtractedMatter {
  const { selection, type } = input
  const start = Math.min(input.start, selection.start)
  const end = Math.max(input.end, selection.end)
  const prepared = prepareReport({ ...input, start, end }, true)
  const given = givenOf(prepared, readSentences(prepared))
  return atSelection(READERS[type](given), input) ?? bare(given, selectedIn(given, selection), type)
}
