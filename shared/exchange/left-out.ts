import { type Message, message } from '../model/identity'

/** What there is no place for, by the last part of its message under `exchangeFiles.leftOut`. */
export type LeftOut = Map<string, number>

/** Counts something that is left out. */
export const leaveOut = (left: LeftOut, what: string, count = 1): void => {
  if (count > 0) left.set(what, (left.get(what) ?? 0) + count)
}

/** What is told of it. */
export const toldOf = (left: LeftOut): Message[] =>
  [...left].map(([what, count]) => message(`exchangeFiles.leftOut.${what}`, { count }))

/** A time in UTC as ISO 8601; one without a zone is taken for UTC, null where the words are no time. */
export function instantOf(written: string): string | null {
  const stamp = written.trim()
  if (stamp === '') return null
  const date = new Date(/(?:Z|[+-]\d\d:?\d\d)$/.test(stamp) || !stamp.includes('T') ? stamp : `${stamp}Z`)
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}
