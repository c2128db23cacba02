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

/** Reads for a view that may be opened in a moment, with the key and the parameters that it would have. */
type BeginAhead = (key: string, params: ViewParams) => void

/** More places than this are forgotten from the far end. */
const HISTORY_LIMIT = 200

const named = ({ type, key }: Pick<Location, 'type' | 'key'>): string => `${type}:${key}`

const aheads = new Map<string, BeginAhead>()
const positions = new Map<string, () => ViewParams | null>()
const asked = new Set<string>()

/**
 * Lets a view tell where in it the user is: the parameters that lead back there. Asked when the user goes elsewhere, so
 * that coming back is coming back to the line that was left.
 * @returns the function that takes it off
 */
export function tellPosition(type: string, key: string, position: () => ViewParams | null): () => void {
  const name = named({ type, key })
  positions.set(name, position)
  return () => {
    if (positions.get(name) === position) positions.delete(name)
  }
}

/** The place with the position that its view tells; as it was gone to where the view tells none. */
const asLeft = (location: Location): Location => {
  const params = positions.get(named(location))?.()
  return params ? { ...location, params } : location
}

/**
 * True when somebody has gone to this view since it was asked last: then its parameters say where. Else they are those
 * of a layout that was restored, and the view stands where it stood.
 */
export const takeAsked = (type: string, key: string): boolean => asked.delete(named({ type, key }))

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

/**
 * Lets views of a type read before their tab is made.
 * @returns the function that takes it off
 */
export function offerAhead(type: string, begin: BeginAhead): () => void {
  aheads.set(type, begin)
  return () => {
    if (aheads.get(type) === begin) aheads.delete(type)
  }
}

/** Has a view that may be opened in a moment, as between the two clicks of a double click, begin to read. */
export const beginAhead = ({ type, key, params }: Location): void => aheads.get(type)?.(key, params)

/** Opens a view, or brings it to the front with new parameters, and remembers where the user was. */
export function openView(location: Location, options: { beside?: boolean } = {}): void {
  const { current, back } = store.getState()
  const left = current && asLeft(current)
  asked.add(named(location))
  // The database works while the tab is made.
  beginAhead(location)
  host?.show(location, { beside: options.beside ?? false })
  if (current && same(current, location)) store.setState({ current: location })
  else store.setState({ current: location, back: left ? [...back, left].slice(-HISTORY_LIMIT) : back, forward: [] })
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
    return { current: location, back: [...state.back, asLeft(current)].slice(-HISTORY_LIMIT), forward: [] }
  })
}

/** Goes to the place visited before; false when there is none. */
export function goBack(): boolean {
  const { back, current, forward } = store.getState()
  const target = back.at(-1)
  if (!target) return false
  const rest = current ? [asLeft(current), ...forward] : forward
  store.setState({ current: target, back: back.slice(0, -1), forward: rest })
  asked.add(named(target))
  host?.show(target, { beside: false })
  return true
}

/** Goes to the place that `goBack` left; false when there is none. */
export function goForward(): boolean {
  const { back, current, forward } = store.getState()
  const target = forward[0]
  if (!target) return false
  store.setState({ current: target, back: current ? [...back, asLeft(current)] : back, forward: forward.slice(1) })
  asked.add(named(target))
  host?.show(target, { beside: false })
  return true
}

/** Where the user is. */
export const currentLocation = (): Location | null => store.getState().current

/** Navigation as React state. */
export function useNavigation<T>(select: (state: NavigationState) => T): T {
  return useStore(store, select)
}
