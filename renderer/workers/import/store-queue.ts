import type { AnalysedSource } from '#shared/model/analysed'
import { type ProjectDatabase, storeImports } from '../../storage/worker'

/** The most files that are stored in one transaction. */
export const BATCH_FILES = 12
/** The longest that an analysed file waits while another one is analysed, in milliseconds: a long print takes minutes. */
export const BATCH_WAIT = 1000

type StoreOptions = Parameters<typeof storeImports>[2]
type Stored = Awaited<ReturnType<typeof storeImports>>[number]

interface Waiting {
  db: ProjectDatabase
  analysed: AnalysedSource
  options: StoreOptions
  resolve(stored: Stored): void
  reject(error: unknown): void
}

interface Analysis {
  /** Analyses and tells who waits; it never fails. */
  perform(): Promise<void>
}

/**
 * Analyses files one after the other and stores several in one transaction, which costs little more than one of them
 * alone. Nothing is analysed while a batch is stored: each step of a transaction would wait for an analysis to end, and
 * the other worker, which needs the same tables, would wait with it. What comes meanwhile makes the next batch.
 */
export class StoreQueue {
  #waiting: Waiting[] = []
  readonly #analyses: Analysis[] = []
  #working = false
  #timer: ReturnType<typeof setTimeout> | null = null

  /** Analyses a file when its turn comes, so that memory holds one analysis at a time. */
  analysing<T>(work: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#analyses.push({ perform: () => settle(work, resolve, reject) })
      this.#start()
    })
  }

  /** Stores a file; answers when it is in the database. */
  store(db: ProjectDatabase, analysed: AnalysedSource, options: StoreOptions): Promise<Stored> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ db, analysed, options, resolve, reject })
      this.#timer ??= setTimeout(() => void this.#storeNext(), BATCH_WAIT)
      this.#start()
    })
  }

  #start(): void {
    if (this.#working) return
    this.#working = true
    void this.#work()
  }

  async #work(): Promise<void> {
    for (;;) {
      // Whoever was answered comes back with more first: a file to store, the next file out of the port.
      await nextTask()
      const next = this.#waiting.length < BATCH_FILES ? this.#analyses.shift() : undefined
      if (next) await next.perform()
      else if (this.#waiting.length > 0) await this.#storeNext()
      else break
    }
    this.#working = false
  }

  /** Stores what has waited longest with all that goes with it. */
  async #storeNext(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    const [first] = this.#waiting
    if (!first) return
    const batch = this.#waiting.filter((other) => goesWith(first, other)).slice(0, BATCH_FILES)
    this.#waiting = this.#waiting.filter((other) => !batch.includes(other))
    if (this.#waiting.length > 0) this.#timer = setTimeout(() => void this.#storeNext(), BATCH_WAIT)
    await storeBatch(first, batch)
  }
}

/** The next turn of the event loop, without the delay that timers have. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}

/** Whatever goes wrong is told to who waits, also what is thrown before there is a promise. */
async function settle<T>(
  work: () => Promise<T>,
  resolve: (value: T) => void,
  reject: (reason: unknown) => void,
): Promise<void> {
  try {
    resolve(await work())
  } catch (error) {
    reject(error)
  }
}

const goesWith = (a: Waiting, b: Waiting): boolean =>
  a.db === b.db &&
  a.options.mode === b.options.mode &&
  a.options.author === b.options.author &&
  JSON.stringify(a.options.indicators) === JSON.stringify(b.options.indicators)

/** One that cannot be stored must not take the others with it: then each is stored alone. */
async function storeBatch({ db, options }: Waiting, batch: readonly Waiting[]): Promise<void> {
  try {
    const journalLast = Math.max(...batch.map((one) => one.options.journalLast ?? 0))
    const stored = await storeImports(
      db,
      batch.map(({ analysed }) => analysed),
      { ...options, journalLast },
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
