import { type Message, message } from '#shared/model/identity'
import { unpackCounts } from './packed-counts'
import type {
  SearchFound,
  SearchLine,
  SearchProgress,
  SearchQuestion,
  SearchReply,
  SearchRequest,
  Tracking,
  TrackQuestion,
} from './protocol'

/** What the client needs of a worker. */
export interface WorkerLike {
  postMessage(message: unknown): void
  terminate(): void
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void
  addEventListener(type: 'error', listener: (event: { message: string }) => void): void
}

/** A search could not be done, or not to its end; `reason` is for the user. */
export class SearchError extends Error {
  readonly reason: Message

  constructor(reason: Message) {
    super(reason.key)
    this.reason = reason
  }
}

/** How a search is told of while it goes on, and given up. */
export interface SearchTelling {
  /** Ends it; the promise is then rejected with the signal's reason. */
  signal: AbortSignal
  /** Told what was found so far, and at last the whole. */
  told?: (found: SearchFound, whole: boolean) => void
  progress?: (progress: SearchProgress) => void
  /** So many of the first lines are wanted with the answer, where they are at hand; 0 if not told. */
  first?: number
}

/** What a search came to. Who has one releases it when nobody looks at it any more. */
export interface SearchResult {
  found: SearchFound
  /** The first lines, as many as were wanted and there are; null where they are to be asked for. */
  first: readonly SearchLine[] | null
  /**
   * Lines in the order asked for, `to` exclusive, as far as there are any. Where the worker has gone to rest meanwhile,
   * it looks again.
   * @throws SearchError where they cannot be read
   */
  lines(from: number, to: number): Promise<SearchLine[]>
  /** Keeps the answer past its release, for who reads it in parts. @returns lets go of it; to be called once */
  hold(): () => void
  release(): void
}

/** How long things may take, in milliseconds. */
export interface SearchLimits {
  /** One source, by a regular expression: longer than this, and it never ends (catastrophic backtracking). */
  stuck: number
  /** A worker that is not asked anything; its texts go with it. */
  kept: number
}

const LIMITS: SearchLimits = { stuck: 5000, kept: 120_000 }

const startWorker = (): WorkerLike =>
  new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'search' })

/** A request before it has its number. */
type Asked<T = SearchRequest> = T extends { id: number } ? Omit<T, 'id'> : never

/** Something that a worker is asked and has not answered. */
interface Running {
  request: SearchRequest
  take: (reply: SearchReply) => void
  reject: (error: unknown) => void
}

/** A worker, and the answers that it still has. */
interface Working {
  worker: WorkerLike
  /** The search whose expression is now tried on a source, until it must be done with it. */
  timer: ReturnType<typeof setTimeout> | null
}

/** An answer that a worker holds; null: none does any more. */
interface Held extends Pick<SearchResult, 'found' | 'first'> {
  id: number
  by: Working | null
}

/**
 * The window's side of the worker that searches the texts of one project. The worker starts with the first question. It
 * is ended after a rest, which gives the memory of its texts back, and when an expression does not come to an end; what
 * else was asked of it then goes to a new one.
 */
export class SearchClient {
  readonly #project: string
  readonly #start: () => WorkerLike
  readonly #limits: SearchLimits
  readonly #running = new Map<number, Running>()
  #working: Working | null = null
  #resting: ReturnType<typeof setTimeout> | null = null
  #last = 0

  constructor(project: string, start: () => WorkerLike = startWorker, limits: Partial<SearchLimits> = {}) {
    this.#project = project
    this.#start = start
    this.#limits = { ...LIMITS, ...limits }
  }

  /**
   * Searches.
   * @throws SearchError where the query is none (`search.problem.*`), an expression does not come to an end in one of
   * the texts (`search.stuck` with its name), or the texts cannot be read
   */
  async search(question: SearchQuestion, telling: SearchTelling): Promise<SearchResult> {
    return this.#resultOf(question, await this.#find(question, telling))
  }

  #resultOf(question: SearchQuestion, first: Held): SearchResult {
    let held = first
    let again: Promise<void> | null = null
    let reading = 0
    let isReleased = false
    const letGo = (): void => {
      if (!isReleased || reading > 0 || !held.by) return
      if (held.by === this.#working) held.by.worker.postMessage({ type: 'release', id: held.id })
      held = { ...held, by: null }
    }
    /** Searches again, once for all lines that wait for it. */
    const findAgain = async (): Promise<void> => {
      held = await this.#find(question, { signal: new AbortController().signal })
    }
    const linesHeld = async (from: number, to: number): Promise<SearchLine[]> => {
      for (;;) {
        while (!held.by || held.by !== this.#working) {
          again ??= findAgain().finally(() => {
            again = null
          })
          await again
        }
        const asked = held
        const answer = await this.#ask<SearchLine[] | null>(
          { type: 'lines', of: asked.id, from, to },
          null,
          (reply, done) => {
            if (reply.told === 'lines') done(reply.lines)
            else if (reply.told === 'released') done(null)
          },
        )
        if (answer) return answer
        // The worker does not know the search: it is another one.
        if (held === asked) held = { ...asked, by: null }
      }
    }
    const hold = (): (() => void) => {
      reading++
      return () => {
        reading--
        letGo()
      }
    }
    const lines = async (from: number, to: number): Promise<SearchLine[]> => {
      const done = hold()
      try {
        return await linesHeld(from, to)
      } finally {
        done()
      }
    }
    const release = (): void => {
      isReleased = true
      letGo()
    }
    return { found: first.found, first: first.first, lines, hold, release }
  }

  /**
   * Asks where terms stand, report by report, in the order of places and years.
   * @throws SearchError where the texts cannot be read
   */
  track(question: TrackQuestion, { signal, progress }: Omit<SearchTelling, 'told'>): Promise<Tracking> {
    const asked: Asked = { type: 'track', project: this.#project, question }
    return this.#ask<Tracking>(asked, signal, (reply, done) => {
      if (reply.told === 'progress') progress?.(reply)
      else if (reply.told === 'tracked') done({ reports: reply.reports, at: reply.at, unplaced: reply.unplaced })
    })
  }

  /** What is held of these sources (null: of all) is read again when it is next needed. */
  changed(sources: readonly string[] | null): void {
    this.#working?.worker.postMessage({ type: 'changed', project: this.#project, sources })
  }

  /** Ends the worker; what waits is given up. */
  end(): void {
    this.#drop()
    const waiting = [...this.#running.values()]
    this.#running.clear()
    for (const { reject } of waiting) reject(new Error('the search worker was ended'))
  }

  #find(question: SearchQuestion, { signal, told, progress, first = 0 }: SearchTelling): Promise<Held> {
    const asked: Asked = { type: 'search', project: this.#project, question, first }
    return this.#ask<Held>(asked, signal, (reply, done) => {
      if (reply.told === 'progress') progress?.(reply)
      if (reply.told !== 'found') return
      const found = { ...reply.found, counts: unpackCounts(reply.found.counts) }
      told?.(found, reply.whole)
      if (reply.whole) done({ found, first: reply.first, id: reply.id, by: this.#working })
    })
  }

  /** Posts a request and takes its answers until one is the last. */
  #ask<T>(
    asked: Asked,
    signal: AbortSignal | null,
    take: (reply: SearchReply, done: (value: T) => void) => void,
  ): Promise<T> {
    if (signal?.aborted) return Promise.reject(signal.reason)
    const id = ++this.#last
    const request = { ...asked, id } as SearchRequest
    const working = this.#work()
    const answer = new Promise<T>((resolve, reject) => {
      const done = (value: T): void => {
        this.#running.delete(id)
        resolve(value)
      }
      this.#running.set(id, { request, reject, take: (reply) => take(reply, done) })
    })
    const cancel = () => {
      this.#running.get(id)?.reject(signal?.reason)
      this.#running.delete(id)
      this.#working?.worker.postMessage({ type: 'release', id })
    }
    signal?.addEventListener('abort', cancel, { once: true })
    working.worker.postMessage(request)
    return answer.finally(() => {
      signal?.removeEventListener('abort', cancel)
      this.#rest()
    })
  }

  #work(): Working {
    if (this.#resting) clearTimeout(this.#resting)
    this.#resting = null
    if (this.#working) return this.#working
    const working: Working = { worker: this.#start(), timer: null }
    this.#working = working
    working.worker.addEventListener('message', ({ data }) => this.#hear(working, data as SearchReply))
    working.worker.addEventListener('error', ({ message: why }) => {
      if (this.#working === working) this.#fail(new Error(`search worker: ${why || 'could not be loaded'}`))
    })
    return working
  }

  #hear(working: Working, reply: SearchReply): void {
    if (this.#working !== working) return
    if (reply.told !== 'lines' && working.timer) {
      clearTimeout(working.timer)
      working.timer = null
    }
    if (reply.told === 'at') working.timer = setTimeout(() => this.#stuck(reply.id, reply.name), this.#limits.stuck)
    const running = this.#running.get(reply.id)
    if (!running) return
    if (reply.told === 'failed') {
      this.#running.delete(reply.id)
      running.reject(new SearchError(reply.reason))
    } else running.take(reply)
  }

  /** An expression does not come to an end: its worker is ended, and what else was asked is asked of a new one. */
  #stuck(id: number, name: string): void {
    this.#drop()
    this.#running.get(id)?.reject(new SearchError(message('search.stuck', { name })))
    this.#running.delete(id)
    const others = [...this.#running.values()]
    if (others.length === 0) return
    const { worker } = this.#work()
    for (const { request } of others) worker.postMessage(request)
  }

  #fail(why: Error): void {
    this.#drop()
    const waiting = [...this.#running.values()]
    this.#running.clear()
    for (const { reject } of waiting) reject(why)
  }

  #drop(): void {
    if (this.#resting) clearTimeout(this.#resting)
    this.#resting = null
    if (this.#working?.timer) clearTimeout(this.#working.timer)
    this.#working?.worker.terminate()
    this.#working = null
  }

  /** Ends a worker that was not asked anything for a while. */
  #rest(): void {
    if (this.#resting) clearTimeout(this.#resting)
    this.#resting = this.#running.size > 0 ? null : setTimeout(() => this.#drop(), this.#limits.kept)
  }
}

let open: { project: string; client: SearchClient } | null = null

/** The client of a project, one for the whole window. */
export function searchClientOf(project: string): SearchClient {
  if (open?.project === project) return open.client
  open?.client.end()
  open = { project, client: new SearchClient(project) }
  return open.client
}
