import type { Place } from '../model/place'
import type { Directory } from './directory'
import { placeByCode } from './gazetteer'
import type { HeadName } from './heads'
import { type Mention, weightOf } from './mentions'
import { levelWord } from './names'
import { nearestAmong, repairName } from './repair'

/** A name of the head that was read as another. */
export interface Misread {
  place: Place
  /** As the text has it: 漯河区. */
  from: string
  /** The form of the place's name that comes nearest to it: 瀍河区. */
  near: string
  /** False for a repair that the text supports weakly. */
  sure: boolean
}

/** How many parents are looked under. */
const PARENTS = 8
/** How many of the divisions that a page speaks of most may be the misread one itself. */
const THEMSELVES = 3

/**
 * The divisions that a page speaks of, best first, by what is named of them and under them: so a city is found although
 * its own name is misread throughout.
 */
function spokenOf(page: ReadonlyMap<Place, Mention>, directory: Directory): Place[] {
  const scores = new Map<Place, number>()
  for (const [place, mention] of page) {
    let weight = weightOf(mention)
    for (let at: Place | null = place; at !== null && at.level !== 'nation'; at = directory.above(at)) {
      if (at.level !== 'county') scores.set(at, (scores.get(at) ?? 0) + weight)
      // Homonyms and passing mentions: one county speaks for its city with a few mentions at most.
      weight = Math.min(weight * 0.5, 3)
    }
  }
  return [...scores].sort((a, b) => b[1] - a[1]).map(([place]) => place)
}

/** The division that a name which the gazetteer does not know stands for: the unknown name met most often first. */
function repairUnknown(
  heads: readonly HeadName[],
  page: ReadonlyMap<Place, Mention>,
  directory: Directory,
): Misread | null {
  const unknown = new Map<string, number>()
  for (const { name, places, early } of heads) {
    if (places.length === 0) unknown.set(name, (unknown.get(name) ?? 0) + (early ? 2 : 1))
  }
  if (unknown.size === 0) return null
  const spoken = spokenOf(page, directory)
  const nation = placeByCode('000000')
  const parents = [...heads.flatMap(({ within }) => within), ...spoken.slice(0, PARENTS)]
  const under = [...new Set([...parents, ...(nation === null ? [] : [nation])])]
  for (const [name] of [...unknown].sort((a, b) => b[1] - a[1])) {
    const repair = nearestAmong(name, spoken.slice(0, THEMSELVES)) ?? repairName(name, under, directory)
    if (repair !== null) return { place: repair.place, from: name, near: repair.form, sure: repair.sure }
  }
  return null
}

/** Characters of a report that hold the lines which tell; what follows is the body. */
const HEAD = 800
/** A place that a body names so often is what it speaks of. */
const OFTEN = 5

/**
 * A name that the gazetteer knows, but that the body never uses, while it speaks of one which differs in a single
 * character: 泗阳县 over a report that says 沭阳 throughout. A report of 淮阴区 that says 淮安 speaks of the city above, not of
 * the district which bears its name.
 */
function repairAbsent(
  heads: readonly HeadName[],
  report: string,
  body: ReadonlyMap<Place, Mention>,
  directory: Directory,
): Misread | null {
  if (report.length < 3 * HEAD) return null
  for (const { name, places, early, kind } of heads) {
    if (!early || kind === 'speaker' || places.length === 0 || name.length < 3) continue
    const stem = levelWord(name) === '' ? name : name.slice(0, -1)
    if (places.some(({ level }) => level === 'nation') || report.indexOf(stem, HEAD) >= 0) continue
    const spoken = [...body].filter(
      ([place, mention]) =>
        weightOf(mention) >= OFTEN && !places.includes(place) && directory.above(place)?.short !== place.short,
    )
    spoken.sort((a, b) => weightOf(b[1]) - weightOf(a[1]))
    const near = nearestAmong(
      name,
      spoken.map(([place]) => place),
    )
    if (near !== null) return { place: near.place, from: name, near: near.form, sure: true }
  }
  return null
}

/**
 * Finds the misread name among those of the head.
 * @param report the report's own text
 * @param body what it names
 * @param page what the page around it names, too
 */
export const findMisread = (
  heads: readonly HeadName[],
  report: string,
  body: ReadonlyMap<Place, Mention>,
  page: ReadonlyMap<Place, Mention>,
  directory: Directory,
): Misread | null => repairUnknown(heads, page, directory) ?? repairAbsent(heads, report, body, directory)

/** Head names in which the misread one stands for what it was repaired to. */
export const withRepair = (heads: readonly HeadName[], misread: Misread | null): readonly HeadName[] =>
  misread === null
    ? heads
    : heads.map((head) => (head.name === misread.from ? { ...head, places: [misread.place] } : head))

/** Mentions of the misread name given to the place it stands for: 漯河 in a report of 瀍河区 is 瀍河, not the city. */
export function mentionsWithRepair(
  mentions: ReadonlyMap<Place, Mention>,
  report: string,
  misread: Misread | null,
): ReadonlyMap<Place, Mention> {
  const stem = misread?.from.slice(0, -1) ?? ''
  if (misread === null || stem.length < 2) return mentions
  const mended = new Map(mentions)
  for (const [place, mention] of mentions) {
    if (place.short === stem && place !== misread.place) mended.set(place, { ...mention, short: 0 })
  }
  const known = mended.get(misread.place) ?? { full: 0, short: 0, ruling: 0, paper: 0 }
  return mended.set(misread.place, { ...known, short: known.short + report.split(stem).length - 1 })
}
