import type { Output } from '#shared/ipc/contract'
import { hasEnded, type ImportProgress } from '#shared/ipc/imports'
import type { Result } from '#shared/ipc/result'
import { listen } from './listen'
import { request } from './request'

/** How an import is waited for. */
interface ImportWait {
  /** How far it is, in files. */
  told: (done: number, total: number) => void
  /** Cancels it: what main has begun is finished, and the import ends as cancelled. */
  signal?: AbortSignal
}

/**
 * Starts an import and waits for its end.
 * @param start asks main for it
 * @returns where it ended, or why main refused
 */
export async function importRun(
  start: () => Promise<Result<Output<'import:sample'>>>,
  { told, signal }: ImportWait,
): Promise<Result<ImportProgress>> {
  // The run may be over before the answer with its id is here, so ends are collected from the start.
  const ended = new Map<string, ImportProgress>()
  let own: string | null = null
  let finish: (last: ImportProgress) => void = () => undefined
  const stop = listen('import:progress', (progress) => {
    if (progress.run === own) told(progress.done, progress.total)
    if (!hasEnded(progress)) return
    ended.set(progress.run, progress)
    if (progress.run === own) finish(progress)
  })
  try {
    const started = await start()
    if (!started.ok) return started
    const { run } = started.value
    own = run
    const cancel = () => void request('import:cancel', { run })
    if (signal?.aborted) cancel()
    signal?.addEventListener('abort', cancel, { once: true })
    const value =
      ended.get(run) ??
      (await new Promise<ImportProgress>((resolve) => {
        finish = resolve
      }))
    signal?.removeEventListener('abort', cancel)
    return { ok: true, value }
  } finally {
    stop()
  }
}
