import type { Section } from '#shared/model/section'
import type { HeldTextsChange, ProjectDatabase } from '../../storage/search-worker'

/** A section as lines need it. */
export type TitledSection = Pick<Section, 'title' | 'level' | 'start' | 'end'>

/** Sections of reports, by report. */
export type SectionsOf = ReadonlyMap<string, readonly TitledSection[]>

/** Reports whose sections are kept, some 700 kB: those whose lines were asked for last. */
const KEPT = 400
/** Reports that are read ahead at once: a question that comes meanwhile waits for so many. */
const AT_ONCE = 25

/**
 * Sections of the reports whose lines are shown. What was read is kept: most searches begin with the same reports, the
 * latest, and reading from the database takes longer than a search.
 */
export class KeptSections {
  readonly #db: ProjectDatabase
  readonly #known = new Map<string, readonly TitledSection[]>()
  /** Reports that are being read and were not changed since, with the reading that may keep them. */
  readonly #reading = new Map<string, symbol>()

  constructor(db: ProjectDatabase) {
    this.#db = db
  }

  /** The sections of some reports; null where some would have to be read. */
  known(reports: readonly string[]): SectionsOf | null {
    return reports.every((report) => this.#known.has(report)) ? this.#take(reports) : null
  }

  /** The sections of some reports; what is not known is read at once. */
  async load(reports: readonly string[]): Promise<SectionsOf> {
    const missing = reports.filter((report) => !this.#known.has(report))
    const sections = this.#take(reports.filter((report) => this.#known.has(report)))
    if (missing.length === 0) return sections
    const own = Symbol()
    for (const report of missing) this.#reading.set(report, own)
    const read = await this.#db.sections.bulkGet(missing)
    for (const [place, report] of missing.entries()) {
      const found = (read[place]?.sections ?? []).map(({ title, level, start, end }) => ({ title, level, start, end }))
      sections.set(report, found)
      // What was changed while it was read is read again for the next lines.
      if (this.#reading.get(report) !== own) continue
      this.#reading.delete(report)
      this.#known.set(report, found)
    }
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= KEPT) break
      this.#known.delete(oldest)
    }
    return sections
  }

  /** Reads the sections of reports before they are asked for, as long as there is nothing else to do. */
  async readAhead(reports: readonly string[], isIdle: () => boolean): Promise<void> {
    const missing = reports.filter((report) => !this.#known.has(report))
    for (let at = 0; at < missing.length && isIdle(); at += AT_ONCE) await this.load(missing.slice(at, at + AT_ONCE))
  }

  /** Forgets what was changed. */
  heard(change: HeldTextsChange): void {
    this.#forget((report) => change.restates(report))
  }

  /** Forgets all. */
  forget(): void {
    this.#forget(() => true)
  }

  /** What is known of reports; it is now what was asked for last. */
  #take(reports: readonly string[]): Map<string, readonly TitledSection[]> {
    const taken = new Map<string, readonly TitledSection[]>()
    for (const report of reports) {
      const sections = this.#known.get(report) ?? []
      this.#known.delete(report)
      this.#known.set(report, sections)
      taken.set(report, sections)
    }
    return taken
  }

  #forget(isOther: (report: string) => boolean): void {
    for (const report of this.#known.keys()) if (isOther(report)) this.#known.delete(report)
    for (const report of this.#reading.keys()) if (isOther(report)) this.#reading.delete(report)
  }
}
