import { Button, Checkbox, InputNumber } from 'antd'
import { FolderInput, HardDriveDownload } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { request } from '../../../bridge'
import { notify } from '../../../workbench'
import { GIVEN_UP } from '../packages/state'
import { attempt } from '../projects/change'
import { sizeText, timeText } from '../projects/measures'
import styles from '../projects/projects.module.css'
import { BackupList } from './backup-list'
import { type BackupState, useBackupList, useBackupState } from './use-backups'

/** Makes a backup; one that the user gave up is nothing to speak of. */
async function backUpNow(): Promise<void> {
  const answer = await request('backup:now', null)
  if (!answer.ok && answer.error.key !== GIVEN_UP) notify('error', answer.error)
}

/** Nothing is kept anywhere else until the user has chosen a folder. */
function NoFolder({ offered }: { offered: string }) {
  const { t } = useTranslation()
  return (
    <>
      <p className={styles.bad}>{t('projects.backup.none')}</p>
      <div className={styles.buttons}>
        <Button type="primary" onClick={() => void attempt('backup:choose', { offered: true })}>
          {t('projects.backup.takeOffered', { folder: offered })}
        </Button>
        <Button
          icon={<FolderInput size={14} aria-hidden />}
          onClick={() => void attempt('backup:choose', { offered: false })}
        >
          {t('projects.backup.choose')}
        </Button>
      </div>
      <p className={styles.hint}>{t('projects.backup.why')}</p>
    </>
  )
}

function Rules({ state }: { state: BackupState }) {
  const { t } = useTranslation()
  const { every, keep, atQuit } = state
  return (
    <div className={styles.row}>
      <span>
        {t('projects.backup.every')}{' '}
        <InputNumber
          value={every}
          min={10}
          max={100_000}
          aria-label={t('projects.backup.everyLabel')}
          onChange={(value) => value !== null && void attempt('backup:change', { every: value })}
        />{' '}
        {t('projects.backup.everyUnit')}
      </span>
      <Checkbox checked={atQuit} onChange={(event) => void attempt('backup:change', { atQuit: event.target.checked })}>
        {t('projects.backup.atQuit')}
      </Checkbox>
      <span>
        {t('projects.backup.keep')}{' '}
        <InputNumber
          value={keep}
          min={1}
          max={1000}
          aria-label={t('projects.backup.keepLabel')}
          onChange={(value) => value !== null && void attempt('backup:change', { keep: value })}
        />{' '}
        {t('projects.backup.keepUnit')}
      </span>
    </div>
  )
}

function LastBackup({ state }: { state: BackupState }) {
  const { t, i18n } = useTranslation()
  const { last, pending, running, failed } = state
  if (running)
    return (
      <p className={styles.row} role="status">
        {t('projects.backup.running')}{' '}
        <Button size="small" onClick={() => void attempt('backup:stop', null)}>
          {t('projects.backup.stop')}
        </Button>
      </p>
    )
  return (
    <>
      {failed && (
        <p className={styles.bad} role="alert">
          {t('projects.backup.failed', { reason: t(failed.key, failed.params) })}
        </p>
      )}
      {last ? (
        <p>
          {t('projects.backup.last', {
            at: timeText(last.at, i18n.language),
            size: sizeText(last.bytes, i18n.language),
          })}{' '}
          {last.verified && <span className={styles.good}>{t('projects.backup.verified')}</span>}
          {pending > 0 && ` ${t('projects.backup.pending', { count: pending })}`}
        </p>
      ) : (
        <p>{t('projects.backup.noneYet')}</p>
      )}
      {last && last.missing.length > 0 && (
        <p className={styles.bad}>{t('projects.package.lacks', { count: last.missing.length })}</p>
      )}
    </>
  )
}

/** Backups: where, when, what they hold, and how to restore one. */
export function BackupSection() {
  const { t } = useTranslation()
  const state = useBackupState()
  const list = useBackupList(state)
  return (
    <section aria-labelledby="projects-backups">
      <h2 id="projects-backups" className={styles.heading}>
        {t('projects.backup.title')}
      </h2>
      {state && state.folder === null && <NoFolder offered={state.offered} />}
      {state && state.folder !== null && (
        <>
          <div className={styles.row}>
            <span>{t('projects.backup.folder')}</span>
            <span className={`${styles.path} db-selectable`}>{state.folder}</span>
            <Button
              icon={<FolderInput size={14} aria-hidden />}
              onClick={() => void attempt('backup:choose', { offered: false })}
            >
              {t('projects.backup.change')}
            </Button>
            <Button
              icon={<HardDriveDownload size={14} aria-hidden />}
              loading={state.running}
              onClick={() => void backUpNow()}
            >
              {t('projects.backup.now')}
            </Button>
          </div>
          <LastBackup state={state} />
          <Rules state={state} />
          {list && <BackupList list={list} />}
        </>
      )}
    </section>
  )
}
