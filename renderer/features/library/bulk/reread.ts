import { hasEnded, type ImportProgress } from '#shared/ipc/imports'
import { message } from '#shared/model/identity'
import type { JournalEntry, JournalTable } from '#shared/model/journal'
import type { ReadAs } from '#shared/model/source'
import { listen, request } from '../../../bridge'
import type { ProjectDatabase, Session } from '../../../storage'
import { notify } from '../../../workbench'
import { type BulkLine, sourcesOf } from './state'

/** What became of the marks of sources that were read again. */
export interface Carried {
  /** Sources with a new reading. */
  sources: number
  /** Annotations, statements and matters of the user's that stand in the new text. */
  kept: number
  /** Those whose quote was not found there. */
  lost: number
}

const MARKS: ReadonlySet<JournalTable> = new Set(['annotations', 'statements', 'matters'])

const isOrphan = (record: unknown): boolean =>
  typeof record === 'object' && record !== null && Reflect.get(record, 'orphan') === true

/** What journal entries tell of sources that were read again. */
export function carriedIn(entries: readonly JournalEntry[]): Carried {
  const rereads = entries.filter(({ operation }) => operation.key.startsWith('project.history.sourceReread'))
  const marks = rereads.flatMap(({ changes }) =>
    changes.filter(({ table, after }) => MARKS.has(table) && after !== null),
  )
  return {
    sources: rereads.length,
    kept: marks.filter(({ after }) => !isOrphan(after)).length,
    lost: rereads.reduce((sum, { operation }) => sum + Number(operation.params.lost ?? 0), 0),
  }
}

const lastEntry = async (db: ProjectDatabase): Promise<number> =>
  (await db.journalMirror.orderBy('sequence').last())?.sequence ?? 0

async function announce({ db }: Session, after: number, { failed, lines }: ImportProgress): Promise<void> {
  const { sources, kept, lost } = carriedIn(await db.journalMirror.where('sequence').above(after).toArray())
  const failures = lines.flatMap(({ name, outcome }) => (outcome.status === 'failed' ? [name] : []))
  const level = failed > 0 || lost > 0 ? 'warning' : 'success'
  const key = failed > 0 ? 'failed' : lost > 0 ? 'lost' : kept > 0 ? 'kept' : 'done'
  notify(level, message(`library.reread.${key}`, { sources, kept, lost, failed }), failures.join('\n') || undefined)
}

/**
 * Lets the kept originals be read again as the user wants them read. How far it is the import's status shows; at the
 * end a note says what of the user's marks was found in the new text and what was not.
 */
export async function rereadMany(session: Session, lines: readonly BulkLine[], readAs: ReadAs): Promise<void> {
  const sources = sourcesOf(lines).map(({ hash, name, folder }) => ({ hash, name, folder }))
  const after = await lastEntry(session.db)
  const ended = new Map<string, ImportProgress>()
  let run: string | null = null
  const finish = (progress: ImportProgress) => {
    stop()
    void announce(session, after, progress)
  }
  // It may end before the answer to the request is here.
  const stop = listen('import:progress', (progress) => {
    if (!hasEnded(progress)) return
    if (progress.run === run) finish(progress)
    else ended.set(progress.run, progress)
  })
  const started = await request('import:reread', { sources, readAs })
  if (!started.ok) {
    stop()
    notify('error', started.error)
    return
  }
  run = started.value.run
  const already = ended.get(run)
  if (already) finish(already)
}
