import type { ComparedVenture } from '#shared/compare/ventures'
import type { MatterRow } from '../../../storage'

/** What ventures of a report are compared by; the rejected ones and those whose words are lost are left out. */
export function factsOf(rows: readonly MatterRow[]): ComparedVenture[] {
  return rows.flatMap(({ content, status, orphan, report, key, place, reportYear }): ComparedVenture[] => {
    if (content.type !== 'venture' || status === 'rejected' || orphan) return []
    return [{ report, key, name: content.name, place: place?.code ?? '', year: reportYear, amount: content.amount }]
  })
}

/** The facts of all reports, each report's made again only when its rows are others. */
export class AllFacts {
  readonly #known = new Map<string, { rows: readonly MatterRow[]; facts: ComparedVenture[]; written: string }>()
  /** Counts the changes. */
  #version = 0

  get version(): number {
    return this.#version
  }

  get facts(): ComparedVenture[] {
    return [...this.#known.values()].flatMap(({ facts }) => facts)
  }

  /**
   * Takes in what is known now.
   * @param mainOnly leaves out other versions of reports: a venture of theirs is the same one without a word
   */
  take(byReport: ReadonlyMap<string, readonly MatterRow[]>, mainOnly: boolean): void {
    for (const report of this.#known.keys()) if (!byReport.has(report)) this.#drop(report)
    for (const [report, rows] of byReport) {
      if (mainOnly && !rows[0]?.main) {
        this.#drop(report)
        continue
      }
      const before = this.#known.get(report)
      if (before?.rows === rows) continue
      const facts = factsOf(rows)
      const written = JSON.stringify(facts)
      if ((before?.written ?? '[]') !== written) this.#version++
      this.#known.set(report, { rows, facts, written })
    }
  }

  #drop(report: string): void {
    const before = this.#known.get(report)
    if (!before) return
    this.#known.delete(report)
    if (before.facts.length > 0) this.#version++
  }
}
