import { useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useKnownLibrary } from '../import'

/** Status bar: how many sources and reports there are. */
export function CountStatus() {
  const { t } = useTranslation()
  // Deferred: counting thousands must not keep the window from answering.
  const library = useDeferredValue(useKnownLibrary())
  const counts = useMemo(
    () =>
      library?.whole && {
        sources: library.rows.length,
        reports: library.rows.reduce((sum, { reports }) => sum + reports.length, 0),
      },
    [library],
  )
  if (!counts || counts.sources === 0) return null
  return <span className="db-figures">{t('library.status', counts)}</span>
}
