import { useTranslation } from 'react-i18next'
import { useLive } from '../../storage'

/** Status bar: how many sources and reports there are. */
export function CountStatus() {
  const { t } = useTranslation()
  const counts = useLive(
    async (db) => ({
      sources: await db.sources.filter(({ hidden }) => !hidden).count(),
      reports: await db.reports.count(),
    }),
    [],
  )
  if (!counts || counts.sources === 0) return null
  return <span className="db-figures">{t('library.status', counts)}</span>
}
