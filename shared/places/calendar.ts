import { LINEAGE } from './changes'
import { placesNamed } from './gazetteer'

/**
 * Plenary sessions of the Party's central committees with year and month. A report names the latest one, and is given
 * at the turn of the year after it: the last resort for a report that names no year.
 */
const SESSIONS: readonly (readonly [name: string, year: number, month: number])[] = [
  ['十六大', 2002, 11],
  ['十六届三中', 2003, 10],
  ['十六届四中', 2004, 9],
  ['十六届五中', 2005, 10],
  ['十六届六中', 2006, 10],
  ['十七大', 2007, 10],
  ['十七届三中', 2008, 10],
  ['十七届四中', 2009, 9],
  ['十七届五中', 2010, 10],
  ['十七届六中', 2011, 10],
  ['十八大', 2012, 11],
  ['十八届三中', 2013, 11],
  ['十八届四中', 2014, 10],
  ['十八届五中', 2015, 10],
  ['十八届六中', 2016, 10],
  ['十九大', 2017, 10],
  ['十九届二中', 2018, 1],
  ['十九届四中', 2019, 10],
  ['十九届五中', 2020, 10],
  ['十九届六中', 2021, 11],
  ['二十大', 2022, 10],
  ['二十届二中', 2023, 2],
  ['二十届三中', 2024, 7],
  ['二十届四中', 2025, 10],
]

/** The twelve animals, from that of the year 4 of our era. */
const ANIMALS = '鼠牛虎兔龙蛇马羊猴鸡狗猪'

/** A session with the years that a report which names it last may plan for. */
export interface Session {
  name: string
  /** The first year planned for after it; a party congress is named in the report before it too (迎接党的二十大). */
  year: number
  /** True for a party congress. */
  congress: boolean
  /** The year planned for after the next session, or null for the last one known. */
  next: number | null
}

const plannedAfter = (year: number, month: number): number => (month >= 7 ? year + 1 : year)

/** 十九届二中、三中、四中、五中全会 names four. */
const NAMED = /(十[六七八九]|二十)届((?:[一二三四五六七]中[、，和及与]{0,2})+)/g

/** All sessions that a text names, by their names. */
function sessionsNamed(text: string): Set<string> {
  const named = new Set<string>()
  for (const [, congress = '', list = ''] of text.matchAll(NAMED)) {
    for (const [session] of list.matchAll(/[一二三四五六七]中/g)) named.add(`${congress}届${session}`)
  }
  for (const [congress] of text.matchAll(/(?:十[六七八九]|二十)大/g)) named.add(congress)
  return named
}

/** The latest session that a text names. */
export function latestSession(text: string): Session | null {
  const named = sessionsNamed(text)
  for (let at = SESSIONS.length - 1; at >= 0; at -= 1) {
    const session = SESSIONS[at]
    if (session !== undefined && named.has(session[0])) {
      const next = SESSIONS[at + 1]
      return {
        name: session[0],
        year: plannedAfter(session[1], session[2]),
        congress: session[0].endsWith('大'),
        next: next === undefined ? null : plannedAfter(next[1], next[2]),
      }
    }
  }
  return null
}

/** The animal year that a text names (龙年), and the first such year from a given one on. */
export function animalYear(text: string, from: number): { animal: string; year: number } | null {
  const animal = new RegExp(`(?<!属)([${ANIMALS}])年(?!产|货|代|出|销|均|加)`).exec(text)?.[1]
  if (animal === undefined) return null
  const offset = (ANIMALS.indexOf(animal) - ((from - 4) % 12) + 12) % 12
  return { animal: `${animal}年`, year: from + offset }
}

let newNames: readonly (readonly [name: string, year: number])[] | null = null

/** Names that came with a change of divisions, with its year; only those that nothing else is called by. */
function namesWithYear(): readonly (readonly [name: string, year: number])[] {
  newNames ??= LINEAGE.flatMap((change) => {
    const before = new Set(change.from.map(({ name }) => name))
    return change.to
      .filter(({ name }) => !before.has(name) && placesNamed(name).length === 1)
      .map(({ name }) => [name, Number(change.date.slice(0, 4))] as const)
  })
  return newNames
}

/** The latest change of divisions that a text must have seen, since it uses a name made by it (偃师区: 2021). */
export function latestDivisionName(text: string): { name: string; year: number } | null {
  let latest: { name: string; year: number } | null = null
  for (const [name, year] of namesWithYear()) {
    if ((latest === null || year > latest.year) && text.includes(name)) latest = { name, year }
  }
  return latest
}
