import type { Place } from '../model/place'
import { nameForms } from './gazetteer'
import { ORDINARY_DIVISIONS, ORDINARY_WORDS } from './ordinary-words'

/** How often a text names a place. */
export interface Mention {
  /** With its level word: 洛阳市. */
  full: number
  /** Without: 洛阳. */
  short: number
  /** Of both, those that name who rules there: 洛阳市委, 中共洛阳市. */
  ruling: number
  /** Of both, those that name its newspaper: 洛阳日报. */
  paper: number
}

/** How many characters of a report are counted: the beginning tells, and very long texts stay fast. */
const COUNTED = 60_000

interface Form {
  text: string
  places: readonly Place[]
  full: boolean
}

const HAN = /\p{Script=Han}/u

/** Name forms by their first two characters, longest first; every name has at least two. */
interface FormIndex {
  /** For every first character of a form its number from 1, 0 for others. */
  first: Uint16Array
  /** The same for second characters. */
  second: Uint16Array
  /** A bit for every pair that begins a form (`bitOf`), and for a few that do not: most pairs of a text begin none. */
  bits: Uint8Array
  /** The numbers of both as one (`pairOf`): a small whole number, which a `Map` finds many times faster than a large one. */
  byPair: ReadonlyMap<number, readonly Form[]>
}

let index: FormIndex | null = null

const pairOf = (first: number, second: number): number => first * 0x2000 + second

/** The place of a pair among 65,536 bits. */
const bitOf = (pair: number): number => Math.imul(pair, 0x9e37_79b1) >>> 16

/** Numbers characters as they come. */
function numbering(): { of: Uint16Array; number(unit: number): number } {
  const of = new Uint16Array(0x1_0000)
  let last = 0
  const number = (unit: number): number => {
    if (of[unit] === 0) of[unit] = last += 1
    return of[unit] ?? 0
  }
  return { of, number }
}

/**
 * Built once, at the first use. Two characters, because dozens of names begin with 大 or 安: trying them all at each
 * such character took a third of an import's time.
 */
function formIndex(): FormIndex {
  if (index !== null) return index
  const made = new Map<number, Form[]>()
  const first = numbering()
  const second = numbering()
  const bits = new Uint8Array(0x2000)
  const forms = nameForms()
  const put = (text: string, places: readonly Place[], full: boolean): void => {
    const pair = pairOf(first.number(text.charCodeAt(0)), second.number(text.charCodeAt(1)))
    const bit = bitOf(pair)
    bits[bit >> 3] = (bits[bit >> 3] ?? 0) | (1 << (bit & 7))
    const list = made.get(pair)
    if (list === undefined) made.set(pair, [{ text, places, full }])
    else list.push({ text, places, full })
  }
  for (const [text, places] of forms.full) if (!ORDINARY_DIVISIONS.has(text)) put(text, places, true)
  for (const [text, places] of forms.short) {
    const higher = places.filter(({ level }) => level !== 'county')
    const meant = ORDINARY_WORDS.has(text) ? higher : places
    if (!forms.full.has(text) && meant.length > 0) put(text, meant, false)
  }
  for (const list of made.values()) list.sort((a, b) => b.text.length - a.text.length)
  index = { first: first.of, second: second.of, bits, byPair: made }
  return index
}

/** What follows a short name that is a town's, a village's or a street's: 平乐镇, 北京路. */
const SMALLER = new Set('镇乡街村路巷桥站')
/** What follows a name whose rulers are meant: 洛阳市委, 河南省政府; the level word may stand between. */
const RULERS = /^[省市区县州盟旗]?(?:委|政府|人民政府|人大|政协)/
const PAPER = /^[省市区县州盟旗]?(?:日报|晚报|早报|晨报|时报|都市报|新闻网|网讯|发布)/
/** The words that such a tail begins with: only where one stands is the rest looked at. */
const TAILS = new Set('省市区县州盟旗委政人日晚早晨时都新网发')
/** What stands before a place that is looked up to or dealt with: 对标深圳, 学习浙江, 与郑州. */
const OTHERS = new Set('与跟赴标习鉴超接靠向')

/**
 * Counts the places that a span names, longest name first, in one pass. A name that several places share counts for
 * each of them. Models and partners (对标深圳) do not count.
 * @param added the user's places
 */
export function countMentions(
  text: string,
  start: number,
  end: number,
  added: readonly Place[] = [],
): Map<Place, Mention> {
  const { first, second, bits, byPair } = formIndex()
  const counts = new Map<Place, Mention>()
  const last = Math.min(end, start + COUNTED)
  for (let at = start; at < last; at += 1) {
    const begins = first[text.charCodeAt(at)] ?? 0
    if (begins === 0) continue
    // Behind the last character `charCodeAt` is NaN, which no table has.
    const goesOn = second[text.charCodeAt(at + 1)] ?? 0
    if (goesOn === 0) continue
    const pair = pairOf(begins, goesOn)
    const bit = bitOf(pair)
    if (((bits[bit >> 3] ?? 0) & (1 << (bit & 7))) === 0) continue
    const form = formAt(text, at, byPair.get(pair))
    if (form === undefined) continue
    // 范县 in 示范县, 成县 in 建成县: a name of two characters counts where no other character stands before it.
    if (form.full && form.text.length === 2 && at > start && HAN.test(text.charAt(at - 1))) continue
    const stop = at + form.text.length
    const aside = OTHERS.has(text.charAt(at - 1)) || text.startsWith('经验', stop)
    if (!aside && (form.full || !SMALLER.has(text.charAt(stop)))) {
      const tail = TAILS.has(text.charAt(stop)) ? text.slice(stop, stop + 5) : ''
      addMentions(counts, form, tail)
    }
    at = stop - 1
  }
  if (added.length > 0) countAdded(counts, text.slice(start, last), added)
  return counts
}

/** The longest form that stands at a place. */
function formAt(text: string, at: number, forms: readonly Form[] = []): Form | undefined {
  for (const form of forms) if (text.startsWith(form.text, at)) return form
  return undefined
}

/** A function of its own: a loop inside that of `countMentions` was compiled by itself, and each end of it threw that away. */
function addMentions(counts: Map<Place, Mention>, { places, full }: Form, tail: string): void {
  for (const place of places) addMention(counts, place, full, tail)
}

const noMention = (): Mention => ({ full: 0, short: 0, ruling: 0, paper: 0 })

function addMention(counts: Map<Place, Mention>, place: Place, full: boolean, tail: string): void {
  const mention = counts.get(place) ?? noMention()
  if (full) mention.full += 1
  else mention.short += 1
  if (tail !== '' && RULERS.test(tail)) mention.ruling += 1
  else if (tail !== '' && PAPER.test(tail)) mention.paper += 1
  counts.set(place, mention)
}

/** The user's places are few: each is looked for by itself. */
function countAdded(counts: Map<Place, Mention>, text: string, added: readonly Place[]): void {
  for (const place of added) {
    const full = text.split(place.name).length - 1
    const every = text.split(place.short).length - 1
    const short = Math.max(0, place.name.includes(place.short) ? every - full : every)
    if (full + short > 0) counts.set(place, { ...noMention(), full, short })
  }
}

/** How heavily mentions weigh: a name with its level word is beyond doubt. */
export const weightOf = (mention: Mention | undefined): number =>
  mention === undefined ? 0 : mention.full * 1.5 + mention.short

/** More other divisions than this, each named but once or twice, are a list of links. */
const LINKS = 25

/**
 * Mentions of the page around a report added to its own. Where a site lists its neighbours, only newspapers are taken
 * from around the report.
 */
export function pageMentions(
  text: string,
  start: number,
  end: number,
  body: ReadonlyMap<Place, Mention>,
  added: readonly Place[],
): ReadonlyMap<Place, Mention> {
  const around = [
    countMentions(text, Math.max(0, start - COUNTED), start, added),
    countMentions(text, end, text.length, added),
  ]
  if (around.every(({ size }) => size === 0)) return body
  const page = new Map<Place, Mention>([...body].map(([place, mention]) => [place, { ...mention }]))
  for (const side of around) {
    const list = [...side.values()].filter(({ full, short }) => full + short <= 2).length > LINKS
    for (const [place, mention] of side) {
      if (list && mention.paper === 0) continue
      const sum = page.get(place) ?? noMention()
      sum.full += list ? 0 : mention.full
      sum.short += list ? mention.paper : mention.short
      sum.paper += mention.paper
      sum.ruling += list ? 0 : mention.ruling
      page.set(place, sum)
    }
  }
  return page
}

/** Words by which a report speaks of its own division: 全市, 我区, 市政府. The character is the level word. */
const OWN =
  /(?:全|我)([市区县州省盟旗])(?!域)|代表([市区县州省盟旗])人民政府|(?<![\p{Script=Han}])([市区县州省盟旗])(?:委|政府|人民政府)/gu

/** How often a span speaks of itself as 市, 区, 县 …: shares that add up to 1, or nothing. */
export function levelShares(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  let total = 0
  for (const match of text.matchAll(OWN)) {
    const word = match[1] ?? match[2] ?? match[3] ?? ''
    const weight = match[2] === undefined ? 1 : 10
    counts.set(word, (counts.get(word) ?? 0) + weight)
    total += weight
  }
  for (const [word, count] of counts) counts.set(word, count / total)
  return counts
}
