import { CircleAlert, CircleCheck, CircleSlash, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/icon-button'
import { StatusButton } from '../../ui/status-button'
import { cancelImport, showResult } from './actions'
import { describeEnd } from './describe'
import { type Run, useRuns } from './runs'
import styles from './status.module.css'

function Progress({ run }: { run: Run }) {
  const { t } = useTranslation()
  const percent = run.total === 0 ? 0 : Math.round((100 * run.done) / run.total)
  const label = t('import.progress.label', { done: run.done, total: run.total })
  return (
    <span className={styles.progress}>
      <span
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        className={styles.track}
      >
        <span className={styles.done} style={{ width: `${percent}%` }} />
      </span>
      <StatusButton label={t('import.command.result')} onClick={showResult}>
        <span className="db-figures">{label}</span>
      </StatusButton>
      <span className={styles.current}>{run.current}</span>
      <IconButton
        icon={X}
        size={12}
        side="top"
        label={t('import.command.cancel')}
        className={styles.cancel ?? ''}
        onClick={() => cancelImport(run.run)}
      />
    </span>
  )
}

/** Status bar: how far the import is, or how the last one ended. */
export function ImportStatus() {
  const { t } = useTranslation()
  const runs = useRuns()
  const run = runs.find(({ state }) => state === 'running') ?? runs[0]
  if (!run) return null
  if (run.state === 'running') return <Progress run={run} />
  const end = describeEnd(run)
  const icon = run.failed > 0 ? CircleAlert : run.state === 'cancelled' ? CircleSlash : CircleCheck
  return (
    <StatusButton
      icon={icon}
      label={t('import.command.result')}
      onClick={showResult}
      {...(run.failed > 0 ? { tone: 'danger' as const } : {})}
    >
      {t(end.key, end.params)}
    </StatusButton>
  )
}
