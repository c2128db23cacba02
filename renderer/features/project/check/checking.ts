import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { message } from '#shared/model/identity'
import { listen, request } from '../../../bridge'
import {
  checkIntegrity,
  type IntegrityReport,
  reasonOf,
  repairIntegrity,
  type Session,
  StorageError,
} from '../../../storage'
import { notify } from '../../../workbench'

/** How a check stands: of the originals on disk first, then of the database. */
export interface Checking {
  phase: 'originals' | 'database' | 'repair' | null
  done: number
  total: number
  report: IntegrityReport | null
}

const store = createStore<Checking>(() => ({ phase: null, done: 0, total: 0, report: null }))
let running = new AbortController()

export const useChecking = (): Checking => useStore(store)

/** Ends the check that runs. */
export const stopChecking = (): void => running.abort()

async function lookAtOriginals() {
  const stop = listen('project:checked', (at) => store.setState({ phase: 'originals', ...at }))
  const answer = await request('project:check', null).finally(stop)
  if (!answer.ok) throw new StorageError(answer.error)
  return answer.value
}

/** Looks at the whole project; null when it was ended. */
async function look(session: Session): Promise<IntegrityReport | null> {
  const { signal } = running
  store.setState({ phase: 'originals', done: 0, total: 0 })
  const originals = await lookAtOriginals()
  if (signal.aborted) return null
  const told = (done: number, total: number) => store.setState({ phase: 'database', done, total })
  return checkIntegrity(session.db, { originals, told, signal })
}

async function during(work: () => Promise<void>): Promise<void> {
  if (store.getState().phase !== null) return
  running = new AbortController()
  try {
    await work()
  } catch (error) {
    if (!running.signal.aborted) notify('error', reasonOf(error, 'projects.check.failed'))
  } finally {
    store.setState({ phase: null })
  }
}

/**
 * Checks the whole project.
 * @param quiet says nothing where all is well: a check that nobody asked for
 */
export const checkProject = (session: Session, quiet = false): Promise<void> =>
  during(async () => {
    const report = await look(session)
    if (!report) return
    store.setState({ report })
    const count = report.findings.length
    if (count > 0) notify('warning', message('projects.check.found', { count }))
    else if (!quiet) notify('success', message('projects.check.sound'))
  })

/** Repairs what the last check found, and looks again. */
export const repairProject = (session: Session): Promise<void> =>
  during(async () => {
    const before = store.getState().report?.findings ?? []
    store.setState({ phase: 'repair', done: 0, total: 0 })
    await repairIntegrity(session, before)
    const report = await look(session)
    if (!report) return
    store.setState({ report })
    const repaired = before.filter(
      ({ kind, table, key }) =>
        !report.findings.some((left) => left.kind === kind && left.table === table && left.key === key),
    )
    const left = report.findings.length
    notify(left > 0 ? 'warning' : 'success', message('projects.check.repaired', { count: repaired.length, left }))
  })
