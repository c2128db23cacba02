import Dexie, { type IntervalTree, RangeSet } from 'dexie'
import type { ProjectDatabase } from './database'

/** What has changed since the last time that it was told. */
export interface TextsChange {
  /** Sources whose text, reports or sections are others than before, or that came into or out of sight; null: any may be. */
  sources: readonly string[] | null
  annotations: boolean
  codes: boolean
  memos: boolean
  statements: boolean
}

/** The keys that a change names; null where it names a range of them. */
function keysIn(changed: RangeSet): string[] | null {
  const keys: string[] = []
  for (const { from, to } of changed) {
    if (typeof from !== 'string' || from !== to) return null
    keys.push(from)
  }
  return keys
}

/** The hash in a reading's id. */
const hashIn = (reading: string): string => reading.slice(0, reading.indexOf(':'))

/** Tables whose changes are told by the sources that they are about. */
const ABOUT_SOURCES = ['sources', 'texts', 'reports', 'sections'] as const
type AboutSources = (typeof ABOUT_SOURCES)[number]

/** The sources of changed rows; of a report that is gone none, since its text has gone with it. */
async function sourcesOf(db: ProjectDatabase, table: AboutSources, changed: RangeSet): Promise<string[] | null> {
  const keys = keysIn(changed)
  if (keys === null || table === 'sources') return keys
  if (table === 'texts') return keys.map(hashIn)
  const reports = await db.reports.bulkGet(keys)
  return reports.flatMap((report) => report?.source ?? [])
}

/**
 * Tells when something changes that a search of the project's texts goes by, whoever writes: another window, the
 * importer, this one.
 * @param heard told once for all that changed within `pace` milliseconds
 * @returns the function that stops it
 */
export function watchTexts(db: ProjectDatabase, heard: (change: TextsChange) => void, pace: number): () => void {
  let changed = new Map<string, RangeSet>()
  let timer: ReturnType<typeof setTimeout> | null = null
  let stopped = false
  const tell = async (parts: ReadonlyMap<string, RangeSet>): Promise<void> => {
    const found = await Promise.all(
      ABOUT_SOURCES.map(async (table) => {
        const part = parts.get(table)
        return part ? sourcesOf(db, table, part) : []
      }),
    ).catch(() => [null]) // The database was closed meanwhile, or rows can't be read: any source may be another.
    if (stopped) return
    const has = (table: string): boolean => parts.has(table)
    heard({
      sources: found.some((part) => part === null) ? null : [...new Set(found.flatMap((part) => part ?? []))],
      ...{ annotations: has('annotations'), codes: has('codes'), memos: has('memos'), statements: has('cells') },
    })
  }
  const mutated = (parts: Record<string, IntervalTree>): void => {
    for (const table of [...ABOUT_SOURCES, 'annotations', 'codes', 'memos', 'cells']) {
      const part = parts[`idb://${db.name}/${table}/`]
      if (part) changed.set(table, (changed.get(table) ?? new RangeSet()).add(part))
    }
    if (changed.size === 0) return
    timer ??= setTimeout(() => {
      timer = null
      const told = changed
      changed = new Map()
      void tell(told)
    }, pace)
  }
  Dexie.on('storagemutated', mutated)
  return () => {
    stopped = true
    if (timer) clearTimeout(timer)
    Dexie.on.storagemutated.unsubscribe(mutated)
  }
}
