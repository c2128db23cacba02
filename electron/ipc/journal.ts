import type { OpenProject } from '../files/project-folder'
import type { Handlers } from './handle'

export interface JournalNeeds {
  /** The open project, which must be the one named. */
  openedProject(id: string): Promise<OpenProject>
}

/** Handlers of `journal:*`. */
export const journalHandlers = (needs: JournalNeeds): Pick<Handlers, 'journal:append' | 'journal:read'> => ({
  'journal:append': async ({ project, entries }) => (await needs.openedProject(project)).journal.append(entries),
  'journal:read': async ({ project, after, limit }) => (await needs.openedProject(project)).journal.read(after, limit),
})
