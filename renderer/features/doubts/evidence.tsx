import { Button } from 'antd'
import { BookOpen } from 'lucide-react'
import type { KeyboardEvent, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { useLive, useSession } from '../../storage'
import { displayKeys } from '../../workbench'
import { openLine, Recognition } from '../library'
import { settle } from './commands'
import styles from './doubts.module.css'
import { type DoubtLine, missing, openingOf } from './lines'

interface EvidenceProps {
  line: DoubtLine
  areaRef: Ref<HTMLElement>
  /** Gives the keys back to the list. */
  onLeave: () => void
}

/** What there is to judge by: title, first words, reasons; and the fields to correct. */
export function Evidence({ line, areaRef, onLeave }: EvidenceProps) {
  const { t } = useTranslation()
  const session = useSession()
  const { report, source } = line
  const text = useLive(
    async (db) => openingOf((await db.texts.get(report.reading))?.text ?? '', report),
    [report.reading, report.start, report.end],
  )
  const keys = (event: KeyboardEvent) => {
    const typed = event.key === 'Enter' && event.target instanceof HTMLInputElement && event.target.role !== 'combobox'
    if ((event.key === 'Escape' && !event.defaultPrevented) || typed) onLeave()
  }
  return (
    <section ref={areaRef} className={styles.evidence} aria-label={t('doubts.evidence')} onKeyDown={keys}>
      <h2 className={styles.heading}>{report.title}</h2>
      <p className={styles.where}>{[source.folder, source.name].filter(Boolean).join('/')}</p>
      <blockquote className={`${styles.opening} db-selectable`}>{text}</blockquote>
      <p className={styles.buttons}>
        <Button
          size="small"
          icon={<BookOpen size={14} aria-hidden />}
          title={displayKeys('o')}
          onClick={() => openLine(line)}
        >
          {t('doubts.command.open')}
        </Button>
        {missing(line).length > 0 && (
          <Button size="small" title={displayKeys('n')} onClick={() => void settle(session, line)}>
            {t('doubts.command.none')}
          </Button>
        )}
      </p>
      <Recognition report={report} />
    </section>
  )
}
