import { join } from 'node:path'
import { z } from 'zod'
import { BackupRules } from '#shared/ipc/backups'
import { Hash, Instant, Message, newId, Uuid } from '#shared/model/identity'
import { readJson, setAside, writeJson } from '../json-file'

/** The last backup of a project. */
const LastBackup = z.object({
  /** Sequence of the last entry that it has. */
  sequence: z.int().nonnegative(),
  at: Instant,
  file: z.string(),
  bytes: z.int().nonnegative(),
  missing: z.array(Hash),
})
export type LastBackup = z.infer<typeof LastBackup>

const Stored = BackupRules.extend({
  /** Names this profile's unfinished file in a folder that others may share. */
  profile: Uuid,
  folder: z.string().nullable(),
  /** By the project's id; forgotten when another folder is chosen. */
  done: z.record(Uuid, LastBackup),
  failed: Message.nullable(),
})
export type BackupRecord = z.infer<typeof Stored>

/**
 * How backups are made and what became of them, `backups.json` in the profile and not in the settings: no page may name
 * a folder, only the dialog.
 */
export class BackupRecordFile {
  readonly #path: string
  #value: BackupRecord | null = null
  #saved: Promise<void> = Promise.resolve()

  /** @param profile the profile folder */
  constructor(profile: string) {
    this.#path = join(profile, 'backups.json')
  }

  async read(): Promise<BackupRecord> {
    if (this.#value) return this.#value
    const found = await readJson(this.#path, Stored)
    if (found.state === 'damaged') await setAside(this.#path)
    this.#value ??=
      found.state === 'read'
        ? found.value
        : { ...BackupRules.parse({}), profile: newId(), folder: null, done: {}, failed: null }
    return this.#value
  }

  /** @throws {Problem} `errors.save.*`; the change is in force all the same */
  async change(change: Partial<BackupRecord>): Promise<void> {
    const value = { ...(await this.read()), ...change }
    this.#value = value
    this.#saved = this.#saved.catch(() => undefined).then(() => writeJson(this.#path, value))
    await this.#saved
  }
}
