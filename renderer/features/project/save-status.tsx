import { Check, CircleAlert, LoaderCircle } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { reasonOf, useSession } from '../../storage'
import { StatusButton } from '../../ui/status-button'
import { notify } from '../../workbench'
import styles from './project.module.css'

/** Status bar: whether everything is saved in database and journal; a failure with a way to try again. */
export function SaveStatus() {
  const { t } = useTranslation()
  const session = useSession()
  const { pending, failed } = useStore(session.status)
  if (failed)
    return (
      <StatusButton
        icon={CircleAlert}
        tone="danger"
        label={t('app.save.retry')}
        onClick={() =>
          session.flush().catch((error: unknown) => notify('error', reasonOf(error, 'project.write.failed')))
        }
      >
        {t('app.save.failed')} {t(failed.key, failed.params)}
      </StatusButton>
    )
  const Icon = pending > 0 ? LoaderCircle : Check
  return (
    <span className={styles.saved} role="status">
      <Icon size={13} strokeWidth={1.75} aria-hidden />
      {t(pending > 0 ? 'app.save.saving' : 'app.save.saved')}
    </span>
  )
}
