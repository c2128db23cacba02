import type { MatterRow } from '../../storage'
import type { Entry } from './entries'
import type { Group } from './groups'
import { rowKey } from './tabs'

/** A line of a table: the head of a group, a matter (a list with its items), or an item of a list. */
export type Line =
  | { type: 'group'; key: string; group: Group; folded: boolean }
  | { type: 'row'; key: string; row: MatterRow; entry: Entry; item: boolean; folded: boolean }

/** Prefix that keeps the folding of lists apart from that of groups. */
export const groupKey = (value: string): string => `group ${value}`

/** Lines that stand alone are made once for each entry: of a hundred thousand only those of a changed report are new. */
const ALONE = new WeakMap<Entry, Line[]>()

function entryLines(entry: Entry, folded: ReadonlySet<string>): Line[] {
  const known = entry.items.length === 0 ? ALONE.get(entry) : undefined
  if (known) return known
  const isFolded = folded.has(entry.key)
  const head: Line = { type: 'row', key: entry.key, row: entry.row, entry, item: false, folded: isFolded }
  if (entry.items.length === 0) ALONE.set(entry, [head])
  if (isFolded || entry.items.length === 0) return [head]
  const items = entry.items.map(
    (row): Line => ({ type: 'row', key: rowKey(row), row, entry, item: true, folded: false }),
  )
  return [head, ...items]
}

/**
 * The lines of a table, in groups or without.
 * @param folded keys of the lines whose rows are not shown
 */
export function linesOf(
  entries: readonly Entry[],
  groups: readonly Group[] | null,
  folded: ReadonlySet<string>,
): Line[] {
  const below = (own: readonly Entry[]): Line[] => own.flatMap((entry) => entryLines(entry, folded))
  if (!groups) return below(entries)
  return groups.flatMap((group): Line[] => {
    const key = groupKey(group.value)
    const isFolded = folded.has(key)
    const head: Line = { type: 'group', key, group, folded: isFolded }
    return isFolded ? [head] : [head, ...below(group.entries)]
  })
}

const rowsOf = ({ row, items }: Entry): MatterRow[] => [row, ...items]

/** The rows of a line: its own; all of a group, and of a folded list its items too. */
export function rowsOfLine(line: Line | undefined): MatterRow[] {
  if (!line) return []
  if (line.type === 'group') return line.group.entries.flatMap(rowsOf)
  return line.folded ? rowsOf(line.entry) : [line.row]
}

/** All rows of a table, in its order. */
export const allRows = (entries: readonly Entry[], groups: readonly Group[] | null): MatterRow[] =>
  (groups ? groups.flatMap((group) => group.entries) : entries).flatMap(rowsOf)
