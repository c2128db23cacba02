import { Input, Modal } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '../../../bridge'
import { notify } from '../../../workbench'
import { type Asking, ask, type Naming, type Removal, useAsking } from './asking'
import { eraseProject, removeProject } from './change'

/** Does what was asked for under a name; false when main refused, and said why. */
async function doNamed(asking: Naming, name: string): Promise<boolean> {
  const answer =
    asking.type === 'create'
      ? await request('project:create', { name })
      : await request(asking.type === 'rename' ? 'project:rename' : 'project:duplicate', {
          id: asking.project.id,
          name,
        })
  if (!answer.ok) notify('error', answer.error)
  return answer.ok
}

function NameDialog({ asking }: { asking: Naming }) {
  const { t } = useTranslation()
  const before = 'project' in asking ? asking.project.name : ''
  const [name, setName] = useState(asking.type === 'duplicate' ? t('projects.copyOf', { name: before }) : before)
  const [working, setWorking] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const trimmed = name.trim()
  const go = async () => {
    if (trimmed === '' || working) return
    setWorking(true)
    const done = await doNamed(asking, trimmed)
    setWorking(false)
    if (done) ask(null)
  }
  return (
    <Modal
      open
      title={t(`projects.${asking.type}.title`)}
      width={420}
      okText={t(`projects.${asking.type}.confirm`)}
      cancelText={t('projects.cancel')}
      okButtonProps={{ disabled: trimmed === '', loading: working }}
      afterOpenChange={(open) => open && field.current?.select()}
      onOk={go}
      onCancel={() => ask(null)}
    >
      <p>{t(`projects.${asking.type}.hint`)}</p>
      <Input
        ref={(input) => {
          field.current = input?.input ?? null
        }}
        value={name}
        maxLength={100}
        aria-label={t('projects.name')}
        onChange={(event) => setName(event.target.value)}
        onPressEnter={go}
      />
    </Modal>
  )
}

function RemovalDialog({ asking }: { asking: Removal }) {
  const { t } = useTranslation()
  const { id, name } = asking.project
  const [typed, setTyped] = useState('')
  const erases = asking.type === 'erase'
  const go = async () => {
    ask(null)
    if (erases) await eraseProject(id)
    else await removeProject(id, name)
  }
  return (
    <Modal
      open
      title={t(`projects.${asking.type}.title`, { name })}
      width={440}
      okText={t(`projects.${asking.type}.confirm`)}
      cancelText={t('projects.cancel')}
      okButtonProps={{ danger: true, autoFocus: !erases, disabled: erases && typed.trim() !== name }}
      onOk={go}
      onCancel={() => ask(null)}
    >
      <p>{t(`projects.${asking.type}.hint`)}</p>
      {erases && (
        <>
          <p>{t('projects.erase.type', { name })}</p>
          <Input
            autoFocus
            value={typed}
            aria-label={t('projects.erase.type', { name })}
            onChange={(event) => setTyped(event.target.value)}
            onPressEnter={() => typed.trim() === name && go()}
          />
        </>
      )}
    </Modal>
  )
}

const isRemoval = (asking: Asking): asking is Removal => asking.type === 'remove' || asking.type === 'erase'

/** The question that the user is being asked about a project. */
export function ProjectQuestion() {
  const asking = useAsking()
  // A question that was open when the window went away is not asked in the next one.
  useEffect(() => () => ask(null), [])
  if (!asking) return null
  return isRemoval(asking) ? <RemovalDialog asking={asking} /> : <NameDialog key={asking.type} asking={asking} />
}
