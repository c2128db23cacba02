import Dexie, { type IntervalTree, RangeSet, rangesOverlap } from 'dexie'
import type { Annotation } from '#shared/model/annotation'
import type { ProjectDatabase } from './database'
import { sameValue } from './equal'
import { annotationsFrom, annotationsOf, BY_START, inTextOrder } from './queries/annotations'

/** What is different from before; `all` stands for the whole list, `early` for what is shown until that is read. */
export type AnnotationsChange = 'all' | 'early' | { put: readonly Annotation[]; gone: readonly string[] }

/** So many annotations are read before the others: more than are ever in view. */
export const EARLY = 300

/** How far before a place annotations may begin that reach into its view; UTF-16 code units. */
const REACH = 200

/** How a source's annotations are read for the first time. */
export interface FirstReading {
  /** Offset of the place whose annotations are read before the others, in UTF-16 code units. */
  place: number
  /** What all the others wait for, asked in the turn after the beginning; it never fails. */
  before(): Promise<unknown>
}

/** More records than this are read with all the others of the source, in one request. */
const MANY = 200

/** The single keys of a set of ranges; null where one of them is no single key. */
function keysOf(tree: IntervalTree): string[] | null {
  const ranges = new RangeSet()
  ranges.add(tree)
  const keys: string[] = []
  for (const range of Array.from(ranges)) {
    if (!('from' in range) || typeof range.from !== 'string' || range.from !== range.to) return null
    keys.push(range.from)
  }
  return keys
}

/** True when a reader would see no difference: only the times of saving are others. */
const looksSame = (a: Annotation, b: Annotation): boolean =>
  sameValue({ ...a, createdAt: '', updatedAt: '' }, { ...b, createdAt: '', updatedAt: '' })

/**
 * The annotations of one source, kept in memory: a change of one of them, in whatever window, reads that one and not
 * all. What the user does is shown before it is saved (`propose`) and taken back when that fails.
 */
export class LiveAnnotations {
  /** Resolves once they are read, or could not be. */
  readonly first: Promise<void>
  readonly #db: ProjectDatabase
  readonly #hash: string
  readonly #failed: (error: unknown) => void
  readonly #listeners = new Set<(change: AnnotationsChange) => void>()
  readonly #heard = (parts: Record<string, IntervalTree>): void => this.#hear(parts)
  /** As the database has them. */
  #stored = new Map<string, Annotation>()
  /** Shown instead of what is stored, until that is the same; null for one that goes. */
  readonly #proposed = new Map<string, Annotation | null>()
  #list: readonly Annotation[] | null = null
  #early: readonly Annotation[] | null = null
  /** Null once the first reading has begun. */
  #firstly: FirstReading | null
  /** What to read next. */
  #wanted: Set<string> | 'all' = 'all'
  #reading: Promise<void> | null = null
  #stopped = false
  /** True from a reading that failed until the next one: what is shown meanwhile is not all. */
  #unread = false
  // In a task of its own: what is read inside the event goes past the opening, which is not over yet.
  readonly #opened = (): void => void setTimeout(() => this.#unread && void this.#read())

  /**
   * Begins to read and to listen.
   * @param failed told when the database cannot be read
   * @param firstly how to read where there are thousands; without it all are read at once
   */
  constructor(
    db: ProjectDatabase,
    hash: string,
    failed: (error: unknown) => void,
    firstly: FirstReading | null = null,
  ) {
    this.#db = db
    this.#hash = hash
    this.#failed = failed
    this.#firstly = firstly
    Dexie.on('storagemutated', this.#heard)
    db.on('ready', this.#opened, true)
    // Not by a promise's `then`: made inside a transaction, it would read inside of it.
    this.first = new Promise((done) => queueMicrotask(() => void this.#read().then(done)))
  }

  /**
   * All of them once they are read, until then those around the place asked for, in the order of the text; null until
   * those are there.
   */
  get early(): readonly Annotation[] | null {
    return this.#list ?? this.#early
  }

  /** All of them in the order of the text; null until they are read. Another array whenever one of them is different. */
  get list(): readonly Annotation[] | null {
    return this.#list
  }

  /** Tells a listener of each change, in the same turn in which the list has it; returns the function that ends it. */
  readonly subscribe = (listener: (change: AnnotationsChange) => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /**
   * Shows annotations as they will be, and saves them.
   * @param after the annotations by their ids; null for one that goes
   * @param save what saves them; when it fails, what is stored is shown again and the failure is passed on
   */
  async propose(after: ReadonlyMap<string, Annotation | null>, save: () => Promise<unknown>): Promise<void> {
    for (const [id, annotation] of after) this.#proposed.set(id, annotation)
    this.#show([...after.keys()])
    try {
      await save()
    } finally {
      this.#want([...after.keys()])
      await this.#read()
      for (const [id, annotation] of after) if (this.#proposed.get(id) === annotation) this.#proposed.delete(id)
      this.#show([...after.keys()])
    }
  }

  /** Shows an annotation as it may become: nothing is saved until it is proposed, `endPreview` shows what is stored. */
  preview(annotation: Annotation): void {
    this.#proposed.set(annotation.id, annotation)
    this.#show([annotation.id])
  }

  /** Shows an annotation as it is stored. */
  endPreview(id: string): void {
    this.#proposed.delete(id)
    this.#show([id])
  }

  /** Ends reading and listening. */
  stop(): void {
    this.#stopped = true
    this.#listeners.clear()
    Dexie.on.storagemutated.unsubscribe(this.#heard)
    this.#db.on.ready.unsubscribe(this.#opened)
  }

  #hear(parts: Record<string, IntervalTree>): void {
    const part = (index: string) => parts[`idb://${this.#db.name}/annotations/${index}`]
    const changed = part('')
    if (!changed) return
    const keys = keysOf(changed)
    const places = part(BY_START)
    const own = new RangeSet([this.#hash], [this.#hash, []])
    const inSource = places !== undefined && rangesOverlap(places, own)
    if (keys === null) this.#want('all')
    else this.#want(inSource ? keys : keys.filter((key) => this.#stored.has(key)))
    void this.#read()
  }

  #want(keys: readonly string[] | 'all'): void {
    if (keys === 'all' || this.#wanted === 'all') this.#wanted = 'all'
    else for (const key of keys) this.#wanted.add(key)
  }

  /** Reads what is wanted, one request after the other, until nothing is. */
  #read(): Promise<void> {
    this.#reading ??= this.#readAll().finally(() => {
      this.#reading = null
    })
    return this.#reading
  }

  async #readAll(): Promise<void> {
    try {
      while (!this.#stopped && (this.#wanted === 'all' || this.#wanted.size > 0)) {
        const wanted = this.#wanted
        this.#wanted = new Set()
        this.#unread = false
        if (wanted === 'all' || wanted.size > MANY) await this.#readSource()
        else await this.#readRecords([...wanted])
      }
    } catch (error) {
      // A read that the closing of the database cut off: nobody listens any more.
      if (this.#stopped) return
      // With the next change, or when the database is open again: what was asked for is not known by then.
      this.#wanted = 'all'
      this.#unread = true
      this.#failed(error)
      // The text can be read without them, or with those that are there.
      if (!this.#list) {
        this.#list = this.#early ?? []
        this.#tell('all')
      }
    }
  }

  /** Those around a place; null where they are not all of the source's. */
  async #readFirstly({ place, before }: FirstReading): Promise<Annotation[] | null> {
    const from = Math.max(0, place - REACH)
    const { annotations, all } = await annotationsFrom(this.#db, this.#hash, from, EARLY)
    if (all) return annotations
    this.#early = annotations
    this.#tell('early')
    await before()
    return null
  }

  async #readSource(): Promise<void> {
    const firstly = this.#firstly
    this.#firstly = null
    const some = firstly && (await this.#readFirstly(firstly))
    if (this.#stopped) return
    const all = some ?? (await annotationsOf(this.#db, this.#hash))
    if (this.#stopped) return
    this.#stored = new Map(all.map((annotation) => [annotation.id, annotation]))
    this.#list = this.#proposed.size === 0 ? all : this.#laidOver()
    this.#early = null
    this.#tell('all')
  }

  #laidOver(): Annotation[] {
    const shown = new Map<string, Annotation | null>([...this.#stored, ...this.#proposed])
    return [...shown.values()].flatMap((annotation) => annotation ?? []).sort(inTextOrder)
  }

  async #readRecords(keys: readonly string[]): Promise<void> {
    const records = await this.#db.annotations.bulkGet([...keys])
    if (this.#stopped) return
    keys.forEach((key, i) => {
      const record = records[i]
      if (record?.source === this.#hash) this.#stored.set(key, record)
      else this.#stored.delete(key)
    })
    this.#show(keys)
  }

  /** Brings the list up to date with these annotations, and tells what is different. */
  #show(ids: readonly string[]): void {
    if (!this.#list) return
    const put: Annotation[] = []
    const gone: string[] = []
    const present = new Map<string, Annotation>()
    const asked = new Set(ids)
    for (const annotation of this.#list) if (asked.has(annotation.id)) present.set(annotation.id, annotation)
    for (const id of asked) {
      const before = present.get(id)
      const proposed = this.#proposed.get(id)
      const after = proposed === undefined ? this.#stored.get(id) : (proposed ?? undefined)
      if (!after && before) gone.push(id)
      else if (after && !(before && looksSame(before, after))) put.push(after)
    }
    if (put.length + gone.length === 0) return
    const list = [...this.#list]
    for (const id of [...gone, ...put.map((one) => one.id)]) {
      const before = present.get(id)
      if (before) list.splice(placeOf(list, before), 1)
    }
    for (const annotation of put) list.splice(placeOf(list, annotation), 0, annotation)
    this.#list = list
    this.#tell({ put, gone })
  }

  #tell(change: AnnotationsChange): void {
    for (const listener of this.#listeners) listener(change)
  }
}

/** Where an annotation stands, or would stand, in a list in the order of the text. */
function placeOf(list: readonly Annotation[], annotation: Annotation): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    const there = list[middle]
    if (there && inTextOrder(there, annotation) < 0) low = middle + 1
    else high = middle
  }
  return low
}
