import { basename } from 'node:path'
import type { Input } from '#shared/ipc/contract'
import type { PACKAGE_EXTENSION } from '#shared/model/package'
import { saveFile } from '../files/save'
import type { Handlers } from './handle'

/** What can be exported. */
export type ExportType = Input<'export:save'>['type'] | 'pdf' | typeof PACKAGE_EXTENSION

/** How a page is printed. */
export type PrintedPage = Omit<Input<'export:pdf'>, 'name'>

export interface ExportNeeds {
  /** Asks the user where to save, in the window that asked; null when the dialog was left. */
  chooseSavePath(name: string, type: ExportType, asking: unknown): Promise<string | null>
  /** Prints what the window that asked has laid out for print. */
  printPdf(page: PrintedPage, asking: unknown): Promise<Uint8Array>
}

/** Handlers of `export:*`. */
export const exportHandlers = (needs: ExportNeeds): Pick<Handlers, 'export:save' | 'export:pdf'> => ({
  'export:save': async ({ name, type, bytes }, asking) => {
    const path = await needs.chooseSavePath(name, type, asking)
    if (path === null) return { saved: null }
    await saveFile(path, bytes)
    return { saved: basename(path) }
  },
  'export:pdf': async ({ name, ...page }, asking) => {
    const path = await needs.chooseSavePath(name, 'pdf', asking)
    if (path === null) return { saved: null }
    await saveFile(path, await needs.printPdf(page, asking))
    return { saved: basename(path) }
  },
})
