import { reasonOf } from '../files/problem'
import type { Analyser } from './analyser'
import type { AnsweredLines, GivenLine } from './line-answers'

const NOTHING: AnsweredLines = { bytes: new Uint8Array(0), failures: [] }

/** Workers that read lines, each a batch at a time. */
export class LinePool {
  readonly #workers: readonly Analyser[]
  readonly #idle: Analyser[]
  readonly #waiting: ((analyser: Analyser) => void)[] = []
  readonly #summaries: boolean
  #closed = false

  /**
   * @param size how many workers
   * @param summaries whether each source gets a line of its own
   * @param make makes a worker
   */
  constructor(size: number, summaries: boolean, make: () => Analyser) {
    this.#workers = Array.from({ length: size }, make)
    this.#idle = [...this.#workers]
    this.#summaries = summaries
  }

  /**
   * Reads a batch of lines as soon as a worker is free. Where a batch takes a worker with it, each line is tried alone:
   * the one at fault fails, with its number, and no other.
   */
  async answer(lines: readonly GivenLine[]): Promise<AnsweredLines> {
    const analyser = this.#idle.pop() ?? (await new Promise<Analyser>((free) => this.#waiting.push(free)))
    try {
      return await this.#together(analyser, lines)
    } finally {
      const next = this.#waiting.shift()
      if (next) next(analyser)
      else this.#idle.push(analyser)
    }
  }

  /** Ends the workers, so that the process can end; what they were at is answered by nothing. */
  async close(): Promise<void> {
    this.#closed = true
    await Promise.all(this.#workers.map((analyser) => analyser.close()))
  }

  async #together(analyser: Analyser, lines: readonly GivenLine[]): Promise<AnsweredLines> {
    // A batch that was cut off must not start a worker that nobody ends.
    if (this.#closed) return NOTHING
    try {
      return await analyser.lines({ lines, summaries: this.#summaries })
    } catch (error) {
      const [only] = lines
      if (lines.length > 1 || !only) return this.#oneByOne(analyser, lines)
      const reason = reasonOf(error, '')
      if (reason.key === '') throw error
      return { bytes: new Uint8Array(0), failures: [{ number: only.number, reason }] }
    }
  }

  async #oneByOne(analyser: Analyser, lines: readonly GivenLine[]): Promise<AnsweredLines> {
    const answers: AnsweredLines[] = []
    for (const line of lines) answers.push(await this.#together(analyser, [line]))
    return {
      bytes: new Uint8Array(Buffer.concat(answers.map(({ bytes }) => bytes))),
      failures: answers.flatMap(({ failures }) => failures),
    }
  }
}
