import { createStore } from 'zustand/vanilla'
import type { Bookmark } from '#shared/model/bookmark'
import { type OpenReader, readerStore } from '../active'
import { correctionsIn } from '../correcting/correction-marks'
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
export function lyingIn(reader: OpenReader, offset: number): Lying[] {
  const lying = lyingAt(reader, hereStore.getState().bookmarks.get(reader.id) ?? [], offset)
  const marks = correctionsIn(reader.view.state, { start: offset, end: offset })
  return lying.map((item) => {
    const mark = item.type === 'correction' ? marks.find(({ start }) => start === item.start) : undefined
    return mark ? { ...item, by: mark.by } : item
  })
}

/** Where `v` looks: where it looked last, else under the pointer's note, else at the caret. */
export function placeAsked({ id, view }: OpenReader): number {
  const { popup } = readerStore.getState()
  if (popup?.type === 'here') return popup.offset
  const { pointer } = hereStore.getState()
  return pointer?.reader === id ? pointer.offset : view.state.selection.main.head
}
