import { message } from '#shared/model/identity'
import { listen, request } from '../../../bridge'
import { countTexts, packageMembers, presentSequence, reasonOf, type Session, StorageError } from '../../../storage'
import { notify } from '../../../workbench'
import { GIVEN_UP, isSaving, packageWork, setPackageWork } from './state'

/** Why a journal takes no entry, though the disk does: room would mend nothing. */
const REFUSED_BY_RULE = new Set(['gap', 'conflict', 'closed', 'damaged'].map((rule) => `errors.journal.${rule}`))

/** The work was given up by the user: nothing is to be said of it. */
class GivenUp extends Error {}

/** Shows how far the package of a token is, until the function is called that is returned. */
export function followPackage(token: string | null): () => void {
  return listen('package:progress', ({ token: told, ...at }) => {
    const work = packageWork()
    if (told === token && work && 'at' in work) setPackageWork({ ...work, at })
  })
}

/**
 * Hands in what only the window can read: texts and records, as they are at one point of the history.
 * @returns the sequence of that point; null where the disk refuses writes and nothing is handed in: journal and originals
 * are then what the package has
 */
async function handIn(session: Session, token: string): Promise<number | null> {
  try {
    await session.flush()
  } catch (error) {
    if (error instanceof StorageError && REFUSED_BY_RULE.has(error.reason.key)) throw error
    return null
  }
  const last = await presentSequence(session.db)
  const total = await countTexts(session.db)
  const told = (done: number) => {
    if (isSaving(token)) setPackageWork({ type: 'saving', token, at: { step: 'texts', done, total } })
  }
  for await (const piece of packageMembers(session.db, told)) {
    if (!isSaving(token)) throw new GivenUp()
    const taken = await request('package:member', { token, ...piece })
    if (!taken.ok) throw new StorageError(taken.error)
  }
  return last
}

/**
 * Writes the package, from what was handed in, journal and originals.
 * @param last sequence at which the records stand: what is done meanwhile is not in the package. Null for what is on
 * disk, without what the disk refuses
 * @param partial saves it even when originals are missing
 */
export async function finishPackage(token: string, last: number | null, partial: boolean): Promise<void> {
  setPackageWork({ type: 'saving', token, at: null })
  const stop = followPackage(token)
  const answer = await request('package:finish', { token, last, partial })
  stop()
  if (!isSaving(token)) return
  if (answer.ok) {
    setPackageWork(null)
    const { saved, missing } = answer.value
    if (last === null) notify('warning', message('projects.package.savedBehind', { name: saved }))
    if (missing.length > 0)
      notify('warning', message('projects.package.savedPartly', { name: saved, count: missing.length }))
    else if (last !== null) notify('success', message('projects.package.saved', { name: saved }))
    return
  }
  if (answer.error.key === 'errors.package.originalsMissing')
    return setPackageWork({ type: 'incomplete', token, last, message: answer.error })
  setPackageWork(null)
  if (answer.error.key !== GIVEN_UP) notify('error', answer.error)
}

/** Saves the open project as a package where the user says. */
export async function savePackage(session: Session): Promise<void> {
  if (packageWork()) return
  const begun = await request('package:begin', { name: session.project.name })
  if (!begun.ok) return void notify('error', begun.error)
  if (!begun.value) return
  const { token, file } = begun.value
  setPackageWork({ type: 'saving', token, at: null })
  try {
    const last = await handIn(session, token)
    if (!isSaving(token)) return
    if (last !== null && (await presentSequence(session.db)) !== last)
      throw new StorageError(message('projects.package.changed', { name: file }))
    await finishPackage(token, last, false)
  } catch (error) {
    // What fails after the user has given it up follows from that.
    const given = error instanceof GivenUp || !isSaving(token)
    if (isSaving(token)) setPackageWork(null)
    await request('package:cancel', { token })
    if (!given) notify('error', reasonOf(error, 'projects.package.failed', { name: file }))
  }
}

/** Gives up what is being written or checked. */
export async function cancelPackage(): Promise<void> {
  const work = packageWork()
  // Main's answer ends it: the work may be over already.
  if (work?.type === 'opening' || work?.type === 'adopting') return void (await request('package:stop', null))
  setPackageWork(null)
  const token = work && 'token' in work ? work.token : work?.type === 'opened' ? work.opened.token : null
  if (token) await request(work?.type === 'opened' ? 'package:close' : 'package:cancel', { token })
}
