import { useTranslation } from 'react-i18next'
import type { ProjectDatabase } from '../../storage'
import { usePaced } from '../import'

async function countAll(db: ProjectDatabase): Promise<{ sources: number; reports: number }> {
  const hidden = new Set((await db.sources.filter((source) => source.hidden).toArray()).map(({ hash }) => hash))
  const [sources, reports] = await Promise.all([db.sources.count(), db.reports.count()])
  if (hidden.size === 0) return { sources, reports }
  const unseen = await db.reports
    .where('source')
    .anyOf([...hidden])
    .count()
  return { sources: sources - hidden.size, reports: reports - unseen }
}

/** Status bar: how many sources and reports there are. */
export function CountStatus() {
  const { t } = useTranslation()
  const counts = usePaced(countAll)
  if (!counts || counts.sources === 0) return null
  return <span className="db-figures">{t('library.status', counts)}</span>
}
