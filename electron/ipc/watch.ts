import type { Feeder } from '../files/feeder'
import type { WatchedFolders } from '../files/watched-folders'
import type { Handlers } from './handle'

export interface WatchHandlerNeeds {
  watched: Pick<WatchedFolders, 'list' | 'add' | 'remove' | 'pending' | 'decide'>
  feeder: Pick<Feeder, 'enqueue'>
  /** Asks the user for a folder, in the window that asked; null when the dialog was left. */
  choosePaths(what: 'folder', asking: unknown): Promise<string[] | null>
  /** Notes which window asked for a run. */
  askedFor(run: string, asking: unknown): void
}

/** Handlers of `watch:*`. */
export const watchHandlers = (
  needs: WatchHandlerNeeds,
): Pick<
  Handlers,
  'watch:list' | 'watch:choose' | 'watch:remove' | 'watch:pending' | 'watch:import' | 'watch:dismiss'
> => ({
  'watch:list': () => needs.watched.list(),
  'watch:choose': async (_input, asking) => {
    const [folder] = (await needs.choosePaths('folder', asking)) ?? []
    if (folder === undefined) return { folder: null }
    await needs.watched.add(folder)
    return { folder }
  },
  'watch:remove': async ({ folder }) => {
    await needs.watched.remove(folder)
    return null
  },
  'watch:pending': () => needs.watched.pending(),
  'watch:import': async ({ folder }, asking) => {
    const paths = await needs.watched.decide(folder)
    const run = needs.feeder.enqueue({ mode: 'import', paths, base: folder })
    needs.askedFor(run, asking)
    return { run }
  },
  'watch:dismiss': async ({ folder }) => {
    await needs.watched.decide(folder)
    return null
  },
})
