import { childrenOf, shownParents, withBelow } from '#shared/coding/code-tree'
import type { Code } from '#shared/model/code'

/** A line of the codebook. */
export interface CodeRow {
  code: Code
  /** From 0. */
  depth: number
  hasChildren: boolean
  folded: boolean
  /** Annotations that carry the code itself. */
  count: number
}

/** What is shown of the codebook. */
export interface Shown {
  /** Ids of the codes whose children are folded away. */
  collapsed: ReadonlySet<string>
  /** Words that a code's name or definition holds; those above such a code are shown with it. Nothing is folded then. */
  filter: string
}

/** The codes that a filter lets through, with all above them; null for all. */
function letThrough(codes: readonly Code[], filter: string): Set<string> | null {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return null
  const parents = shownParents(codes)
  const through = new Set<string>()
  for (const { id, name, definition } of codes) {
    const text = `${name}\n${definition}`.toLowerCase()
    if (!words.every((word) => text.includes(word))) continue
    for (let at: string | null = id; at !== null; at = parents.get(at) ?? null) through.add(at)
  }
  return through
}

/**
 * The codebook as lines, from top to bottom.
 * @param codes in the order of the codebook
 */
export function codeRows(
  codes: readonly Code[],
  counts: ReadonlyMap<string, number>,
  { collapsed, filter }: Shown,
): CodeRow[] {
  const through = letThrough(codes, filter)
  const children = childrenOf(codes)
  const rows: CodeRow[] = []
  const walk = (parent: string | null, depth: number): void => {
    for (const code of children.get(parent) ?? []) {
      if (through && !through.has(code.id)) continue
      const hasChildren = children.has(code.id)
      const folded = hasChildren && !through && collapsed.has(code.id)
      rows.push({ code, depth, hasChildren, folded, count: counts.get(code.id) ?? 0 })
      if (hasChildren && !folded) walk(code.id, depth + 1)
    }
  }
  walk(null, 0)
  return rows
}

/** The codes that `id` may be moved under: all but itself and what stands below it. */
export function possibleParents(codes: readonly Code[], id: string): Code[] {
  const below = withBelow(codes, [id])
  return codes.filter((code) => !below.has(code.id))
}

/** The first line after `from` whose name begins with what is typed, going around. */
export function lineBeginning(rows: readonly CodeRow[], typed: string, from: number): CodeRow | null {
  const wanted = typed.toLowerCase()
  for (let step = 0; step < rows.length; step++) {
    const row = rows[(Math.max(0, from) + step) % rows.length]
    if (row?.code.name.toLowerCase().startsWith(wanted)) return row
  }
  return null
}
