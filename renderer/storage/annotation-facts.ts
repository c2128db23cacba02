import { type IntervalTree, RangeSet } from 'dexie'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { Annotation } from '#shared/model/annotation'
import type { ProjectDatabase } from './database'
import { Failure, followDatabase } from './keeping'
import { useSession } from './react'
import { rowsInParts } from './rows-in-parts'

/** What counting needs of an annotation. */
export interface AnnotationFact {
  source: string
  report: string | null
  codes: readonly string[]
  /** Length of its span in UTF-16 code units. */
  characters: number
}

/** All annotations as counting needs them, at some moment. A new object whenever something has changed. */
export interface AnnotationFacts {
  /** By their ids. */
  facts: ReadonlyMap<string, AnnotationFact>
  /** Annotated sources whose import was undone: what stands in them counts nowhere. */
  hidden: ReadonlySet<string>
}

/** Records that are asked for at once by their keys. */
const AT_ONCE = 1_000

/**
 * Keeps the facts of a database's annotations in memory: read in parts once, then only what has changed, whoever
 * writes. Twenty thousand annotations are read again for each one that is made otherwise.
 */
class FactKeeper {
  readonly #db: ProjectDatabase
  #facts = new Map<string, AnnotationFact>()
  /** Annotated sources, and whether they are hidden. */
  readonly #sources = new Map<string, boolean>()
  readonly #listeners = new Set<() => void>()
  /** The opening of the database in which all was read: after another one all is read again. */
  #readIn: IDBDatabase | null = null
  #dirty = new RangeSet()
  #dirtySources = new RangeSet()
  #working: Promise<unknown> = Promise.resolve()
  #snapshot: AnnotationFacts | undefined
  readonly #failure = new Failure()

  constructor(db: ProjectDatabase) {
    this.#db = db
    followDatabase(db, { heard: this.#heard, opened: () => this.#listeners.size > 0 && void this.#refresh() })
  }

  /** The facts as they are stored now. */
  current(): Promise<AnnotationFacts> {
    const work = this.#working.then(() => this.#catchUp())
    // A failure is that of whoever asked; the next one tries again.
    this.#working = work.catch(() => undefined)
    return work
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    void this.#refresh()
    return () => this.#listeners.delete(listener)
  }

  /**
   * The facts that were read last, undefined before the first time; they stay when later ones cannot be read.
   * @throws what kept the first ones from being read, until it is tried again
   */
  readonly snapshot = (): AnnotationFacts | undefined => {
    if (!this.#snapshot) this.#failure.throwOnce()
    return this.#snapshot
  }

  readonly #heard = (parts: Record<string, IntervalTree>): void => {
    const annotations = parts[`idb://${this.#db.name}/annotations/`]
    const sources = parts[`idb://${this.#db.name}/sources/`]
    if (annotations) this.#dirty.add(annotations)
    if (sources) this.#dirtySources.add(sources)
    // Reading would open it, perhaps in the way of another window that fills it anew.
    if ((annotations || sources) && this.#listeners.size > 0 && this.#db.isOpen()) void this.#refresh()
  }

  async #refresh(): Promise<void> {
    const before = this.#snapshot
    try {
      await this.current()
      this.#failure.note(null)
    } catch (thrown) {
      // A project that is closed meanwhile needs no facts; what is only closed for now is read when it is opened.
      if (!this.#db.isOpen()) return
      this.#failure.note({ thrown })
    }
    if (this.#failure.there || this.#snapshot !== before) for (const listener of this.#listeners) listener()
  }

  async #catchUp(): Promise<AnnotationFacts> {
    const [dirty, dirtySources] = [this.#dirty, this.#dirtySources]
    this.#dirty = new RangeSet()
    this.#dirtySources = new RangeSet()
    try {
      const changed = await this.#takeAnnotations(dirty)
      const turned = await this.#takeSources(dirtySources)
      if (changed || turned || !this.#snapshot) {
        const hidden = [...this.#sources].flatMap(([hash, isHidden]) => (isHidden ? [hash] : []))
        this.#snapshot = { facts: this.#facts, hidden: new Set(hidden) }
      }
      return this.#snapshot
    } catch (error) {
      this.#dirty.add(dirty)
      this.#dirtySources.add(dirtySources)
      throw error
    }
  }

  /** Reads what has changed; true where something has. */
  async #takeAnnotations(dirty: RangeSet): Promise<boolean> {
    const opening = this.#db.backendDB()
    if (this.#readIn === null || this.#readIn !== opening) {
      await this.#takeAll()
      this.#readIn = opening
      return true
    }
    const { keys, ranges } = parted(dirty)
    for (let at = 0; at < keys.length; at += AT_ONCE) {
      const part = keys.slice(at, at + AT_ONCE)
      const rows = await this.#db.annotations.bulkGet(part)
      part.forEach((key, n) => {
        const row = rows[n]
        if (row) this.#facts.set(key, factOf(row))
        else this.#facts.delete(key)
      })
    }
    if (ranges) {
      // A whole stretch of the table: as rare as a rebuilt project.
      await this.#takeAll()
    }
    return ranges || keys.length > 0
  }

  /** Reads all annotations, and anew whether their sources are hidden; what is known stays until they are there. */
  async #takeAll(): Promise<void> {
    const facts = new Map<string, AnnotationFact>()
    for await (const part of rowsInParts(this.#db.annotations)) for (const one of part) facts.set(one.id, factOf(one))
    this.#facts = facts
    this.#sources.clear()
  }

  /** Reads of new and of changed annotated sources whether they are hidden; true where one has turned. */
  async #takeSources(dirty: RangeSet): Promise<boolean> {
    const { keys, ranges } = parted(dirty)
    const annotated = new Set<string>()
    for (const { source } of this.#facts.values()) annotated.add(source)
    const touched = ranges ? annotated : keys.filter((key) => annotated.has(key))
    const wanted = [...new Set([...touched, ...[...annotated].filter((hash) => !this.#sources.has(hash))])]
    let turned = false
    for (let at = 0; at < wanted.length; at += AT_ONCE) {
      const part = wanted.slice(at, at + AT_ONCE)
      const rows = await this.#db.sources.bulkGet(part)
      part.forEach((hash, n) => {
        const hidden = rows[n]?.hidden ?? false
        turned ||= this.#sources.get(hash) !== hidden
        this.#sources.set(hash, hidden)
      })
    }
    return turned
  }
}

const factOf = ({ source, report, codes, anchor }: Annotation): AnnotationFact => ({
  source,
  report,
  codes,
  characters: anchor.end - anchor.start,
})

/** The single keys of a set, and whether it holds stretches besides. */
function parted(set: RangeSet): { keys: string[]; ranges: boolean } {
  const keys: string[] = []
  let ranges = false
  const nodes = set[Symbol.iterator]()
  for (let node = nodes.next(); !node.done; node = nodes.next()) {
    const { from, to } = node.value
    if (typeof from === 'string' && from === to) keys.push(from)
    else ranges = true
  }
  return { keys, ranges }
}

const keepers = new WeakMap<ProjectDatabase, FactKeeper>()

function keeperOf(db: ProjectDatabase): FactKeeper {
  const known = keepers.get(db)
  if (known) return known
  const keeper = new FactKeeper(db)
  keepers.set(db, keeper)
  return keeper
}

/** The facts of all annotations as they are stored now; read in parts the first time, then kept. */
export const annotationFacts = (db: ProjectDatabase): Promise<AnnotationFacts> => keeperOf(db).current()

/** The same in React, drawn again whenever an annotation changes; undefined while they are read the first time. */
export function useAnnotationFacts(): AnnotationFacts | undefined {
  const keeper = keeperOf(useSession().db)
  return useSyncExternalStore(keeper.subscribe, keeper.snapshot)
}

/**
 * How many annotations each annotated source has.
 * @param wanted false while nobody sees it: it is counted again when somebody does
 * @returns null until they are counted
 */
export function useAnnotationCounts(wanted: boolean): ReadonlyMap<string, number> | null {
  const keeper = keeperOf(useSession().db)
  const subscribe = useCallback(
    (changed: () => void) => (wanted ? keeper.subscribe(changed) : () => undefined),
    [keeper, wanted],
  )
  const known = useSyncExternalStore(subscribe, keeper.snapshot)
  return useMemo(() => known && countsBySource(known), [known]) ?? null
}

function countsBySource({ facts }: AnnotationFacts): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { source } of facts.values()) counts.set(source, (counts.get(source) ?? 0) + 1)
  return counts
}
