import type { OpenProject } from '../files/project-folder'
import type { Handlers } from './handle'

export interface ProjectNeeds {
  /** Opens the current project, making the first one. */
  openProject(): Promise<OpenProject>
}

/** Handlers of `project:*`. */
export const projectHandlers = (needs: ProjectNeeds): Pick<Handlers, 'project:open'> => ({
  'project:open': async () => {
    const { project, journal, mended } = await needs.openProject()
    return { project, last: journal.last, torn: journal.torn, damage: journal.damage, mended }
  },
})
