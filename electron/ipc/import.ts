import { type Feeder, sampleFiles } from '../files/feeder'
import type { Handlers } from './handle'

export interface ImportNeeds {
  feeder: Pick<Feeder, 'enqueue' | 'cancel' | 'status'>
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
  'import:choose' | 'import:paths' | 'import:sample' | 'import:restore' | 'import:cancel' | 'import:status'
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
  'import:cancel': ({ run }) => {
    needs.feeder.cancel(run)
    return null
  },
  'import:status': () => needs.feeder.status(),
})
