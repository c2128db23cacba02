import { createHash } from 'node:crypto'
import { groupBy } from '#shared/compare/audit/select'
import { placesNamed } from '#shared/places/gazetteer'
import type { CorpusName } from '../corpus'

/** Places of a sample, two reports each. */
const PLACES = 20

const digest = (words: string): string => createHash('sha256').update(words).digest('hex')

const provinceOf = (place: string): string => placesNamed(place)[0]?.code.slice(0, 2) ?? place

/** Reports of the years since 2016 are most of the corpus: a third of the places is drawn for each of these times. */
const ERAS: readonly ((year: number) => boolean)[] = [
  (year) => year < 2008,
  (year) => year >= 2008 && year < 2016,
  (year) => year >= 2016,
]

interface Place {
  name: string
  province: string
  /** Years of which the next one is there too. */
  firsts: readonly number[]
}

/**
 * Twenty places of twenty provinces with two consecutive years each, drawn by the digests of `salt` and the names: anyone
 * with the corpus draws the same.
 * @param reports every report of the corpus
 */
export function drawSample(reports: readonly CorpusName[], salt: string): CorpusName[] {
  const years = groupBy(reports, ({ place }) => place)
  const places = [...years.keys()]
    .map((name) => ({ name, rank: digest(`${salt}:${name}`) }))
    .toSorted((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ name }): Place => ({ name, province: provinceOf(name), firsts: firstsOf(years.get(name) ?? []) }))
  const provinces = new Set<string>()
  const drawn: CorpusName[] = []
  for (let turn = 0; turn < PLACES; turn += 1) {
    const left = places.filter(({ province, firsts }) => !provinces.has(province) && firsts.length > 0)
    const isWanted = ERAS[turn % ERAS.length] ?? (() => true)
    const place = left.find(({ firsts }) => firsts.some(isWanted)) ?? left[0]
    if (place === undefined) break
    provinces.add(place.province)
    const wanted = place.firsts.filter(isWanted)
    const firsts = wanted.length > 0 ? wanted : place.firsts
    const first = firsts[Number.parseInt(digest(`${salt}:${place.name}:year`).slice(0, 8), 16) % firsts.length] ?? 0
    drawn.push({ place: place.name, year: String(first) }, { place: place.name, year: String(first + 1) })
  }
  return drawn
}

function firstsOf(reports: readonly CorpusName[]): number[] {
  const years = new Set(reports.map(({ year }) => Number(year)))
  return [...years].filter((year) => years.has(year + 1)).sort((a, b) => a - b)
}
