import { type Message, message } from '../model/identity'
import type { Place } from '../model/place'
import type { Directory } from './directory'
import type { HeadKind, HeadName } from './heads'
import { type Mention, weightOf } from './mentions'
import { levelWord } from './names'

/** What is known of a text when its place is decided. */
export interface Evidence {
  directory: Directory
  heads: readonly HeadName[]
  /** Mentions inside the report. */
  body: ReadonlyMap<Place, Mention>
  /** Mentions on the whole page. */
  page: ReadonlyMap<Place, Mention>
  /** How the report speaks of itself: 市 0.9, 区 0.1. */
  levels: ReadonlyMap<string, number>
  /** Places that the name of the file and its folders name: a weak hint. */
  file: readonly Place[]
}

/** A place with what speaks for it. */
export interface Candidate {
  place: Place
  score: number
  reasons: { weight: number; message: Message }[]
}

const HEAD_WEIGHT: Record<HeadKind, number> = { title: 6, congress: 6, address: 7, speaker: 5 }

/** The same mark deep in the text may speak of another place (the province's congress). */
const LATE = 0.25

/** A place that the user added is one that he has reports of. */
const ADDED = 6

/** The reasons that lines of the head give. */
export const PLACE_REASON: Record<HeadKind, string> = {
  title: 'reasons.place.title',
  congress: 'reasons.place.congress',
  speaker: 'reasons.place.speaker',
  address: 'reasons.place.address',
}

class Candidates {
  readonly all = new Map<Place, Candidate>()

  add(place: Place, weight: number, reason: Message): void {
    const candidate = this.all.get(place) ?? { place, score: 0, reasons: [] }
    const known = candidate.reasons.find(({ message: { key } }) => key === reason.key)
    if (known === undefined) candidate.reasons.push({ weight, message: reason })
    else if (known.weight >= weight) return
    else {
      candidate.score -= known.weight
      known.weight = weight
      known.message = reason
    }
    candidate.score += weight
    this.all.set(place, candidate)
  }
}

function addHeads(candidates: Candidates, { heads, directory }: Evidence): void {
  for (const head of heads) {
    const weight = HEAD_WEIGHT[head.kind] * (head.early ? 1 : LATE)
    for (const place of head.places) {
      candidates.add(place, weight, message(PLACE_REASON[head.kind], { name: head.name }))
      if (head.early && directory.added.includes(place)) {
        candidates.add(place, ADDED, message('reasons.place.added', { name: place.name }))
      }
      const parent = directory.above(place)
      if (parent !== null && head.within.includes(parent)) {
        candidates.add(place, 3, message('reasons.place.within', { name: parent.name }))
      }
    }
  }
}

/** Counts speak by their share: the place itself is named most often, or not at all beside 全市. */
function addBody(candidates: Candidates, body: ReadonlyMap<Place, Mention>): void {
  const most = Math.max(1, ...[...body.values()].map(weightOf))
  for (const [place, mention] of body) {
    const count = mention.full + mention.short
    if (place.level === 'nation') continue
    const weight = 4 * (weightOf(mention) / most) * Math.min(1, count / 4)
    candidates.add(place, weight, message('reasons.place.body', { name: place.short, count }))
  }
}

/** A report names many of the divisions under its place. */
function addChildren(candidates: Candidates, { body, directory }: Evidence): void {
  const named = new Map<Place, number>()
  for (const [place, mention] of body) {
    const parent = directory.above(place)
    if (parent === null || parent.level === 'nation') continue
    named.set(parent, (named.get(parent) ?? 0) + Math.min(1, mention.full + mention.short * 0.5))
  }
  for (const [parent, count] of named) {
    if (count < 2) continue
    const share = count / Math.max(3, directory.under(parent.code).length)
    candidates.add(parent, 5 * Math.min(1, share), message('reasons.place.children', { count: Math.round(count) }))
  }
}

/** What a mention of a municipality weighs beside one of a city. */
const CAPITAL = 0.4

/** What a page says for a division above: its name, who rules there, its newspaper, the divisions beside the place. */
function saidFor(above: Place, place: Place, { page, directory }: Evidence): { named: number; ruling: number } {
  const mention = page.get(above)
  const higher = directory.above(above)
  // Everybody names 北京 and 上海; that alone makes no report one of their districts.
  const own = weightOf(mention) * (above.level === 'province' ? CAPITAL : 1)
  let beside = 0
  for (const sibling of directory.under(above.code)) {
    // Only with their level words: 和平 and 河北 are a word and a province before they are districts of 天津.
    if (sibling !== place && sibling.short !== place.short) beside += Math.min(1, page.get(sibling)?.full ?? 0)
  }
  return {
    named: own + (higher === null ? 0 : weightOf(page.get(higher)) * 0.3) + (beside > 1 ? beside * 0.5 : 0),
    ruling: (mention?.ruling ?? 0) + (mention?.paper ?? 0) * 2,
  }
}

/** Homonyms are told apart by the division above, which the page names. */
function addParents(candidates: Candidates, evidence: Evidence): void {
  const most = Math.max(1, ...[...evidence.page.values()].map(weightOf))
  for (const { place } of [...candidates.all.values()]) {
    const above = evidence.directory.above(place)
    if (above === null || above.level === 'nation') continue
    const { named, ruling } = saidFor(above, place, evidence)
    if (named === 0 && ruling === 0) continue
    const weight = Math.min(2, 0.5 + (3 * named) / most) + Math.min(1.5, ruling * 0.5)
    candidates.add(place, weight, message('reasons.place.parent', { name: above.name }))
  }
}

/**
 * 全市, 我区: the level that the report speaks of as its own, beside the level of the place or of the name that its head
 * gives the place (东乡区 said 全县 while it was 东乡县).
 */
function addLevels(candidates: Candidates, { levels, heads }: Evidence): void {
  for (const { place } of [...candidates.all.values()]) {
    const named = heads.filter(({ early, places }) => early && places.includes(place)).map(({ name }) => name)
    for (const word of new Set([place.name, ...named].map(levelWord))) {
      const share = levels.get(word) ?? 0
      if (share > 0.15) candidates.add(place, 4 * share, message('reasons.place.level', { word: `全${word}` }))
    }
  }
}

/** All places that anything speaks for, best first. */
export function rankPlaces(evidence: Evidence): Candidate[] {
  const candidates = new Candidates()
  addHeads(candidates, evidence)
  addBody(candidates, evidence.body)
  addChildren(candidates, evidence)
  for (const place of evidence.file) candidates.add(place, 1, message('reasons.place.file', { name: place.short }))
  addParents(candidates, evidence)
  addLevels(candidates, evidence)
  return [...candidates.all.values()].sort((a, b) => b.score - a.score)
}
