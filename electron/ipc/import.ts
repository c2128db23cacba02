import type { Feeder } from '../files/feeder'
import { sampleFiles } from '../files/run-files'
import type { Handlers } from './handle'

export interface ImportNeeds {
  feeder: Pick<Feeder, 'enqueue' | 'cancel' | 'pause' | 'status' | 'interrupted' | 'resume' | 'discard'>
  /** Asks the user for files or a folder, in the window that asked; null when the dialog was left. */
  choosePaths(what: 'files' | 'folder', asking: unknown): Promise<string[] | null>
  /** Notes which window asked for a run: that one shows what it came to. */
  askedFor(run: string, asking: unknown): void
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
> => {
  const noted = (run: string, asking: unknown): { run: string } => {
    needs.askedFor(run, asking)
    return { run }
  }
  return {
    'import:choose': async ({ what }, asking) => {
      const paths = await needs.choosePaths(what, asking)
      return paths ? noted(needs.feeder.enqueue({ mode: 'import', paths }), asking) : { run: null }
    },
    'import:paths': ({ paths }, asking) => noted(needs.feeder.enqueue({ mode: 'import', paths }), asking),
    'import:sample': async (_input, asking) => {
      const paths = await sampleFiles(needs.sampleFolder)
      return noted(needs.feeder.enqueue({ mode: 'import', paths }), asking)
    },
    'import:restore': ({ originals }) => ({ run: needs.feeder.enqueue({ mode: 'restore', originals }) }),
    'import:reread': ({ sources, readAs }, asking) =>
      noted(needs.feeder.enqueue({ mode: 'reread', sources, readAs }), asking),
    'import:cancel': ({ run }) => {
      needs.feeder.cancel(run)
      return null
    },
    'import:pause': ({ run, paused }) => {
      needs.feeder.pause(run, paused)
      return null
    },
    'import:interrupted': () => needs.feeder.interrupted(),
    'import:resume': async (_input, asking) => noted(await needs.feeder.resume(), asking),
    'import:discard': async () => {
      await needs.feeder.discard()
      return null
    },
    'import:status': () => needs.feeder.status(),
  }
}
