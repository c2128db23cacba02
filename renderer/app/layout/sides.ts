import { z } from 'zod'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { ViewParams } from '../../workbench'
import { SIDES, type Side, viewsIn } from '../registry'

const SideState = z.object({
  open: z.boolean(),
  /** View type shown, '' before the first. */
  active: z.string(),
  /** Width, at the bottom height, in pixels. */
  size: z.int().min(120).max(1200),
})

/** What is remembered of the side areas. */
export const SavedSides = z.object({
  left: SideState,
  right: SideState,
  bottom: SideState,
  /** True once the user opened or closed one: then nothing opens by itself any more. */
  touched: z.boolean(),
})
export type SavedSides = z.infer<typeof SavedSides>

interface SidesState extends SavedSides {
  /** Parameters that a view was last opened with, by view type. */
  params: Readonly<Record<string, ViewParams>>
}

const DEFAULT: SavedSides = {
  left: { open: false, active: '', size: 260 },
  right: { open: false, active: '', size: 320 },
  bottom: { open: false, active: '', size: 220 },
  touched: false,
}

const store = createStore<SidesState>(() => ({ ...DEFAULT, params: {} }))

/** The side areas as React state. */
export const useSides = <T>(select: (state: SidesState) => T): T => useStore(store, select)

/** What is to be remembered of the side areas. */
export function savedSides(): SavedSides {
  const { left, right, bottom, touched } = store.getState()
  return { left, right, bottom, touched }
}

/** Calls the listener after each change. */
export const onSides = (listener: () => void): (() => void) => store.subscribe(listener)

/** Puts the side areas as they were remembered; without an argument as they are at first. */
export const restoreSides = (saved: SavedSides = DEFAULT): void => store.setState({ ...saved, params: {} })

const patch = (side: Side, change: Partial<SavedSides[Side]>): void =>
  store.setState((state) => ({ [side]: { ...state[side], ...change } }))

/** Shows a view in its side area. */
export function openSide(side: Side, type: string, params: ViewParams): void {
  patch(side, { open: true, active: type })
  store.setState((state) => ({ params: { ...state.params, [type]: { ...params } } }))
}

/** Opens closed side areas by itself, unless the user has ever decided on them. */
export function offerSides(offers: readonly { side: Side; type: string }[]): void {
  if (store.getState().touched) return
  for (const { side, type } of offers) {
    if (!store.getState()[side].open && viewsIn(side).some((view) => view.type === type))
      patch(side, { open: true, active: type })
  }
  store.setState({ touched: true })
}

/** Closes a side area. */
export function closeSide(side: Side): void {
  patch(side, { open: false })
  store.setState({ touched: true })
}

/** Opens or closes a side area, with the view that it showed last or its first. */
export function toggleSide(side: Side): void {
  const state = store.getState()[side]
  const views = viewsIn(side)
  if (state.open) {
    closeSide(side)
    return
  }
  const active = views.find((view) => view.type === state.active) ?? views[0]
  if (!active) return
  patch(side, { open: true, active: active.type })
  store.setState({ touched: true })
}

/** Closes the area in which a view is shown. */
export function closeSideView(type: string): void {
  for (const side of SIDES) if (store.getState()[side].active === type) closeSide(side)
}

/** Sets the size of an area in pixels. */
export const resizeSide = (side: Side, size: number): void => patch(side, { size })
