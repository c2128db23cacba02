import { join } from 'node:path'
import { Settings } from '#shared/ipc/settings'
import { readJson, setAside, writeJson } from './json-file'

/** The user's settings in `settings.json`, held in memory once read. */
export class SettingsFile {
  readonly #path: string
  #value: Settings = Settings.parse({})

  /** @param folder the profile folder */
  constructor(folder: string) {
    this.#path = join(folder, 'settings.json')
  }

  /** Reads the file; a missing one means the defaults, a damaged one is set aside and means the defaults too. */
  async load(): Promise<Settings> {
    const file = await readJson(this.#path, Settings)
    if (file.state === 'damaged') await setAside(this.#path)
    if (file.state === 'read') this.#value = file.value
    return this.#value
  }

  get value(): Settings {
    return this.#value
  }

  /**
   * Replaces the settings; they are on disk when it answers.
   * @throws {Problem} `errors.save.*`
   */
  async write(settings: Settings): Promise<Settings> {
    await writeJson(this.#path, settings)
    this.#value = settings
    return settings
  }
}
