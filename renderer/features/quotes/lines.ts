import type { Entry } from './filter'
import type { Group } from './order'

/** A line of the table: the head of a group, or a quote. */
export type Line =
  | { type: 'group'; key: string; group: Group; folded: boolean }
  | { type: 'row'; key: string; entry: Entry }

const row = (entry: Entry): Line => ({ type: 'row', key: entry.key, entry })

/** The lines of a list, in groups or without. */
export function linesOf(
  entries: readonly Entry[],
  groups: readonly Group[] | null,
  folded: ReadonlySet<string>,
): Line[] {
  if (!groups) return entries.map(row)
  return groups.flatMap((group): Line[] => {
    const isFolded = folded.has(group.value)
    const head: Line = { type: 'group', key: `group ${group.value}`, group, folded: isFolded }
    return isFolded ? [head] : [head, ...group.entries.map(row)]
  })
}

/** The quotes of a line: its own, or all of the group whose head it is. */
export const quotesIn = (line: Line | undefined): string[] => {
  if (!line) return []
  return line.type === 'row' ? [line.entry.quote.id] : line.group.entries.map(({ quote }) => quote.id)
}
