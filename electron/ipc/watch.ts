import type { Feeder } from '../files/feeder'
import type { WatchedFolders } from '../files/watched-folders'
import type { Handlers } from './handle'

export interface WatchHandlerNeeds {
  watched: Pick<WatchedFolders, 'list' | 'add' | 'remove' | 'pending' | 'decide'>
  feeder: Pick<Feeder, 'enqueue'>
  /** Asks the user for a folder; null when the dialog was left. */
  choosePaths(what: 'folder'): Promise<string[] | null>
}

/** Handlers of `watch:*`. */
export const watchHandlers = (
  needs: WatchHandlerNeeds,
): Pick<
  Handlers,
  'watch:list' | 'watch:choose' | 'watch:remove' | 'watch:pending' | 'watch:import' | 'watch:dismiss'
> => ({
  'watch:list': () => needs.watched.list(),
  'watch:choose': async () => {
    const [folder] = (await needs.choosePaths('folder')) ?? []
    if (folder === undefined) return { folder: null }
    await needs.watched.add(folder)
    return { folder }
  },
  'watch:remove': async ({ folder }) => {
    await needs.watched.remove(folder)
    return null
  },
  'watch:pending': () => needs.watched.pending(),
  'watch:import': async ({ folder }) => {
    const paths = await needs.watched.decide(folder)
    return { run: needs.feeder.enqueue({ mode: 'import', paths, base: folder }) }
  },
  'watch:dismiss': async ({ folder }) => {
    await needs.watched.decide(folder)
    return null
  },
})
