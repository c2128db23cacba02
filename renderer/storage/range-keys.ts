import type { RangeSet } from 'dexie'

/** The single keys of a set of ranges that Dexie tells of, null where one of them is no single key. */
export function singleKeys(ranges: RangeSet): string[] | null {
  const keys: string[] = []
  for (const range of Array.from(ranges)) {
    if (!('from' in range) || typeof range.from !== 'string' || range.from !== range.to) return null
    keys.push(range.from)
  }
  return keys
}
