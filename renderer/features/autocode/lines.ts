import type { HitGroup } from './hits'

/** A line of the list: the head of a group, or a hit by its place. */
export type Line = { type: 'group'; group: HitGroup; collapsed: boolean } | { type: 'hit'; place: number }

/** The lines of hits in groups, some of them collapsed; none is made before it is asked for. */
export interface Lines {
  readonly count: number
  at(index: number): Line | null
  /** Index of the line of a hit; of its group's head where that is collapsed. */
  ofHit(place: number): number
  /** Index of the head of a group, -1 where there is none. */
  ofGroup(value: string): number
}

/** The last place whose number is not above `wanted`. */
function lastUpTo(numbers: readonly number[], wanted: number): number {
  let [low, high] = [0, numbers.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((numbers[middle] ?? 0) <= wanted) low = middle
    else high = middle - 1
  }
  return low
}

/** The lines of groups; `collapsed` are the values of those that show their head alone. */
export function linesOf(groups: readonly HitGroup[], collapsed: ReadonlySet<string>): Lines {
  const heads: number[] = []
  const starts = groups.map(({ from }) => from)
  let count = 0
  for (const { value, count: hits } of groups) {
    heads.push(count)
    count += 1 + (collapsed.has(value) ? 0 : hits)
  }
  return {
    count,
    at(index) {
      if (index < 0 || index >= count) return null
      const place = lastUpTo(heads, index)
      const group = groups[place]
      const inside = index - (heads[place] ?? 0)
      if (!group) return null
      return inside === 0
        ? { type: 'group', group, collapsed: collapsed.has(group.value) }
        : { type: 'hit', place: group.from + inside - 1 }
    },
    ofHit(place) {
      const at = lastUpTo(starts, place)
      const group = groups[at]
      const head = heads[at] ?? 0
      return !group || collapsed.has(group.value) ? head : head + 1 + place - group.from
    },
    ofGroup: (value) => heads[groups.findIndex((group) => group.value === value)] ?? -1,
  }
}
