import type { JournalTable } from '../../model/journal'
import { canonical } from './canonical'
import type { Fields, Standing, TableRecords } from './merge-types'
import { TABLE_RULES } from './tables'

/** A thing of either project, or of both. */
export interface Pair {
  /** Its key here; the one there where only they have it. */
  key: string
  mine: Standing | null
  theirs: Standing | null
}

/** The names of a code and of those above it; a ring ends where it closes. */
function pathOf(code: Fields, codes: TableRecords): string {
  const names: string[] = []
  const seen = new Set<unknown>()
  for (let at: Fields | undefined = code; at && !seen.has(at.id); at = codes.get(String(at.parent))?.record) {
    seen.add(at.id)
    names.unshift(String(at.name))
  }
  return canonical(names)
}

/** What tells the same thing of a table under two ids; null where only the key does. */
function identifier(table: JournalTable, records: TableRecords): ((record: Fields) => string) | null {
  return table === 'codes' ? (record) => pathOf(record, records) : TABLE_RULES[table].identity
}

const keysOf = (records: TableRecords): string[] => [...records.keys()].sort()

/**
 * Tells which record there is which here: by its key, else by what it says it is about. Where several here are alike, the
 * first by key is taken, and each once, so that the order of the records makes no difference.
 * @param apart keys that must not be paired by content: they were known to both sides
 */
export function pairsOf(
  table: JournalTable,
  mine: TableRecords,
  theirs: TableRecords,
  apart: ReadonlySet<string>,
): Pair[] {
  const [here, there] = [identifier(table, mine), identifier(table, theirs)]
  const free = new Map<string, string[]>()
  for (const key of keysOf(mine)) {
    const record = mine.get(key)?.record
    if (!here || !record || theirs.has(key) || apart.has(key)) continue
    const identity = here(record)
    free.set(identity, [...(free.get(identity) ?? []), key])
  }
  const paired = new Map<string, Standing>()
  const added: Pair[] = []
  for (const key of keysOf(theirs)) {
    const standing = theirs.get(key)
    if (!standing) continue
    const own = mine.has(key) ? key : undefined
    const alike = there && !apart.has(key) ? free.get(there(standing.record))?.shift() : undefined
    const same = own ?? alike
    if (same === undefined) added.push({ key, mine: null, theirs: standing })
    else paired.set(same, standing)
  }
  const known = keysOf(mine).map((key): Pair => ({ key, mine: mine.get(key) ?? null, theirs: paired.get(key) ?? null }))
  return [...known, ...added]
}
