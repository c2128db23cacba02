import type { Feeder } from '../files/feeder'
import { sampleFiles } from '../files/run-files'
import type { Handlers } from './handle'

export interface ImportNeeds {
  feeder: Pick<Feeder, 'enqueue' | 'cancel' | 'pause' | 'status' | 'interrupted' | 'resume' | 'discard'>
  /** Asks the user for files or a folder; null when the dialog was left. */
  choosePaths(what: 'files' | 'folder'): Promise<string[] | null>
  /** The folder of the sample's files. */
  sampleFolder: string
}

/** Handlers of `import:*`. */
export const importHandlers = (
  needs: ImportNeeds,
): Pick<
  Handlers,
  | 'import:choose'
  | 'import:paths'
  | 'import:sample'
  | 'import:restore'
  | 'import:reread'
  | 'import:cancel'
  | 'import:pause'
  | 'import:status'
  | 'import:interrupted'
  | 'import:resume'
  | 'import:discard'
> => ({
  'import:choose': async ({ what }) => {
    const paths = await needs.choosePaths(what)
    return { run: paths && needs.feeder.enqueue({ mode: 'import', paths }) }
  },
  'import:paths': ({ paths }) => ({ run: needs.feeder.enqueue({ mode: 'import', paths }) }),
  'import:sample': async () => {
    const paths = await sampleFiles(needs.sampleFolder)
    return { run: needs.feeder.enqueue({ mode: 'import', paths }) }
  },
  'import:restore': ({ originals }) => ({ run: needs.feeder.enqueue({ mode: 'restore', originals }) }),
  'import:reread': ({ sources, readAs }) => ({ run: needs.feeder.enqueue({ mode: 'reread', sources, readAs }) }),
  'import:cancel': ({ run }) => {
    needs.feeder.cancel(run)
    return null
  },
  'import:pause': ({ run, paused }) => {
    needs.feeder.pause(run, paused)
    return null
  },
  'import:interrupted': () => needs.feeder.interrupted(),
  'import:resume': async () => ({ run: await needs.feeder.resume() }),
  'import:discard': async () => {
    await needs.feeder.discard()
    return null
  },
  'import:status': () => needs.feeder.status(),
})
