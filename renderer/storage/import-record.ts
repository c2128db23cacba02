import { message } from '#shared/model/identity'
import type { UserIndicator } from '#shared/model/indicator'
import type { Source } from '#shared/model/source'
import type { Step } from './entry'

/** How a file that was read is stored. */
export interface StoreImportOptions {
  /** `restore` writes derived records only: the journal has the import already. */
  mode: 'import' | 'restore'
  author: string
  /** Time of the import, ISO 8601 in UTC. */
  at: string
  /** The last sequence that the journal is known to have; a database with less is not written to. 0 where it is left out. */
  journalLast?: number
  /** The user's indicators by which the files were analysed: they may have changed since. */
  indicators?: readonly UserIndicator[]
}

/**
 * What becomes of the source's record; one that is in the journal already gets no entry.
 * @param existing what is stored under its hash
 * @param source what was read
 */
export function recordOf(
  existing: Source | undefined,
  source: Source,
  mode: StoreImportOptions['mode'],
): { after: Source | null; logged: boolean } {
  if (mode === 'restore' || existing?.hidden === false) return { after: existing ? null : source, logged: false }
  return { after: existing ? { ...existing, hidden: false } : source, logged: true }
}

/** The step that an import is, or the coming back of a source whose import was undone. */
export function stepOf(before: Source | null, after: Source, at: string): Step {
  const key = `project.history.${before ? 'sourceShown' : 'sourceImported'}`
  const change = { table: 'sources' as const, key: after.hash, before, after }
  return { at, operation: message(key, { name: after.name }), changes: [change] }
}
