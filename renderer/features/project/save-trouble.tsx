import { Button, Modal } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Message } from '#shared/model/identity'
import { preferences, request } from '../../bridge'
import { reasonOf, useSession } from '../../storage'
import { notify, runCommand } from '../../workbench'

/** While something is not saved, a window that closes asks first; main puts the question (`will-prevent-unload`). */
function useGuard(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [unsaved])
}

/** Nothing of the user's texts: what failed, how much waits, and what the program runs on. */
function detailsOf(what: string, { key }: Message, pending: number): string {
  const { info } = preferences()
  const runtime = info ? `Duibiao ${info.version} · Electron ${info.electron} · ${info.platform}` : ''
  return [what, `${key} · ${pending}`, runtime, new Date().toISOString()].filter(Boolean).join('\n')
}

/** What could not be saved and why, that it is kept, and the ways out. */
export function SaveTrouble({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const session = useSession()
  const { pending, failed } = useStore(session.status)
  const [trying, setTrying] = useState(false)
  useGuard(failed !== null)
  if (!failed) return null
  const what = t(failed.key, failed.params)
  const again = async () => {
    setTrying(true)
    await session.flush().catch((error: unknown) => notify('error', reasonOf(error, 'project.write.failed')))
    setTrying(false)
  }
  const copy = async () => {
    const copied = await request('clipboard:write', { text: detailsOf(what, failed, pending) })
    if (!copied.ok) notify('error', copied.error)
  }
  const elsewhere = () => {
    onClose()
    runCommand('package.save')
  }
  return (
    <Modal
      open={open}
      title={t('app.save.trouble')}
      width={480}
      onCancel={onClose}
      footer={[
        <Button key="copy" onClick={copy}>
          {t('app.save.copy')}
        </Button>,
        <Button key="package" onClick={elsewhere}>
          {t('app.save.elsewhere')}
        </Button>,
        <Button key="again" type="primary" loading={trying} onClick={again}>
          {t('app.save.retry')}
        </Button>,
      ]}
    >
      <p className="db-selectable">{what}</p>
      <p>{t('app.save.kept', { count: pending })}</p>
      <p role="status">{t(trying ? 'app.save.trying' : 'app.save.waysOut')}</p>
    </Modal>
  )
}
