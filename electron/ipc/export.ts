import { basename } from 'node:path'
import type { Input } from '#shared/ipc/contract'
import { saveFile } from '../files/save'
import type { Handlers } from './handle'

/** What can be exported. */
export type ExportType = Input<'export:save'>['type']

export interface ExportNeeds {
  /** Asks the user where to save, in the window that asked; null when the dialog was left. */
  chooseSavePath(name: string, type: ExportType, asking: unknown): Promise<string | null>
}

/** Handlers of `export:*`. */
export const exportHandlers = (needs: ExportNeeds): Pick<Handlers, 'export:save'> => ({
  'export:save': async ({ name, type, bytes }, asking) => {
    const path = await needs.chooseSavePath(name, type, asking)
    if (path === null) return { saved: null }
    await saveFile(path, bytes)
    return { saved: basename(path) }
  },
})
