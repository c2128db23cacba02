import { nativeTheme } from 'electron'
import type { Settings, SystemState } from '#shared/ipc/settings'
import type { SettingsFile } from '../files/settings'
import { applyTheme, systemState } from './system-state'

/** Told when settings, language or theme in force have changed. */
export interface PreferenceListener {
  settingsChanged(settings: Settings): void
  systemChanged(system: SystemState): void
}

/** The user's settings and what follows from them and from the system: language and theme in force. */
export class Preferences {
  readonly #file: SettingsFile
  readonly #listener: PreferenceListener
  #system: SystemState

  /** @param file settings that are loaded already */
  constructor(file: SettingsFile, listener: PreferenceListener) {
    this.#file = file
    this.#listener = listener
    applyTheme(file.value)
    this.#system = systemState(file.value)
    nativeTheme.on('updated', () => this.#refresh())
  }

  get settings(): Settings {
    return this.#file.value
  }

  get system(): SystemState {
    return this.#system
  }

  /**
   * Writes the settings and puts them in force.
   * @throws {Problem} `errors.save.*`
   */
  async write(settings: Settings): Promise<Settings> {
    const written = await this.#file.write(settings)
    applyTheme(written)
    this.#listener.settingsChanged(written)
    this.#refresh()
    return written
  }

  #refresh(): void {
    const system = systemState(this.settings)
    if (system.language === this.#system.language && system.dark === this.#system.dark) return
    this.#system = system
    this.#listener.systemChanged(system)
  }
}
