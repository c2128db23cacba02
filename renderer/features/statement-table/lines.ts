import type { RowGroup } from '../../workers/statements/protocol'

/** A line of the table: the head of a group, or a row by its position in the result. */
export type Line = { type: 'group'; group: RowGroup; collapsed: boolean } | { type: 'row'; position: number }

/** The lines of a result with its groups, some of them collapsed. Nothing is made for a line before it is asked for. */
export interface Lines {
  readonly count: number
  at(index: number): Line | null
  /** Index of the line of a row; of its group's head where that is collapsed. */
  ofRow(position: number): number
  /** Index of the head of a group, -1 where there is none. */
  ofGroup(value: string): number
}

/** Lines of a result without groups. */
const plain = (total: number): Lines => ({
  count: total,
  at: (index) => (index >= 0 && index < total ? { type: 'row', position: index } : null),
  ofRow: (position) => position,
  ofGroup: () => -1,
})

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

/**
 * The lines of a result.
 * @param groups null: rows only
 * @param collapsed values of the groups that show their head alone
 */
export function linesOf(total: number, groups: readonly RowGroup[] | null, collapsed: ReadonlySet<string>): Lines {
  if (!groups || groups.length === 0) return plain(total)
  const heads: number[] = []
  let count = 0
  for (const { value, count: rows } of groups) {
    heads.push(count)
    count += 1 + (collapsed.has(value) ? 0 : rows)
  }
  const starts = groups.map(({ from }) => from)
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
        : { type: 'row', position: group.from + inside - 1 }
    },
    ofRow(position) {
      const place = lastUpTo(starts, position)
      const group = groups[place]
      const head = heads[place] ?? 0
      return !group || collapsed.has(group.value) ? head : head + 1 + position - group.from
    },
    ofGroup: (value) => heads[groups.findIndex((group) => group.value === value)] ?? -1,
  }
}
