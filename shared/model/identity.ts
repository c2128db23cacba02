import { z } from 'zod'

/** A UUID; every record but a source has one as its key (never an auto-incremented number, so that packages merge). */
export const Uuid = z.uuid()

/** SHA-256 of a file's bytes in lower-case hexadecimal: the key of a source. */
export const Hash = z.string().regex(/^[0-9a-f]{64}$/)

/** A point in time as ISO 8601 in UTC. */
export const Instant = z.iso.datetime()

/** A message for people: a key of `shared/locales` and its parameters. Shared code never returns sentences. */
export const Message = z.object({
  key: z.string().min(1),
  params: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
})
export type Message = z.infer<typeof Message>

/**
 * Somebody else who made the very same thing at a time of their own. Such things become one record when two projects are
 * merged; who made them is kept, so that the agreement between authors can be told.
 */
export const Also = z.object({ author: z.string(), at: Instant })
export type Also = z.infer<typeof Also>

/** Makes a message. */
export const message = (key: string, params: Record<string, string | number> = {}): Message => ({ key, params })

/** A new random UUID. */
export const newId = (): string => crypto.randomUUID()

/**
 * The id of the n-th report of a source. It is derived, not drawn: when the database is rebuilt from the kept
 * originals, every report gets the id that annotations in the journal already name.
 * @param hash SHA-256 of the source, hexadecimal
 * @param ordinal place of the report inside its source, from 0, below 4096
 * @returns a UUID version 8 (RFC 9562, section 5.8) made of the hash's first 110 bits and the ordinal
 */
export function reportId(hash: string, ordinal: number): string {
  if (ordinal < 0 || ordinal > 0xfff) throw new RangeError(`report ordinal out of range: ${ordinal}`)
  const tail = ordinal.toString(16).padStart(3, '0')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(12, 15)}-8${hash.slice(15, 18)}-${hash.slice(18, 27)}${tail}`
}

/**
 * The id of a reading.
 * @param hash SHA-256 of the source
 * @param number number of the reading, from 1
 */
export const readingId = (hash: string, number: number): string => `${hash}:${number}`
