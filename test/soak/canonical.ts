import { fingerprint } from '#shared/text/fingerprint'

/** Lists that a record of an older version lacks, and that count as empty. */
const EMPTY_BY_DEFAULT = ['also']

/** A value with its keys in order, and without what is empty by default: the same for a record and what the disk has of it. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value)
    .filter(([key, held]) => held !== undefined && !(EMPTY_BY_DEFAULT.includes(key) && String(held) === ''))
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(fields.map(([key, held]) => [key, ordered(held)]))
}

/** A number that is the same for the same value, whichever way round its keys are. */
export const markOf = (value: unknown): number => fingerprint(JSON.stringify(ordered(value)))
