import type { Feeder } from '../files/feeder'
import type { KeptFile } from '../files/import-run'
import type { OpenProject } from '../files/project-folder'
import { hashOf } from '../files/read-file'
import type { Handlers } from './handle'

export interface TextNeeds {
  /** The open project, which must be the one named. */
  openedProject(id: string): Promise<OpenProject>
  feeder: Pick<Feeder, 'enqueue'>
  /** Notes which window asked for a run. */
  askedFor(run: string, asking: unknown): void
}

/** Handlers of `text:*`. Nothing is made of the bytes here: the importer reads them like those of any file. */
export const textHandlers = (needs: TextNeeds): Pick<Handlers, 'text:import'> => ({
  'text:import': async ({ project, texts }, asking) => {
    const { originals } = await needs.openedProject(project)
    const kept: KeptFile[] = []
    try {
      for (const { name, folder, bytes, readAs } of texts) {
        // What crossed may share its memory with more than the text.
        const own = bytes.slice()
        const hash = await hashOf(own)
        await originals.keep(hash, own, name)
        kept.push({ hash, name, folder, readAs })
      }
      // Another project may have been opened while so many were kept: the run would be fed into that one.
      await needs.openedProject(project)
    } catch (error) {
      await Promise.allSettled(kept.map(({ hash }) => originals.release(hash)))
      throw error
    }
    const run = needs.feeder.enqueue({ mode: 'import', paths: [], kept })
    needs.askedFor(run, asking)
    return { run }
  },
})
