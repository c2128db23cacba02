import { type Message, message } from '#shared/model/identity'
import type { Answer, HitGroup, Request, ScanEnd, ScanHit, ScanProgress, ScanQuery } from './protocol'

/** What the client needs of a worker. */
export interface WorkerLike {
  postMessage(message: unknown): void
  terminate(): void
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void
  addEventListener(type: 'error', listener: (event: { message: string }) => void): void
}

/** A scan could not be done, or not to its end; `reason` is for the user. */
export class ScanError extends Error {
  readonly reason: Message

  constructor(reason: Message) {
    super(reason.key)
    this.reason = reason
  }
}

/** Told the hits as they are found, in the order of places, years and texts. */
export type HitsTold = (batch: ScanHit[], progress: ScanProgress) => void

/** How long things may take, in milliseconds. */
export interface ScanLimits {
  /** One source, by a regular expression: longer than this, and it never ends (catastrophic backtracking). */
  stuck: number
  /** A worker with nothing to do. */
  kept: number
}

const LIMITS: ScanLimits = { stuck: 5000, kept: 20_000 }

const startWorker = (): WorkerLike =>
  new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'scan' })

const flat = ({ hits, ...shared }: HitGroup): ScanHit[] => hits.map((hit) => ({ ...shared, ...hit }))

/** A scan that a worker is at. */
interface Running {
  worker: WorkerLike
  told: HitsTold
  resolve: (end: ScanEnd) => void
  reject: (error: unknown) => void
  timer: ReturnType<typeof setTimeout> | null
}

/**
 * The window's side of the workers that look through the texts of one project. A worker does one scan at a time, so that
 * one that must be ended takes no other with it; it is kept for the next one for a while.
 */
export class ScanClient {
  readonly #project: string
  readonly #start: () => WorkerLike
  readonly #limits: ScanLimits
  readonly #running = new Map<number, Running>()
  #idle: WorkerLike | null = null
  #resting: ReturnType<typeof setTimeout> | null = null
  #last = 0

  constructor(project: string, start: () => WorkerLike = startWorker, limits: Partial<ScanLimits> = {}) {
    this.#project = project
    this.#start = start
    this.#limits = { ...LIMITS, ...limits }
  }

  /**
   * Looks for something in the texts.
   * @param told the hits, as they are found
   * @param signal ends it; the promise is then rejected with the signal's reason
   * @throws ScanError where the pattern is none (`autocode.invalid`), does not come to an end in one of the texts
   * (`autocode.stuck`), or the texts cannot be read
   */
  scan(query: ScanQuery, told: HitsTold, signal: AbortSignal): Promise<ScanEnd> {
    if (signal.aborted) return Promise.reject(signal.reason)
    const id = ++this.#last
    const worker = this.#take()
    const end = new Promise<ScanEnd>((resolve, reject) => {
      this.#running.set(id, { worker, told, resolve, reject, timer: null })
    })
    const cancel = () => {
      const running = this.#running.get(id)
      if (running) running.told = () => undefined
      running?.reject(signal.reason)
      this.#post(worker, { type: 'cancel', id })
    }
    signal.addEventListener('abort', cancel, { once: true })
    this.#post(worker, { type: 'scan', id, project: this.#project, query })
    return end.finally(() => signal.removeEventListener('abort', cancel))
  }

  /** Ends all workers; scans under way are given up. */
  end(): void {
    if (this.#resting) clearTimeout(this.#resting)
    this.#resting = null
    this.#idle?.terminate()
    this.#idle = null
    for (const id of [...this.#running.keys()]) this.#kill(id, new Error('the scan worker was ended'))
  }

  #post(worker: WorkerLike, request: Request): void {
    worker.postMessage(request)
  }

  #take(): WorkerLike {
    if (this.#resting) clearTimeout(this.#resting)
    const idle = this.#idle
    this.#idle = null
    if (idle) return idle
    const worker = this.#start()
    worker.addEventListener('message', ({ data }) => this.#hear(data as Answer))
    worker.addEventListener('error', ({ message: why }) => {
      for (const [id, running] of this.#running)
        if (running.worker === worker) this.#kill(id, new Error(`scan worker: ${why || 'could not be loaded'}`))
    })
    return worker
  }

  #hear(answer: Answer): void {
    const running = this.#running.get(answer.id)
    if (!running) return
    if (running.timer) clearTimeout(running.timer)
    running.timer = null
    if (answer.told === 'at') {
      const stuck = new ScanError(message('autocode.stuck', { name: answer.name }))
      running.timer = setTimeout(() => this.#kill(answer.id, stuck), this.#limits.stuck)
    } else if (answer.told === 'hits') {
      const { groups, done, total } = answer
      running.told(groups.flatMap(flat), { done, total })
    } else {
      this.#running.delete(answer.id)
      this.#rest(running.worker)
      if (answer.told === 'end') running.resolve({ hits: answer.hits, truncated: answer.truncated })
      else if (answer.told === 'failed') running.reject(new ScanError(answer.reason))
    }
  }

  #kill(id: number, why: unknown): void {
    const running = this.#running.get(id)
    if (!running) return
    this.#running.delete(id)
    if (running.timer) clearTimeout(running.timer)
    running.worker.terminate()
    running.reject(why)
  }

  /** Keeps a worker that has nothing to do, one at most. */
  #rest(worker: WorkerLike): void {
    if (this.#idle) worker.terminate()
    else this.#idle = worker
    if (this.#resting) clearTimeout(this.#resting)
    this.#resting = setTimeout(() => {
      this.#idle?.terminate()
      this.#idle = null
    }, this.#limits.kept)
  }
}

let open: { project: string; client: ScanClient } | null = null

/** The client of a project, one for the whole window. */
export function scanClientOf(project: string): ScanClient {
  if (open?.project === project) return open.client
  open?.client.end()
  open = { project, client: new ScanClient(project) }
  return open.client
}
