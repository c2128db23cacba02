import { hasEnded, type ImportProgress } from '#shared/ipc/imports'
import { listen, request } from '../../bridge'
import { type Original, StorageError } from '../../storage'

/** What failed while a project was opened, as a message for the user. */
export class OpenError extends StorageError {
  override readonly name = 'OpenError'
}

/**
 * Lets the importer read kept originals again and waits until it is through with them.
 * @param onFile told after each original how many are done
 * @throws OpenError when main refuses
 */
export async function restoreOriginals(originals: Original[], onFile: (done: number) => void): Promise<void> {
  // The run may be over before the answer with its id is here, so ends are collected from the start.
  const ended = new Set<string>()
  let run: string | null = null
  let finish: () => void = () => undefined
  const finished = new Promise<void>((resolve) => {
    finish = resolve
  })
  const stop = listen('import:progress', (progress: ImportProgress) => {
    if (progress.mode !== 'restore') return
    onFile(progress.done)
    if (!hasEnded(progress)) return
    ended.add(progress.run)
    if (progress.run === run) finish()
  })
  try {
    const started = await request('import:restore', { originals })
    if (!started.ok) throw new OpenError(started.error)
    run = started.value.run
    if (!ended.has(run)) await finished
  } finally {
    stop()
  }
}
