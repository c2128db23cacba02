import { CircleAlert, CircleCheck, CircleSlash, Pause, Play, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { hasEnded } from '#shared/ipc/imports'
import { IconButton } from '../../ui/icon-button'
import { StatusButton } from '../../ui/status-button'
import { cancelImport, pauseImport, showResult } from './actions'
import { describeEnd, describePace } from './describe'
import { type Run, useRuns } from './runs'
import styles from './status.module.css'

function Progress({ run }: { run: Run }) {
  const { t } = useTranslation()
  const percent = run.total === 0 ? 0 : Math.round((100 * run.done) / run.total)
  const paused = run.state === 'paused'
  const counts = { done: run.done, total: run.total }
  const label = t(`import.progress.${paused ? 'paused' : run.mode === 'reread' ? 'rereading' : 'label'}`, counts)
  const pace = describePace(t, run)
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
        <span className={styles.done} data-paused={paused} style={{ width: `${percent}%` }} />
      </span>
      <StatusButton label={t('import.command.result')} onClick={showResult}>
        <span className="db-figures">{label}</span>
      </StatusButton>
      {pace !== '' && <span className={`${styles.pace} db-figures`}>{pace}</span>}
      <span className={styles.current} title={run.current}>
        {run.current}
      </span>
      {run.part && (
        <span className={`${styles.pace} db-figures`}>
          {t('import.progress.part', { done: run.part.done, total: run.part.total })}
        </span>
      )}
      <IconButton
        icon={paused ? Play : Pause}
        size={12}
        side="top"
        label={t(`import.command.${paused ? 'goOn' : 'pause'}`)}
        className={styles.cancel ?? ''}
        onClick={() => pauseImport(run.run, !paused)}
      />
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
  const run = runs.find((candidate) => !hasEnded(candidate)) ?? runs[0]
  if (!run) return null
  if (!hasEnded(run)) return <Progress run={run} />
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
