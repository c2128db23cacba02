import { FILE_LIMIT } from '#shared/ipc/imports'
import { message } from '#shared/model/identity'
import { type InputLine, inputLines } from './input-lines'
import type { AnsweredLines, GivenLine, LineFailure } from './line-answers'
import type { LinePool } from './line-pool'
import type { Output } from './output'

/** JSON may write a character in six bytes (`\uXXXX`): more than that no text of the allowed size needs. */
const LINE_LIMIT = FILE_LIMIT * 2

/** Batches that are read or wait for their turn to be written, for each worker: one that it reads, one that waits. */
const BATCHES_A_WORKER = 2

/** The characters of lines that go to a worker together, where a chunk of the stream ends more than one. */
const BATCH_CHARACTERS = 64 * 1024

/**
 * A stream that can be left while its next chunk is waited for. To destroy it is no way: a file that is standard input
 * never tells that it is destroyed, and whoever waits for it waits for ever.
 */
class Leavable {
  #left = false
  #wake: () => void = () => undefined

  leave(): void {
    this.#left = true
    this.#wake()
  }

  async *chunks(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    const iterator = stream[Symbol.asyncIterator]()
    while (!this.#left) {
      const next = await new Promise<IteratorResult<Uint8Array> | null>((resolve, reject) => {
        // One place, not a race: what waits beside every chunk would keep them all.
        this.#wake = () => resolve(null)
        iterator.next().then(resolve, reject)
      })
      if (next === null || next.done) return
      yield next.value
    }
  }
}

/** A batch for a worker, and what was passed over before it came to one. */
interface Batch {
  lines: GivenLine[]
  tooLong: LineFailure[]
}

/** Cuts the lines of a chunk into batches. */
function* batchesOf(lines: readonly InputLine[]): Generator<Batch> {
  let batch: Batch = { lines: [], tooLong: [] }
  let size = 0
  for (const line of lines) {
    if ('tooLong' in line) {
      const reason = message('cli.wrong.lineLength', { limit: LINE_LIMIT / 1024 / 1024 })
      batch.tooLong.push({ number: line.number, reason })
      continue
    }
    batch.lines.push(line)
    size += line.text.length
    if (size < BATCH_CHARACTERS) continue
    yield batch
    batch = { lines: [], tooLong: [] }
    size = 0
  }
  yield batch
}

/** Lets a few do something at once; the others wait for their turn. */
class Turns {
  #free: number
  readonly #waiting: (() => void)[] = []

  constructor(free: number) {
    this.#free = free
  }

  async take(): Promise<void> {
    if (this.#free > 0) this.#free -= 1
    else await new Promise<void>((turn) => this.#waiting.push(turn))
  }

  give(): void {
    const next = this.#waiting.shift()
    if (next) next()
    else this.#free += 1
  }
}

/** Writes answers in the order in which they were asked for, and remembers what went wrong. */
class Answers {
  /** Lines that failed so far. */
  failed = 0
  fault: { error: unknown } | null = null
  readonly #output: Output
  #written: Promise<void> = Promise.resolve()

  constructor(output: Output) {
    this.#output = output
  }

  /** @param settled called when it is written, or will never be */
  write(answering: Promise<AnsweredLines>, tooLong: readonly LineFailure[], settled: () => void): void {
    // Its turn may be far away; what went wrong is told then.
    answering.catch(() => undefined)
    this.#written = this.#written
      .then(() => (this.fault ? undefined : this.#write(answering, tooLong)))
      .catch((error: unknown) => {
        this.fault ??= { error }
      })
      .then(settled)
  }

  /** All that was asked for is written. @throws what went wrong */
  async end(): Promise<void> {
    await this.#written
    if (this.fault) throw this.fault.error
  }

  async #write(answering: Promise<AnsweredLines>, tooLong: readonly LineFailure[]): Promise<void> {
    const { bytes, failures } = await answering
    const all = [...tooLong, ...failures].sort((a, b) => a.number - b.number)
    this.failed += all.length
    for (const { number, reason } of all) this.#output.tell('cli.line', { number, reason: this.#output.say(reason) })
    await this.#output.write(bytes)
  }
}

/**
 * `extract --stdin`: reads `{"id","text"}` lines and writes the statements of each with its `id`, in the order of the
 * lines whatever the number of workers, and in constant memory: no more is read than the workers and the reader of the
 * output can take.
 * @param workers the size of the pool
 * @returns the number of lines that failed
 */
export async function extractLines(
  stream: AsyncIterable<Uint8Array>,
  pool: Pick<LinePool, 'answer'>,
  workers: number,
  output: Output,
): Promise<number> {
  const turns = new Turns(workers * BATCHES_A_WORKER)
  const answers = new Answers(output)
  const input = new Leavable()
  const settled = (): void => {
    // Nobody takes the output: input that never comes must not be waited for.
    if (answers.fault) input.leave()
    turns.give()
  }
  try {
    for await (const lines of inputLines(input.chunks(stream), LINE_LIMIT)) {
      for (const { lines: given, tooLong } of batchesOf(lines)) {
        await turns.take()
        if (!answers.fault) answers.write(pool.answer(given), tooLong, settled)
      }
      if (answers.fault) break
    }
  } catch (error) {
    answers.fault ??= { error }
  }
  await answers.end()
  return answers.failed
}
