import { isInside, sameNamed, shownParents, withBelow } from '#shared/coding/code-tree'
import type { Code } from '#shared/model/code'
import { message } from '#shared/model/identity'
import { type CodePlace, moveCodes, type Session } from '../../storage'
import { notify } from '../../workbench'
import { codebookState, type DropPlace, setCollapsed, targetCodes } from './codebook-state'

/** Tells where a code has the name of another one beside it: that is allowed, but seldom meant. */
export function tellSameName(codes: readonly Code[], parent: string | null, name: string, id: string): void {
  if (sameNamed(codes, parent, name, id)) notify('warning', message('codebook.sameName', { name: name.trim() }))
}

async function move(session: Session, codes: readonly Code[], moved: readonly Code[], place: CodePlace): Promise<void> {
  const entry = await moveCodes(
    session,
    moved.map(({ id }) => id),
    place,
  )
  if (!entry) return
  if (place.parent !== null) setCollapsed([place.parent], false)
  for (const { name, id } of moved) tellSameName(codes, place.parent, name, id)
}

/** Moves codes to the end of what stands below another, or of the top (null). Nothing happens where that is no place. */
export async function moveUnder(ids: readonly string[], parent: string | null): Promise<void> {
  const { open } = codebookState.getState()
  if (!open || ids.some((id) => isInside(open.codes, parent, id))) return
  const moved = open.codes.filter(({ id }) => ids.includes(id))
  await move(open.session, open.codes, moved, { parent, before: null })
}

/** The siblings of a code, itself too, in their order. */
function siblingsOf(codes: readonly Code[], id: string): { parent: string | null; siblings: Code[] } {
  const parents = shownParents(codes)
  const parent = parents.get(id) ?? null
  return { parent, siblings: codes.filter((code) => (parents.get(code.id) ?? null) === parent) }
}

/** The place that keys move codes to; null where there is none. */
export function placeBy(
  codes: readonly Code[],
  ids: readonly string[],
  direction: 'up' | 'down' | 'out' | 'in',
): CodePlace | null {
  const [first] = ids
  const last = ids.at(-1)
  if (first === undefined || last === undefined) return null
  const { parent, siblings } = siblingsOf(codes, first)
  const at = siblings.findIndex(({ id }) => id === first)
  if (direction === 'out') {
    if (parent === null) return null
    const above = siblingsOf(codes, parent)
    const next = above.siblings[above.siblings.findIndex(({ id }) => id === parent) + 1]
    return { parent: above.parent, before: next?.id ?? null }
  }
  if (direction === 'down') {
    const end = siblings.findIndex(({ id }) => id === last)
    if (end < 0 || end + 1 >= siblings.length) return null
    return { parent, before: siblings[end + 2]?.id ?? null }
  }
  const previous = siblings[at - 1]
  if (!previous) return null
  return direction === 'up' ? { parent, before: previous.id } : { parent: previous.id, before: null }
}

/** Moves the marked codes, or the current one, by a key. */
export async function moveBy(direction: 'up' | 'down' | 'out' | 'in'): Promise<void> {
  const { open } = codebookState.getState()
  const moved = targetCodes()
  const place =
    open &&
    placeBy(
      open.codes,
      moved.map(({ id }) => id),
      direction,
    )
  if (open && place) await move(open.session, open.codes, moved, place)
}

/** The place that a drop means; null where the dragged codes may not go. */
export function placeOfDrop(codes: readonly Code[], dragged: readonly string[], drop: DropPlace): CodePlace | null {
  if (dragged.length === 0) return null
  if (drop.code === null) return { parent: null, before: null }
  const own = withBelow(codes, dragged)
  if (own.has(drop.code)) return null
  if (drop.where === 'into') return { parent: drop.code, before: null }
  const { parent, siblings } = siblingsOf(codes, drop.code)
  if (drop.where === 'before') return { parent, before: drop.code }
  const rest = siblings.slice(siblings.findIndex(({ id }) => id === drop.code) + 1)
  return { parent, before: rest.find(({ id }) => !own.has(id))?.id ?? null }
}

/** Moves the dragged codes to where they are dropped. */
export async function dropCodes(): Promise<void> {
  const { open, dragged, drop } = codebookState.getState()
  codebookState.setState({ dragged: [], drop: null })
  const place = open && drop && placeOfDrop(open.codes, dragged, drop)
  if (open && place)
    await move(
      open.session,
      open.codes,
      open.codes.filter(({ id }) => dragged.includes(id)),
      place,
    )
}
