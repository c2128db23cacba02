import type { Candidate } from './candidates'

/** A heading's place in the tree. */
export interface Place {
  /** From 1. */
  readonly level: number
  /** Index of the heading above, null at the top. */
  readonly parent: number | null
}

/** Headings that divide the whole report whatever they stand between. */
const TOP: ReadonlySet<string> = new Set(['appendix'])

/**
 * Levels of headings in reading order. Which family stands above which is told by the text: the one whose members go
 * on counting around a whole list of the other; only else by the usual order of marks, or as they come.
 */
export function levelsOf(headings: readonly Candidate[]): Place[] {
  const above = orderOf(headings)
  const places: Place[] = []
  let stack: number[] = []
  headings.forEach((heading, index) => {
    stack = openAbove(stack, heading, headings, above)
    places.push({ level: stack.length + 1, parent: stack.at(-1) ?? null })
    stack = [...stack, index]
  })
  return places
}

function openAbove(
  stack: readonly number[],
  heading: Candidate,
  headings: readonly Candidate[],
  above: Order,
): number[] {
  if (TOP.has(heading.family)) return []
  const families = stack.map((index) => headings[index]?.family ?? '')
  const same = families.indexOf(heading.family)
  if (same >= 0) return stack.slice(0, same)
  const lower = stack.findIndex((index) => {
    const open = headings[index]
    return open !== undefined && !TOP.has(open.family) && above(heading, open)
  })
  return lower >= 0 ? stack.slice(0, lower) : [...stack]
}

/** Whether the first of two headings belongs above the second. */
type Order = (a: Candidate, b: Candidate) => boolean

function orderOf(headings: readonly Candidate[]): Order {
  const votes = votesOf(headings)
  return (a, b) => {
    const forA = votes.get(`${a.family} ${b.family}`) ?? 0
    const forB = votes.get(`${b.family} ${a.family}`) ?? 0
    if (forA !== forB) return forA > forB
    return a.rank !== null && b.rank !== null && a.rank < b.rank
  }
}

/** How often a family `a` goes on around a whole list of `b`, by `a b`. */
function votesOf(headings: readonly Candidate[]): Map<string, number> {
  const votes = new Map<string, number>()
  const last = new Map<string, number>()
  headings.forEach((heading, index) => {
    const { family, value } = heading
    const before = last.get(family)
    last.set(family, index)
    if (TOP.has(family)) {
      last.clear()
      return
    }
    if (before === undefined) return
    if (value !== null && headings[before]?.value !== value - 1) return
    const seen = new Set<string>()
    for (const between of headings.slice(before + 1, index)) {
      if (seen.has(between.family)) continue
      seen.add(between.family)
      if (encloses(heading, between))
        votes.set(`${family} ${between.family}`, (votes.get(`${family} ${between.family}`) ?? 0) + 1)
    }
  })
  return votes
}

/** Whether the first of `b`'s family between two of `a`'s shows that its list lies wholly between them. */
function encloses(a: Candidate, b: Candidate): boolean {
  if (b.family === 'great' || b.family.startsWith('hash')) return false
  return b.value === 1 || (b.value === null && a.value !== null)
}
