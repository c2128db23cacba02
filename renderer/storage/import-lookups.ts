import Dexie from 'dexie'
import type { Source } from '#shared/model/source'
import type { ProjectDatabase } from './database'
import { type UserRecords, userRecords } from './queries/user-records'

/**
 * What the importer asks of the database before it reads a file. Each question to the database costs a transaction of its
 * own, which waits for those that write: of thousands of new files most need none.
 */
export class ImportLookups {
  readonly #db: ProjectDatabase
  readonly #heard = (parts: object): void => this.#hear(parts)
  /** Hashes of the sources that were there at the first question. Sources are hidden, never deleted, so none goes. */
  #known: Promise<ReadonlySet<string>> | null = null
  readonly #stored = new Set<string>()
  #records: Promise<UserRecords> | null = null

  constructor(db: ProjectDatabase) {
    this.#db = db
    Dexie.on('storagemutated', this.#heard)
  }

  /**
   * The source of a file that is imported for the first time, as far as is known here: what another worker has stored
   * since is found when the file itself is stored (`storeImports`).
   */
  async newSource(hash: string): Promise<Source | undefined> {
    this.#known ??= this.#read()
    const known = await this.#known
    return known.has(hash) || this.#stored.has(hash) ? this.#db.sources.get(hash) : undefined
  }

  /** Notes that a file was stored. */
  stored(hash: string): void {
    this.#stored.add(hash)
  }

  /**
   * The user's places, topics and indicators. A change by another window is heard of a moment later; whoever must not miss it asks
   * `userRecords`.
   */
  records(): Promise<UserRecords> {
    if (this.#records) return this.#records
    const records = userRecords(this.#db)
    this.#records = records
    records.catch(() => this.#forget())
    return records
  }

  async #read(): Promise<ReadonlySet<string>> {
    try {
      return new Set(await this.#db.sources.toCollection().primaryKeys())
    } catch (error) {
      this.#known = null
      throw error
    }
  }

  #forget(): void {
    this.#records = null
  }

  #hear(parts: object): void {
    const ours = ['places', 'topics', 'indicators'].map((table) => `idb://${this.#db.name}/${table}/`)
    // A rebuild after a damage tells of everything at once.
    if (Object.keys(parts).some((part) => part === 'all' || ours.some((table) => part.startsWith(table))))
      this.#forget()
  }
}
