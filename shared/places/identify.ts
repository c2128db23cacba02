import { type Message, message } from '../model/identity'
import type { Place, PlaceRef } from '../model/place'
import { type Directory, directoryOf } from './directory'
import { placeByCode, placeRef } from './gazetteer'
import { readHeader } from './header'
import { type HeadName, headNames } from './heads'
import { countMentions, levelShares, type Mention, pageMentions, weightOf } from './mentions'
import { fullForms } from './names'
import { repairName } from './repair'
import { type Candidate, rankPlaces } from './resolve'
import { weighYears, yearHints } from './year'

/** Whose report it is and which year it plans for, with what told so. */
export interface PlaceFinding {
  place: PlaceRef | null
  /** The name as the text has it where it was misread (漯河区 for 瀍河区), null where nothing was repaired. */
  repairedFrom: string | null
  /** 报告年度: the year planned for. */
  year: number | null
  /** Who gave it, as the text has it (市长 杨雄). */
  speaker: string | null
  /** The congress it was given to, as the text has it. */
  session: string | null
  /** Day of the speech, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  date: string | null
  /** 0 to 1 for each; below 0.5 it is doubtful (`doubtsOf`). */
  certainty: { place: number; year: number }
  /** 0 to 1, of place and year together. */
  confidence: number
  /** What decided, in the order of weight: place first, then year. */
  reasons: Message[]
}

/** A report and what is known of where it stands. */
export interface ReportSpan {
  /** The whole reading; `start` and `end` are offsets in it (UTF-16). */
  text: string
  start: number
  end: number
  title: string
  /** Name of the file without its folder: weak evidence, as are the two that follow. */
  fileName: string
  folder: string
  /** What the document says of itself. */
  told: { readonly title?: string }
  /** The user's own places. */
  places: readonly Place[]
}

/** How much of a report is searched for the lines that tell whose it is. */
const HEAD_LENGTH = 6_000

/** A report with no place that scores less than this is one whose place can't be told. */
const LEAST = 3

/** Takes out what stands between the characters of a name: spaces, marks of Markdown. Lines stay. */
const plain = (text: string): string => text.replace(/[ \t\u00a0\u3000*#_]/g, '')

/** How many parents are looked under. */
const PARENTS = 8

/**
 * The divisions that a page speaks of most, best first: where a misread name is looked for. What stands under a
 * division speaks for it, so that a city is found although its own name is misread throughout.
 */
function likelyParents(heads: readonly HeadName[], page: ReadonlyMap<Place, Mention>, directory: Directory): Place[] {
  const scores = new Map<Place, number>()
  for (const [place, mention] of page) {
    let weight = weightOf(mention)
    for (let at: Place | null = place; at !== null && at.level !== 'nation'; at = directory.above(at)) {
      if (at.level !== 'county') scores.set(at, (scores.get(at) ?? 0) + weight)
      // Homonyms and passing mentions: one county speaks for its city with a few mentions at most.
      weight = Math.min(weight * 0.5, 3)
    }
  }
  const named = heads.flatMap(({ within }) => within)
  const counted = [...scores].sort((a, b) => b[1] - a[1]).slice(0, PARENTS)
  const nation = placeByCode('000000')
  return [...new Set([...named, ...counted.map(([place]) => place), ...(nation === null ? [] : [nation])])]
}

interface Repaired {
  place: Place
  from: string
  near: string
}

/** Repairs the unknown names of the head, the one met most often first. */
function repairHeads(
  heads: readonly HeadName[],
  page: ReadonlyMap<Place, Mention>,
  directory: Directory,
): Repaired | null {
  const unknown = new Map<string, number>()
  for (const { name, places, early } of heads) {
    if (places.length === 0) unknown.set(name, (unknown.get(name) ?? 0) + (early ? 2 : 1))
  }
  const parents = likelyParents(heads, page, directory)
  for (const [name] of [...unknown].sort((a, b) => b[1] - a[1])) {
    const repair = repairName(name, parents, directory)
    if (repair !== null) return { place: repair.place, from: name, near: repair.form }
  }
  return null
}

/** Head names in which the misread one stands for what it was repaired to. */
const withRepair = (heads: readonly HeadName[], repaired: Repaired | null): HeadName[] =>
  heads.map((head) =>
    repaired !== null && head.places.length === 0 && head.name === repaired.from
      ? { ...head, places: [repaired.place] }
      : head,
  )

/** Characters of a sentence that merely ends in a level word: 圆满完成市 before 第×届人大. */
const SENTENCE = /[和及会完成作了的过次届我各位]/

/**
 * A name in the lines that tell which stays unknown: a township, a development zone, a name misread beyond repair. Its
 * report is no report of the places that the text also names.
 */
function stranger(heads: readonly HeadName[]): string | null {
  const telling = heads.filter(({ early, kind }) => early && kind !== 'speaker')
  if (telling.some(({ places }) => places.length > 0)) return null
  const names = telling.filter(({ name }) => name.length > 2 && !SENTENCE.test(name))
  return names.find(({ kind }) => kind === 'congress')?.name ?? names[0]?.name ?? null
}

function placeConfidence(ranked: readonly Candidate[]): number {
  const [best, next] = ranked
  if (best === undefined) return 0
  const margin = 1 - (next?.score ?? 0) / best.score
  return Math.min(1, best.score / 12) * (0.6 + 0.4 * Math.min(1, margin * 3))
}

/**
 * Finds out whose report a span of a text is and which year it plans for. Everything that speaks is weighed: the lines
 * of title, congress and speaker, how often places are named and how the report speaks of its own level; the file's
 * name is the weakest hint. A name that the gazetteer does not know is looked for among the divisions of the place that
 * the page speaks of most.
 */
export function identifyReport(input: ReportSpan): PlaceFinding {
  const { text, start, end, title, folder, told } = input
  const directory = directoryOf(input.places)
  const body = countMentions(text, start, end, input.places)
  const page = pageMentions(text, start, end, body, input.places)
  const found = headNames(plain(`${title}\n${text.slice(start, Math.min(end, start + HEAD_LENGTH))}`), directory)
  const repaired = repairHeads(found, page, directory)
  const heads = withRepair(found, repaired)
  const unknown = stranger(heads)
  const levels = levelShares(text.slice(start, end))
  const outside = [folder, input.fileName, told.title ?? ''].join('\n')
  const file = [...countMentions(outside, 0, outside.length, input.places).keys()]
  const ranked = unknown === null ? rankPlaces({ directory, heads, body, page, levels, file }) : []
  const best = ranked[0]
  const header = readHeader(text, start, end, told.title === undefined ? [title] : [title, told.title])
  const year = weighYears(yearHints(title, text, start, end))
  if (best === undefined || best.score < LEAST) {
    const reason =
      unknown === null ? message('reasons.place.none') : message('reasons.place.unknown', { name: unknown })
    return {
      ...header,
      place: null,
      repairedFrom: null,
      year: year.year,
      certainty: { place: 0, year: year.confidence },
      confidence: 0,
      reasons: [reason, ...year.reasons],
    }
  }
  const mended = repaired !== null && repaired.place === best.place ? repaired : null
  const sure = placeConfidence(ranked)
  return {
    ...header,
    place: placeRef(best.place),
    repairedFrom: mended?.from ?? null,
    year: year.year,
    certainty: { place: Math.round(sure * 100) / 100, year: year.confidence },
    confidence: Math.round(sure * (year.year === null ? 0.5 : 0.5 + 0.5 * year.confidence) * 100) / 100,
    reasons: [...placeReasons(best, mended, heads, directory), ...year.reasons],
  }
}

/** The former name that the lines which tell give the place (襄樊市), or null. */
function formerName(place: Place, heads: readonly HeadName[]): string | null {
  const today = new Set([place.short, ...fullForms(place.name)])
  return heads.find(({ name, places }) => places.includes(place) && !today.has(name))?.name ?? null
}

function placeReasons(
  best: Candidate,
  mended: Repaired | null,
  heads: readonly HeadName[],
  directory: Directory,
): Message[] {
  const { place } = best
  const reasons = [...best.reasons]
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 3)
    .map((reason) => reason.message)
  if (mended !== null) {
    const parent = directory.above(place)?.name ?? ''
    const { from, near } = mended
    return [message('reasons.place.repaired', { from, to: near, name: place.name, parent }), ...reasons]
  }
  const former = place.level === 'nation' ? null : formerName(place, heads)
  return former === null ? reasons : [...reasons, message('reasons.place.former', { name: former, now: place.name })]
}
