import { z } from 'zod'
import { Message, message } from '../model/identity'

/** The answer to a request: the value, or a message that says what happened and what now. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: Message }

/** The schema of a `Result` with the given value. */
export const resultOf = <T extends z.ZodType>(value: T) =>
  z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), error: Message }),
  ])

/** A success. */
export const success = <T>(value: T): Result<T> => ({ ok: true, value })

/** A failure; `key` is a locale key under `errors`. */
export const failure = (key: string, params: Record<string, string | number> = {}): Result<never> => ({
  ok: false,
  error: message(key, params),
})
