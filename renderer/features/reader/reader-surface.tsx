import { useEffect, useMemo, useRef } from 'react'
import { listCodes, reviewStatements, type SourceBundle, useLive, useSession } from '../../storage'
import type { ViewParams } from '../../workbench'
import { bringToFront, openReader } from './active'
import './coding.css'
import { CorrectPopup } from './correcting/correct-popup'
import { useCorrections } from './correcting/use-corrections'
import { FindBar } from './find/find-bar'
import { ReadingFrame } from './margin/reading-frame'
import { PageBar } from './places/page-bar'
import './places/places.css'
import { useBookmarks } from './places/use-bookmarks'
import { usePosition } from './places/use-position'
import { PopupHost } from './popups/popup-host'
import './reader.css'
import './statement-marks.css'
import { RemovedBar } from './removed-bar'
import { RespanBar } from './respan-bar'
import { Toolbar } from './toolbar'
import { useEditor } from './use-editor'
import { useLiveAnnotations } from './use-live-annotations'
import { useMarks } from './use-marks'
import { useParams } from './use-params'
import { useRegistered } from './use-registered'

const NONE: readonly never[] = []

interface Props {
  /** Names this surface among all that are open. */
  id: string
  bundle: SourceBundle
  /** Where to go; see `readParams`. */
  params: ViewParams
  /** False while it lies behind another tab. */
  visible: boolean
  /** True for the text of a tab of its own. */
  tab?: boolean
}

/** The text of one source with its marks, its tools above it and what pops up beside its passages. */
export function ReaderSurface({ id, bundle, params, visible, tab = false }: Props) {
  const session = useSession()
  const surface = useRef<HTMLDivElement>(null)
  const { hash, hidden } = bundle.source
  const reports = bundle.reports.map(({ report }) => report.id)
  const live = useLiveAnnotations(hash)
  const codes = useLive(listCodes, []) ?? NONE
  const statements =
    useLive(
      async (db) => (await Promise.all(reports.map((one) => reviewStatements(db, one)))).flat(),
      [reports.join()],
    ) ?? NONE
  const view = useEditor(id, surface, bundle)
  const shown = useMemo(
    () => view && live && openReader({ id, hash, view, session, bundle, live, codes, statements }),
    [id, hash, view, session, bundle, live, codes, statements],
  )
  // The commands know no reader of a removed source: it can be read and nothing else.
  const reader = hidden ? null : shown
  useRegistered(reader)
  useMarks(shown)
  useParams({ id, view, bundle, params, visible, tab })
  useBookmarks(view, bundle)
  useCorrections(view, bundle)
  usePosition(tab ? id : null, hash, view)
  useEffect(() => {
    if (visible) bringToFront(id)
  }, [visible, id])
  return (
    <section
      className="db-reader"
      data-key-scope="reader statements"
      onPointerDownCapture={() => bringToFront(id)}
      onFocusCapture={() => bringToFront(id)}
    >
      {hidden && <RemovedBar hash={hash} />}
      {reader && <Toolbar reader={reader} />}
      {reader && <PageBar reader={reader} />}
      <RespanBar id={id} />
      {reader && <FindBar reader={reader} />}
      <ReadingFrame reader={shown} surface={surface} />
      {reader && visible && <PopupHost reader={reader} />}
      {reader && visible && <CorrectPopup reader={reader} />}
    </section>
  )
}
