import type { HeldReport } from './held'
import type { SearchCount, SearchFound } from './protocol'

const nameOf = (report: HeldReport | null): string => `${report?.place?.code ?? ''} ${report?.year ?? ''}`

/** A row before it is told: ids of reports, since several texts may be of one (memos). */
interface Row extends Pick<SearchCount, 'place' | 'year' | 'hits' | 'characters'> {
  reports: Set<string>
  of: Set<string>
}

/** Counts hits by place and year, beside what was looked through there. */
export class Counts {
  readonly #rows = new Map<string, Row>()
  readonly #reports = new Set<string>()
  readonly #sources = new Set<string>()
  #hits = 0

  /** Adds what is looked through of a report, or outside of all, and the hits in it. */
  add(report: HeldReport | null, characters: number, hits: number): void {
    const name = nameOf(report)
    let row = this.#rows.get(name)
    if (!row) {
      const [place, year] = [report?.place ?? null, report?.year ?? null]
      row = { place, year, hits: 0, characters: 0, reports: new Set(), of: new Set() }
      this.#rows.set(name, row)
    }
    row.hits += hits
    row.characters += characters
    this.#hits += hits
    if (!report) return
    row.of.add(report.id)
    if (hits === 0) return
    row.reports.add(report.id)
    this.#reports.add(report.id)
  }

  /** Adds a source that has hits; '' is none. */
  addSource(hash: string): void {
    if (hash !== '') this.#sources.add(hash)
  }

  /** @param listed so many of the hits are kept */
  found(listed: number): SearchFound {
    const counts = [...this.#rows.values()].map((row) => ({ ...row, reports: row.reports.size, of: row.of.size }))
    const [reports, sources] = [this.#reports.size, this.#sources.size]
    return { hits: this.#hits, listed, reports, sources, counts, fingerprint: null }
  }
}
