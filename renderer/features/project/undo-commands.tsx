import i18next from 'i18next'
import { useEffect } from 'react'
import { message } from '#shared/model/identity'
import type { JournalEntry } from '#shared/model/journal'
import { reasonOf, type Session, useSession } from '../../storage'
import { type Command, notify, registerCommands } from '../../workbench'

async function step(key: string, none: string, take: () => Promise<JournalEntry | null>): Promise<void> {
  try {
    const entry = await take()
    if (!entry) {
      notify('info', message(none))
      return
    }
    const operation = i18next.t(entry.operation.key, entry.operation.params)
    notify('info', message(key, { operation }))
  } catch (error) {
    notify('error', reasonOf(error, 'project.write.failed'))
  }
}

/**
 * Undo and redo over the project's history; text fields keep their own. Both are always there: what can be undone is
 * known only once the last write is through, and a key pressed before must not be lost.
 */
export const undoCommands = (session: Pick<Session, 'undo' | 'redo' | 'flush'>): Command[] => [
  {
    id: 'edit.undo',
    titleKey: 'app.history.undo',
    keys: ['Mod+Z'],
    run: () => step('project.history.undone', 'project.history.nothingToUndo', () => session.undo()),
  },
  {
    id: 'edit.redo',
    titleKey: 'app.history.redo',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    run: () => step('project.history.redone', 'project.history.nothingToRedo', () => session.redo()),
  },
  {
    id: 'project.saveNow',
    titleKey: 'app.save.now',
    keys: ['Mod+S'],
    run: async () => {
      await session.flush()
      notify('success', message('app.save.savedNotice'))
    },
  },
]

/** Adds the commands that need the open project; draws nothing. */
export function UndoCommands() {
  const session = useSession()
  useEffect(() => registerCommands(undoCommands(session)), [session])
  return null
}
