import { type Finder, phraseFinder, regexFinder } from './find'
import { nearOf } from './near'
import type { SearchFolds, SearchNode, SearchUnit } from './query'
import { Spans, union } from './spans'
import { type UnitAt, type Units, unitsOf } from './units'

/** A text to look through, without the line breaks that a scan put inside its sentences. */
export interface SearchedText {
  readonly text: string
  /** Where reports begin and end, in order. */
  readonly reports: readonly number[]
}

/** Leaves of the hits of a phrase or an expression those that count. */
export type Sieve = (hits: Spans) => Spans

/** Finds the hits of a query in a text, by start. They are good until the next text is asked for. */
export type Matcher = (searched: SearchedText, sieve: Sieve) => Spans

/** What one text is matched with. */
interface Matching {
  readonly text: string
  readonly sieve: Sieve
  readonly units: Units
}

type Part = (matching: Matching) => Spans

/** The hits that stand in units of which a test is true. Hits are by start, so each unit is asked once. */
function inUnits(hits: Spans, unitAt: UnitAt, counts: (unit: number) => boolean): Spans {
  const kept = new Spans()
  for (let place = 0; place < hits.length; place++) {
    const start = hits.start(place)
    if (counts(unitAt(start))) kept.push(start, hits.end(place))
  }
  return kept
}

function unitsWith(hits: Spans, unitAt: UnitAt): Set<number> {
  const units = new Set<number>()
  for (let place = 0; place < hits.length; place++) units.add(unitAt(hits.start(place)))
  return units
}

/** Hits in the units that have one of each list, and none of what must not be there. */
function inUnitsOfAll(found: readonly Spans[], refused: readonly Spans[], unitAt: UnitAt): Spans[] {
  const [least, ...others] = [...found].sort((a, b) => a.length - b.length)
  let units = least ? unitsWith(least, unitAt) : new Set<number>()
  for (const hits of others) {
    const own = unitsWith(hits, unitAt)
    units = new Set([...units].filter((unit) => own.has(unit)))
  }
  for (const hits of refused) for (const unit of unitsWith(hits, unitAt)) units.delete(unit)
  return found.map((hits) => inUnits(hits, unitAt, (unit) => units.has(unit)))
}

/** All that must be there, in the units where all of it is and nothing of what must not be. */
function andPart(wanted: readonly Part[], unwanted: readonly Part[]): Part {
  return (matching) => {
    const { at, around } = matching.units
    const found: Spans[] = []
    for (const part of wanted) {
      const hits = part(matching)
      if (hits.length === 0) return hits
      found.push(hits)
    }
    const refused = unwanted.map((part) => part(matching)).filter(({ length }) => length > 0)
    if (found.length === 1 && refused.length === 0) return found[0] ?? new Spans()
    // Most hits are left out by what is cheap to tell.
    const near = found.length > 1 && around !== at ? inUnitsOfAll(found, [], around) : found
    return union(inUnitsOfAll(near, refused, at))
  }
}

const leaf =
  (find: Finder): Part =>
  ({ text, sieve }) =>
    sieve(find(text))

function partOf(query: SearchNode, folds: SearchFolds): Part {
  switch (query.type) {
    case 'phrase':
      return leaf(phraseFinder(query.text, folds))
    case 'regex':
      return leaf(regexFinder(query.source, folds))
    case 'or': {
      const parts = query.parts.map((part) => partOf(part, folds))
      return (matching) => union(parts.map((part) => part(matching)))
    }
    case 'and': {
      const wanted = query.parts.filter(({ type }) => type !== 'not').map((part) => partOf(part, folds))
      const unwanted = query.parts.flatMap((part) => (part.type === 'not' ? [partOf(part.part, folds)] : []))
      return andPart(wanted, unwanted)
    }
    case 'near': {
      const parts = query.parts.map((part) => partOf(part, folds))
      return (matching) =>
        nearOf(
          parts.map((part) => part(matching)),
          query,
          matching.units,
        )
    }
    case 'not':
      // The parser lets it stand in an `and` only: what is not there has no place.
      throw new RangeError('a query must not be only what must not be there')
  }
}

/**
 * Makes what finds the hits of a query. A phrase or an expression that counts (`sieve`) hits where it stands; `or` hits
 * where one of its parts does; `and` where its parts hit inside a unit that has a hit of each and none of what it must
 * not have, a hit belonging to the unit that it begins in; `near` hits with the whole stretch in which its parts stand.
 * @throws RangeError where `not` stands outside an `and`
 */
export function matcherOf(query: SearchNode, unit: SearchUnit, folds: SearchFolds): Matcher {
  const part = partOf(query, folds)
  return ({ text, reports }, sieve) => part({ text, sieve, units: unitsOf(text, unit, reports) })
}
