import { type Chain, LONGEST, signBefore } from './chain'
import { CLOSING, NAMES } from './words.data'

/** Lines are items only where they are short. */
const LONGEST_LINE = 400
/** The longest stretch in which items without marks are looked for. */
const STRETCH = 4_000

/** Where something begins in the view, and ends. */
type Stretch = readonly [start: number, end: number]

/** Items by where each begins and the next one does, in the order of the text. */
const unmarked = (family: string, spans: readonly Stretch[], leads: boolean): Chain => ({
  family,
  items: spans.map(([start, end], i) => ({ start, end, words: start, ordinal: i + 1, mark: '', leads })),
})

/** A list is not told by its number where it has fewer members. */
const FEW = 4
/**
 * Whether members are as many as is told. Behind a colon there may be one more or less of many, or fewer where the last
 * ends with 等; and some where no number is told.
 */
function isAsMany(text: string, members: readonly Stretch[], stated: readonly number[], colon: boolean): boolean {
  const n = members.length
  if (stated.includes(n) && (colon || n > FEW)) return true
  if (!colon || stated.length === 0) return colon && n >= FEW
  const last = members.at(-1)
  const open = last !== undefined && /等。?$/u.test(text.slice(...last))
  return n > FEW && stated.some((count) => Math.abs(count - n) === 1 || (open && n < count && n * 2 > count))
}

/**
 * Items that no mark tells apart, as many as their opening says: the members of a sentence (十件实事：…；…；…。), or its
 * sentences (十件实事：…。…。…。).
 * @param past behind the word that names the list
 * @param end of the sentence that opens it
 * @param stated no number where the words before the list only point at it (以下实事：…；…；…。)
 */
export function membersFrom(text: string, past: number, end: number, stated: readonly number[]): Chain | null {
  const limit = signBefore(text, '\n', past, Math.min(text.length, past + STRETCH))
  const colon = text.charAt(end) === '：'
  const comma = text.slice(past, end).indexOf('，')
  const from = colon || comma < 0 || end > limit ? end + 1 : past + comma + 1
  const sentence = signBefore(text, '。', from, limit)
  const members = stopped(text, splitAt(text, from, sentence, '；'))
  if (isAsMany(text, members, stated, colon) && !namesList(text, members[0])) return unmarked('member', members, false)
  if (!colon || stated.length === 0) return null
  const clauses = stopped(text, splitAt(text, from, sentence, '，'))
  if (stated.includes(clauses.length) && !namesList(text, clauses[0])) return unmarked('member', clauses, false)
  return sentencesFrom(text, from, limit, stated)
}

/** Gives the last member of a sentence its full stop. */
function stopped(text: string, members: readonly Stretch[]): Stretch[] {
  return members.map(([start, end]) => [start, text.charAt(end) === '。' ? end + 1 : end])
}

const namesList = (text: string, [start, end]: Stretch = [0, 0]): boolean =>
  NAMES.some((name) => text.slice(start, end).includes(name))

/** The sentences of a stretch of one line, with their stops, up to the one that speaks of all of them. */
function sentencesOf(text: string, from: number, to: number): Stretch[] {
  const spans = splitAt(text, from, to, '。')
  const closing = spans.findIndex(([start], i) => i > 0 && CLOSING.test(text.slice(start, start + 60)))
  return (closing < 0 ? spans : spans.slice(0, closing)).map(([start, end]) => [start, Math.min(to, end + 1)])
}

/** 促进充分就业。: a sentence that only gives the name of those behind it. */
const TITLE = /^[^，：；、\d“]{4,12}。$/u

/** Sentences behind a colon: each is an item, or those are that begin with a title of their own. */
function sentencesFrom(text: string, from: number, to: number, stated: readonly number[]): Chain | null {
  const spans = sentencesOf(text, from, to)
  if (spans.length <= FEW || namesList(text, spans[0])) return null
  if (stated.includes(spans.length)) return unmarked('sentence', spans, false)
  const titles = spans.flatMap(([start, end], i) => (TITLE.test(text.slice(start, end)) ? [i] : []))
  const last = spans.at(-1)?.[1] ?? to
  const groups = titles.map((i, n): Stretch => [spans[i]?.[0] ?? from, spans[titles[n + 1] ?? -1]?.[0] ?? last])
  const bare = titles.some((i, n) => (titles[n + 1] ?? spans.length) === i + 1)
  if (titles[0] !== 0 || bare || !stated.includes(groups.length)) return null
  return unmarked('sentence', groups, false)
}

/** 哺育工程，投入…。育苗工程，…。: what the sentences of a list under its heading begin with. */
const LABEL = /^[^，。：；、\d]{2,10}(..)[，：]/u

/** The sentences of the line under a heading that are named alike, as many as it says. */
export function labelledFrom(text: string, from: number, stated: readonly number[]): Chain | null {
  const limit = signBefore(text, '\n', from, Math.min(text.length, from + STRETCH))
  const first = LABEL.exec(text.slice(from, from + 16))?.[1]
  if (first === undefined) return null
  const spans: Stretch[] = []
  for (const span of splitAt(text, from, limit, '。')) {
    if (LABEL.exec(text.slice(span[0], span[0] + 16))?.[1] !== first) break
    spans.push([span[0], Math.min(limit, span[1] + 1)])
  }
  return spans.length > 2 && stated.includes(spans.length) ? unmarked('sentence', spans, false) : null
}

/** 其中重点有：…；…；…。: some of the items, told in the sentence behind the opening. */
export function partsFrom(text: string, end: number): Chain | null {
  const lead = PARTS.exec(text.slice(end, end + 24))
  if (!lead) return null
  const from = end + lead[0].length
  const spans = stopped(
    text,
    splitAt(text, from, signBefore(text, '。', from, Math.min(text.length, from + LONGEST)), '；'),
  )
  return spans.length > 2 ? unmarked('part', spans, false) : null
}
const PARTS = /^。?(?:其中|主要|重点)[^，。；：\n]{0,8}：/u

/** The stretches between a sign. */
function splitAt(text: string, from: number, to: number, sign: string): Stretch[] {
  const spans: Stretch[] = []
  let start = from
  for (let at = from; at <= to; at++) {
    if (at < to && text.charAt(at) !== sign) continue
    if (at > start) spans.push([start, at])
    start = at + 1
  }
  return spans
}

/** Items that no mark tells apart, as many as their heading says: the lines under it up to the next heading. */
export function linesFrom(
  text: string,
  from: number,
  stated: readonly number[],
  headings: readonly number[],
): Chain | null {
  const most = Math.max(0, ...stated)
  const spans: Stretch[] = []
  for (let at = from; at < text.length && spans.length <= most; ) {
    const stop = signBefore(text, '\n', at, Math.min(text.length, at + STRETCH))
    if (stop > at) {
      if (stop - at > LONGEST_LINE || text.startsWith('#', at) || headings.includes(at)) break
      if (CLOSING.test(text.slice(at, at + 60)) || text.charAt(stop - 1) === '：') break
      spans.push([at, stop])
    }
    at = stop + 1
  }
  return stated.includes(spans.length) ? unmarked('line', spans, true) : null
}
