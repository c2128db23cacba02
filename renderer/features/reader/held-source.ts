import {
  getSourceBundle,
  LiveAnnotations,
  LiveValue,
  libraryKeeperOf,
  listCodes,
  type ProjectDatabase,
  reasonOf,
  type Session,
  sourceMatters,
  sourceStatements,
} from '../../storage'
import { notify } from '../../workbench'
import { positionOf } from './places/positions'

/** What is read before anybody shows it is let go after this many milliseconds. */
export const AHEAD_FOR = 10_000

/** Where in a text somebody goes; null for what is not said. */
export interface Going {
  /** Id of a report. */
  report: string | null
  /** UTF-16 code units. */
  start: number | null
}

/** To where the text was left. */
const NOWHERE: Going = { report: null, start: null }

/** So much of a view may stand above the place that is gone to; UTF-16 code units. */
const ABOVE = 600

/** The place in a text that will be in view first, as `leftAt` and `placeOf` find it; UTF-16 code units. */
function firstPlace({ db, project }: Home, hash: string, { report, start }: Going): number {
  if (start !== null) return Math.max(0, start - ABOVE)
  const left = positionOf(project.id, hash)
  // Not from the database: the answer would come as late as that to all else that is asked.
  const wanted = libraryKeeperOf(db)
    .row(hash)
    ?.reports.find(({ id }) => id === report)
  if (wanted && !(left && wanted.start <= left.top && left.top < wanted.end)) return wanted.start
  return left?.top ?? 0
}

/** The project that a source is of. */
type Home = Pick<Session, 'db' | 'project'>

/** What a text is shown with: read, and kept up to date until it is let go. */
export class HeldSource {
  readonly db: ProjectDatabase
  readonly hash: string
  readonly live
  readonly codes
  readonly statements
  readonly matters
  #bundle: ReturnType<typeof this.bundleOf> | null = null
  #holders = 0
  /** True when its annotations could not be read before anybody showed it. */
  #lost = false
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #gone: () => void

  /**
   * Begins to read.
   * @param going where in it somebody goes
   * @param gone told when it has been let go
   */
  constructor(home: Home, hash: string, going: Going, gone: () => void) {
    const { db } = home
    this.db = db
    this.hash = hash
    this.#gone = gone
    this.codes = new LiveValue(() => listCodes(db))
    // In one transaction each: so many requests cost less than so many transactions.
    const { sources, reports, statements, engineOutput, matters, engineMatters } = db
    this.statements = new LiveValue(() =>
      db.transaction('r', [sources, reports, statements, engineOutput], () => sourceStatements(db, hash)),
    )
    this.matters = new LiveValue(() =>
      db.transaction('r', [sources, reports, matters, engineMatters], () => sourceMatters(db, hash)),
    )
    // Thousands of annotations would hold up what the text is drawn with: those in view come first, all others last.
    const place = firstPlace(home, hash, going)
    const before = () => Promise.all(this.#values.map(({ first }) => first))
    this.live = new LiveAnnotations(db, hash, (error) => this.#failedToRead(error), { place, before })
  }

  /** Annotations that nobody sees yet are read anew when somebody wants them. */
  #failedToRead(error: unknown): void {
    if (this.shown) notify('error', reasonOf(error, 'project.write.failed'))
    else this.#lost = true
  }

  /** The text with its reports; not read until it is asked for, since a reader inside another view has it already. */
  get bundle() {
    this.#bundle ??= this.bundleOf()
    return this.#bundle
  }

  private bundleOf() {
    const { sources, readings, texts, reports, sections } = this.db
    const tables = [sources, readings, texts, reports, sections]
    return new LiveValue(() => this.db.transaction('r', tables, () => getSourceBundle(this.db, this.hash)))
  }

  /** Reads all that it is shown with; resolves when that is read, or could not be. */
  async all(): Promise<void> {
    void this.bundle
    await Promise.all([...this.#values, this.live].map(({ first }) => first))
  }

  /** True while somebody shows it. */
  get shown(): boolean {
    return this.#holders > 0
  }

  /** True when part of it could not be read: whoever tries once more reads anew. */
  get failed(): boolean {
    return this.#lost || this.#values.some((one) => one.failed)
  }

  get #values() {
    return [this.codes, this.statements, this.matters, ...(this.#bundle ? [this.#bundle] : [])]
  }

  /** Keeps it for a while though nobody shows it yet. */
  keep(): void {
    clearTimeout(this.#timer)
    if (!this.shown) this.#timer = setTimeout(() => this.stop(), AHEAD_FOR)
  }

  /** Keeps it; returns the function that lets it go. */
  hold(): () => void {
    clearTimeout(this.#timer)
    this.#holders++
    let held = true
    return () => {
      if (!held) return
      held = false
      if (--this.#holders === 0) this.stop()
    }
  }

  /** Ends reading. */
  stop(): void {
    clearTimeout(this.#timer)
    this.live.stop()
    for (const one of this.#values) one.stop()
    this.#gone()
  }
}

/** What is held now, by database and source: two surfaces of one source share it. */
const held = new WeakMap<ProjectDatabase, Map<string, HeldSource>>()

/** What a source is shown with, of which reading has begun; whoever shows it holds it. */
export function sourceOf(home: Home, hash: string, going = NOWHERE): HeldSource {
  const { db } = home
  const sources = held.get(db) ?? new Map<string, HeldSource>()
  held.set(db, sources)
  const known = sources.get(hash)
  if (known && !known.failed) return known
  known?.stop()
  const one = new HeldSource(home, hash, going, () => {
    if (sources.get(hash) === one) sources.delete(hash)
  })
  sources.set(hash, one)
  one.keep()
  return one
}

let ahead: HeldSource | null = null

/**
 * Begins to read what a tab would show that may be opened in a moment. Only the source that was asked for last is kept
 * so, and not for long. It follows the database from its first request on, so what a tab finds is never out of date.
 */
export function readAhead(home: Home, hash: string, going = NOWHERE): void {
  const wanted = sourceOf(home, hash, going)
  if (ahead !== wanted && ahead && !ahead.shown) ahead.stop()
  ahead = wanted
  wanted.keep()
  void wanted.bundle
}
