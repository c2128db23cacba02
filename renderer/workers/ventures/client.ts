import type { ComparedVenture } from '#shared/compare/ventures'
import type { OpenPairs, PairsQuery, VenturesAnswer } from './protocol'

/** What the client needs of a worker. */
export interface WorkerLike {
  postMessage(message: unknown): void
  terminate(): void
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void
  addEventListener(type: 'error', listener: (event: { message: string }) => void): void
}

const startWorker = (): WorkerLike =>
  new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'ventures' })

/** So many ventures are copied to the worker at once: a few milliseconds. */
const PART = 2_000

interface Asked {
  resolve: (open: OpenPairs) => void
  reject: (error: unknown) => void
}

/** Ventures that are compared in a worker of their own, which holds the pairs until it is ended. */
export class VentureComparison {
  readonly #worker: WorkerLike
  readonly #asked = new Map<number, Asked>()
  readonly #given: Promise<void>
  #turn = 0
  #ended = false

  constructor(ventures: readonly ComparedVenture[], start: () => WorkerLike = startWorker) {
    this.#worker = start()
    this.#worker.addEventListener('error', ({ message }) => this.#fail(new Error(`ventures worker: ${message}`)))
    this.#worker.addEventListener('message', ({ data }) => this.#heard(data as VenturesAnswer))
    this.#given = this.#give(ventures)
  }

  /**
   * Which ventures may be the same one and are not decided on.
   * @throws DOMException `AbortError` when it was ended
   * @throws Error when the worker fails
   */
  async ask(query: PairsQuery): Promise<OpenPairs> {
    await this.#given
    const turn = ++this.#turn
    return new Promise((resolve, reject) => {
      if (this.#ended) return reject(new DOMException('ended', 'AbortError'))
      this.#asked.set(turn, { resolve, reject })
      this.#worker.postMessage({ turn, query })
    })
  }

  /** Ends the worker; what is still asked is rejected. */
  end(): void {
    this.#ended = true
    this.#worker.terminate()
    this.#fail(new DOMException('ended', 'AbortError'))
  }

  /** Gives ventures part by part, with time for the window to draw between them. */
  async #give(ventures: readonly ComparedVenture[]): Promise<void> {
    for (let at = 0; at < ventures.length && !this.#ended; at += PART) {
      this.#worker.postMessage({ ventures: ventures.slice(at, at + PART) })
      await new Promise((done) => setTimeout(done))
    }
  }

  #heard(answer: VenturesAnswer): void {
    const asked = this.#asked.get(answer.turn)
    this.#asked.delete(answer.turn)
    if ('open' in answer) asked?.resolve(answer.open)
    else asked?.reject(new Error(answer.failed))
  }

  #fail(error: unknown): void {
    for (const { reject } of this.#asked.values()) reject(error)
    this.#asked.clear()
  }
}
