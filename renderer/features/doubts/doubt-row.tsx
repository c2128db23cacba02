import { Check } from 'lucide-react'
import type { MouseEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Doubt } from '#shared/model/doubts'
import { KindChip, openLine } from '../library'
import styles from './doubts.module.css'
import type { DoubtLine } from './lines'

interface DoubtRowProps {
  id: string
  line: DoubtLine
  /** Place in the whole list, from 1, and its length: only the visible lines exist. */
  position: number
  size: number
  top: number
  current: boolean
  selected: boolean
  marked: boolean
  onGo: (event: MouseEvent) => void
  onMark: () => void
}

/** One report with what was found of it; what is doubtful is marked. */
export function DoubtRow(props: DoubtRowProps) {
  const { id, line, position, size, top, current, selected, marked, onGo, onMark } = props
  const { t } = useTranslation()
  const { report, source, doubts } = line
  const value = (field: Doubt, content: ReactNode) => (
    <span className={styles.value} data-doubtful={doubts.includes(field)}>
      {content ?? t(`doubts.missing.${field}`)}
      {doubts.includes(field) && <span className="db-hidden">{t('library.doubtful')}</span>}
    </span>
  )
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the list, which handles the keys
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      id={id}
      role="option"
      aria-posinset={position}
      aria-setsize={size}
      aria-selected={selected}
      data-current={current}
      className={styles.row}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onGo}
      onDoubleClick={() => openLine(line)}
    >
      {/* Not a checkbox: an option holds no control of its own; `x` marks, and the option says that it is selected. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: see above */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: see above */}
      <span
        className={styles.mark}
        data-marked={marked}
        onClick={(event) => {
          event.stopPropagation()
          onMark()
        }}
      >
        {marked && <Check size={11} strokeWidth={3} aria-hidden />}
      </span>
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
    </div>
  )
}
