import type { Message } from '#shared/model/identity'
import type { Answer, Requests, RequestType, Told } from './protocol'

/** What the client needs of a worker. */
export interface WorkerLike {
  postMessage(message: unknown): void
  terminate(): void
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void
  addEventListener(type: 'error', listener: (event: { message: string }) => void): void
}

/** The worker said why it could not answer. */
export class StatementsError extends Error {
  readonly reason: Message

  constructor(reason: Message) {
    super(reason.key)
    this.reason = reason
  }
}

interface Waiting {
  resolve: (value: unknown) => void
  reject: (error: unknown) => void
}

/** With nobody looking, the worker is ended after this time, in milliseconds: its memory is needed elsewhere. */
const KEPT_FOR = 180_000

const startWorker = (): WorkerLike =>
  new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'statements' })

/**
 * The window's side of the statements worker of one project. The worker starts with the first question, and is ended
 * when nobody has looked at it for some minutes; the next question starts it again.
 */
export class StatementsClient {
  readonly #project: string
  readonly #start: () => WorkerLike
  readonly #keptFor: number
  readonly #listeners = new Set<(told: Told) => void>()
  readonly #waiting = new Map<number, Waiting>()
  #worker: WorkerLike | null = null
  #timer: ReturnType<typeof setTimeout> | null = null
  #lookers = 0
  #last = 0

  constructor(project: string, start: () => WorkerLike = startWorker, keptFor = KEPT_FOR) {
    this.#project = project
    this.#start = start
    this.#keptFor = keptFor
  }

  /** True while the worker holds statements. */
  get isRunning(): boolean {
    return this.#worker !== null
  }

  /**
   * Asks the worker.
   * @throws StatementsError when it could not answer
   */
  ask<T extends RequestType>(type: T, ask: Requests[T]['ask']): Promise<Requests[T]['answer']> {
    const worker = this.#running()
    this.#rest()
    // The answer belongs to the question: both are of one entry of `Requests`.
    return this.#post(worker, type, ask) as Promise<Requests[T]['answer']>
  }

  /** Hears what the worker tells by itself; returns the function that stops it. */
  listen(listener: (told: Told) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Keeps the worker while somebody looks at what it shows; returns the function that ends the look. */
  look(): () => void {
    this.#lookers++
    this.#rest()
    let looking = true
    return () => {
      if (looking) this.#lookers--
      looking = false
      this.#rest()
    }
  }

  /** Ends the worker; questions that wait are given up. */
  end(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    this.#worker?.terminate()
    this.#worker = null
    this.#giveUp(new Error('the statements worker was ended'))
  }

  #running(): WorkerLike {
    if (this.#worker) return this.#worker
    const worker = this.#start()
    this.#worker = worker
    worker.addEventListener('message', ({ data }) => this.#take(data as Answer | Told))
    worker.addEventListener('error', ({ message }) => {
      if (this.#worker === worker) this.#failed(message)
    })
    // Whatever is asked next tells of a database that cannot be opened.
    this.#post(worker, 'open', { project: this.#project }).catch(() => undefined)
    return worker
  }

  #post(worker: WorkerLike, type: RequestType, ask: object): Promise<unknown> {
    const id = ++this.#last
    const answer = new Promise<unknown>((resolve, reject) => this.#waiting.set(id, { resolve, reject }))
    worker.postMessage({ id, type, ...ask })
    return answer
  }

  #take(data: Answer | Told): void {
    if ('told' in data) {
      for (const listener of this.#listeners) listener(data)
      return
    }
    const waiting = this.#waiting.get(data.id)
    this.#waiting.delete(data.id)
    if (data.ok) waiting?.resolve(data.value)
    else waiting?.reject(new StatementsError(data.reason))
  }

  #failed(why: string): void {
    this.#worker?.terminate()
    this.#worker = null
    this.#giveUp(new Error(`statements worker: ${why || 'could not be loaded'}`))
  }

  #giveUp(error: Error): void {
    const waiting = [...this.#waiting.values()]
    this.#waiting.clear()
    for (const { reject } of waiting) reject(error)
  }

  /** Counts the time anew that the worker is kept without a look. */
  #rest(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    if (this.#lookers > 0 || !this.#worker) return
    this.#timer = setTimeout(() => {
      if (this.#waiting.size === 0) this.end()
      else this.#rest()
    }, this.#keptFor)
  }
}

let open: { project: string; client: StatementsClient } | null = null

/** The client of a project, one for the whole window: a second worker would hold everything twice. */
export function clientOf(project: string): StatementsClient {
  if (open?.project === project) return open.client
  open?.client.end()
  open = { project, client: new StatementsClient(project) }
  return open.client
}
