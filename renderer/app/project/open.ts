import type { Input, Output } from '#shared/ipc/contract'
import { type Message, message } from '#shared/model/identity'
import { currentAuthor, listen, request } from '../../bridge'
import { checkProject } from '../../features/project'
import {
  DataVersionError,
  type JournalPort,
  openSession,
  reasonOf,
  type Session,
  untilIdle,
  untilPresent,
} from '../../storage'
import { notify } from '../../workbench'
import { OpenError, restoreOriginals } from './restore'

/** How far the package is that is kept of an older project. */
export interface Securing {
  step: 'securing'
  message: Message
  done: number
  total: number
}

/** How opening the project stands. */
export type OpenState =
  | { step: 'opening' }
  /** A package is kept of a project that an older version has written, then its records are updated. */
  | Securing
  | { step: 'rebuilding'; message: Message; done: number; total: number; files: number }
  | { step: 'ready'; session: Session }
  | { step: 'newer'; message: Message }
  | { step: 'failed'; message: Message; error: unknown }

async function ask<C extends 'project:open' | 'journal:append' | 'journal:read'>(
  channel: C,
  input: Input<C>,
): Promise<Output<C>> {
  const result = await request(channel, input)
  if (!result.ok) throw new OpenError(result.error)
  return result.value
}

const journalOf = (project: string): JournalPort => ({
  append: (entries) => ask('journal:append', { project, entries }),
  read: (after, limit) => ask('journal:read', { project, after, limit }),
})

/**
 * An importer that dies between its database write and its answer leaves a gap in the journal. Main says so, and the
 * entries are sent from the database; a failure shows as every failed save does.
 */
function sendWhatMainMisses(session: Session): void {
  listen('journal:behind', () => {
    session.flush().catch(() => undefined)
  })
}

/**
 * The importer came upon an emptied database and waits. The user hears of it as of a write that the disk refused, and
 * after the retry the import goes on.
 */
function letHeldImportsGoOn(session: Session): void {
  listen('import:held', ({ run, last }) => {
    untilPresent(session, last)
      .then(() => request('import:pause', { run, paused: false }))
      .catch((error: unknown) => notify('error', reasonOf(error, 'project.write.failed')))
  })
}

/**
 * Tells how far main is with the package that it keeps of an older project, null where that has failed; behind it the
 * records are updated.
 * @returns the function that ends it
 */
export const tellSecuring = (tell: (state: Securing | null) => void): (() => void) =>
  listen('project:securing', ({ step, done, total }) => {
    if (step === 'failed') return tell(null)
    const over = step === 'verify' && done === total
    const params = { done, total, percent: Math.round((100 * done) / Math.max(1, total)) }
    // Reading back is as far again as writing.
    const at = step === 'originals' ? { done, total: 2 * total } : { done: total + done, total: 2 * total }
    tell({ step: 'securing', message: message(`app.project.securing.${over ? 'records' : step}`, params), ...at })
  })

/** While an import runs, the database is always a little ahead of the journal. */
async function isImporting(): Promise<boolean> {
  const status = await request('import:status', null)
  return status.ok && status.value !== null
}

function tellMissing(names: readonly string[]): void {
  if (names.length === 0) return
  const params = { count: names.length, names: names.slice(0, 3).join(' ') }
  notify('error', message('project.rebuild.missing', params), names.join('\n'))
}

/** Has sources read again that lost their texts after an opening saw all of them; a failure leaves the project open. */
async function giveTextsBack(session: Session): Promise<void> {
  try {
    tellMissing(await session.restoreTexts())
  } catch (error) {
    // A project that is closed meanwhile needs none.
    if (session.db.isOpen()) notify('error', reasonOf(error, 'app.project.texts'))
  }
}

/** The program ended in the middle of something: all of it is looked at, behind the open project. */
function checkAfterCrash(session: Session): Promise<void> {
  notify('info', message('projects.check.crashed'))
  return checkProject(session)
}

/**
 * Opens the current project and tells how it goes. What had to be mended on the way is said in a notice. Never
 * throws: a failure is a state.
 */
async function openProject(tell: (state: OpenState) => void): Promise<void> {
  const stopTelling = tellSecuring((state) => state && tell(state))
  try {
    const { project, last, torn, damage, mended, crashed, fresh } = await ask('project:open', null).finally(stopTelling)
    let at = { message: message('project.rebuild.progress', { done: 0, total: last }), done: 0, total: last }
    let files = 0
    // What is read again later, after an undo or with other topics, goes on behind the open project.
    let opened = false
    let hidden = false
    const rebuilding = () => {
      if (opened) return
      hidden = true
      tell({ step: 'rebuilding', ...at, files })
    }
    const { session, outcome } = await openSession({
      project,
      journal: journalOf(project.id),
      journalLast: last,
      journalDamage: damage,
      author: currentAuthor(),
      restore: (originals) => {
        files = 0
        rebuilding()
        return restoreOriginals(originals, (done) => {
          files = done
          rebuilding()
        })
      },
      onProgress: (progress) => {
        at = progress
        rebuilding()
      },
    })
    if (torn > 0) notify('warning', message('app.project.torn', { count: torn }))
    for (const what of mended) notify('warning', what)
    if (damage) notify('warning', message('app.project.journalMended', { line: damage.line }))
    else if (outcome.kind === 'rebuilt' && fresh)
      notify('success', message('projects.filled', { entries: outcome.entries, sources: outcome.sources }))
    else if (outcome.kind !== 'same' && !(outcome.kind === 'pushed' && (await isImporting())))
      notify('warning', outcome.message)
    const looked = 'missing' in outcome
    if (looked) tellMissing(outcome.missing ?? [])
    sendWhatMainMisses(session)
    letHeldImportsGoOn(session)
    const ready = () => {
      opened = true
      hidden = false
      tell({ step: 'ready', session })
    }
    ready()
    // A newer program may read more than the one that imported: it looks again behind the open project, once that is
    // drawn.
    const refreshed = untilIdle().then(async () => {
      // A filling has looked for texts that are missing.
      if (!looked) {
        // A library without some of its sources would pass for a whole one: where texts are read, that is shown instead.
        opened = false
        at = {
          ...at,
          message: message('project.rebuild.progress', { done: at.total, total: at.total }),
          done: at.total,
        }
        await giveTextsBack(session)
        opened = true
        if (hidden) ready()
      }
      return session.refresh()
    })
    if (crashed) void refreshed.then(() => checkAfterCrash(session))
  } catch (error) {
    if (error instanceof DataVersionError) return tell({ step: 'newer', message: error.reason })
    const reason = reasonOf(error, 'app.project.failed')
    const newer = reason.key === 'errors.project.newer'
    tell(newer ? { step: 'newer', message: reason } : { step: 'failed', message: reason, error })
  }
}

/** An opening under way. */
export interface Opening {
  /** How it stands. */
  known(): OpenState
  /** Has a listener told whenever it stands otherwise. Returns the function that ends it. */
  subscribe(listener: () => void): () => void
}

/** Begins to open the current project: what waits for main and the disk need not wait for the window to be drawn. */
export function beginOpening(): Opening {
  let state: OpenState = { step: 'opening' }
  const listeners = new Set<() => void>()
  void openProject((next) => {
    state = next
    for (const listener of [...listeners]) listener()
  })
  return {
    known: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
