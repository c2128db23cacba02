import { type Language, translate } from '#shared/locales/translate'
import type { Message } from '#shared/model/identity'

/** Thrown when whoever reads the output has gone (`| head`): the run ends without a word. */
export class OutputClosed extends Error {}

/** Where a run writes: results to standard output, messages to standard error. */
export class Output {
  readonly language: Language
  readonly #out: NodeJS.WritableStream
  readonly #err: NodeJS.WritableStream
  #closed = false

  constructor(language: Language, out: NodeJS.WritableStream, err: NodeJS.WritableStream) {
    this.language = language
    this.#out = out
    this.#err = err
    for (const stream of [out, err]) {
      stream.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EPIPE') throw error
        this.#closed = true
      })
    }
  }

  /**
   * Writes text, or its bytes, as it is and waits until the reader has taken it, so that a slow one costs no memory.
   * @throws {OutputClosed}
   */
  async write(text: string | Uint8Array): Promise<void> {
    if (this.#closed) throw new OutputClosed()
    if (text.length === 0 || this.#out.write(text)) return
    await this.#taken()
    if (this.#closed) throw new OutputClosed()
  }

  /** Waits until the reader has taken what was written, or is gone; no listener stays behind. */
  #taken(): Promise<void> {
    const out = this.#out
    return new Promise((resolve) => {
      const events = ['drain', 'close', 'error'] as const
      const done = (): void => {
        for (const event of events) out.off(event, done)
        resolve()
      }
      for (const event of events) out.on(event, done)
    })
  }

  /** Writes one line of JSON. */
  line(value: unknown): Promise<void> {
    return this.write(`${JSON.stringify(value)}\n`)
  }

  /** Writes many lines of JSON at once. */
  async lines(values: readonly unknown[]): Promise<void> {
    if (values.length > 0) await this.write(values.map((value) => `${JSON.stringify(value)}\n`).join(''))
  }

  /** A message as a sentence in the user's language. */
  say(reason: Message): string {
    return translate(this.language, reason.key, reason.params)
  }

  /** Tells something on standard error. */
  tell(key: string, params: Record<string, string | number> = {}): void {
    this.#err.write(`${translate(this.language, key, params)}\n`)
  }

  /** Tells of a file that failed. */
  tellFailure(file: string, reason: Message): void {
    this.#err.write(`${file}: ${this.say(reason)}\n`)
  }
}
