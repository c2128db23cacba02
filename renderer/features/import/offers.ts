import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Output } from '#shared/ipc/contract'
import { request } from '../../bridge'
import { say } from './actions'

export type Interrupted = NonNullable<Output<'import:interrupted'>>
export type Watched = Output<'watch:pending'>[number]

/** What could be imported if the user wanted: an import that was cut off, new files in watched folders. */
interface Offers {
  interrupted: Interrupted | null
  watched: readonly Watched[]
  /** Folders that are watched. */
  folders: readonly string[]
}

const store = createStore<Offers>(() => ({ interrupted: null, watched: [], folders: [] }))

/** The offers as React state. */
export const useOffers = (): Offers => useStore(store)

/** The offers as they are now. */
export const offers = (): Offers => store.getState()

/** Asks main for the import that was cut off. */
export async function readInterrupted(): Promise<void> {
  const answer = await request('import:interrupted', null)
  if (answer.ok) store.setState({ interrupted: answer.value })
  else say(answer)
}

/** Asks main what is watched and what is new there. */
export async function readWatched(): Promise<void> {
  const [folders, watched] = await Promise.all([request('watch:list', null), request('watch:pending', null)])
  store.setState((state) => ({ folders: say(folders) ?? state.folders, watched: say(watched) ?? state.watched }))
}

/** Goes on with the import that was cut off. */
export async function resumeInterrupted(): Promise<void> {
  if (say(await request('import:resume', null))) await readInterrupted()
}

/** Leaves it as it is: what it has imported stays. */
export async function discardInterrupted(): Promise<void> {
  const answer = await request('import:discard', null)
  if (!answer.ok) say(answer)
  await readInterrupted()
}

/** Lets the user choose a folder to watch. */
export async function watchFolder(): Promise<void> {
  if (say(await request('watch:choose', null))?.folder) await readWatched()
}

/** Watches a folder no longer. */
export async function unwatchFolder(folder: string): Promise<void> {
  const answer = await request('watch:remove', { folder })
  if (!answer.ok) say(answer)
  await readWatched()
}

/** Imports what is new in a watched folder. */
export async function importWatched(folder: string): Promise<void> {
  say(await request('watch:import', { folder }))
  await readWatched()
}

/** Offers these files no more, until they change. */
export async function dismissWatched(folder: string): Promise<void> {
  const answer = await request('watch:dismiss', { folder })
  if (!answer.ok) say(answer)
  await readWatched()
}
