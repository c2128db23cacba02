import { z } from 'zod'
import type { ParallelState } from './state'

/** What is kept of a view over a restart; it is no data of the user's, so it lies in this window's storage. */
const Kept = z.object({
  /** Offsets of the first lines in view, UTF-16 code units of the texts. */
  left: z.int().nonnegative().nullable(),
  right: z.int().nonnegative().nullable(),
  linked: z.boolean(),
  listing: z.boolean(),
  split: z.number().min(0.2).max(0.8),
  listHeight: z.number().min(80).max(2000),
  formulae: z.boolean(),
})
export type Kept = z.infer<typeof Kept>

const All = z.array(z.tuple([z.string(), Kept]))

/** So many views are kept; the one that was opened longest ago goes first. */
export const KEPT_VIEWS = 40

const storageKey = (project: string): string => `duibiao.parallel.${project}`

function readAll(project: string): [string, Kept][] {
  const stored = localStorage.getItem(storageKey(project))
  if (stored === null) return []
  try {
    return All.safeParse(JSON.parse(stored)).data ?? []
  } catch {
    // Not JSON: the view opens as a new one does.
    return []
  }
}

/** What is kept of a view, null where nothing is. */
export const recall = (project: string, key: string): Kept | null =>
  readAll(project).find(([known]) => known === key)?.[1] ?? null

/** Keeps a view's state. */
export function remember(project: string, key: string, kept: Kept): void {
  const others = readAll(project).filter(([known]) => known !== key)
  localStorage.setItem(storageKey(project), JSON.stringify([...others.slice(1 - KEPT_VIEWS), [key, kept]]))
}

/** The part of a view's state that is kept. */
export const keptOf = (
  { linked, listing, split, listHeight, formulae }: ParallelState,
  left: number | null,
  right: number | null,
): Kept => ({ left, right, linked, listing, split, listHeight, formulae })
