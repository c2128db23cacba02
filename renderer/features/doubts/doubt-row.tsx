import type { MouseEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Doubt } from '#shared/model/doubts'
import type { LinePlace } from '../../ui/lines/line-list'
import { ListLine } from '../../ui/lines/list-line'
import { KindChip, openLine } from '../library'
import styles from './doubts.module.css'
import type { DoubtLine } from './lines'

interface DoubtRowProps {
  line: DoubtLine
  place: LinePlace
  selected: boolean
  marked: boolean
  onGo: (event: MouseEvent) => void
  onMark: () => void
}

/** One report with what was found of it; what is doubtful is marked. */
export function DoubtRow({ line, ...shared }: DoubtRowProps) {
  const { t } = useTranslation()
  const { report, source, doubts } = line
  const value = (field: Doubt, content: ReactNode) => (
    <span className={styles.value} data-doubtful={doubts.includes(field)}>
      {content ?? t(`doubts.missing.${field}`)}
      {doubts.includes(field) && <span className="db-hidden">{t('library.doubtful')}</span>}
    </span>
  )
  return (
    <ListLine {...shared} onOpen={() => openLine(line)}>
      <span className={styles.words}>
        <span className={`${styles.found} db-figures`}>
          {value('place', report.place?.name)}
          {value('year', report.year)}
          {value('kind', doubts.includes('kind') ? t(`library.kind.${report.kind}`) : <KindChip kind={report.kind} />)}
        </span>
        <span className={styles.title}>
          {report.title} <span className={styles.file}>{[source.folder, source.name].filter(Boolean).join('/')}</span>
        </span>
      </span>
    </ListLine>
  )
}
