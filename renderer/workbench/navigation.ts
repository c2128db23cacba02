import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { ViewParams } from './views'

/** A place that can be visited and come back to: a view and what it showed. */
export interface Location {
  type: string
  /** Identity among the views of the type: a report id, a comparison id, ''. */
  key: string
  params: ViewParams
}

/** What the layout does for navigation; the app attaches it. */
export interface LayoutHost {
  /** Shows the view with this type and key, opening it where there is none, and gives it the parameters. */
  show(location: Location, options: { beside: boolean }): void
  close(type: string, key: string): void
  setTitle(type: string, key: string, title: string): void
}

interface NavigationState {
  current: Location | null
  back: readonly Location[]
  forward: readonly Location[]
}

/** More places than this are forgotten from the far end. */
const HISTORY_LIMIT = 200

const store = createStore<NavigationState>(() => ({ current: null, back: [], forward: [] }))
let host: LayoutHost | null = null

/** Connects navigation with the layout; returns the function that takes it off. */
export function attachHost(attached: LayoutHost): () => void {
  host = attached
  return () => {
    if (host === attached) host = null
  }
}

const same = (a: Location, b: Location): boolean =>
  a.type === b.type && a.key === b.key && JSON.stringify(a.params) === JSON.stringify(b.params)

/** Opens a view, or brings it to the front with new parameters, and remembers where the user was. */
export function openView(location: Location, options: { beside?: boolean } = {}): void {
  host?.show(location, { beside: options.beside ?? false })
  store.setState((state) => {
    if (state.current && same(state.current, location)) return { ...state, current: location }
    const back = state.current ? [...state.back, state.current].slice(-HISTORY_LIMIT) : state.back
    return { current: location, back, forward: [] }
  })
}

/** Closes a view. */
export const closeView = (type: string, key: string): void => host?.close(type, key)

/** Sets the title of a view's tab. */
export const setViewTitle = (type: string, key: string, title: string): void => host?.setTitle(type, key, title)

/**
 * Notes where the user is now, without a new step: a tab that was clicked, a scroll position before a jump.
 * Called with another view than the current one, it is a step.
 */
export function noteLocation(location: Location): void {
  store.setState((state) => {
    const { current } = state
    if (!current || (current.type === location.type && current.key === location.key))
      return { ...state, current: location }
    return { current: location, back: [...state.back, current].slice(-HISTORY_LIMIT), forward: [] }
  })
}

/** Goes to the place visited before; false when there is none. */
export function goBack(): boolean {
  const { back, current, forward } = store.getState()
  const target = back.at(-1)
  if (!target) return false
  store.setState({ current: target, back: back.slice(0, -1), forward: current ? [current, ...forward] : forward })
  host?.show(target, { beside: false })
  return true
}

/** Goes to the place that `goBack` left; false when there is none. */
export function goForward(): boolean {
  const { back, current, forward } = store.getState()
  const target = forward[0]
  if (!target) return false
  store.setState({ current: target, back: current ? [...back, current] : back, forward: forward.slice(1) })
  host?.show(target, { beside: false })
  return true
}

/** Where the user is. */
export const currentLocation = (): Location | null => store.getState().current

/** Navigation as React state. */
export function useNavigation<T>(select: (state: NavigationState) => T): T {
  return useStore(store, select)
}
