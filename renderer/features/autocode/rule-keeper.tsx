import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { hasEnded } from '#shared/ipc/imports'
import { listen, request } from '../../bridge'
import { useSession } from '../../storage'
import { StatusButton } from '../../ui/status-button'
import { scanClientOf } from '../../workers/scan/client'
import { openAutocode } from './actions'
import { runningStore, runRulesOnImports } from './on-import'

/**
 * Runs the rules that want it after each import, and when the project is opened, over what an import left that the
 * program did not live to code. Draws nothing.
 */
export function RuleKeeper() {
  const session = useSession()
  useEffect(() => {
    const ending = new AbortController()
    const run = () => void runRulesOnImports(session, scanClientOf(session.project.id), ending.signal)
    const stop = listen('import:progress', (progress) => {
      if (progress.mode === 'import' && hasEnded(progress)) run()
    })
    void request('import:status', null).then((status) => {
      // One that is under way runs them at its end.
      const isImporting = status.ok && status.value?.mode === 'import' && !hasEnded(status.value)
      if (!isImporting && !ending.signal.aborted) run()
    })
    return () => {
      stop()
      ending.abort(new Error('the project is closed'))
    }
  }, [session])
  return null
}

/** Status bar: the rule that codes what was imported. */
export function RuleStatus() {
  const { t } = useTranslation()
  const running = useStore(runningStore, (state) => state.running)
  if (!running) return null
  const words = t('autocode.rules.running', { ...running })
  return (
    <StatusButton label={t('autocode.command.show')} onClick={openAutocode}>
      <span className="db-figures">{words}</span>
    </StatusButton>
  )
}
