import type { Lineage, Place, PlaceRef } from '../model/place'
import { LINEAGE } from './changes'
import table from './divisions.data.json'
import { fullForms, levelOfCode, parentOfCode, shortName } from './names'

/** The nation as a place: reports of the State Council, which gives them its name. */
const NATION: readonly [string, string] = ['000000', '中华人民共和国']
const STATE_COUNCIL = '国务院'

const places = new Map<string, Place>()
const children = new Map<string, Place[]>()
const byForm = new Map<string, Place[]>()
const byShort = new Map<string, Place[]>()

function push<K>(map: Map<K, Place[]>, key: K, place: Place): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [place])
  else if (!list.includes(place)) list.push(place)
}

function add(code: string, name: string): Place {
  const place: Place = {
    code,
    name,
    short: shortName(name),
    level: levelOfCode(code),
    parent: parentOfCode(code),
    lineage: [],
  }
  places.set(code, place)
  if (place.parent !== null) push(children, place.parent, place)
  for (const form of fullForms(name)) push(byForm, form, place)
  push(byShort, place.short, place)
  return place
}

/** A change tells which place a former name means today: the same one, under its new name. */
function addFormerName(from: Lineage['from'][number], place: Place): void {
  for (const form of fullForms(from.name)) push(byForm, form, place)
  push(byShort, shortName(from.name), place)
}

type Division = Lineage['from'][number]

/** Codes of divisions that went on under another code, with that code. */
type Successors = ReadonlyMap<string, string>

/** The code that a division goes by today, through later changes. */
function codeToday(division: Division, successors: Successors): string {
  let code = division.code
  for (let next = successors.get(code); next !== undefined && next !== code; next = successors.get(code)) code = next
  return code
}

/** The place that a division became by a change, through later ones; made anew where it has ended since. */
const placeAfter = (division: Division, successors: Successors): Place =>
  places.get(codeToday(division, successors)) ?? add(division.code, division.name)

/**
 * The place that a division was before a change. One that ended is made anew; where its code went to the division that
 * took it in (双桥区 and 大足区 are both 500111), it goes by code and year.
 */
function placeBefore(division: Division, change: Lineage, successors: Successors): Place {
  const code = codeToday(division, successors)
  const known = places.get(code)
  if (known === undefined) return add(division.code, division.name)
  const goesOn = change.kind === 'renamed' || known.name === division.name || successors.has(division.code)
  if (goesOn || !change.to.some((after) => after.code === division.code)) return known
  const own = `${division.code}-${change.date.slice(0, 4)}`
  return places.get(own) ?? add(own, division.name)
}

/** Divisions that are the same place after a change: renamed, or merged with others under their own name (孟津区). */
function successorsOf(changes: readonly Lineage[]): Successors {
  const successors = new Map<string, string>()
  for (const change of changes) {
    const [from, to] = [change.from[0], change.to[0]]
    if (change.kind === 'renamed' && from !== undefined && to !== undefined) successors.set(from.code, to.code)
    if (change.kind !== 'merged' || to === undefined) continue
    const same = change.from.find(({ name }) => shortName(name) === shortName(to.name))
    if (same !== undefined) successors.set(same.code, to.code)
  }
  return successors
}

function addLineage(): void {
  const successors = successorsOf(LINEAGE)
  for (const change of LINEAGE) {
    const concerned = new Set<Place>()
    for (const division of change.from) {
      const place = placeBefore(division, change, successors)
      if (place.name !== division.name) addFormerName(division, place)
      concerned.add(place)
    }
    for (const division of change.to) concerned.add(placeAfter(division, successors))
    for (const place of concerned) place.lineage.push(change)
  }
}

/**
 * A county that became a district when its prefecture took its name (哈密市, today 伊州区 of 哈密市) is no longer meant by
 * it: the city above is.
 */
function leaveToCities(forms: Map<string, Place[]>): void {
  for (const [form, meant] of forms) {
    if (meant.length < 2) continue
    const own = meant.filter((place) => {
      const bears = place.short === form || fullForms(place.name).includes(form)
      return bears || !meant.some((other) => other.code === place.parent)
    })
    if (own.length < meant.length) forms.set(form, own)
  }
}

for (const row of [NATION, ...(table as [string, string][])]) add(row[0], row[1])
addLineage()
leaveToCities(byForm)
leaveToCities(byShort)
const nation = places.get(NATION[0])
if (nation !== undefined) push(byForm, STATE_COUNCIL, nation)

/** The place with a GB/T 2260 code, present or ended; null where there is none. */
export const placeByCode = (code: string): Place | null => places.get(code) ?? null

/** All steps in the history of a place, in the order of their dates. */
export const lineageOf = (code: string): Lineage[] => places.get(code)?.lineage ?? []

/** The places directly under one. */
export const childrenOf = (code: string): readonly Place[] => children.get(code) ?? []

/** Places that a name with its level word means (瀍河区, 襄樊市), former names included. */
export const placesNamed = (form: string): readonly Place[] => byForm.get(form) ?? []

/** Places that a short name means: 吉林 is a province and a city. */
export const placesCalled = (short: string): readonly Place[] => byShort.get(short) ?? []

/** Every name form with its places: `full` with level word, `short` without. */
export const nameForms = (): { full: ReadonlyMap<string, Place[]>; short: ReadonlyMap<string, Place[]> } => ({
  full: byForm,
  short: byShort,
})

/** The division above, null for the nation. */
export const parentOf = (place: Pick<Place, 'parent'>): Place | null =>
  place.parent === null ? null : placeByCode(place.parent)

/** The small form that is stored inside a report. */
export const placeRef = (place: Place): PlaceRef => ({
  code: place.code,
  name: place.name,
  short: place.short,
  level: place.level,
  parent: place.parent,
})

/** How well a place answers a query: 0 exact name, 1 begins with it, 2 holds it, null not at all. */
function rank(place: Place, query: string): number | null {
  if (place.code === query || place.name === query || place.short === query) return 0
  if (place.code.startsWith(query) || place.name.startsWith(query)) return 1
  return place.name.includes(query) || formerNames(place).some((name) => name.startsWith(query)) ? 2 : null
}

const formerNames = (place: Place): string[] => place.lineage.flatMap((change) => change.from.map(({ name }) => name))

/**
 * Places by name, former name or code, best first: exact names, then those that begin with the query, higher levels
 * before lower ones.
 * @param limit the most places that are given
 */
export function searchPlaces(query: string, limit: number): Place[] {
  const wanted = query.trim()
  if (wanted === '') return []
  const found: { place: Place; rank: number }[] = []
  for (const place of places.values()) {
    const at = rank(place, wanted)
    if (at !== null) found.push({ place, rank: at })
  }
  const depth = { nation: 0, province: 1, city: 2, county: 3, township: 4 }
  found.sort(
    (a, b) =>
      a.rank - b.rank || depth[a.place.level] - depth[b.place.level] || a.place.code.localeCompare(b.place.code),
  )
  return found.slice(0, limit).map(({ place }) => place)
}
