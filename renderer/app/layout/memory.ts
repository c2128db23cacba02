import type { DockviewApi, SerializedDockview } from 'dockview-react'
import { z } from 'zod'
import { viewOf } from '../registry'
import { locationOf } from './host'
import { restoreSides, SavedSides, savedSides } from './sides'

/** Version of what is stored; another one is passed over. */
const VERSION = 1

const Saved = z.object({
  version: z.literal(VERSION),
  dock: z.looseObject({ panels: z.record(z.string(), z.looseObject({ params: z.unknown() })) }),
  sides: SavedSides,
})

/** The number by which main tells this window from the others: each has a layout of its own. */
const windowNumber = (): string => new URLSearchParams(location.search).get('window') ?? '1'

function keyOf(project: string): string {
  const number = windowNumber()
  return number === '1' ? `duibiao.layout.${project}` : `duibiao.layout.${project}.${number}`
}

/** Keeps the layout of a project in this window's storage. */
export function rememberLayout(project: string, api: DockviewApi): void {
  localStorage.setItem(keyOf(project), JSON.stringify({ version: VERSION, dock: api.toJSON(), sides: savedSides() }))
}

function readLayout(project: string): z.infer<typeof Saved> | null {
  const stored = localStorage.getItem(keyOf(project))
  if (stored === null) return null
  try {
    return Saved.safeParse(JSON.parse(stored)).data ?? null
  } catch {
    // Not JSON: a layout is no data of the user's, the default one takes its place.
    return null
  }
}

const isTransient = (params: unknown): boolean => viewOf(locationOf(params)?.type ?? '')?.transient === true

/**
 * Brings back the layout of a project.
 * @returns false where there is none, or none that can be shown: then the layout is empty
 */
export function recallLayout(project: string, api: DockviewApi): boolean {
  const saved = readLayout(project)
  const panels = Object.values(saved?.dock.panels ?? {})
  const known = panels.every((panel) => viewOf(locationOf(panel.params)?.type ?? '') !== null)
  if (!saved || panels.length === 0 || !known) {
    restoreSides(saved?.sides)
    return false
  }
  try {
    api.fromJSON(saved.dock as unknown as SerializedDockview)
    restoreSides(saved.sides)
    for (const panel of api.panels) if (isTransient(panel.params)) panel.api.close()
    return api.panels.length > 0
  } catch (error) {
    console.warn('The stored layout could not be shown, the default one is', error)
    api.clear()
    restoreSides()
    return false
  }
}
