import { Button } from 'antd'
import { CircleAlert, CircleCheck, Copy, Info, TriangleAlert, X } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '../../bridge'
import { IconButton } from '../../ui/icon-button'
import { dismissNotice, type Notice, notify, useNotices } from '../../workbench'
import styles from './notice-list.module.css'

/** How long a note that goes by itself stays, in milliseconds. */
const STAY = 6000

/** More notices than this are not shown at once; the newest are. */
const SHOWN = 4

const ICONS = { info: Info, success: CircleCheck, warning: TriangleAlert, error: CircleAlert }

function NoticeCard({ notice }: { notice: Notice }) {
  const { t } = useTranslation()
  const { details, action } = notice
  const passing = !action && (notice.level === 'info' || notice.level === 'success')
  useEffect(() => {
    if (!passing) return
    const timer = setTimeout(() => dismissNotice(notice.id), STAY)
    return () => clearTimeout(timer)
  }, [passing, notice.id])
  const Icon = ICONS[notice.level]
  const copy = async () => {
    if (details === undefined) return
    const result = await request('clipboard:write', { text: details })
    if (!result.ok) notify('error', result.error)
    else dismissNotice(notice.id)
  }
  const act = () => {
    dismissNotice(notice.id)
    action?.run()
  }
  return (
    <li className={styles.notice} data-level={notice.level}>
      <Icon size={16} strokeWidth={1.75} aria-hidden className={styles.icon} />
      <span role={notice.level === 'error' ? 'alert' : 'status'} className={`${styles.text} db-selectable`}>
        {t(notice.message.key, notice.message.params)}
      </span>
      {action && (
        <Button size="small" type="link" onClick={act}>
          {t(action.titleKey)}
        </Button>
      )}
      {details !== undefined && <IconButton icon={Copy} size={14} label={t('app.error.copy')} onClick={copy} />}
      <IconButton icon={X} size={14} label={t('app.notice.dismiss')} onClick={() => dismissNotice(notice.id)} />
    </li>
  )
}

/** The notices at the lower right, newest last. */
export function NoticeList() {
  const { t } = useTranslation()
  const notices = useNotices().slice(-SHOWN)
  if (notices.length === 0) return null
  return (
    <section className={styles.area} aria-label={t('app.notice.list')}>
      <ul className={styles.list}>
        {notices.map((notice) => (
          <NoticeCard key={notice.id} notice={notice} />
        ))}
      </ul>
    </section>
  )
}
