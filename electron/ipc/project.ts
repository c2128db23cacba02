import type { OpenProject, ProjectFolders } from '../files/project-folder'
import { checkOriginals } from '../files/projects/check'
import type { Handlers } from './handle'

/** The changes of the list of projects that a window can ask for. */
export type ProjectShelf = Pick<
  ProjectFolders,
  'list' | 'create' | 'switchTo' | 'rename' | 'duplicate' | 'remove' | 'recover' | 'erase'
>

export interface ProjectNeeds {
  /** Opens the current project, making the first one. */
  openProject(): Promise<OpenProject>
  /** The open project, which must be the one named. */
  openedProject(id?: string): Promise<OpenProject>
  projects: ProjectShelf
  /** Name of a project that is made since there must be one, in the user's language. */
  firstName(): string
  /** Another project may be current now: every window is loaded again where it is. */
  projectChanged(): void
  /** A project came, went or has another name. */
  listChanged(): void
  /** How far the check of originals is. */
  checked(done: number, total: number): void
}

type ProjectChannel =
  | 'project:open'
  | 'project:list'
  | 'project:create'
  | 'project:switch'
  | 'project:rename'
  | 'project:duplicate'
  | 'project:remove'
  | 'project:recover'
  | 'project:erase'
  | 'project:check'

/** Handlers of `project:*`. */
export const projectHandlers = (needs: ProjectNeeds): Pick<Handlers, ProjectChannel> => {
  /** Projects of whose crash a window was told: the next one need not look through all of it again. */
  const told = new WeakSet<OpenProject>()
  /** Does a change of the list; what has changed is told also where it came to nothing half-way. */
  const change = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } finally {
      needs.listChanged()
      needs.projectChanged()
    }
  }
  return {
    'project:open': async () => {
      const open = await needs.openProject()
      const { project, journal, mended, older, fresh } = open
      const crashed = open.crashed && !told.has(open)
      told.add(open)
      const { last, torn, damage } = journal
      return { project, last, torn, damage, mended, crashed, older, fresh }
    },
    'project:list': () => needs.projects.list(),
    'project:create': ({ name }) => change(async () => ({ id: await needs.projects.create(name) })),
    'project:switch': async ({ id }) => {
      await change(() => needs.projects.switchTo(id))
      return null
    },
    'project:rename': async ({ id, name }) => {
      await change(() => needs.projects.rename(id, name))
      return null
    },
    'project:duplicate': ({ id, name }) => change(async () => ({ id: await needs.projects.duplicate(id, name) })),
    'project:remove': async ({ id }) => {
      await change(() => needs.projects.remove(id, needs.firstName()))
      return null
    },
    'project:recover': async ({ id }) => {
      await change(() => needs.projects.recover(id))
      return null
    },
    'project:erase': async ({ id }) => {
      await change(() => needs.projects.erase(id))
      return null
    },
    'project:check': async () => checkOriginals(await needs.openedProject(), needs.checked),
  }
}
