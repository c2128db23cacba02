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

/** The codes below each code, in order; those whose parent is gone or in a ring stand at the top. */
function childrenOf(codes: readonly Code[]): Map<string | null, Code[]> {
  const parents = new Map(codes.map(({ id, parent }) => [id, parent]))
  const children = new Map<string | null, Code[]>()
  for (const code of codes) {
    const parent = reachesTop(code, parents) && code.parent !== null && parents.has(code.parent) ? code.parent : null
    children.set(parent, [...(children.get(parent) ?? []), code])
  }
  return children
}

function reachesTop(code: Code, parents: ReadonlyMap<string, string | null>): boolean {
  const seen = new Set([code.id])
  for (let at = code.parent; at !== null; at = parents.get(at) ?? null) {
    if (seen.has(at)) return false
    seen.add(at)
  }
  return true
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
  const below = new Set([id])
  for (let size = 0; size !== below.size; ) {
    size = below.size
    for (const { id: other, parent } of codes) if (parent !== null && below.has(parent)) below.add(other)
  }
  return codes.filter((code) => !below.has(code.id))
}
