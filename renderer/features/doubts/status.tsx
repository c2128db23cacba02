import { CircleHelp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { listDoubtful, type ProjectDatabase } from '../../storage'
import { StatusButton } from '../../ui/status-button'
import { runCommand } from '../../workbench'
import { usePaced } from '../import'

const countDoubtful = async (db: ProjectDatabase): Promise<number> => (await listDoubtful(db)).length

/** Status bar: how many reports wait to be settled; nothing while there are none. */
export function DoubtsStatus() {
  const { t } = useTranslation()
  const count = usePaced(countDoubtful)
  if (!count) return null
  return (
    <StatusButton icon={CircleHelp} tone="warning" label={t('doubts.show')} onClick={() => runCommand('view.doubts')}>
      <span className="db-figures">{t('doubts.status', { count })}</span>
    </StatusButton>
  )
}
