import { type AlsoCoded, Annotation, codersOf } from '../../model/annotation'
import { Also } from '../../model/identity'
import { alike } from './canonical'
import type { Fields } from './merge-types'

/*
 * What two authors did alike becomes one record, and both stay named on it (`also`). All of it gives the same whichever
 * side is asked first, but for whose record it is.
 */

const inOrder = <T extends Also>(list: Iterable<T>): T[] =>
  [...list].sort((a, b) => (a.author < b.author ? -1 : a.author > b.author ? 1 : 0))

const earlier = (a: string, b: string): string => (a < b ? a : b)

const alsoIn = (record: Fields): Also[] => Also.array().catch([]).parse(record.also)

/** A record of which both sides say the same, with all who said it. `author` of the record is not among the others. */
export function decidedTogether(mine: Fields, theirs: Fields): Fields {
  const others = new Map<string, Also>()
  const told = { author: String(theirs.author), at: String(theirs.updatedAt) }
  for (const one of [...alsoIn(mine), ...alsoIn(theirs), told]) {
    if (one.author === mine.author) continue
    const known = others.get(one.author)
    others.set(one.author, known ? { ...known, at: earlier(known.at, one.at) } : one)
  }
  return { ...mine, also: inOrder(others.values()) }
}

/** All who gave codes, each once with all codes that they gave. */
function unitedCoders(lists: readonly AlsoCoded[]): Map<string, AlsoCoded> {
  const coders = new Map<string, AlsoCoded>()
  for (const one of lists) {
    const known = coders.get(one.author)
    const codes = [...new Set([...(known?.codes ?? []), ...one.codes])].sort()
    coders.set(one.author, { author: one.author, at: earlier(known?.at ?? one.at, one.at), codes })
  }
  return coders
}

/** The codes of an annotation that both sides have from one ancestor: what either added or took away. */
function codesSince(base: readonly string[], mine: readonly string[], theirs: readonly string[]): string[] {
  const kept = mine.filter((code) => theirs.includes(code) || !base.includes(code))
  return [...kept, ...theirs.filter((code) => !base.includes(code) && !mine.includes(code))]
}

/**
 * The codes of an annotation that both sides have, and who gave which. Codes are never a conflict: one side's are added to
 * the other's, and each stays with who gave it.
 * @param record the annotation as it stands here, its other fields merged
 * @param base as both had it; null where they were made apart
 */
export function codedTogether(record: Fields, theirs: Fields, base: Fields | null): Fields {
  const [here, there, before] = [record, theirs, base].map((one) => Annotation.safeParse(one).data)
  if (!here || !there) return record
  const codes = before
    ? codesSince(before.codes, here.codes, there.codes)
    : [...here.codes, ...there.codes.filter((code) => !here.codes.includes(code))]
  const known = new Set([...here.also, ...there.also].map(({ author }) => author))
  // One record that either side went on with is its author's work still: only who is named apart is kept apart.
  const apart = before === undefined || known.size > 0
  const coders = apart ? unitedCoders([...codersOf(here), ...codersOf(there)]) : new Map<string, AlsoCoded>()
  const own = coders.get(here.author)
  coders.delete(here.author)
  const others = [...coders.values()].map((one) => ({
    ...one,
    codes: one.codes.filter((code) => codes.includes(code)),
  }))
  const named = new Set(others.flatMap((one) => one.codes))
  const lacking = own !== undefined && codes.some((code) => !own.codes.includes(code) && named.has(code))
  const also = lacking ? [...others, { ...own, codes: own.codes.filter((code) => codes.includes(code)) }] : others
  return alike(here.codes, codes) && alike(inOrder(here.also), inOrder(also))
    ? record
    : { ...record, codes, also: inOrder(also) }
}
