import { message } from '#shared/model/identity'
import { importRun, listen, request } from '../../bridge'
import {
  type MergeDone,
  mergeProject,
  planMerge,
  readPackage,
  readTouches,
  reasonOf,
  type Session,
  StorageError,
} from '../../storage'
import { notify } from '../../workbench'
import { forget, mergeState, type OpenedPackage, type Prepared, type Working, work } from './state'

/** What main says where the user ended the check of the package. */
const GIVEN_UP = 'errors.package.cancelled'

const fail = (error: unknown): void => void notify('error', reasonOf(error, 'project.write.failed'))

async function journalPage(token: string, after: number, limit: number) {
  const answer = await request('package:journal', { token, after, limit })
  if (!answer.ok) throw new StorageError(answer.error)
  return answer.value
}

/** Ends the reading and the comparison that are under way. */
let preparing = new AbortController()

/** Tells how far a part of the preparation is, and ends it where the user gave it up. */
function telling(type: Working['type'], signal: AbortSignal): (done: number, total: number) => void {
  work(type)
  return (done, total) => {
    signal.throwIfAborted()
    work(type, done, total)
  }
}

async function prepare(session: Session, opened: OpenedPackage, signal: AbortSignal): Promise<Prepared> {
  const theirs = await readPackage(
    session.db,
    (after, limit) => journalPage(opened.token, after, limit),
    telling('reading', signal),
  )
  const touches = await readTouches(session.db, telling('recalling', signal))
  const input = { package: theirs, touches, theirProject: opened.manifest.project.id }
  const plan = await planMerge(session, input, {}, telling('planning', signal))
  signal.throwIfAborted()
  return { opened, input, plan }
}

/** Lets the user choose a package and works out what merging it would do. Nothing is written yet. */
export async function choosePackage(session: Session): Promise<void> {
  if (mergeState.getState().working) return
  await closePackage()
  work('opening')
  const stop = listen('package:progress', ({ token, step, done, total }) => {
    if (token === null && step === 'verify') work('opening', done, total)
  })
  const answer = await request('package:open', null)
  stop()
  if (!answer.ok && answer.error.key !== GIVEN_UP) notify('error', answer.error)
  if (!answer.ok || !answer.value) return forget()
  preparing = new AbortController()
  const { signal } = preparing
  try {
    const prepared = await prepare(session, answer.value, signal)
    mergeState.setState({ working: null, prepared, selected: prepared.plan.conflicts[0]?.id ?? null })
  } catch (error) {
    await request('package:close', { token: answer.value.token })
    forget()
    if (!signal.aborted) fail(error)
  }
}

/** Gives up what is done with the package before anything is to settle; nothing has been written. */
export function stopPreparing(): void {
  // The check is main's, whose answer then says so.
  if (mergeState.getState().working?.type === 'opening') void request('package:stop', null)
  else preparing.abort()
}

/** Gives the merge up; nothing of it is in the project. */
export async function closePackage(): Promise<void> {
  const { prepared } = mergeState.getState()
  forget()
  if (!prepared) return
  const closed = await request('package:close', { token: prepared.opened.token })
  if (!closed.ok) notify('error', closed.error)
}

/**
 * Imports originals from the package and waits for the end.
 * @returns how many could not be imported
 * @throws StorageError when main refuses
 */
async function importOriginals(token: string, hashes: readonly string[]): Promise<number> {
  if (hashes.length === 0) return 0
  work('importing', 0, hashes.length)
  const ended = await importRun(() => request('package:import', { token, hashes: [...hashes] }), {
    told: (done, total) => work('importing', done, total),
  })
  if (!ended.ok) throw new StorageError(ended.error)
  return ended.value.failed
}

function tell(name: string, { entry, left }: MergeDone): void {
  const all = entry?.changes.length ?? 0
  const changes = entry?.changes.filter(({ table }) => table !== 'mergeDecisions').length ?? 0
  if (changes === 0 && left === 0 && all > 0) notify('success', message('merge.remembered', { name, count: all }))
  else if (changes === 0 && left === 0) notify('info', message('merge.unchanged', { name }))
  else if (left > 0) notify('warning', message('merge.doneLeft', { name, changes, left }))
  else notify('success', message('merge.done', { name, changes }))
}

/** Merges what was prepared, as it was settled: one step to undo. */
export async function mergeNow(session: Session): Promise<void> {
  const { prepared, working, settled } = mergeState.getState()
  if (!prepared || working) return
  const { opened, input, plan } = prepared
  const { name } = opened.manifest.project
  try {
    const failed = await importOriginals(opened.token, plan.absent)
    if (failed > 0) notify('warning', message('merge.importFailed', { count: failed }))
    work('merging')
    const earlier = new Map(plan.conflicts.flatMap((one) => (one.earlier ? [[one.id, one.earlier]] : [])))
    tell(name, await mergeProject(session, input, { settled, earlier }, message('merge.step', { name })))
    mergeState.setState({ working: null })
    await closePackage()
  } catch (error) {
    // What was settled stays: the user can try again.
    mergeState.setState({ working: null })
    fail(error)
  }
}
