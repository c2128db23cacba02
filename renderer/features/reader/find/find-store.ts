import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Span } from '#shared/model/anchor'
import type { Message } from '#shared/model/identity'
import type { FindQuery } from './phrase-hits'

/** Find in one reader. */
export interface FindState {
  open: boolean
  query: FindQuery
  /** In the order of the text. */
  hits: readonly Span[]
  /** Index of the hit that was gone to, -1 for none. */
  current: number
  /** True while more hits may come. */
  running: boolean
  /** Why the query cannot be answered. */
  error: Message | null
  /** What was in view and selected when find was opened: Escape comes back to it. */
  origin: { anchor: number; head: number; scroll: number } | null
}

const CLOSED: FindState = {
  open: false,
  query: { phrase: '', regex: false, matchCase: false, inReport: false },
  hits: [],
  current: -1,
  running: false,
  error: null,
  origin: null,
}

const NO_HITS: readonly Span[] = []

/** By the id of the reader: each tab keeps what was looked for in it. */
const store = createStore<ReadonlyMap<string, FindState>>(() => new Map())

/** Find in a reader as it stands. */
export const findState = (id: string): FindState => store.getState().get(id) ?? CLOSED

/** Changes find in a reader. */
export const setFind = (id: string, patch: Partial<FindState>): void =>
  store.setState((all) => new Map(all).set(id, { ...(all.get(id) ?? CLOSED), ...patch }), true)

/** Find in a reader as React state. */
export const useFind = (id: string): FindState => useStore(store, (all) => all.get(id) ?? CLOSED)

/** The hits of a reader whose find is open, as React state. */
export const useFindHits = (id: string): readonly Span[] =>
  useStore(store, (all) => {
    const own = all.get(id)
    return own?.open ? own.hits : NO_HITS
  })

/** Calls back after each change of find in a reader; returns the function that stops it. */
export const onFind = (id: string, listener: (state: FindState) => void): (() => void) =>
  store.subscribe((now, before) => {
    const own = now.get(id)
    if (own && own !== before.get(id)) listener(own)
  })
