import type { Backups } from '../files/backups/backups'
import type { Checks } from '../files/package/checks'
import type { Handlers } from './handle'

export interface BackupHandlerNeeds {
  backups: Pick<Backups, 'state' | 'choose' | 'change' | 'now' | 'stop' | 'list' | 'restore'>
  checks: Checks
  /** The folder that is offered where none is chosen. */
  offeredBackups: string
  /** Asks the user for the folder, in the window that asked; null when the dialog was left. */
  chooseBackupFolder(asking: unknown): Promise<string | null>
  projectChanged(): void
  listChanged(): void
}

type BackupChannel = Extract<keyof Handlers, `backup:${string}`>

/** Handlers of `backup:*`. A folder comes from the dialog, or is the one that main offers; a page names none. */
export const backupHandlers = (needs: BackupHandlerNeeds): Pick<Handlers, BackupChannel> => {
  const { backups } = needs
  return {
    'backup:state': () => backups.state(),
    'backup:choose': async ({ offered }, asking) => {
      const folder = offered ? needs.offeredBackups : await needs.chooseBackupFolder(asking)
      if (folder !== null) await backups.choose(folder)
      return backups.state()
    },
    'backup:change': async (rules) => {
      await backups.change(rules)
      return backups.state()
    },
    'backup:now': async () => {
      await backups.now()
      return backups.state()
    },
    'backup:stop': () => {
      backups.stop()
      return null
    },
    'backup:list': () => backups.list(),
    'backup:restore': async ({ file }, asking) => {
      const id = await needs.checks.run(asking, (signal) => backups.restore(file, signal))
      needs.listChanged()
      needs.projectChanged()
      return { id }
    },
  }
}
