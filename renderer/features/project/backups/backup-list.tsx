import { Button, Modal, Progress } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listen, request } from '../../../bridge'
import { notify } from '../../../workbench'
import { GIVEN_UP, type PackageStep } from '../packages/state'
import { figuresOf, sizeText, timeText } from '../projects/measures'
import styles from '../projects/projects.module.css'
import type { ListedBackup } from './use-backups'

/** Lines that are shown at first; a folder may hold hundreds. */
const FIRST = 10

function Restore({ backup, onClose }: { backup: ListedBackup; onClose: () => void }) {
  const { t, i18n } = useTranslation()
  const [working, setWorking] = useState(false)
  const [at, setAt] = useState<PackageStep | null>(null)
  const go = async () => {
    setWorking(true)
    const stop = listen('package:progress', ({ token, ...told }) => {
      if (token === null) setAt(told)
    })
    const answer = await request('backup:restore', { file: backup.file })
    stop()
    if (!answer.ok && answer.error.key !== GIVEN_UP) notify('error', answer.error)
    onClose()
  }
  const leave = () => (working ? void request('package:stop', null) : onClose())
  return (
    <Modal
      open
      title={t('projects.backup.restoreTitle', { name: backup.project.name })}
      width={460}
      mask={{ closable: false }}
      onCancel={leave}
      footer={[
        // Another button once it works, so that the keys go on to it.
        <Button key={working ? 'stop' : 'cancel'} autoFocus={working} onClick={leave}>
          {t('projects.cancel')}
        </Button>,
        !working && (
          <Button key="restore" type="primary" autoFocus onClick={go}>
            {t('projects.backup.restore')}
          </Button>
        ),
      ]}
    >
      <p>{t('projects.backup.restoreHint', { at: timeText(backup.at, i18n.language) })}</p>
      {working && (
        <>
          <p role="status">{t(`projects.package.step.${at?.step ?? 'begin'}`)}</p>
          <Progress
            percent={at ? Math.round((100 * at.done) / Math.max(1, at.total)) : 0}
            aria-label={t('projects.backup.restore')}
          />
        </>
      )}
    </Modal>
  )
}

/** The backups that lie in the folder, the newest first, with what each holds. */
export function BackupList({ list }: { list: readonly ListedBackup[] }) {
  const { t, i18n } = useTranslation()
  const [all, setAll] = useState(false)
  const [chosen, setChosen] = useState<ListedBackup | null>(null)
  const shown = all ? list : list.slice(0, FIRST)
  if (list.length === 0) return null
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('projects.backup.at')}</th>
            <th scope="col">{t('projects.name')}</th>
            <th scope="col">{t('projects.package.holds')}</th>
            <td className={styles.actions} />
          </tr>
        </thead>
        <tbody>
          {shown.map((backup) => (
            <tr key={backup.file}>
              <th scope="row" className={styles.time}>
                {timeText(backup.at, i18n.language)}
              </th>
              <th scope="row">
                {backup.project.name}
                {!backup.whole && <span className={styles.bad}> {t('projects.backup.notWhole')}</span>}
              </th>
              <td className={styles.holds}>
                {t('projects.package.counts', {
                  ...figuresOf(backup.counts),
                  size: sizeText(backup.bytes, i18n.language),
                })}
              </td>
              <td className={styles.actions}>
                <Button
                  aria-label={t('projects.backup.restoreNamed', {
                    name: backup.project.name,
                    at: timeText(backup.at, i18n.language),
                  })}
                  onClick={() => setChosen(backup)}
                >
                  {t('projects.backup.restore')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {list.length > FIRST && !all && (
        <Button type="link" onClick={() => setAll(true)}>
          {t('projects.backup.all', { count: list.length })}
        </Button>
      )}
      {chosen && <Restore backup={chosen} onClose={() => setChosen(null)} />}
    </>
  )
}
