import { z } from 'zod'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

const RECENT_KEY = 'duibiao.palette.recent'

/** How many used commands stand first. */
const RECENT = 8

function readRecent(): string[] {
  try {
    return z.array(z.string()).safeParse(JSON.parse(localStorage.getItem(RECENT_KEY) ?? '[]')).data ?? []
  } catch {
    // Not JSON: the order of a list of commands is nothing to bother anyone with.
    return []
  }
}

const store = createStore(() => ({ open: false, recent: readRecent() }))

/** Opens or closes the palette. */
export const showPalette = (open: boolean): void => store.setState({ open })

/** Notes that a command was run from the palette. */
export function noteUsed(id: string): void {
  const recent = [id, ...store.getState().recent.filter((other) => other !== id)].slice(0, RECENT)
  localStorage.setItem(RECENT_KEY, JSON.stringify(recent))
  store.setState({ recent })
}

/** The palette's state as React state. */
export const usePalette = () => useStore(store)
