import { CircleHelp } from 'lucide-react'
import { useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { doubtfulOf } from '../../storage'
import { StatusButton } from '../../ui/status-button'
import { runCommand } from '../../workbench'
import { useKnownLibrary } from '../import'

/** Status bar: how many reports wait to be settled; nothing while there are none, or while they are not all known. */
export function DoubtsStatus() {
  const { t } = useTranslation()
  // Deferred: to look through thousands must not keep the window from answering.
  const library = useDeferredValue(useKnownLibrary())
  const count = useMemo(() => (library?.whole ? doubtfulOf(library.rows).length : 0), [library])
  if (count === 0) return null
  return (
    <StatusButton icon={CircleHelp} tone="warning" label={t('doubts.show')} onClick={() => runCommand('view.doubts')}>
      <span className="db-figures">{t('doubts.status', { count })}</span>
    </StatusButton>
  )
}
