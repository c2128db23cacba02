import { createStore } from 'zustand/vanilla'
import { PATH_MARK, pagesOf, readWords, sectionPath } from '#shared/exchange/citation'
import { type MatterMaterial, type MatterRow, matterMaterial, type ProjectDatabase, watchCells } from '../../storage'

/** Reports whose texts are kept for the rows in sight; each takes some 40 KiB. */
const KEPT = 80

/** Counts of statements follow changes no sooner than this, in milliseconds. */
const PACE = 300

/** A row's sentence on one line, its own words apart. */
export interface Sentence {
  before: string
  words: string
  after: string
}

/** How many of sorted offsets lie from `start` up to `end`. */
function countBetween(offsets: readonly number[], start: number, end: number): number {
  return offsets.filter((offset) => start <= offset && offset < end).length
}

/** How many statements begin inside an item of a list; null for what is none. */
export function statementsIn({ content, orphan }: MatterRow, { statements }: MatterMaterial): number | null {
  if (content.type !== 'list_item' || orphan) return null
  return countBetween(statements, content.start, content.end)
}

/** The sentence of a row, or its words where they are longer. */
export function sentenceOf({ content, orphan }: MatterRow, { text, joins }: MatterMaterial): Sentence {
  if (orphan) return { before: '', words: '', after: '' }
  const { start, end, sentence } = content
  const read = (from: number, to: number): string => (from < to ? readWords(text, { start: from, end: to }, joins) : '')
  return {
    before: read(sentence.start, start),
    words: read(start, end),
    after: read(end, sentence.end),
  }
}

/** Where a row stands, for an export. */
export function whereaboutsOf(row: MatterRow, material: MatterMaterial): { section: string; page: string } {
  if (row.orphan) return { section: '', page: '' }
  return {
    section: sectionPath(material.sections, row.content.start).join(PATH_MARK),
    page: pagesOf(material.pages, row.content),
  }
}

/** What stands around the rows in sight: their texts, and the statements of their reports. */
export class Material {
  /** By report. */
  readonly store = createStore<{ of: ReadonlyMap<string, MatterMaterial> }>(() => ({ of: new Map() }))
  readonly #db: ProjectDatabase
  readonly #stop: () => void
  readonly #failed: (error: unknown) => void
  readonly #loading = new Set<string>()
  #closed = false

  /** @param failed told when the database cannot be read */
  constructor(db: ProjectDatabase, failed: (error: unknown) => void) {
    this.#db = db
    this.#failed = failed
    this.#stop = watchCells(db, ({ touches }) => this.#drop((report) => touches(report)), PACE)
  }

  close(): void {
    this.#closed = true
    this.#stop()
  }

  /** Sees to it that the reports of rows are there; those of others go when they are many. */
  async need(rows: readonly MatterRow[]): Promise<void> {
    const wanted = new Map(rows.map(({ report, reading }) => [report, { report, reading }]))
    const missing = [...wanted.values()].filter(
      ({ report }) => !this.store.getState().of.has(report) && !this.#loading.has(report),
    )
    if (missing.length === 0) return
    for (const { report } of missing) this.#loading.add(report)
    try {
      const read = await matterMaterial(this.#db, missing)
      this.store.setState(({ of }) => {
        const others = [...of].filter(([report]) => wanted.has(report))
        const spare = [...of].filter(([report]) => !wanted.has(report)).slice(-Math.max(0, KEPT - wanted.size))
        return { of: new Map([...spare, ...others, ...read.map((one) => [one.report, one] as const)]) }
      })
    } catch (error) {
      // A read that the closing of the project cut off: nobody waits for it any more.
      if (!this.#closed) this.#failed(error)
    } finally {
      for (const { report } of missing) this.#loading.delete(report)
    }
  }

  /** Forgets the reports whose rows are others now: their text may be another too. */
  forget(
    before: ReadonlyMap<string, readonly MatterRow[]> | undefined,
    now: ReadonlyMap<string, readonly MatterRow[]>,
  ): void {
    if (before) this.#drop((report) => before.get(report) !== now.get(report))
  }

  #drop(gone: (report: string) => boolean): void {
    const { of } = this.store.getState()
    const kept = new Map([...of].filter(([report]) => !gone(report)))
    if (kept.size < of.size) this.store.setState({ of: kept })
  }
}
