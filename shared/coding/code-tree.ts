import type { Code } from '../model/code'

/** What the tree is made of. */
export type TreeCode = Pick<Code, 'id' | 'parent'>

/** Orders codes among their siblings; codes with the same `order` by name, as Chinese sorts. */
export const byOrder = (a: Pick<Code, 'order' | 'name'>, b: Pick<Code, 'order' | 'name'>): number =>
  a.order - b.order || a.name.localeCompare(b.name, 'zh')

function reachesTop(code: TreeCode, parents: ReadonlyMap<string, string | null>): boolean {
  const seen = new Set([code.id])
  for (let at = code.parent; at !== null; at = parents.get(at) ?? null) {
    if (seen.has(at)) return false
    seen.add(at)
  }
  return true
}

/**
 * The parent under which a code is shown: null for one whose parent is gone or that stands in a ring, which two
 * packages may bring together.
 */
export function shownParents<C extends TreeCode>(codes: readonly C[]): Map<string, string | null> {
  const parents = new Map(codes.map(({ id, parent }) => [id, parent]))
  return new Map(
    codes.map((code) => {
      const { id, parent } = code
      return [id, parent !== null && parents.has(parent) && reachesTop(code, parents) ? parent : null]
    }),
  )
}

/** The codes below each code, and under null those at the top, in the order of the list. */
export function childrenOf<C extends TreeCode>(codes: readonly C[]): Map<string | null, C[]> {
  const parents = shownParents(codes)
  const children = new Map<string | null, C[]>()
  for (const code of codes) {
    const parent = parents.get(code.id) ?? null
    const siblings = children.get(parent)
    if (siblings) siblings.push(code)
    else children.set(parent, [code])
  }
  return children
}

/** The codes from top to bottom, each before what stands below it. */
export function inTreeOrder<C extends TreeCode>(codes: readonly C[]): C[] {
  const children = childrenOf(codes)
  const ordered: C[] = []
  const walk = (parent: string | null): void => {
    for (const code of children.get(parent) ?? []) {
      ordered.push(code)
      walk(code.id)
    }
  }
  walk(null)
  return ordered
}

/** The ids given and those of all codes below them. */
export function withBelow(codes: readonly TreeCode[], ids: Iterable<string>): Set<string> {
  const children = childrenOf(codes)
  const found = new Set<string>()
  const walk = (id: string): void => {
    if (found.has(id)) return
    found.add(id)
    for (const child of children.get(id) ?? []) walk(child.id)
  }
  for (const id of ids) walk(id)
  return found
}

/** True when `above` is `id` or stands below it: moving `id` there would make a ring. */
export function isInside(codes: readonly TreeCode[], above: string | null, id: string): boolean {
  const parents = new Map(codes.map((code) => [code.id, code.parent]))
  const seen = new Set<string>()
  for (let at = above; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
    if (at === id) return true
    seen.add(at)
  }
  return false
}

/** The topmost of some codes: those that stand below none of the others. */
export function topmost<C extends TreeCode>(codes: readonly C[], ids: ReadonlySet<string>): C[] {
  const parents = shownParents(codes)
  const isBelow = (id: string): boolean => {
    for (let at = parents.get(id) ?? null; at !== null; at = parents.get(at) ?? null) if (ids.has(at)) return true
    return false
  }
  return inTreeOrder(codes).filter(({ id }) => ids.has(id) && !isBelow(id))
}

/** The names from the top down to a code. */
export function pathOf(codes: readonly Pick<Code, 'id' | 'parent' | 'name'>[], id: string): string[] {
  const byId = new Map(codes.map((code) => [code.id, code]))
  const parents = shownParents(codes)
  const path: string[] = []
  for (let at: string | null = id; at !== null; at = parents.get(at) ?? null) {
    const code = byId.get(at)
    if (code) path.unshift(code.name)
  }
  return path
}

/** The code under a parent that has a name already, null where none has. Names are compared as they are read. */
export function sameNamed(codes: readonly Code[], parent: string | null, name: string, except: string | null = null) {
  const wanted = name.trim().normalize('NFKC')
  const parents = shownParents(codes)
  return (
    codes.find(
      (code) =>
        code.id !== except && (parents.get(code.id) ?? null) === parent && code.name.normalize('NFKC') === wanted,
    ) ?? null
  )
}

/**
 * Where codes stand among their siblings after a move: fractions between the neighbours, and whole numbers for all
 * where there is no room between them.
 * @param siblings codes under the parent without those that are moved, in their order
 * @param before the sibling that they come before, null for the end
 * @param moved number of codes that are moved
 * @returns the orders of the moved ones, and of those siblings that must be numbered anew
 */
export function placesFor(
  siblings: readonly Pick<Code, 'id' | 'order'>[],
  before: string | null,
  moved: number,
): { orders: number[]; renumbered: Map<string, number> } {
  const at = before === null ? -1 : siblings.findIndex(({ id }) => id === before)
  const index = at < 0 ? siblings.length : at
  const low = siblings[index - 1]?.order
  const high = siblings[index]?.order
  const orders = Array.from({ length: moved }, (_, n) => between(low, high, (n + 1) / (moved + 1), n, moved))
  const rising = [...(low === undefined ? [] : [low]), ...orders, ...(high === undefined ? [] : [high])]
  if (rising.every((order, n) => n === 0 || order > (rising[n - 1] ?? -Infinity)))
    return { orders, renumbered: new Map() }
  const renumbered = new Map(siblings.map(({ id }, n) => [id, n < index ? n + 1 : n + 1 + moved]))
  return { orders: orders.map((_, n) => index + n + 1), renumbered }
}

function between(low: number | undefined, high: number | undefined, share: number, n: number, moved: number): number {
  if (low === undefined && high === undefined) return n + 1
  if (high === undefined) return Math.floor(low ?? 0) + n + 1
  if (low === undefined) return Math.floor(high) - moved + n
  return low + (high - low) * share
}
