import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useSession } from '../../storage'

/** Status bar: how many sources are read again since topics, places or the program changed. */
export function RefreshStatus() {
  const { t } = useTranslation()
  const { status } = useSession()
  const progress = useStore(status, ({ refreshing }) => refreshing)
  const failed = useStore(status, ({ refreshFailed }) => refreshFailed)
  if (progress) return <span className="db-figures">{t('topics.refreshing', { ...progress })}</span>
  return failed && <span>{t(failed.key, failed.params)}</span>
}
