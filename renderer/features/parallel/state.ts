import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { SectionAlignment, TopicParts } from '#shared/compare/alignment'
import { SHARED_KINDS, type SharedKind, type SharedSentences } from '#shared/compare/shared-sentences'
import type { Message } from '#shared/model/identity'
import { currentLocation } from '../../workbench'
import type { Side } from './keys'

/** How far the search for shared sentences is. */
export type Comparison =
  | { status: 'running'; done: number }
  | { status: 'found'; found: SharedSentences }
  | { status: 'failed'; reason: Message; details: string }

export const LIST_ORDERS = ['text', 'likeness', 'length'] as const
export type ListOrder = (typeof LIST_ORDERS)[number]

/** What a view of two reports shows and how. */
export interface ParallelState {
  /** True while one side follows the other one. */
  linked: boolean
  /** True while the list of shared sentences is shown. */
  listing: boolean
  /** Share of the width that the left side has, 0 to 1. */
  split: number
  /** Height of the list in pixels. */
  listHeight: number
  /** Classes that are marked and listed. */
  kinds: readonly SharedKind[]
  /** True to mark and list formulae too. */
  formulae: boolean
  order: ListOrder
  /** Only sentences in sections of this topic are listed; null for all. */
  topic: string | null
  comparison: Comparison
  alignment: SectionAlignment | null
  /** Topics of both reports. */
  topics: readonly TopicParts[]
  /** The topic that was gone to, as its place in `topics`. */
  topicAt: number | null
  /** The pairs that are listed, in the list's order, as their places in what was found. */
  listed: readonly number[]
  /** The shared sentence that is looked at: its place in what was found. */
  current: number | null
  /** The pair that was gone to before both texts were there: they are brought to it when they are. */
  awaited: number | null
  /** The side that is being read, where its section has no counterpart, with the section's title. */
  alone: { side: Side; title: string } | null
  /** The part that is read on the left, as its place in the alignment; -1 before anything is known. */
  at: number
}

export type ParallelStore = StoreApi<ParallelState>

/** What a view begins with. */
const FRESH: ParallelState = {
  linked: true,
  listing: true,
  split: 0.5,
  listHeight: 208,
  kinds: SHARED_KINDS,
  formulae: false,
  order: 'text',
  topic: null,
  comparison: { status: 'running', done: 0 },
  alignment: null,
  topics: [],
  topicAt: null,
  listed: [],
  current: null,
  awaited: null,
  alone: null,
  at: -1,
}

const open = createStore<{ views: ReadonlyMap<string, ParallelStore> }>(() => ({ views: new Map() }))

/** Makes the state of a view that is opened. */
export function openState(key: string, kept: Partial<ParallelState>): ParallelStore {
  const known = open.getState().views.get(key)
  if (known) return known
  const store = createStore<ParallelState>(() => ({ ...FRESH, ...kept }))
  open.setState(({ views }) => ({ views: new Map(views).set(key, store) }))
  return store
}

/** Forgets the state of a view that is closed. */
export function dropState(key: string): void {
  open.setState(({ views }) => {
    const left = new Map(views)
    left.delete(key)
    return { views: left }
  })
}

/** The state of a view, while it is open. */
export const stateOf = (key: string): ParallelStore | null => open.getState().views.get(key) ?? null

/** The view in front, null where another one is. */
export function frontParallel(): { key: string; store: ParallelStore } | null {
  const location = currentLocation()
  const store = location?.type === 'parallel' ? stateOf(location.key) : null
  return location && store ? { key: location.key, store } : null
}

/** A view's state in React. */
export const useParallel = <T>(store: ParallelStore, select: (state: ParallelState) => T): T => useStore(store, select)
