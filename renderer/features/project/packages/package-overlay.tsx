import { Button, Input, Modal, Progress } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../../storage'
import { registerCommands, runCommand } from '../../../workbench'
import { figuresOf, sizeText, timeText } from '../projects/measures'
import styles from '../projects/projects.module.css'
import { packageCommands } from './commands'
import { adoptPackage } from './open-package'
import { cancelPackage, finishPackage } from './save-package'
import { type OpenedPackage, type PackageWork, usePackageWork } from './state'

function Working({ work }: { work: Extract<PackageWork, { at: unknown }> }) {
  const { t } = useTranslation()
  const { type, at } = work
  const percent = at ? Math.round((100 * at.done) / Math.max(1, at.total)) : 0
  // The dialog of the system is open before main has said anything.
  if (type === 'opening' && !at) return null
  return (
    <Modal
      open
      title={t(`projects.package.${type}`)}
      width={420}
      mask={{ closable: false }}
      onCancel={() => void cancelPackage()}
      footer={
        <Button autoFocus onClick={() => void cancelPackage()}>
          {t('projects.cancel')}
        </Button>
      }
    >
      <p>{at ? t(`projects.package.step.${at.step}`) : t('projects.package.step.begin')}</p>
      <Progress percent={percent} aria-label={t(`projects.package.${type}`)} />
    </Modal>
  )
}

function Incomplete({ work }: { work: Extract<PackageWork, { type: 'incomplete' }> }) {
  const { t } = useTranslation()
  return (
    <Modal
      open
      title={t('projects.package.incomplete')}
      width={460}
      okText={t('projects.package.savePartly')}
      cancelText={t('projects.cancel')}
      onOk={() => void finishPackage(work.token, work.last, true)}
      onCancel={() => void cancelPackage()}
    >
      <p>{t(work.message.key, work.message.params)}</p>
      <p>{t('projects.package.incompleteHint')}</p>
    </Modal>
  )
}

function Opened({ opened }: { opened: OpenedPackage }) {
  const { t, i18n } = useTranslation()
  const { token, manifest, file, here } = opened
  const told = manifest.project.name
  // Two projects of one name could not be told apart in the list.
  const [name, setName] = useState(here ? t('projects.copyOf', { name: told }) : told)
  const { counts } = manifest
  const adopt = () => name.trim() !== '' && void adoptPackage(token, name.trim())
  return (
    <Modal
      open
      title={t('projects.package.opened', { file })}
      width={520}
      onCancel={() => void cancelPackage()}
      footer={[
        <Button key="cancel" onClick={() => void cancelPackage()}>
          {t('projects.cancel')}
        </Button>,
        <Button key="adopt" type="primary" disabled={name.trim() === ''} onClick={adopt}>
          {t('projects.package.adopt')}
        </Button>,
      ]}
    >
      <dl className={styles.facts}>
        <dt>{t('projects.name')}</dt>
        <dd className="db-selectable">{manifest.project.name}</dd>
        <dt>{t('projects.package.madeAt')}</dt>
        <dd>{timeText(manifest.madeAt, i18n.language)}</dd>
        <dt>{t('projects.package.holds')}</dt>
        <dd>{t('projects.package.counts', { ...figuresOf(counts), size: sizeText(manifest.bytes, i18n.language) })}</dd>
      </dl>
      {here && <p className={styles.hint}>{t('projects.package.here')}</p>}
      {manifest.missing.length > 0 && (
        <p className={styles.bad}>{t('projects.package.lacks', { count: manifest.missing.length })}</p>
      )}
      <p>{t('projects.package.adoptHint')}</p>
      <Input
        autoFocus
        value={name}
        maxLength={100}
        aria-label={t('projects.name')}
        onChange={(event) => setName(event.target.value)}
        onPressEnter={(event) => {
          // The rest of the key would go to the button that the next dialog has in focus, and end what was begun.
          event.preventDefault()
          adopt()
        }}
      />
      <p className={styles.hint}>
        {t('projects.package.mergeHint')}{' '}
        <Button type="link" onClick={() => void cancelPackage().then(() => runCommand('view.merge'))}>
          {t('projects.package.merge')}
        </Button>
      </p>
    </Modal>
  )
}

/** Commands of packages, and what is under way with one. */
export function PackageOverlay() {
  const session = useSession()
  const work = usePackageWork()
  useEffect(() => registerCommands(packageCommands(session)), [session])
  if (!work) return null
  if (work.type === 'incomplete') return <Incomplete work={work} />
  if (work.type === 'opened') return <Opened key={work.opened.token} opened={work.opened} />
  return <Working work={work} />
}
