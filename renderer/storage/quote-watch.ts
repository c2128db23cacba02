import Dexie, { type IntervalTree, RangeSet, rangesOverlap } from 'dexie'
import type { Annotation } from '#shared/model/annotation'
import type { Page } from '#shared/model/reading'
import type { ProjectDatabase } from './database'
import {
  pagesOfReadings,
  type Quote,
  type QuotedReport,
  type QuotedSource,
  quotedReport,
  quotedSource,
  quoteOf,
  whereaboutsOf,
} from './queries/quotes'
import { singleKeys } from './range-keys'
import { rowsInParts } from './rows-in-parts'

/** The quotes as they are known by now. */
export interface KnownQuotes {
  /** Those of visible sources, in no order. A quote that has not changed is the same object as before. */
  quotes: readonly Quote[]
  /** `reading`: more are on their way; `placing`: sections and pages are; `whole`: all is there. */
  state: 'reading' | 'placing' | 'whole'
}

/** What others change is read this long after the first change, in milliseconds: most come in crowds. */
const PACE = 100
/** While much is read, what is known is told this often, in milliseconds. */
const TELLING = 1000
/** Annotations that are read by their ids at once, and reports whose sections are. */
const AT_ONCE = 500
const REPORTS_AT_ONCE = 40

/** What has changed and is not read yet. */
interface Changed {
  annotations: RangeSet
  /** Reports, and their sections. */
  reports: RangeSet
  sources: RangeSet
  texts: RangeSet
}

const nothing = (): Changed => ({
  annotations: new RangeSet(),
  reports: new RangeSet(),
  sources: new RangeSet(),
  texts: new RangeSet(),
})

const PLACES = { section: '', page: '' }

/**
 * The annotations of the whole project as quotes, kept in memory: read some at a time, and after that only what has
 * changed, whoever has changed it.
 */
export class QuoteWatch {
  readonly #db: ProjectDatabase
  readonly #told: (known: KnownQuotes) => void
  readonly #failed: (error: unknown) => void
  readonly #heard = (parts: Record<string, IntervalTree>): void => this.#hear(parts)
  readonly #ended = new AbortController()
  readonly #quotes = new Map<string, Quote>()
  /** The report that an annotation names, whether there is one or not. */
  readonly #reportId = new Map<string, string>()
  readonly #reports = new Map<string, QuotedReport | null>()
  readonly #sources = new Map<string, QuotedSource | null>()
  readonly #pages = new Map<string, readonly Page[]>()
  /** Quotes whose section and page are not looked up yet. */
  readonly #unplaced = new Set<string>()
  #changed = nothing()
  #timer: ReturnType<typeof setTimeout> | null = null
  #turn: Promise<void>
  #lastTold = Number.NEGATIVE_INFINITY

  /**
   * Begins to read and to listen.
   * @param told what is known, again and again
   * @param failed told when the database cannot be read
   */
  constructor(db: ProjectDatabase, told: (known: KnownQuotes) => void, failed: (error: unknown) => void) {
    this.#db = db
    this.#told = told
    this.#failed = failed
    Dexie.on('storagemutated', this.#heard)
    this.#turn = this.#attempt(async () => {
      await this.#readAll()
      await this.#place()
    })
  }

  /** Ends it; nothing is told after that. */
  stop(): void {
    this.#ended.abort()
    if (this.#timer) clearTimeout(this.#timer)
    Dexie.on.storagemutated.unsubscribe(this.#heard)
  }

  #hear(parts: Record<string, IntervalTree>): void {
    const part = (table: string) => parts[`idb://${this.#db.name}/${table}/`]
    let heard = false
    const take = (into: RangeSet, table: string) => {
      const ranges = part(table)
      if (!ranges) return
      into.add(ranges)
      heard = true
    }
    take(this.#changed.annotations, 'annotations')
    take(this.#changed.reports, 'reports')
    take(this.#changed.reports, 'sections')
    take(this.#changed.sources, 'sources')
    take(this.#changed.texts, 'texts')
    if (heard) this.#timer ??= setTimeout(() => this.#again(), PACE)
  }

  #again(): void {
    this.#timer = null
    const changed = this.#changed
    this.#changed = nothing()
    this.#turn = this.#turn.then(() => this.#attempt(() => this.#readChanged(changed)))
  }

  async #attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      // A read that `stop` and the closing of the database cut off: nobody waits for it any more.
      if (!this.#ended.signal.aborted) this.#failed(error)
    }
  }

  /** Reads what has changed, and what shows it; where nothing of it is shown, nothing is told. */
  async #readChanged({ annotations, reports, sources, texts }: Changed): Promise<void> {
    const within = (ranges: RangeSet, key: string): boolean => rangesOverlap(ranges, new RangeSet(key))
    const forget = <T>(known: Map<string, T>, ranges: RangeSet): Set<string> => {
      const gone = new Set([...known.keys()].filter((key) => within(ranges, key)))
      for (const key of gone) known.delete(key)
      return gone
    }
    const [goneReports, goneSources, gonePages] = [
      forget(this.#reports, reports),
      forget(this.#sources, sources),
      forget(this.#pages, texts),
    ]
    const stale = new Set<string>()
    for (const { id, source, reading } of this.#quotes.values()) {
      const report = this.#reportId.get(id)
      const moved = gonePages.has(reading) || (report !== undefined && goneReports.has(report))
      if (moved) this.#unplaced.add(id)
      if (moved || goneSources.has(source.hash)) stale.add(id)
    }
    const keys = singleKeys(annotations)
    if (keys === null) await this.#readAll()
    for (const key of keys ?? []) stale.add(key)
    if (stale.size === 0 && keys !== null) return
    await this.#readThese(keys === null ? [...stale].filter((id) => this.#quotes.has(id)) : [...stale])
    await this.#place()
  }

  /** Reads all annotations; those that are gone go. */
  async #readAll(): Promise<void> {
    const seen = new Set<string>()
    for await (const part of rowsInParts(this.#db.annotations, this.#ended.signal)) {
      for (const { id } of part) seen.add(id)
      await this.#take(part)
      this.#tell('reading')
    }
    if (this.#ended.signal.aborted) return
    for (const id of [...this.#quotes.keys()]) if (!seen.has(id)) this.#drop(id)
  }

  async #readThese(ids: readonly string[]): Promise<void> {
    for (let at = 0; at < ids.length && !this.#ended.signal.aborted; at += AT_ONCE) {
      const part = ids.slice(at, at + AT_ONCE)
      const found = await this.#db.annotations.bulkGet(part)
      for (const [i, id] of part.entries()) if (!found[i]) this.#drop(id)
      await this.#take(found.filter((annotation) => annotation !== undefined))
    }
  }

  #drop(id: string): void {
    this.#quotes.delete(id)
    this.#reportId.delete(id)
    this.#unplaced.delete(id)
  }

  /** Takes annotations in, with what is known of their reports and files. */
  async #take(annotations: readonly Annotation[]): Promise<void> {
    await this.#know(annotations)
    for (const annotation of annotations) {
      const { id, report: reportId, source: hash } = annotation
      const report = (reportId !== null && this.#reports.get(reportId)) || null
      const source = this.#sources.get(hash)
      if (!source) {
        this.#drop(id)
        continue
      }
      const known = this.#quotes.get(id)
      if (known && known.report === report && known.source === source && isAsBefore(known, annotation)) continue
      const stays =
        known?.report === report && known.start === annotation.anchor.start && known.end === annotation.anchor.end
      if (!stays || known.orphan !== annotation.orphan) this.#unplaced.add(id)
      if (reportId !== null) this.#reportId.set(id, reportId)
      else this.#reportId.delete(id)
      this.#quotes.set(id, quoteOf(annotation, report, source, stays ? known : PLACES))
    }
  }

  /** Looks up the reports and sources of annotations that are not known yet. */
  async #know(annotations: readonly Annotation[]): Promise<void> {
    const missing = (known: ReadonlyMap<string, unknown>, keys: readonly string[]) =>
      [...new Set(keys)].filter((key) => !known.has(key))
    const reports = missing(
      this.#reports,
      annotations.flatMap(({ report }) => report ?? []),
    )
    const sources = missing(
      this.#sources,
      annotations.map(({ source }) => source),
    )
    if (reports.length > 0) {
      const found = await this.#db.reports.bulkGet(reports)
      for (const [i, id] of reports.entries()) this.#reports.set(id, found[i] ? quotedReport(found[i]) : null)
    }
    if (sources.length > 0) {
      const found = await this.#db.sources.bulkGet(sources)
      for (const [i, hash] of sources.entries()) this.#sources.set(hash, found[i] ? quotedSource(found[i]) : null)
    }
  }

  /** Looks up sections and pages of the quotes that have none yet, and tells that all is there. */
  async #place(): Promise<void> {
    this.#tell('placing')
    const waiting = [...this.#unplaced].flatMap((id) => this.#quotes.get(id) ?? [])
    for (const batch of byReports(waiting)) {
      if (this.#ended.signal.aborted) return
      const readings = [...new Set(batch.map(({ reading }) => reading))].filter((id) => !this.#pages.has(id))
      for (const [id, pages] of await pagesOfReadings(this.#db, readings)) this.#pages.set(id, pages)
      for (const [id, where] of await whereaboutsOf(this.#db, batch, this.#pages)) {
        this.#unplaced.delete(id)
        const quote = this.#quotes.get(id)
        if (quote && (quote.section !== where.section || quote.page !== where.page))
          this.#quotes.set(id, { ...quote, ...where })
      }
      this.#tell('placing')
    }
    this.#tell('whole')
  }

  #tell(state: KnownQuotes['state']): void {
    if (this.#ended.signal.aborted) return
    const now = performance.now()
    if (state !== 'whole' && now - this.#lastTold < TELLING) return
    this.#lastTold = now
    this.#told({ quotes: [...this.#quotes.values()].filter(({ source }) => !source.hidden), state })
  }
}

/** Whether an annotation is what its quote tells. */
function isAsBefore(quote: Quote, { anchor, codes, ...now }: Annotation): boolean {
  return (
    quote.updatedAt === now.updatedAt &&
    quote.start === anchor.start &&
    quote.end === anchor.end &&
    quote.quote === anchor.quote &&
    quote.orphan === now.orphan &&
    quote.reading === now.reading &&
    quote.memo === now.memo &&
    quote.codes.join() === codes.join()
  )
}

/** Quotes in batches of some reports each. */
function byReports(quotes: readonly Quote[]): Quote[][] {
  const ofReport = new Map<string, Quote[]>()
  for (const quote of quotes) {
    const key = quote.report?.id ?? quote.reading
    const own = ofReport.get(key)
    if (own) own.push(quote)
    else ofReport.set(key, [quote])
  }
  const reports = [...ofReport.values()]
  return Array.from({ length: Math.ceil(reports.length / REPORTS_AT_ONCE) }, (_, i) =>
    reports.slice(i * REPORTS_AT_ONCE, (i + 1) * REPORTS_AT_ONCE).flat(),
  )
}
