import { type Message, message } from '#shared/model/identity'

/** A failure that the user is told of: it carries a locale key, and the underlying error as its cause. */
export class Problem extends Error {
  readonly reason: Message

  /**
   * @param key locale key under `errors`
   * @param params parameters of the message
   * @param cause the error underneath, for diagnostics
   */
  constructor(key: string, params: Record<string, string | number> = {}, cause?: unknown) {
    super(`${key} ${JSON.stringify(params)}`, cause === undefined ? {} : { cause })
    this.name = 'Problem'
    this.reason = message(key, params)
  }
}

/** The system's error code (`ENOENT`, `EACCES` …) of an error, or its name where it has none. */
export function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  return error instanceof Error ? error.name : String(error)
}

/** The message of any error: that of a `Problem`, or `fallback` with the error's code. */
export function reasonOf(error: unknown, fallback: string): Message {
  return error instanceof Problem ? error.reason : message(fallback, { code: codeOf(error) })
}
