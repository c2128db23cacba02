import type { Place } from '../model/place'
import { nameForms } from './gazetteer'
import { ORDINARY_DIVISIONS, ORDINARY_WORDS } from './ordinary-words'

/** How often a text names a place. */
export interface Mention {
  /** With its level word: 洛阳市. */
  full: number
  /** Without: 洛阳. */
  short: number
}

/** How many characters of a report are counted: the beginning tells, and very long texts stay fast. */
const COUNTED = 60_000

interface Form {
  text: string
  places: readonly Place[]
  full: boolean
}

const HAN = /\p{Script=Han}/u

/** Name forms by their first two characters, longest first. */
interface FormIndex {
  /** 1 for every first character of a form. */
  first: Uint8Array
  byPair: ReadonlyMap<number, readonly Form[]>
}

let index: FormIndex | null = null

/** The first two characters of a form as one number; every name has at least two. */
const pairAt = (text: string, at: number): number => text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1)

/**
 * Built once, at the first use. Two characters, because dozens of names begin with 大 or 安: trying them all at each
 * such character took a third of an import's time.
 */
function formIndex(): FormIndex {
  if (index !== null) return index
  const made = new Map<number, Form[]>()
  const first = new Uint8Array(0x10000)
  const forms = nameForms()
  const put = (text: string, places: readonly Place[], full: boolean): void => {
    const pair = pairAt(text, 0)
    first[text.charCodeAt(0)] = 1
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
  index = { first, byPair: made }
  return index
}

/**
 * Counts the places that a span names, longest name first, in one pass. A name that several places share counts for
 * each of them.
 * @param added the user's places
 */
export function countMentions(
  text: string,
  start: number,
  end: number,
  added: readonly Place[] = [],
): Map<Place, Mention> {
  const { first, byPair } = formIndex()
  const counts = new Map<Place, Mention>()
  const last = Math.min(end, start + COUNTED)
  for (let at = start; at < last; at += 1) {
    if (first[text.charCodeAt(at)] === 0) continue
    const form = byPair.get(pairAt(text, at))?.find((candidate) => text.startsWith(candidate.text, at))
    if (form === undefined) continue
    // 范县 in 示范县, 成县 in 建成县: a name of two characters counts where no other character stands before it.
    if (form.full && form.text.length === 2 && at > start && HAN.test(text.charAt(at - 1))) continue
    for (const place of form.places) addMention(counts, place, form.full)
    at += form.text.length - 1
  }
  if (added.length > 0) countAdded(counts, text.slice(start, last), added)
  return counts
}

/** The user's places are few: each is looked for by itself. */
function countAdded(counts: Map<Place, Mention>, text: string, added: readonly Place[]): void {
  for (const place of added) {
    const full = text.split(place.name).length - 1
    const short = text.split(place.short).length - 1
    const alone = place.name.includes(place.short) ? short - full : short
    if (full + alone > 0) counts.set(place, { full, short: Math.max(0, alone) })
  }
}

function addMention(counts: Map<Place, Mention>, place: Place, full: boolean): void {
  const mention = counts.get(place) ?? { full: 0, short: 0 }
  if (full) mention.full += 1
  else mention.short += 1
  counts.set(place, mention)
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
