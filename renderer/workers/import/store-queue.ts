import type { AnalysedSource } from '#shared/model/analysed'
import { type ProjectDatabase, storeImports } from '../../storage/worker'

/** The most files that are stored in one transaction. */
export const BATCH_FILES = 8
/** The longest that an analysed file waits for others, in milliseconds. */
export const BATCH_WAIT = 100

type StoreOptions = Parameters<typeof storeImports>[2]
type Stored = Awaited<ReturnType<typeof storeImports>>[number]

interface Waiting {
  db: ProjectDatabase
  analysed: AnalysedSource
  options: StoreOptions
  resolve(stored: Stored): void
  reject(error: unknown): void
}

/**
 * Gathers analysed files and stores several in one transaction, which costs little more than one of them alone. A batch
 * goes as soon as nothing more is being analysed.
 */
export class StoreQueue {
  #waiting: Waiting[] = []
  #analysing = 0
  #last: Promise<unknown> = Promise.resolve()
  #timer: ReturnType<typeof setTimeout> | null = null

  /** Analyses a file, one after the other, so that memory holds one; a batch waits for it a little. */
  async analysing<T>(work: () => Promise<T>): Promise<T> {
    this.#analysing += 1
    const analysed = this.#last.then(work)
    this.#last = analysed.catch(() => undefined)
    try {
      return await analysed
    } finally {
      this.#analysing -= 1
      // Whoever is waited for gets his turn to come into the batch first.
      queueMicrotask(() => queueMicrotask(() => this.#lookForMore()))
    }
  }

  /** Stores a file; answers when it is in the database. */
  store(db: ProjectDatabase, analysed: AnalysedSource, options: StoreOptions): Promise<Stored> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ db, analysed, options, resolve, reject })
      this.#timer ??= setTimeout(() => this.#flush(), BATCH_WAIT)
      this.#lookForMore()
    })
  }

  #lookForMore(): void {
    if (this.#waiting.length >= BATCH_FILES || this.#analysing === 0) this.#flush()
  }

  #flush(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    while (this.#waiting.length > 0) {
      const [first] = this.#waiting
      if (!first) return
      const batch = this.#waiting.filter((other) => goesWith(first, other))
      this.#waiting = this.#waiting.filter((other) => !goesWith(first, other))
      void storeBatch(first, batch)
    }
  }
}

const goesWith = (a: Waiting, b: Waiting): boolean =>
  a.db === b.db && a.options.mode === b.options.mode && a.options.author === b.options.author

/** One that cannot be stored must not take the others with it: then each is stored alone. */
async function storeBatch({ db, options }: Waiting, batch: readonly Waiting[]): Promise<void> {
  try {
    const stored = await storeImports(
      db,
      batch.map(({ analysed }) => analysed),
      options,
    )
    for (const [at, { resolve, reject }] of batch.entries()) {
      const one = stored[at]
      if (one) resolve(one)
      else reject(new Error('nothing was stored'))
    }
  } catch (error) {
    const [only] = batch
    if (batch.length === 1) only?.reject(error)
    else for (const one of batch) await storeBatch(one, [one])
  }
}
