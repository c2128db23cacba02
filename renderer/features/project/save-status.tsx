import { Check, CircleAlert, LoaderCircle } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useSession } from '../../storage'
import { StatusButton } from '../../ui/status-button'
import styles from './project.module.css'
import { SaveTrouble } from './save-trouble'

/** Status bar: whether everything is saved in database and journal; a failure at once with the ways out of it. */
export function SaveStatus() {
  const { t } = useTranslation()
  const session = useSession()
  const { pending, failed } = useStore(session.status)
  const [open, setOpen] = useState(false)
  const trouble = failed !== null
  useEffect(() => setOpen(trouble), [trouble])
  if (failed)
    return (
      <>
        <StatusButton icon={CircleAlert} tone="danger" label={t('app.save.show')} onClick={() => setOpen(true)}>
          {t('app.save.failed')} {t(failed.key, failed.params)}
        </StatusButton>
        <SaveTrouble open={open} onClose={() => setOpen(false)} />
      </>
    )
  const Icon = pending > 0 ? LoaderCircle : Check
  return (
    <span className={styles.saved} role="status">
      <Icon size={13} strokeWidth={1.75} aria-hidden />
      {t(pending > 0 ? 'app.save.saving' : 'app.save.saved')}
    </span>
  )
}
