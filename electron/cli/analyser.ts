import { Worker } from 'node:worker_threads'
import type { AnalysedSource } from '#shared/analysis/analyse'
import type { UserIndicator } from '#shared/model/indicator'
import { AS_FOUND, type ReadAs } from '#shared/model/source'
import { Problem } from '../files/problem'
import type { AnsweredLines, GivenLines } from './line-answers'
import type { Answer, Members, Order, Task, TaskFile, Work } from './tasks'

/** What a file may cost. */
export interface Limits {
  /** Time for one file. */
  seconds: number
  /** Size of the worker's heap in MiB. */
  memory: number
}

/** A minute is hundreds of times what the longest report takes; the memory holds a file of the largest size. */
export const LIMITS: Limits = { seconds: 60, memory: 1536 }

/** What a worker is made of: the packed app holds its parts elsewhere than the source does. */
export interface Parts {
  /** The worker's program. */
  worker: URL
  /** The folder of the PDF reader's tables; null for that of its package. */
  pdf: string | null
}

const OF_THE_SOURCE: Parts = { worker: new URL('./worker.mjs', import.meta.url), pdf: null }

type Failure = (problem: Problem) => void

/**
 * Parses files in a worker thread under a time and a memory limit: a file that makes a parser run away costs this file
 * and a fresh worker, never the run. One file at a time.
 */
export class Analyser {
  readonly #limits: Limits
  readonly #readAs: ReadAs
  readonly #indicators: readonly UserIndicator[]
  readonly #parts: Parts
  #worker: Worker | null = null
  #ticket = 0

  /**
   * @param readAs what every file is to be read as
   * @param indicators the user's word on indicators
   * @param parts what a worker is made of
   */
  constructor(
    readAs: ReadAs = AS_FOUND,
    limits: Limits = LIMITS,
    indicators: readonly UserIndicator[] = [],
    parts: Parts = OF_THE_SOURCE,
  ) {
    this.#readAs = readAs
    this.#indicators = indicators
    this.#limits = limits
    this.#parts = parts
  }

  /**
   * The text of a file as it decodes, unchanged.
   * @throws {Problem} `errors.file.*`, `errors.import.timeout`, `errors.import.crashed`
   */
  async text(file: TaskFile): Promise<string> {
    const answer = await this.#ask({ type: 'text' }, file)
    if (answer.ok && answer.type === 'text') return answer.text
    throw this.#refusal(answer)
  }

  /**
   * Everything that is found in a file.
   * @throws {Problem} `errors.file.*`, `errors.import.timeout`, `errors.import.crashed`
   */
  async analyse(file: TaskFile): Promise<AnalysedSource> {
    const answer = await this.#ask({ type: 'analyse' }, file)
    if (answer.ok && answer.type === 'analyse') return answer.source
    throw this.#refusal(answer)
  }

  /**
   * The statements of a file as JSON Lines, each behind the fields in `named`.
   * @param summaries whether the source gets a line of its own, before them
   * @throws {Problem} `errors.file.*`, `errors.import.timeout`, `errors.import.crashed`
   */
  async statements(file: TaskFile, named: Readonly<Record<string, string>>, summaries: boolean): Promise<string> {
    const answer = await this.#ask({ type: 'statements', named, summaries }, file)
    if (answer.ok && answer.type === 'statements') return answer.lines
    throw this.#refusal(answer)
  }

  /**
   * What lines of `extract --stdin` come to.
   * @throws {Problem} `errors.import.timeout`, `errors.import.crashed`
   */
  async lines(lines: GivenLines): Promise<AnsweredLines> {
    const answer = await this.#perform({ lines })
    if (answer.ok && answer.type === 'lines') return answer.answered
    throw this.#refusal(answer)
  }

  /**
   * The next members of an archive; null for a file that is none.
   * @param from 0, or `next` of the members before
   * @throws {Problem} `errors.file.*`, `errors.import.timeout`, `errors.import.crashed`
   */
  async expand(file: TaskFile, from: number): Promise<Members | null> {
    const answer = await this.#ask({ type: 'expand', from }, file)
    if (answer.ok && answer.type === 'expand') return answer.members
    throw this.#refusal(answer)
  }

  /** Ends the worker, so that the process can end. */
  async close(): Promise<void> {
    const worker = this.#worker
    this.#worker = null
    await worker?.terminate()
  }

  #refusal(answer: Answer): Problem {
    return answer.ok ? new Problem('errors.import.answer') : new Problem(answer.reason.key, answer.reason.params)
  }

  #ask(order: Order, file: TaskFile): Promise<Answer> {
    return this.#perform({ order, readAs: this.#readAs, file })
  }

  async #perform(work: Work): Promise<Answer> {
    const worker = this.#worker ?? this.#start()
    this.#ticket += 1
    try {
      return await this.#exchange(worker, { ...work, ticket: this.#ticket })
    } catch (error) {
      await this.close()
      throw error
    }
  }

  #start(): Worker {
    const worker = new Worker(this.#parts.worker, {
      workerData: { indicators: this.#indicators, pdf: this.#parts.pdf },
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.memory },
    })
    // Whoever asks listens for himself; a worker that dies unasked must not end the process.
    worker.on('error', () => this.#forget(worker))
    this.#worker = worker
    return worker
  }

  #forget(worker: Worker): void {
    if (this.#worker === worker) this.#worker = null
  }

  #exchange(worker: Worker, task: Task): Promise<Answer> {
    const { seconds } = this.#limits
    return new Promise((resolve, reject) => {
      const settle = (act: () => void): void => {
        clearTimeout(timer)
        worker.off('message', onMessage)
        worker.off('error', onError)
        worker.off('exit', onExit)
        act()
      }
      const fail: Failure = (problem) => settle(() => reject(problem))
      const onMessage = (answer: Answer): void => {
        if (answer.ticket === task.ticket) settle(() => resolve(answer))
      }
      const onError = (error: unknown): void => fail(new Problem('errors.import.crashed', {}, error))
      const onExit = (): void => fail(new Problem('errors.import.crashed'))
      const timer = setTimeout(() => fail(new Problem('errors.import.timeout', { seconds })), seconds * 1000)
      worker.on('message', onMessage)
      worker.on('error', onError)
      worker.on('exit', onExit)
      worker.postMessage(task)
    })
  }
}
