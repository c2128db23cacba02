import { useTranslation } from 'react-i18next'
import { type Doubt, doubtsOf } from '#shared/model/doubts'
import type { Report } from '#shared/model/report'
import styles from './inspector.module.css'

/** How sure a field is: 由用户设定, 未识别, or a percentage that is marked where it is doubtful. */
export function Certainty({ field, report }: { field: Doubt; report: Report }) {
  const { t } = useTranslation()
  if (report.edited.includes(field)) return <span className={styles.sure}>{t('library.certainty.user')}</span>
  const doubtful = doubtsOf(report).includes(field)
  if (report[field] === null) return <span className={styles.doubtful}>{t('library.certainty.none')}</span>
  const percent = Math.round(report.certainty[field] * 100)
  return (
    <span className={`${doubtful ? styles.doubtful : styles.sure} db-figures`}>
      <span className={styles.meter} aria-hidden>
        <span style={{ width: `${percent}%` }} />
      </span>
      {t(doubtful ? 'library.certainty.doubtful' : 'library.certainty.sure', { percent })}
    </span>
  )
}
