import type { Role } from '#shared/model/statement'
import { type HeldTextsChange, laidOf, type ProjectDatabase, storedStatements } from '../../storage/search-worker'

/** A span with what a filter asks of it. Offsets are those of the reading's text. */
export interface Marked<T> {
  start: number
  end: number
  is: T
}

/** The sentence of a statement, as the user has left it. */
export type StatedSentence = Marked<{ indicator: string; role: Role }>

/** A section; null is one without a topic. */
export type TopicSection = Marked<string>

/** Reports whose facts are read at once. */
const AT_ONCE = 50

/** Facts of reports that are kept once they were asked for. */
class Kept<T> {
  readonly #read: (reports: readonly string[]) => Promise<Map<string, T[]>>
  readonly #known = new Map<string, readonly T[]>()
  /** Reports that are being read, and were not changed since. */
  readonly #reading = new Set<string>()

  constructor(read: (reports: readonly string[]) => Promise<Map<string, T[]>>) {
    this.#read = read
  }

  /**
   * The facts of some reports; what is not known is read. The map is the asker's own: forgetting does not empty it.
   * @returns null where nobody waits for it any more
   */
  async load(reports: readonly string[], going: () => boolean): Promise<ReadonlyMap<string, readonly T[]> | null> {
    const known = new Map<string, readonly T[]>()
    const missing: string[] = []
    for (const report of reports) {
      const facts = this.#known.get(report)
      if (facts) known.set(report, facts)
      else missing.push(report)
    }
    for (let at = 0; at < missing.length; at += AT_ONCE) {
      const part = missing.slice(at, at + AT_ONCE)
      for (const report of part) this.#reading.add(report)
      const read = await this.#read(part)
      if (!going()) return null
      for (const report of part) {
        const facts = read.get(report) ?? []
        known.set(report, facts)
        // What was changed while it was read is read again for the next question.
        if (this.#reading.delete(report)) this.#known.set(report, facts)
      }
    }
    return known
  }

  forget(isOther: (report: string) => boolean): void {
    for (const report of this.#known.keys()) if (isOther(report)) this.#known.delete(report)
    for (const report of this.#reading) if (isOther(report)) this.#reading.delete(report)
  }
}

async function readStatements(db: ProjectDatabase, ids: readonly string[]): Promise<Map<string, StatedSentence[]>> {
  const stored = await storedStatements(db, ids)
  return new Map(
    stored.map((one) => {
      const present = laidOf(one).filter(({ status }) => status !== 'rejected')
      return [
        one.report.id,
        present.map(({ statement: { sentence, canonical, role } }) => ({
          ...sentence,
          is: { indicator: canonical, role },
        })),
      ] as const
    }),
  )
}

async function readTopics(db: ProjectDatabase, ids: readonly string[]): Promise<Map<string, TopicSection[]>> {
  const read = await db.sections.bulkGet([...ids])
  return new Map(
    read.flatMap((one) => {
      if (!one) return []
      const own = one.sections.flatMap(({ start, end, topic }) => (topic === null ? [] : [{ start, end, is: topic }]))
      return [[one.report, own] as const]
    }),
  )
}

/** What filters ask of reports beyond their texts: read on first use, and again after it was changed. */
export class Facts {
  readonly statements: Kept<StatedSentence>
  readonly topics: Kept<TopicSection>

  constructor(db: ProjectDatabase) {
    this.statements = new Kept((ids) => readStatements(db, ids))
    this.topics = new Kept((ids) => readTopics(db, ids))
  }

  /** Forgets what was changed. */
  heard(change: HeldTextsChange): void {
    const isOther = (report: string): boolean => change.restates(report)
    this.statements.forget(isOther)
    this.topics.forget(isOther)
  }

  /** Forgets all. */
  forget(): void {
    this.statements.forget(() => true)
    this.topics.forget(() => true)
  }
}
