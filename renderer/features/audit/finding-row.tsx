import { useTranslation } from 'react-i18next'
import type { LinePlace } from '../../ui/lines/line-list'
import { ListLine } from '../../ui/lines/list-line'
import styles from './audit.module.css'
import { type AuditLine, reportYears } from './lines'

interface FindingRowProps {
  line: AuditLine
  place: LinePlace
  marked: boolean
  onGo: () => void
  onMark: () => void
  onOpen: () => void
}

/** One finding: how much it weighs, where, which rule, and what it says. */
export function FindingRow({ line, place, marked, ...acts }: FindingRowProps) {
  const { t } = useTranslation()
  const { finding, ruling } = line
  return (
    <ListLine place={place} selected={place.current || marked} marked={marked} {...acts}>
      <span className={styles.severity} data-severity={finding.severity}>
        {t(`audit.severity.${finding.severity}`)}
      </span>
      <span className={styles.words}>
        <span className={`${styles.found} db-figures`}>
          <span>{finding.place?.name}</span>
          <span>{reportYears(finding).join('、')}</span>
          <span className={styles.rule}>{t(`audit.rule.${finding.rule}.name`)}</span>
          {ruling && <span className={styles.ruling}>{t(`audit.judgement.${ruling.judgement}`)}</span>}
        </span>
        <span className={styles.title}>{t(finding.message.key, finding.message.params)}</span>
      </span>
    </ListLine>
  )
}
