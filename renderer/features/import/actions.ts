import { hasEnded } from '#shared/ipc/imports'
import type { Result } from '#shared/ipc/result'
import { message } from '#shared/model/identity'
import { pathOf, request } from '../../bridge'
import { type Command, notify, openView } from '../../workbench'
import { runStore } from './runs'

/** Runs of which the result is shown whatever came of them. */
const shownAlways = new Set<string>()

/** True for an import whose result opens by itself: the sample's. */
export const isShownAlways = (run: string): boolean => shownAlways.has(run)

/** Opens the result of the last import. */
export const showResult = (): void => openView({ type: 'importResult', key: '', params: {} })

/** The value of an answer; a failure is told. */
export function say<T>(result: Result<T>): T | null {
  if (result.ok) return result.value
  notify('error', result.error)
  return null
}

const choose = async (what: 'files' | 'folder') => void say(await request('import:choose', { what }))

/** Imports the sample project. */
async function importSample(): Promise<void> {
  const started = say(await request('import:sample', null))
  if (started) shownAlways.add(started.run)
}

/** Ends the import under way; what it has imported stays. */
export const cancelImport = async (run: string): Promise<void> => void say(await request('import:cancel', { run }))

/** Pauses an import, or lets it go on; the files at work are finished. */
export const pauseImport = async (run: string, paused: boolean): Promise<void> =>
  void say(await request('import:pause', { run, paused }))

/** The run that is under way, null while nothing is imported. */
const running = () => runStore.getState().runs.find((run) => !hasEnded(run)) ?? null

/** Imports what was dropped on the window: files and folders, by their paths. */
export async function importDropped(files: readonly File[]): Promise<void> {
  const paths = files.map(pathOf).filter((path) => path !== '')
  if (paths.length === 0) {
    notify('warning', message('import.drop.noPath'))
    return
  }
  say(await request('import:paths', { paths }))
}

/** Commands of the import. */
export const IMPORT_COMMANDS: readonly Command[] = [
  { id: 'import.files', titleKey: 'import.command.files', keys: ['Mod+O'], run: () => choose('files') },
  { id: 'import.folder', titleKey: 'import.command.folder', keys: ['Mod+Alt+O'], run: () => choose('folder') },
  { id: 'import.sample', titleKey: 'import.command.sample', keys: ['Mod+Alt+S'], run: importSample },
  {
    id: 'import.cancel',
    titleKey: 'import.command.cancel',
    keys: ['Mod+Alt+Q'],
    enabled: () => running() !== null,
    run: async () => {
      const run = running()
      if (run) await cancelImport(run.run)
    },
  },
  {
    id: 'import.pause',
    titleKey: 'import.command.pause',
    keys: ['Mod+Alt+P'],
    enabled: () => running() !== null,
    run: async () => {
      const run = running()
      if (run) await pauseImport(run.run, run.state !== 'paused')
    },
  },
  {
    id: 'import.result',
    titleKey: 'import.command.result',
    keys: ['Mod+Alt+R'],
    enabled: () => runStore.getState().runs.length > 0,
    run: showResult,
  },
]
