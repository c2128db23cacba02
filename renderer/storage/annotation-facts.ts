import Dexie, { type IntervalTree, RangeSet } from 'dexie'
import { useSyncExternalStore } from 'react'
import type { Annotation } from '#shared/model/annotation'
import type { ProjectDatabase } from './database'
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
  readonly #facts = new Map<string, AnnotationFact>()
  /** Annotated sources, and whether they are hidden. */
  readonly #sources = new Map<string, boolean>()
  readonly #listeners = new Set<() => void>()
  #loaded = false
  #dirty = new RangeSet()
  #dirtySources = new RangeSet()
  #working: Promise<unknown> = Promise.resolve()
  #snapshot: AnnotationFacts | undefined
  #failed: unknown = null

  constructor(db: ProjectDatabase) {
    this.#db = db
    Dexie.on('storagemutated', this.#heard)
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

  /** The facts that were read last, undefined before the first time. */
  readonly snapshot = (): AnnotationFacts | undefined => {
    if (this.#failed !== null) throw this.#failed
    return this.#snapshot
  }

  readonly #heard = (parts: Record<string, IntervalTree>): void => {
    if (!this.#db.isOpen()) return void Dexie.on.storagemutated.unsubscribe(this.#heard)
    const annotations = parts[`idb://${this.#db.name}/annotations/`]
    const sources = parts[`idb://${this.#db.name}/sources/`]
    if (annotations) this.#dirty.add(annotations)
    if (sources) this.#dirtySources.add(sources)
    if ((annotations || sources) && this.#listeners.size > 0) void this.#refresh()
  }

  async #refresh(): Promise<void> {
    const before = this.#snapshot
    try {
      await this.current()
      this.#failed = null
    } catch (error) {
      // A project that is closed meanwhile needs no facts.
      if (!this.#db.isOpen()) return
      this.#failed = error
    }
    if (this.#failed !== null || this.#snapshot !== before) for (const listener of this.#listeners) listener()
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
    if (!this.#loaded) {
      for await (const part of rowsInParts(this.#db.annotations)) for (const one of part) this.#keep(one)
      this.#loaded = true
      return true
    }
    const { keys, ranges } = parted(dirty)
    for (let at = 0; at < keys.length; at += AT_ONCE) {
      const part = keys.slice(at, at + AT_ONCE)
      const rows = await this.#db.annotations.bulkGet(part)
      part.forEach((key, n) => {
        const row = rows[n]
        if (row) this.#keep(row)
        else this.#facts.delete(key)
      })
    }
    if (ranges) {
      // A whole stretch of the table: as rare as a rebuilt project.
      this.#facts.clear()
      for await (const part of rowsInParts(this.#db.annotations)) for (const one of part) this.#keep(one)
    }
    return ranges || keys.length > 0
  }

  #keep({ id, source, report, codes, anchor }: Annotation): void {
    this.#facts.set(id, { source, report, codes, characters: anchor.end - anchor.start })
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
