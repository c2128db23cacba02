import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import type { Bookmark } from '#shared/model/bookmark'
import { bookmarksOf, useLive } from '../../../storage'
import type { OpenReader } from '../active'
import { putBookmarks } from '../here/here-store'
import { holdPlace, placeAtTop } from '../typography/hold-place'
import { setRoom } from './first-columns'
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
  const codes = columns ? columns.shown.length + columns.folded.length : null
  const known = useRef(codes)
  const width = columns?.width ?? null
  // biome-ignore lint/correctness/useExhaustiveDependencies: the room is that of their width
  useLayoutEffect(() => {
    const { current } = frame
    if (!current) return
    setRoom(current, columns)
    // The first code makes the text narrower: what is being coded stays where it is.
    if (known.current === codes) view.requestMeasure()
    else holdPlace(view, placeAtTop(view))
    known.current = codes
  }, [frame, view, width, codes])
  return (
    <>
      {columns && <Heads reader={reader} columns={columns} />}
      <Overview reader={reader} bookmarks={bookmarks} />
    </>
  )
}
