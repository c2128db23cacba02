import { createStore } from 'zustand/vanilla'
import type { Bookmark } from '#shared/model/bookmark'
import { type OpenReader, readerStore } from '../active'
import { type Lying, lyingAt } from './lying'

interface HereState {
  /** The bookmarks of the open readers, by their ids. */
  bookmarks: ReadonlyMap<string, readonly Bookmark[]>
  /** What the pointer rests on: shown in a note. */
  pointer: { reader: string; offset: number } | null
}

/** What is known of places in the text besides their marks. */
export const hereStore = createStore<HereState>(() => ({ bookmarks: new Map(), pointer: null }))

/** Tells of the bookmarks of an open reader. */
export const putBookmarks = (id: string, bookmarks: readonly Bookmark[]): void =>
  hereStore.setState((state) => ({ bookmarks: new Map(state.bookmarks).set(id, bookmarks) }))

/** Everything that lies at an offset of a reader's text. */
export const lyingIn = (reader: OpenReader, offset: number): Lying[] =>
  lyingAt(reader, hereStore.getState().bookmarks.get(reader.id) ?? [], offset)

/** Where `v` looks: where it looked last, else under the pointer's note, else at the caret. */
export function placeAsked({ id, view }: OpenReader): number {
  const { popup } = readerStore.getState()
  if (popup?.type === 'here') return popup.offset
  const { pointer } = hereStore.getState()
  return pointer?.reader === id ? pointer.offset : view.state.selection.main.head
}
