import { type ReadingPosition, ReadingPositions } from '#shared/model/reading-position'

/** Positions of this many texts are kept; the one that was read longest ago goes first. */
export const KEPT = 500

const keyOf = (project: string): string => `duibiao.positions.${project}`

function recall(project: string): Map<string, ReadingPosition> {
  const kept = localStorage.getItem(keyOf(project))
  if (kept === null) return new Map()
  try {
    return new Map(ReadingPositions.safeParse(JSON.parse(kept)).data ?? [])
  } catch {
    // Not JSON: where one stood is a convenience, every text opens at its beginning instead.
    return new Map()
  }
}

/** Where a source was left, null where it was not read yet. It is read anew each time: another window may have written it. */
export const positionOf = (project: string, hash: string): ReadingPosition | null => recall(project).get(hash) ?? null

/** Keeps where a source stands. */
export function keepPosition(project: string, hash: string, position: ReadingPosition): void {
  const kept = recall(project)
  kept.delete(hash)
  kept.set(hash, position)
  localStorage.setItem(keyOf(project), JSON.stringify([...kept].slice(-KEPT)))
}
