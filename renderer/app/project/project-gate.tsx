import { Button, Modal, Progress } from 'antd'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { currentAuthor, onPreferences, request } from '../../bridge'
import { SessionProvider } from '../../storage'
import { notify } from '../../workbench'
import { ErrorReport } from '../errors/error-report'
import { Workbench } from '../layout/workbench'
import { NoticeList } from '../notices/notice-list'
import { beginOpening, type Opening, type OpenState, type Securing, tellSecuring } from './open'
import styles from './project-gate.module.css'

const BUSY = new Set<OpenState['step']>(['opening', 'securing', 'rebuilding'])

const HINTS = { securing: 'app.project.securingHint', rebuilding: 'app.project.rebuildingHint' } as const

/** What is being done before a project can be used, and how far it is. */
function ProgressCard({ state }: { state: Extract<OpenState, { step: keyof typeof HINTS }> }) {
  const { t } = useTranslation()
  const percent = Math.round((100 * state.done) / Math.max(1, state.total))
  return (
    <div className={styles.card} role="status">
      <h1 className={styles.title}>{t(state.message.key, state.message.params)}</h1>
      <Progress percent={percent} showInfo={false} aria-label={t('app.project.progress', { percent })} />
      {state.step === 'rebuilding' && state.files > 0 && (
        <p className="db-figures">{t('app.project.files', { count: state.files })}</p>
      )}
      <p className={styles.quiet}>{t(HINTS[state.step])}</p>
    </div>
  )
}

/**
 * The same over the workbench: another project is being opened that an older version has written. This one is closed
 * already, and the window starts anew once the other is open.
 */
function SecuringOver() {
  const [state, setState] = useState<Securing | null>(null)
  useEffect(() => tellSecuring(setState), [])
  if (!state) return null
  return (
    <Modal open closable={false} footer={null} keyboard={false} mask={{ closable: false }} width={528}>
      <ProgressCard state={state} />
    </Modal>
  )
}

/**
 * Shows the workbench once the project is open; until then what is going on, or why it can't be opened.
 * @param first the opening that has begun
 */
export function ProjectGate({ first }: { first: Opening }) {
  const { t } = useTranslation()
  const [opening, setOpening] = useState(first)
  const state = useSyncExternalStore(opening.subscribe, opening.known)
  const session = state.step === 'ready' ? state.session : null
  useEffect(() => {
    if (!session) return
    // Only now is there someone who hears of what waited: files of the command line, an import under way.
    void request('window:ready', null).then((result) => {
      if (!result.ok) notify('error', result.error)
    })
    return onPreferences(() => {
      session.author = currentAuthor()
    })
  }, [session])

  if (session)
    return (
      <SessionProvider session={session}>
        <Workbench project={session.project.id} />
        <SecuringOver />
      </SessionProvider>
    )
  return (
    <>
      <main className={styles.page} aria-busy={BUSY.has(state.step)}>
        {state.step === 'opening' && <p className={styles.quiet}>{t('app.project.opening')}</p>}
        {(state.step === 'rebuilding' || state.step === 'securing') && <ProgressCard state={state} />}
        {state.step === 'newer' && (
          <div className={styles.card} role="alert">
            <h1 className={styles.title}>{t('app.project.newer')}</h1>
            <p className="db-selectable">{t(state.message.key, state.message.params)}</p>
            <Button onClick={() => window.location.reload()}>{t('app.error.reload')}</Button>
          </div>
        )}
        {state.step === 'failed' && (
          <ErrorReport
            titleKey="app.error.start"
            message={state.message}
            error={state.error}
            onRetry={() => setOpening(beginOpening())}
          />
        )}
      </main>
      <NoticeList />
    </>
  )
}
