import type { WordsAnswers, WordsKind, WordsQueries, WordsReply, WordsRequest } from './protocol'

/** What the client needs of a worker. */
export interface WorkerLike {
  postMessage(message: unknown): void
  terminate(): void
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void
  addEventListener(type: 'error', listener: (event: { message: string }) => void): void
}

/** Told how far it is, in reports. */
export type ProgressTold = (done: number, total: number) => void

interface Asked {
  resolve: (answer: WordsAnswers[WordsKind]) => void
  reject: (error: unknown) => void
  told: ProgressTold
}

/** A worker with nothing to do is kept this long, in milliseconds: the next question mostly follows. */
const KEPT = 20_000

const startWorker = (): WorkerLike =>
  new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'words' })

/** The window's side of the worker that counts words: started when it is needed, ended when it has rested. */
export class WordsClient {
  readonly #project: string
  readonly #start: () => WorkerLike
  readonly #kept: number
  readonly #asked = new Map<number, Asked>()
  #worker: WorkerLike | null = null
  #resting: ReturnType<typeof setTimeout> | null = null
  #last = 0

  constructor(project: string, start: () => WorkerLike = startWorker, kept = KEPT) {
    this.#project = project
    this.#start = start
    this.#kept = kept
  }

  /**
   * Asks about the words of reports.
   * @param signal ends it; the promise is then rejected with the signal's reason
   * @throws Error when the worker fails
   */
  ask<K extends WordsKind>(
    kind: K,
    query: WordsQueries[K],
    { signal, told = () => undefined }: { signal: AbortSignal; told?: ProgressTold },
  ): Promise<WordsAnswers[K]> {
    if (signal.aborted) return Promise.reject(signal.reason)
    const id = ++this.#last
    const worker = this.#take()
    const answer = new Promise<WordsAnswers[K]>((resolve, reject) => {
      this.#asked.set(id, { resolve: (found) => resolve(found as WordsAnswers[K]), reject, told })
    })
    const cancel = (): void => {
      this.#asked.get(id)?.reject(signal.reason)
      this.#asked.delete(id)
      worker.postMessage({ type: 'cancel', id } satisfies WordsRequest)
      this.#rest()
    }
    signal.addEventListener('abort', cancel, { once: true })
    worker.postMessage({ type: 'ask', id, project: this.#project, question: { kind, query } } satisfies WordsRequest)
    return answer.finally(() => signal.removeEventListener('abort', cancel))
  }

  /** Ends the worker; what is still asked is rejected. */
  end(): void {
    this.#drop(new DOMException('ended', 'AbortError'))
  }

  #take(): WorkerLike {
    if (this.#resting) clearTimeout(this.#resting)
    this.#resting = null
    if (this.#worker) return this.#worker
    const worker = this.#start()
    worker.addEventListener('message', ({ data }) => this.#hear(data as WordsReply))
    worker.addEventListener('error', ({ message }) => this.#drop(new Error(`words worker: ${message}`)))
    this.#worker = worker
    return worker
  }

  #hear(reply: WordsReply): void {
    const asked = this.#asked.get(reply.id)
    if (!asked) return
    if (reply.told === 'progress') {
      asked.told(reply.done, reply.total)
      return
    }
    this.#asked.delete(reply.id)
    if (reply.told === 'answer') asked.resolve(reply.answer)
    else if (reply.told === 'failed') asked.reject(new Error(reply.reason))
    else asked.reject(new DOMException('cancelled', 'AbortError'))
    this.#rest()
  }

  #rest(): void {
    if (this.#asked.size > 0) return
    if (this.#resting) clearTimeout(this.#resting)
    this.#resting = setTimeout(() => this.end(), this.#kept)
  }

  #drop(why: unknown): void {
    if (this.#resting) clearTimeout(this.#resting)
    this.#resting = null
    this.#worker?.terminate()
    this.#worker = null
    for (const { reject } of this.#asked.values()) reject(why)
    this.#asked.clear()
  }
}

let open: { project: string; client: WordsClient } | null = null

/** The client of a project, one for the whole window. */
export function wordsClientOf(project: string): WordsClient {
  if (open?.project === project) return open.client
  open?.client.end()
  open = { project, client: new WordsClient(project) }
  return open.client
}
