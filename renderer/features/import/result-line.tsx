// biome-ignore-all lint/a11y/useSemanticElements: of a <table> all rows would have to exist
// biome-ignore-all lint/a11y/useFocusableInteractive: rows and cells are only read; the links in them take the focus
import { Tooltip } from 'antd'
import { CircleAlert, CircleCheck, Copy } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportLine } from '#shared/ipc/imports'
import { openView } from '../../workbench'
import { describeExtraction, describeMissing, describeOutcome, describeReport } from './describe'
import styles from './result-view.module.css'

const ICONS = { imported: CircleCheck, duplicate: Copy, failed: CircleAlert }

type Imported = Extract<ImportLine['outcome'], { status: 'imported' }>
type FoundReport = Imported['reports'][number]

/** Columns of the result, in their order. */
export const COLUMNS = ['file', 'format', 'found', 'characters', 'statements'] as const

function Cell({ column, children }: { column: (typeof COLUMNS)[number]; children: ReactNode }) {
  return (
    <div role="cell" className={`${styles.cell} ${styles[column]}`}>
      {children}
    </div>
  )
}

const openIn = (hash: string | null, report: string | null): void => {
  if (hash) openView({ type: 'reader', key: hash, params: { report, start: null, end: null, statement: null } })
}

function Found({ report, hash }: { report: FoundReport; hash: string | null }) {
  const { t } = useTranslation()
  return (
    <p className={styles.text}>
      <button type="button" className={styles.link} onClick={() => openIn(hash, report.id)}>
        {describeReport(t, report)}
      </button>
      {report.repairedFrom !== null && (
        <Tooltip title={report.reasons.map((reason) => t(reason.key, reason.params)).join(' ')}>
          <span className={styles.repaired}>{t('import.result.repaired', { name: report.repairedFrom })}</span>
        </Tooltip>
      )}
      <span className={styles.quiet}>{report.title}</span>
    </p>
  )
}

/** What an extraction came to, and the sources that are still to be imported. */
function Extraction({ outcome }: { outcome: NonNullable<Imported['extraction']> }) {
  const { t } = useTranslation()
  const { missing, missingNamed } = outcome
  const more = missing - missingNamed.length
  return (
    <>
      {describeExtraction(t, outcome).map((sentence) => (
        <p key={sentence} className={styles.text}>
          {sentence}
        </p>
      ))}
      {missingNamed.length > 0 && (
        <ul className={`${styles.missing} db-selectable`}>
          {missingNamed.map((source) => (
            <li key={source.hash} title={source.hash}>
              {describeMissing(source)}
            </li>
          ))}
          {more > 0 && <li>{t('import.extraction.more', { count: more })}</li>}
        </ul>
      )}
    </>
  )
}

function Detected({ outcome, hash }: { outcome: Imported; hash: string | null }) {
  const { t, i18n } = useTranslation()
  const figure = new Intl.NumberFormat(i18n.language)
  const encoding = outcome.encoding === null ? '' : ` · ${t(`library.encoding.${outcome.encoding}`)}`
  return (
    <>
      <Cell column="format">
        <Tooltip title={t(outcome.encodingReason.key, outcome.encodingReason.params)}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the reason must be reached by the keyboard */}
          <span className={styles.reason} tabIndex={0}>
            {t(`import.format.${outcome.format}`)}
            {encoding}
          </span>
        </Tooltip>
      </Cell>
      <Cell column="found">
        {outcome.extraction && <Extraction outcome={outcome.extraction} />}
        {outcome.reports.length === 0 && !outcome.extraction && (
          <p className={styles.text}>
            {t('library.noReport')}{' '}
            <button type="button" className={styles.link} onClick={() => openIn(hash, null)}>
              {t('import.result.openSource')}
            </button>
          </p>
        )}
        {outcome.reports.map((report) => (
          <Found key={report.id} report={report} hash={hash} />
        ))}
      </Cell>
      <Cell column="characters">{figure.format(outcome.characters)}</Cell>
      <Cell column="statements">{figure.format(outcome.statements)}</Cell>
    </>
  )
}

/** One file of an import: what it was read as, or why it was not. */
export const ResultLine = memo(function ResultLine({ line }: { line: ImportLine }) {
  const { t } = useTranslation()
  const { outcome } = line
  const Icon = ICONS[outcome.status]
  return (
    <div role="presentation" className={`${styles.row} db-figures`} data-status={outcome.status}>
      <Cell column="file">
        <Icon size={16} strokeWidth={1.75} aria-label={t(`import.status.${outcome.status}`)} className={styles.icon} />
        <span className={`${styles.name} db-selectable`}>{line.name}</span>
      </Cell>
      {outcome.status === 'imported' ? (
        <Detected outcome={outcome} hash={line.hash} />
      ) : (
        <div role="cell" className={`${styles.cell} ${styles.message} db-selectable`}>
          {describeOutcome(t, line)}
        </div>
      )}
    </div>
  )
})
