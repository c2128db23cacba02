import { childrenOf, withBelow } from '#shared/coding/code-tree'
import type { Code } from '#shared/model/code'

/** A line of the codebook. */
export interface CodeRow {
  code: Code
  /** From 0. */
  depth: number
  hasChildren: boolean
  /** Annotations that carry the code itself. */
  count: number
}

/**
 * The codebook as lines, from top to bottom.
 * @param codes in the order of the codebook
 * @param collapsed ids of the codes whose children are folded away
 */
export function codeRows(
  codes: readonly Code[],
  counts: ReadonlyMap<string, number>,
  collapsed: ReadonlySet<string>,
): CodeRow[] {
  const children = childrenOf(codes)
  const rows: CodeRow[] = []
  const walk = (parent: string | null, depth: number): void => {
    for (const code of children.get(parent) ?? []) {
      const hasChildren = children.has(code.id)
      rows.push({ code, depth, hasChildren, count: counts.get(code.id) ?? 0 })
      if (hasChildren && !collapsed.has(code.id)) walk(code.id, depth + 1)
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
