import { type Message, message } from '../model/identity'
import type { Money, VentureRef } from '../model/matter'
import { nameLikeness, readVentureName, type VentureName } from './venture-names'

/** A venture of a report, as it is compared. */
export interface ComparedVenture {
  readonly report: string
  /** `matterKey` inside the report. */
  readonly key: string
  readonly name: string
  /** Code of the report's place; its first four digits name the city. */
  readonly place: string
  /** 报告年度; null where nothing tells. */
  readonly year: number | null
  readonly amount: Money | null
}

/** Two ventures of different reports that may be the same one. */
export interface VentureCandidate {
  readonly a: VentureRef
  readonly b: VentureRef
  /** 0 to 1: how likely they are the same. */
  readonly likeness: number
  /** Why, the weightiest first; keys of the namespace `matters`. */
  readonly reasons: Message[]
}

interface Entry {
  readonly venture: ComparedVenture
  readonly name: VentureName
  /** Its place in the order of the rows. */
  readonly at: number
}

const DIRECT = new Set(['11', '12', '31', '50'])
/** Digits of a code that a place shares with its parent and its children. */
const cityOf = (code: string): string => (DIRECT.has(code.slice(0, 2)) ? code.slice(0, 2) : code.slice(0, 4))
const isCity = (code: string): boolean => code.endsWith(DIRECT.has(code.slice(0, 2)) ? '0000' : '00')
/** Whether one place is the other, or stands right over it. */
const related = (a: string, b: string): boolean => a === b || isCity(a) || isCity(b)

/** Words that so many ventures of a city have tell nothing of which belong together. */
const CROWD = 60
/** A name that so many have is compared with the next ones only. */
const NEXT = 12

/** Entries by the words that they hold: whole cores, and pairs of characters that are their own. */
function indexOf(entries: readonly Entry[]): Map<string, Entry[]> {
  const index = new Map<string, Entry[]>()
  const add = (word: string, entry: Entry): void => {
    const known = index.get(word)
    if (known) known.push(entry)
    else index.set(word, [entry])
  }
  for (const entry of entries) {
    add(`=${entry.name.core}`, entry)
    for (const [pair, weight] of entry.name.pairs) if (weight > 1) add(pair, entry)
  }
  return index
}

/** Calls with every two entries of a city that share a rare word, each two once. */
function eachPair(entries: readonly Entry[], call: (a: Entry, b: Entry) => void): void {
  const index = indexOf(entries)
  const met = new Int32Array(entries.length).fill(-1)
  entries.forEach((entry, own) => {
    const words = [
      `=${entry.name.core}`,
      ...[...entry.name.pairs].flatMap(([pair, weight]) => (weight > 1 ? pair : [])),
    ]
    for (const word of words) {
      const others = index.get(word) ?? []
      const crowded = others.length > CROWD
      if (crowded && !word.startsWith('=')) continue
      let near = 0
      for (const other of others) {
        if (other.at <= entry.at || met[other.at] === own) continue
        if (crowded && ++near > NEXT) break
        met[other.at] = own
        call(entry, other)
      }
    }
  })
}

const inYuan = ({ value, unit }: Money): number =>
  value * (unit.includes('亿') ? 1e8 : 1) * (unit.includes('万') ? 1e4 : 1) * (unit.includes('百') ? 100 : 1)

const sameAmount = (a: Money | null, b: Money | null): boolean =>
  a !== null && b !== null && Math.abs(inYuan(a) - inYuan(b)) <= 0.01 * inYuan(a)

/** A project is told of again within so many years. */
const SOON = 5

/** What beside the name makes them more or less likely one, with the reasons. */
function circumstances(a: Entry, b: Entry): { factor: number; reasons: Message[] } {
  const reasons: Message[] = []
  let factor = 1
  if (sameAmount(a.venture.amount, b.venture.amount)) {
    factor *= 1.1
    reasons.push(message('matters.venture.reason.amount', { amount: a.venture.amount?.quantity ?? '' }))
  }
  const [phase, other] = [a.name.phase, b.name.phase]
  if (phase !== null && phase === other) reasons.push(message('matters.venture.reason.phase', { phase }))
  else if (phase !== other) {
    factor *= 0.85
    reasons.push(message('matters.venture.reason.onePhase', { phase: phase ?? other ?? 0 }))
  }
  const [from, to] = [a.venture.year, b.venture.year]
  if (from !== null && to !== null) {
    const apart = Math.abs(from - to)
    factor *= apart > 2 * SOON ? 0.75 : apart > SOON ? 0.9 : 1
    if (apart <= SOON)
      reasons.push(message('matters.venture.reason.years', { from: Math.min(from, to), to: Math.max(from, to) }))
  }
  if (a.venture.place !== b.venture.place) {
    factor *= 0.9
    reasons.push(message('matters.venture.reason.parent'))
  }
  return { factor, reasons }
}

/** A name of common words only (图书馆) is the same thing in one place and soon after, if at all. */
function commonName(a: Entry, b: Entry): boolean {
  if (a.name.own > 0 && b.name.own > 0) return false
  const apart = Math.abs((a.venture.year ?? 0) - (b.venture.year ?? 0))
  return a.venture.place !== b.venture.place || apart > 2
}

const COMMON = 0.7
/** Pairs less likely are not shown. */
const LEAST = 0.55

function candidateOf(a: Entry, b: Entry): VentureCandidate | null {
  if (a.venture.report === b.venture.report || !related(a.venture.place, b.venture.place)) return null
  const found = nameLikeness(a.name, b.name)
  if (!found || commonName(a, b)) return null
  const { factor, reasons } = circumstances(a, b)
  const base = found.same && a.name.own === 0 ? COMMON : found.likeness
  const likeness = Math.min(found.same ? 0.98 : 0.95, base * factor)
  if (likeness < LEAST) return null
  const { core } = a.name.core.length <= b.name.core.length ? a.name : b.name
  const first = found.same
    ? message('matters.venture.reason.sameName', { name: core })
    : found.held
      ? message('matters.venture.reason.held', { name: core })
      : message('matters.venture.reason.words', { words: found.shared })
  const ref = ({ venture: { report, key } }: Entry): VentureRef => ({ report, key })
  return { a: ref(a), b: ref(b), likeness, reasons: [first, ...reasons] }
}

/**
 * Ventures of different reports that may be the same one under a slightly different name, the likeliest first. Only
 * those of one place, or of a place and the one right over it, that share words of their own are held against each
 * other, so that the time grows with the number of ventures and not with its square.
 */
export function ventureCandidates(rows: readonly ComparedVenture[]): VentureCandidate[] {
  const cities = new Map<string, ComparedVenture[]>()
  for (const venture of rows) {
    const city = cityOf(venture.place)
    const known = cities.get(city)
    if (known) known.push(venture)
    else cities.set(city, [venture])
  }
  const found: VentureCandidate[] = []
  for (const ventures of cities.values())
    eachPair(entriesOf(ventures), (a, b) => {
      const candidate = candidateOf(a, b)
      if (candidate) found.push(candidate)
    })
  return found.sort((a, b) => b.likeness - a.likeness)
}

/** The ventures of a city with their names made ready; what names of many begin with is the city's own name. */
function entriesOf(ventures: readonly ComparedVenture[]): Entry[] {
  const names = ventures.map(({ name }) => readVentureName(name))
  const cores = new Map<string, Set<string>>()
  for (const { core, pairs } of names)
    for (const [pair, weight] of pairs) {
      if (weight < 2) continue
      const known = cores.get(pair)
      if (known) known.add(core)
      else cores.set(pair, new Set([core]))
    }
  const crowded = new Set<string>()
  for (const [pair, { size }] of cores) if (size > MANY_NAMES) crowded.add(pair)
  return ventures.map((venture, at) => {
    const name = names[at]
    return { venture, name: name && crowded.size === 0 ? name : readVentureName(venture.name, crowded), at }
  })
}
/** Different names of a city that share a pair of characters: more than so many, and it tells nothing. */
const MANY_NAMES = 25
