import { groupBy, type HeldTextsChange, type ProjectDatabase } from '../../storage/search-worker'
import { type HeldText, heldOf } from './held'

/** Sources that are read at once: some 2 MB. */
const AT_ONCE = 25

/** How filling is told of and given up. */
export interface Filling {
  progress: (done: number, total: number) => void
  /** False when nobody waits for it any more. */
  going: () => boolean
}

/** By the place and year of the first report, the latest year first; what has no report comes last. */
function inOrder(a: HeldText, b: HeldText): number {
  const [one, other] = [a.reports[0], b.reports[0]]
  const [place, beside] = [one?.place?.code ?? '~', other?.place?.code ?? '~']
  if (place !== beside) return place < beside ? -1 : 1
  return (other?.year ?? 0) - (one?.year ?? 0) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
}

/** The texts of a project that are searched, read when they are first asked for and again after they were changed. */
export class HeldTexts {
  readonly #db: ProjectDatabase
  /** By the hash of their source; null where there is nothing to search (hidden, an extraction, a lost text). */
  readonly #texts = new Map<string, HeldText | null>()
  readonly #changed = new Set<string>()
  /** All sources are to be listed: some may have come or gone. */
  #unlisted = true
  #inOrder: readonly HeldText[] | null = null

  constructor(db: ProjectDatabase) {
    this.#db = db
  }

  /** What is held of these sources, or of all, is read again when it is next asked for. */
  changed(sources: readonly string[] | null): void {
    this.#unlisted = true
    for (const source of sources ?? this.#texts.keys()) this.#changed.add(source)
  }

  /** As `changed`, for what was stored. */
  heard(change: HeldTextsChange): void {
    this.#unlisted ||= change.sources
    for (const [source, held] of this.#texts)
      if (change.touches(source, held?.reading ?? null, held?.reports.map(({ id }) => id) ?? []))
        this.#changed.add(source)
  }

  /**
   * The texts, in the order of places and years.
   * @returns null where nobody waits for them any more; what was read until then is kept
   */
  async all({ progress, going }: Filling): Promise<readonly HeldText[] | null> {
    const missing = await this.#missing()
    for (let at = 0; at < missing.length; at += AT_ONCE) {
      if (!going()) return null
      progress(at, missing.length)
      await this.#read(missing.slice(at, at + AT_ONCE))
    }
    if (missing.length > 0) progress(missing.length, missing.length)
    this.#inOrder ??= [...this.#texts.values()].filter((held) => held !== null).sort(inOrder)
    return this.#inOrder
  }

  async #missing(): Promise<string[]> {
    if (this.#unlisted) {
      this.#unlisted = false
      const hashes = new Set(await this.#db.sources.toCollection().primaryKeys())
      for (const hash of this.#texts.keys()) {
        if (hashes.has(hash)) continue
        this.#texts.delete(hash)
        this.#inOrder = null
      }
      for (const hash of hashes) if (!this.#texts.has(hash)) this.#changed.add(hash)
    }
    return [...this.#changed]
  }

  async #read(hashes: readonly string[]): Promise<void> {
    // What changes while it is read is read again.
    for (const hash of hashes) this.#changed.delete(hash)
    this.#inOrder = null
    const db = this.#db
    const [sources, reports] = await Promise.all([
      db.sources.bulkGet([...hashes]),
      db.reports.where('source').anyOf(hashes).toArray(),
    ])
    const visible = sources.filter((source) => source && !source.hidden && source.format !== 'extraction')
    const known = visible.flatMap((source) => source ?? [])
    const texts = await db.texts.bulkGet(known.map(({ reading }) => reading))
    const reportsIn = groupBy(reports, ({ source }) => source)
    for (const hash of hashes) this.#texts.set(hash, null)
    known.forEach((source, place) => {
      const text = texts[place]
      const own = (reportsIn.get(source.hash) ?? []).filter(({ reading }) => reading === source.reading)
      if (text) this.#texts.set(source.hash, heldOf(source, own, text))
    })
  }
}
