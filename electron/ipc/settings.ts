import type { Settings } from '#shared/ipc/settings'
import type { Handlers } from './handle'

export interface SettingsNeeds {
  readSettings(): Settings
  /** Writes the settings, puts them in force and tells every window. */
  writeSettings(settings: Settings): Promise<Settings>
}

/** Handlers of `settings:*`. */
export const settingsHandlers = (needs: SettingsNeeds): Pick<Handlers, 'settings:read' | 'settings:write'> => ({
  'settings:read': () => needs.readSettings(),
  'settings:write': (settings) => needs.writeSettings(settings),
})
