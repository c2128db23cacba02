import { Tooltip } from 'antd'
import { CircleAlert, CircleCheck, Copy } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ImportLine } from '#shared/ipc/imports'
import { openView } from '../../workbench'
import { describeOutcome, describeReport } from './describe'
import styles from './result-view.module.css'

const ICONS = { imported: CircleCheck, duplicate: Copy, failed: CircleAlert }

type Imported = Extract<ImportLine['outcome'], { status: 'imported' }>

function Detected({ outcome, hash }: { outcome: Imported; hash: string | null }) {
  const { t, i18n } = useTranslation()
  const figure = new Intl.NumberFormat(i18n.language)
  const open = (report: string | null) => {
    if (hash) openView({ type: 'reader', key: hash, params: { report, start: null, end: null, statement: null } })
  }
  return (
    <>
      <p className={`${styles.facts} db-figures`}>
        <span>{t(`import.format.${outcome.format}`)}</span>
        <Tooltip title={t(outcome.encodingReason.key, outcome.encodingReason.params)}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the reason must be reached by the keyboard */}
          <span className={styles.reason} tabIndex={0}>
            {outcome.encoding === null ? t('import.result.own') : t(`library.encoding.${outcome.encoding}`)}
          </span>
        </Tooltip>
        <span>{t('import.result.characters', { count: figure.format(outcome.characters) })}</span>
        <span>{t('import.result.statements', { count: figure.format(outcome.statements) })}</span>
      </p>
      {outcome.reports.length === 0 && (
        <p className={styles.text}>
          {t('library.noReport')}{' '}
          <button type="button" className={styles.link} onClick={() => open(null)}>
            {t('import.result.openSource')}
          </button>
        </p>
      )}
      {outcome.reports.map((report) => (
        <p key={report.id} className={styles.text}>
          <button type="button" className={styles.link} onClick={() => open(report.id)}>
            {describeReport(t, report)}
          </button>
          {report.repairedFrom !== null && (
            <Tooltip title={report.reasons.map((reason) => t(reason.key, reason.params)).join(' ')}>
              <span className={styles.repaired}>{t('import.result.repaired', { name: report.repairedFrom })}</span>
            </Tooltip>
          )}
          <span className={styles.quiet}>{report.title}</span>
        </p>
      ))}
    </>
  )
}

/** One file of an import: what it was read as, or why it was not. */
export function ResultLine({ line }: { line: ImportLine }) {
  const { t } = useTranslation()
  const { outcome } = line
  const Icon = ICONS[outcome.status]
  return (
    <div className={styles.file} data-status={outcome.status}>
      <Icon size={16} strokeWidth={1.75} aria-label={t(`import.status.${outcome.status}`)} className={styles.icon} />
      <div className={styles.what}>
        <p className={`${styles.name} db-selectable`}>{line.name}</p>
        {outcome.status === 'imported' ? (
          <Detected outcome={outcome} hash={line.hash} />
        ) : (
          <p className={`${styles.text} db-selectable`}>{describeOutcome(t, line)}</p>
        )}
      </div>
    </div>
  )
}
