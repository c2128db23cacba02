import { useEffect, useMemo, useRef } from 'react'
import { type SourceBundle, useSession } from '../../storage'
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
import './matter-marks.css'
import { RemovedBar } from './removed-bar'
import { RespanBar } from './respan-bar'
import { Toolbar } from './toolbar'
import { useEditor } from './use-editor'
import { useHeldSource } from './use-held-source'
import { useMarks } from './use-marks'
import { type Material, useMaterial } from './use-material'
import { usePainted } from './use-painted'
import { readParams, useParams, useWanted } from './use-params'
import { useRegistered } from './use-registered'

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
  /** CSS pixels that the columns of codes took when the text was left; null where that is not known. */
  columns?: number | null
}

/** The text of one source with its marks, its tools above it and what pops up beside its passages. */
export const ReaderSurface = (props: Props) => (
  <Surface {...props} material={useMaterial(useHeldSource(props.bundle.source.hash, readParams(props.params)))} />
)

/** `ReaderSurface` with what it shows; `material` is null until that is read. */
export function Surface({ material, columns = null, tab = false, ...props }: Props & { material: Material | null }) {
  const { id, bundle, params, visible } = props
  const session = useSession()
  const surface = useRef<HTMLDivElement>(null)
  const { hash, hidden } = bundle.source
  const { live, codes, statements, matters } = material ?? {}
  const going = { id, bundle, params, visible, tab }
  const take = useWanted(going)
  const view = useEditor(id, surface, { bundle, material, columns, take })
  const shown = useMemo(
    () =>
      view && live && codes && statements && matters
        ? openReader({ id, hash, view, session, bundle, live, codes, statements, matters })
        : null,
    [id, hash, view, session, bundle, live, codes, statements, matters],
  )
  // The commands know no reader of a removed source: it can be read and nothing else. Nor one whose annotations are still
  // to come: they could not tell what is marked already.
  const reader = hidden || !material?.read ? null : shown
  useRegistered(reader)
  useMarks(shown)
  useParams(view, going, take)
  useBookmarks(view, bundle)
  useCorrections(view, bundle)
  usePosition(tab ? id : null, hash, view)
  // Before its marks are there the text has to itself what the frame has of time.
  const painted = usePainted(material?.read ? view : null)
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
      {reader && painted ? <Toolbar reader={reader} /> : <header className="db-reader-bar" />}
      {reader && <PageBar reader={reader} />}
      <RespanBar id={id} />
      {reader && <FindBar reader={reader} />}
      <ReadingFrame reader={shown} painted={painted} surface={surface} />
      {reader && visible && <PopupHost reader={reader} />}
      {reader && visible && <CorrectPopup reader={reader} />}
    </section>
  )
}
