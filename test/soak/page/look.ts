import type { ImportProgress } from '#shared/ipc/imports'
import { checkIntegrity } from '../../../renderer/storage/integrity/integrity'
import { markOf } from '../canonical'
import { ask, tell } from './ask'
import { COMPARED, type Compared, type Seen } from './protocol'
import { findSession, sessionOf } from './session'

const LOOK_AGAIN = 20
const pause = (): Promise<void> => new Promise((done) => setTimeout(done, LOOK_AGAIN))

/** Says what is acknowledged from now on: every step of this window's session, and every imported file. */
export function listen(): void {
  const session = sessionOf()
  for (const name of ['write', 'writeInParts', 'undo', 'redo'] as const) {
    const original = session[name].bind(session) as (...args: unknown[]) => ReturnType<typeof session.undo>
    Reflect.set(session, name, async (...args: unknown[]) => {
      const entry = await original(...args)
      if (entry) tell({ what: 'entry', sequence: entry.sequence, mark: markOf(entry) })
      return entry
    })
  }
  window.duibiao?.on('import:progress', (payload) => {
    const { mode, lines } = payload as ImportProgress
    for (const { hash, name, outcome } of lines)
      if (mode === 'import' && outcome.status === 'imported' && hash) tell({ what: 'imported', hash, name })
      else if (outcome.status === 'failed') tell({ what: 'failed', message: `${name}: ${outcome.reason.key}` })
  })
}

/** Waits until the project is open and nothing is under way; an import that was cut off goes on or is given up. */
export async function rest(resume: boolean): Promise<void> {
  while (!findSession()) await pause()
  const { status } = sessionOf()
  if ((await ask('import:interrupted', null)) !== null) await ask(resume ? 'import:resume' : 'import:discard', null)
  const busy = async () => {
    const { pending, refreshing } = status.getState()
    // What the journal refused once is sent again by a flush only: it fails, or nothing is pending after it.
    if (pending > 0) await sessionOf().flush()
    return pending > 0 || refreshing !== null || (await ask('import:status', null)) !== null
  }
  while (await busy()) await pause()
  await sessionOf().flush()
}

/** What the project has. */
export async function look(): Promise<Seen> {
  const { db } = sessionOf()
  const originals = await ask('project:check', null)
  const { findings } = await checkIntegrity(db, { originals })
  const marks = async (table: Compared) =>
    Object.fromEntries((await db.table<{ id: string }>(table).toArray()).map((record) => [record.id, markOf(record)]))
  const records = Object.fromEntries(await Promise.all(COMPARED.map(async (table) => [table, await marks(table)])))
  const { projects } = await ask('project:list', null)
  // The program makes backups by itself, too: what is being written is nothing left.
  while ((await ask('backup:state', null)).running) await pause()
  return {
    last: Number((await db.meta.get('lastSequence'))?.value ?? 0),
    records: records as Seen['records'],
    projects: projects.map(({ id }) => id),
    sources: (await db.sources.toCollection().primaryKeys()).sort(),
    findings: findings.map(({ kind, table, key, label }) => `${kind} ${table} ${key} ${label}`),
  }
}
