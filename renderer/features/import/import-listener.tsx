import { useEffect } from 'react'
import { hasEnded } from '#shared/ipc/imports'
import { message } from '#shared/model/identity'
import { listen, request } from '../../bridge'
import { type Session, useSession } from '../../storage'
import { notify } from '../../workbench'
import { isShownAlways, showResult } from './actions'
import { readInterrupted } from './offers'
import { noteProgress, noteStatus, type Run } from './runs'

const isFirst = async ({ db }: Session, { imported }: Run): Promise<boolean> =>
  imported > 0 && (await db.sources.count()) <= imported

/** Says how an import ended: by its result where there is something to look at, else by a note. */
async function announce(session: Session, run: Run): Promise<void> {
  // What is read again is announced by the library, which tells what became of annotations; what another window has
  // asked for, by that one.
  if (run.mode === 'reread' || run.elsewhere) return
  const counts = { imported: run.imported, duplicates: run.duplicates, failed: run.failed }
  if (run.state === 'cancelled') notify('info', message('import.notice.cancelled', counts))
  // The database is asked last: one that a full disk has closed answers no more, and then files have failed.
  if (run.failed > 0 || isShownAlways(run.run) || (await isFirst(session, run))) showResult()
  else if (run.state === 'finished')
    notify('success', message(`import.notice.${run.imported > 0 ? 'finished' : 'nothingNew'}`, counts))
}

/** Follows what main tells of imports; draws nothing. */
export function ImportListener() {
  const session = useSession()
  useEffect(() => {
    const stop = listen('import:progress', (progress) => {
      const run = noteProgress(progress)
      if (!run || !hasEnded(run)) return
      void announce(session, run)
      // There may be an older one that was cut off too.
      void readInterrupted()
    })
    void request('import:status', null).then((status) => {
      if (status.ok) noteStatus(status.value)
      else notify('error', status.error)
    })
    return stop
  }, [session])
  return null
}
