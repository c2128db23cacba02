import { message } from '#shared/model/identity'
import type { JournalEntry } from '#shared/model/journal'
import { ProjectSettings } from '#shared/model/project-settings'
import type { Session } from '../session'
import { now } from './now'

/** Saves what ledger or audit go by, as of now; null when nothing is different. */
export async function saveProjectSettings(session: Session, settings: ProjectSettings): Promise<JournalEntry | null> {
  const before = await session.db.projectSettings.get(settings.id)
  const after = ProjectSettings.parse({ ...settings, updatedAt: before?.updatedAt ?? now() })
  if (before && JSON.stringify(before) === JSON.stringify(after)) return null
  return session.write(message(`project.history.settingsSaved.${settings.id}`), [
    { table: 'projectSettings', key: settings.id, after: { ...after, updatedAt: now() } },
  ])
}
