import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../storage'
import { closeView, type ViewProps } from '../../workbench'
import { knownRoom } from './margin/first-columns'
import { positionOf } from './places/positions'
import './reader.css'
import { Surface } from './reader-surface'
import { useHeldSource, useLiveValue } from './use-held-source'
import { useMaterial } from './use-material'
import { useTabTitle } from './use-tab-title'

/** The text of one source, to read and to mark; `viewKey` is the source's hash. */
export function ReaderView({ viewKey, params, visible }: ViewProps) {
  const { t } = useTranslation()
  const source = useHeldSource(viewKey)
  const bundle = useLiveValue(source?.bundle)
  const { project } = useSession()
  const columns = useMemo(() => knownRoom(positionOf(project.id, viewKey)), [project.id, viewKey])
  const material = useMaterial(source, columns !== null)
  const [known, setKnown] = useState(false)
  useTabTitle(viewKey, bundle ?? null)
  useEffect(() => {
    if (!bundle || known) return
    // A tab that comes back after a restart, of a source that was removed meanwhile: it has nothing to be back for.
    if (bundle.source.hidden) closeView('reader', viewKey)
    else setKnown(true)
  }, [bundle, known, viewKey])
  if (bundle === undefined || (bundle?.source.hidden && !known)) return <div className="db-reader" aria-busy="true" />
  if (bundle === null) return <p className="db-reader-missing">{t('reader.missing')}</p>
  return (
    <Surface id={viewKey} bundle={bundle} material={material} columns={columns} params={params} visible={visible} tab />
  )
}
