import type { Message } from '#shared/model/identity'
import type { Answer, PlaceTold, Request } from './protocol'

/** What the client needs of a worker. */
export interface WorkerLike {
  postMessage(message: unknown): void
  terminate(): void
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void
  addEventListener(type: 'error', listener: (event: { message: string }) => void): void
}

/** The worker said why it could not answer; `reason` is for the user. */
export class ByPlaceError extends Error {
  readonly reason: Message

  constructor(reason: Message) {
    super(reason.key)
    this.reason = reason
  }
}

interface Running {
  told: (values: readonly PlaceTold<unknown>[]) => void
  resolve: () => void
  reject: (error: unknown) => void
}

/** With nobody looking, the worker is ended after this time, in milliseconds: its memory is needed elsewhere. */
const KEPT_FOR = 120_000

/**
 * The window's side of a worker that makes something of the reports of each place. It starts with the first question,
 * keeps what it made, and is ended when nobody has looked at it for some minutes.
 * @typeParam Views what each view tells of a place
 */
export class ByPlaceClient<Views extends object> {
  readonly #project: string
  readonly #start: () => WorkerLike
  readonly #keptFor: number
  readonly #running = new Map<number, Running>()
  readonly #lookers = new Set<() => void>()
  #worker: WorkerLike | null = null
  #timer: ReturnType<typeof setTimeout> | null = null
  #last = 0

  constructor(project: string, start: () => WorkerLike, keptFor = KEPT_FOR) {
    this.#project = project
    this.#start = start
    this.#keptFor = keptFor
  }

  /** True while the worker holds what it made. */
  get isRunning(): boolean {
    return this.#worker !== null
  }

  /**
   * Hears when what was told may be another; while anybody does, the worker is kept.
   * @returns the function that stops it
   */
  look(stale: () => void): () => void {
    const looker = () => stale()
    this.#lookers.add(looker)
    this.#rest()
    return () => {
      this.#lookers.delete(looker)
      this.#rest()
    }
  }

  /**
   * Reads places, all where `places` is null.
   * @param told what is made of them, part by part
   * @param signal ends it; the promise is then rejected with the signal's reason
   * @throws ByPlaceError where the reports cannot be read
   */
  read<View extends keyof Views & string>(
    view: View,
    places: readonly string[] | null,
    told: (values: readonly PlaceTold<Views[View]>[]) => void,
    signal: AbortSignal,
  ): Promise<void> {
    if (signal.aborted) return Promise.reject(signal.reason)
    const id = ++this.#last
    const worker = this.#take()
    const end = new Promise<void>((resolve, reject) => {
      // What is told belongs to the view that was asked for.
      this.#running.set(id, { told: told as Running['told'], resolve, reject })
    })
    const cancel = () => {
      this.#running.get(id)?.reject(signal.reason)
      this.#running.delete(id)
      this.#post({ type: 'cancel', id })
    }
    signal.addEventListener('abort', cancel, { once: true })
    worker.postMessage({ type: 'read', id, project: this.#project, view, places } satisfies Request)
    return end.finally(() => {
      signal.removeEventListener('abort', cancel)
      this.#rest()
    })
  }

  /** Ends the worker; what is under way is given up. */
  end(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    this.#worker?.terminate()
    this.#worker = null
    this.#fail(new DOMException('ended', 'AbortError'))
  }

  #post(request: Request): void {
    this.#worker?.postMessage(request)
  }

  #take(): WorkerLike {
    this.#rest()
    if (this.#worker) return this.#worker
    const worker = this.#start()
    this.#worker = worker
    worker.addEventListener('message', ({ data }) => this.#heard(data as Answer))
    worker.addEventListener('error', ({ message }) => {
      this.#worker = null
      worker.terminate()
      this.#fail(new Error(`worker: ${message || 'could not be loaded'}`))
    })
    return worker
  }

  #heard(answer: Answer): void {
    if (answer.told === 'stale') {
      for (const looker of this.#lookers) looker()
      return
    }
    const running = this.#running.get(answer.id)
    if (!running) return
    if (answer.told === 'values') {
      running.told(answer.values)
      return
    }
    this.#running.delete(answer.id)
    if (answer.told === 'failed') running.reject(new ByPlaceError(answer.reason))
    else running.resolve()
  }

  #fail(error: unknown): void {
    for (const { reject } of this.#running.values()) reject(error)
    this.#running.clear()
  }

  /** Begins the time after which the worker is ended, unless somebody looks or waits. */
  #rest(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    if (this.#lookers.size > 0 || this.#running.size > 0 || !this.#worker) return
    this.#timer = setTimeout(() => this.end(), this.#keptFor)
  }
}

const open = new Map<string, { project: string; end: () => void; client: unknown }>()

/**
 * The client of a project and a kind of worker, one for the whole window.
 * @param kind name of the worker
 */
export function clientOf<Views extends object>(
  kind: string,
  project: string,
  start: () => WorkerLike,
): ByPlaceClient<Views> {
  const known = open.get(kind)
  // A kind of worker has one form of client, which its module gives.
  if (known?.project === project) return known.client as ByPlaceClient<Views>
  known?.end()
  const client = new ByPlaceClient<Views>(project, start)
  open.set(kind, { project, client, end: () => client.end() })
  return client
}
