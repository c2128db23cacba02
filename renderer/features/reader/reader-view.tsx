import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  annotationsOf,
  getSourceBundle,
  listCodes,
  reviewStatements,
  type SourceBundle,
  useLive,
  useSession,
} from '../../storage'
import { closeView, type ViewProps } from '../../workbench'
import { bringToFront, type OpenReader } from './active'
import { PopupHost } from './popups/popup-host'
import './reader.css'
import './statement-marks.css'
import { RemovedBar } from './removed-bar'
import { RespanBar } from './respan-bar'
import { Toolbar } from './toolbar'
import { useEditor } from './use-editor'
import { useMarks } from './use-marks'
import { useParams } from './use-params'
import { useRegistered } from './use-registered'

/** The text of one source, to read and to mark; `viewKey` is the source's hash. */
export function ReaderView({ viewKey, params, visible }: ViewProps) {
  const { t } = useTranslation()
  const bundle = useLive((db) => getSourceBundle(db, viewKey), [viewKey])
  const [known, setKnown] = useState(false)
  useEffect(() => {
    if (!bundle || known) return
    // A tab that comes back after a restart, of a source that was removed meanwhile: it has nothing to be back for.
    if (bundle.source.hidden) closeView('reader', viewKey)
    else setKnown(true)
  }, [bundle, known, viewKey])
  if (bundle === undefined || (bundle?.source.hidden && !known)) return <div className="db-reader" aria-busy="true" />
  if (bundle === null) return <p className="db-reader-missing">{t('reader.missing')}</p>
  return <Reader bundle={bundle} params={params} visible={visible} />
}

const NONE: readonly never[] = []

function Reader({ bundle, params, visible }: Pick<ViewProps, 'params' | 'visible'> & { bundle: SourceBundle }) {
  const session = useSession()
  const surface = useRef<HTMLDivElement>(null)
  const { hash, hidden } = bundle.source
  const ids = bundle.reports.map(({ report }) => report.id)
  const annotations = useLive((db) => annotationsOf(db, hash), [hash]) ?? NONE
  const codes = useLive(listCodes, []) ?? NONE
  const statements =
    useLive(async (db) => (await Promise.all(ids.map((id) => reviewStatements(db, id)))).flat(), [ids.join()]) ?? NONE
  const view = useEditor(surface, bundle)
  const shown: OpenReader | null = view && { hash, view, session, bundle, annotations, codes, statements }
  // The commands know no reader of a removed source: it can be read and nothing else.
  const reader = hidden ? null : shown
  useRegistered(reader)
  useMarks(shown)
  useParams(view, bundle, params)
  useEffect(() => {
    if (visible) bringToFront(hash)
  }, [visible, hash])
  return (
    <section
      className="db-reader"
      data-key-scope="reader statements"
      onPointerDownCapture={() => bringToFront(hash)}
      onFocusCapture={() => bringToFront(hash)}
    >
      {hidden && <RemovedBar hash={hash} />}
      {reader && <Toolbar reader={reader} />}
      <RespanBar hash={hash} />
      <div className="db-reader-surface" ref={surface} />
      {reader && visible && <PopupHost reader={reader} />}
    </section>
  )
}
