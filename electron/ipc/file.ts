import { basename } from 'node:path'
import { type Input, OPEN_LIMIT, PROJECT_LIMIT } from '#shared/ipc/contract'
import type { PACKAGE_EXTENSION } from '#shared/model/package'
import { readFile } from '../files/read-file'
import type { Handlers } from './handle'

/** What can be opened. */
export type OpenType = Input<'file:open'>['type'] | typeof PACKAGE_EXTENSION

export interface FileNeeds {
  /** Asks the user which file to open, in the window that asked; null when the dialog was left. */
  chooseOpenPath(type: OpenType, asking: unknown): Promise<string | null>
}

/** Handlers of `file:*`. Only what the user has just chosen is read, and nothing is made of its bytes here. */
export const fileHandlers = (needs: FileNeeds): Pick<Handlers, 'file:open'> => ({
  'file:open': async ({ type }, asking) => {
    const path = await needs.chooseOpenPath(type, asking)
    if (path === null) return null
    const { bytes } = await readFile(path, type === 'qdpx' || type === 'jsonld' ? PROJECT_LIMIT : OPEN_LIMIT)
    return { name: basename(path), bytes }
  },
})
