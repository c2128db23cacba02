import { useTranslation } from 'react-i18next'
import { reasonOf, showSource, useSession } from '../../storage'
import { notify } from '../../workbench'

/** Says that the source was removed from the library, and brings it back. */
export function RemovedBar({ hash }: { hash: string }) {
  const { t } = useTranslation()
  const session = useSession()
  const restore = () =>
    showSource(session, hash).catch((error: unknown) => notify('error', reasonOf(error, 'project.write.failed')))
  return (
    <div className="db-removed" role="status">
      <span>{t('reader.removed.what')}</span>
      <button type="button" onClick={restore}>
        {t('reader.removed.restore')}
      </button>
    </div>
  )
}
