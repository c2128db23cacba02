import type { ProjectDatabase } from '../database'
import type { IntegrityCounts, IntegrityFinding, IntegrityPart, IntegrityReport, OriginalsState } from './finding'
import { findInLinks } from './links'
import { findInMarks } from './marks'
import { findInTexts } from './texts'

export interface CheckOptions {
  originals: OriginalsState
  /** Told how many of all sources were looked at. */
  told?: (done: number, total: number) => void
  signal?: AbortSignal
}

/** The history as the database has it: each entry once, none left out. */
async function findInHistory(db: ProjectDatabase): Promise<IntegrityPart> {
  return db.transaction('r', db.meta, db.journalMirror, db.journalHeads, async () => {
    const last = (await db.meta.get('lastSequence'))?.value ?? 0
    const [entries, heads] = [await db.journalMirror.count(), await db.journalHeads.count()]
    const whole = entries === last && heads === last
    const finding: IntegrityFinding = {
      kind: 'historyGap',
      table: 'journalMirror',
      key: String(last),
      source: null,
      label: `${Math.min(entries, heads)}/${last}`,
      repair: null,
    }
    return { counts: { entries }, findings: whole ? [] : [finding] }
  })
}

async function findInOriginals(db: ProjectDatabase, { missing, damaged }: OriginalsState): Promise<IntegrityPart> {
  const states = [...missing.map((hash) => ['originalMissing', hash] as const)]
  const all = [...states, ...damaged.map((hash) => ['originalDamaged', hash] as const)]
  const sources = await db.sources.bulkGet(all.map(([, hash]) => hash))
  const findings = all.flatMap(([kind, key], at): IntegrityFinding[] => {
    const source = sources[at]
    // What was taken back may lie there or not; nobody misses it.
    if (!source || source.hidden) return []
    return [{ kind, table: 'sources', key, source: key, label: source.name, repair: null }]
  })
  return { counts: { originals: await db.sources.count() }, findings }
}

/**
 * Looks whether all that is stored fits together: originals have their hashes, every source its text with the
 * fingerprint it was written with, every report what was found in it, every mark stands on its quote, every record that
 * another names is there, and the history has no gap. Nothing is changed; `repairIntegrity` does that.
 * @throws DOMException `AbortError` when it was cancelled
 */
export async function checkIntegrity(
  db: ProjectDatabase,
  { originals, told = () => undefined, signal }: CheckOptions,
): Promise<IntegrityReport> {
  const parts = [await findInHistory(db), await findInOriginals(db, originals), await findInLinks(db)]
  const hashes = await db.sources.toCollection().primaryKeys()
  for (let at = 0; at < hashes.length; at += SOURCES_AT_ONCE) {
    signal?.throwIfAborted()
    told(at, hashes.length)
    const some = hashes.slice(at, at + SOURCES_AT_ONCE)
    const { texts, ...found } = await findInTexts(db, some)
    parts.push(found, await findInMarks(db, some, texts))
  }
  told(hashes.length, hashes.length)
  const counts: IntegrityCounts = { originals: 0, texts: 0, marks: 0, records: 0, entries: 0 }
  for (const part of parts) for (const name of names(part.counts)) counts[name] += part.counts[name] ?? 0
  return { counts, findings: parts.flatMap(({ findings }) => findings) }
}

/** So many texts are in memory at a time. */
const SOURCES_AT_ONCE = 20

const names = (counts: Partial<IntegrityCounts>) => Object.keys(counts) as (keyof IntegrityCounts)[]
