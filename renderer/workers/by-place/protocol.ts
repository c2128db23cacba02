import type { Message } from '#shared/model/identity'

/** To the worker. */
export type Request =
  /** What is made of places, all of them where `places` is null, in one of the forms that the worker knows. */
  | { type: 'read'; id: number; project: string; view: string; places: readonly string[] | null }
  /** Nobody waits for this any more. */
  | { type: 'cancel'; id: number }

/** What was made of a place. */
export interface PlaceTold<Value> {
  place: string
  value: Value
  /** Places that are done, of how many. */
  done: number
  total: number
}

/** From the worker. */
export type Answer =
  | { told: 'values'; id: number; values: readonly PlaceTold<unknown>[] }
  | { told: 'end'; id: number }
  | { told: 'cancelled'; id: number }
  | { told: 'failed'; id: number; reason: Message }
  /** Something that was told may be another now. */
  | { told: 'stale' }
