import { type RefObject, useEffect, useLayoutEffect } from 'react'
import type { Bookmark } from '#shared/model/bookmark'
import { bookmarksOf, useLive } from '../../../storage'
import type { OpenReader } from '../active'
import { putBookmarks } from '../here/here-store'
import { Heads } from './heads'
import { Overview } from './overview'
import { useColumns } from './use-columns'

const NONE: readonly Bookmark[] = []

/** What stands right of the text: the columns of codes and the overview. */
export function Margin({ reader, frame }: { reader: OpenReader; frame: RefObject<HTMLDivElement | null> }) {
  const { id, hash, view } = reader
  const columns = useColumns(reader, frame)
  const bookmarks = useLive((db) => bookmarksOf(db, hash), [hash]) ?? NONE
  useEffect(() => putBookmarks(id, bookmarks), [id, bookmarks])
  const width = columns?.width ?? null
  useLayoutEffect(() => {
    const { current } = frame
    if (!current) return
    current.dataset.stripes = width === null ? 'overlaps' : 'codes'
    current.style.setProperty('--db-columns', `${width ?? 0}px`)
    view.requestMeasure()
  }, [frame, view, width])
  return (
    <>
      {columns && <Heads reader={reader} columns={columns} />}
      <Overview reader={reader} bookmarks={bookmarks} />
    </>
  )
}
