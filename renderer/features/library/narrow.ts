import { type Filter, filterBy, isUnder, NO_FILTER, wordsOf } from './filter'
import type { LibraryLine } from './rows'

/** Boxes of which only one value lets a line through. */
const EXACT = ['level', 'year', 'kind', 'format', 'state'] as const

/** True when no line passes `to` that does not pass `from`. False may also mean that it cannot be told so simply. */
export function narrows(from: Filter, to: Filter): boolean {
  if (EXACT.some((box) => from[box] !== null && from[box] !== to[box])) return false
  if (from.mainOnly && !to.mainOnly) return false
  if (from.folder !== '' && !isUnder(to.folder, from.folder)) return false
  const words = wordsOf(to.text)
  return wordsOf(from.text).every((word) => words.some((longer) => longer.includes(word)))
}

/** What passed a filter. */
interface Passed {
  filter: Filter
  lines: readonly LibraryLine[]
}

/** Filters that are remembered: as many as the letters of a word or two, for those who delete what they have typed. */
const KEPT = 12

/**
 * Filters the same lines again and again, as somebody types: each time among those that an earlier filter has left, not
 * among all. What passes is what `filterBy` lets through.
 */
export class Narrowing {
  #all: readonly LibraryLine[] = []
  #kept: readonly Passed[] = []

  /** The lines that pass, in their order; the same array as before where the same ones do. */
  of(all: readonly LibraryLine[], filter: Filter): readonly LibraryLine[] {
    if (all !== this.#all) {
      this.#all = all
      this.#kept = [{ filter: NO_FILTER, lines: all }]
    }
    let from: Passed = { filter: NO_FILTER, lines: all }
    for (const passed of this.#kept)
      if (passed.lines.length <= from.lines.length && narrows(passed.filter, filter)) from = passed
    const left = narrows(filter, from.filter) ? from.lines : from.lines.filter(filterBy(filter))
    const lines = left.length === from.lines.length ? from.lines : left
    this.#kept = [...this.#kept.slice(-KEPT), { filter, lines }]
    return lines
  }
}
