import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../../ui/icon-button'
import { formatsFor } from '../formats'
import { KindChip } from '../kind-chip'
import type { LibraryLine } from '../rows'
import { libraryState } from '../state'
import styles from './inspector.module.css'
import { Lineage } from './lineage'
import { Origin } from './origin'
import { ReadingPart } from './reading-part'
import { Recognition } from './recognition'
import { Versions } from './versions'

function FileFacts({ line: { source } }: { line: LibraryLine }) {
  const { t, i18n } = useTranslation()
  const { figure, time } = formatsFor(i18n.language)
  return (
    <section aria-label={t('library.inspector.source')}>
      <h3 className={styles.subtitle}>{t('library.inspector.source')}</h3>
      <dl className={`${styles.facts} db-selectable db-figures`}>
        <dt>{t('library.column.file')}</dt>
        <dd>{source.name}</dd>
        {source.folder !== '' && (
          <>
            <dt>{t('library.column.folder')}</dt>
            <dd>{source.folder}</dd>
          </>
        )}
        <dt>{t('library.inspector.size')}</dt>
        <dd>{t('library.inspector.bytes', { bytes: figure.format(source.bytes) })}</dd>
        <dt>{t('library.column.imported')}</dt>
        <dd>{time.format(new Date(source.importedAt))}</dd>
        <dt>SHA-256</dt>
        <dd className={styles.hash}>{source.hash}</dd>
      </dl>
    </section>
  )
}

/** What was found in a line and why, to be corrected in place. Each change is one step that undo takes back. */
export function Inspector({ line }: { line: LibraryLine }) {
  const { t } = useTranslation()
  const { report, source } = line
  return (
    <aside className={styles.inspector} aria-label={t('library.inspector.title')}>
      <header className={styles.head}>
        <h2 className={styles.title}>
          {report?.title ?? source.name} {report && <KindChip kind={report.kind} />}
        </h2>
        <IconButton
          icon={X}
          size={14}
          label={t('library.inspector.close')}
          onClick={() => libraryState.setState({ inspecting: false })}
        />
      </header>
      {report ? <Recognition report={report} /> : <p>{t('library.noReportHint')}</p>}
      {report?.place && <Lineage place={report.place} />}
      {report && line.versions > 1 && <Versions report={report} />}
      <ReadingPart line={line} />
      <Origin source={source} />
      <FileFacts line={line} />
    </aside>
  )
}
