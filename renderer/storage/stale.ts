import type { Source } from '#shared/model/source'
import type { ProjectDatabase } from './database'
import { MADE } from './made'
import { rowsInParts } from './rows-in-parts'
import { within } from './within'

/** A kept original that the importer reads again. How it is to be read, its source's record says. */
export interface Original {
  hash: string
  name: string
}

/** Lets the importer read originals again in mode `restore`; resolves when it is through with them. */
export type Restore = (originals: Original[]) => Promise<void>

/** Sources that are looked at together. */
const PART = 250

const originalOf = ({ hash, name }: Source): Original => ({ hash, name })

/** The hash in a reading's id. */
const hashIn = (reading: string): string => reading.slice(0, reading.indexOf(':'))

/** Hashes of sources without any reading, by a walk over keys alone. */
async function bareHashes(db: ProjectDatabase): Promise<string[]> {
  const [hashes, readings] = await Promise.all([
    db.sources.toCollection().primaryKeys(),
    db.readings.toCollection().primaryKeys(),
  ])
  const read = new Set(readings.map(hashIn))
  return hashes.filter((hash) => !read.has(hash))
}

/** True where each source was seen to have a text, and no records came in without any since. */
export const hasAllTexts = async (db: ProjectDatabase): Promise<boolean> =>
  (await db.meta.get('textsWhole')) !== undefined

/**
 * Has the next opening look for sources without a text. To be called before these are written, or in the same
 * transaction: whatever ends the program in between, the worst is that it looks in vain.
 */
export const doubtTexts = (db: Pick<ProjectDatabase, 'meta'>): Promise<void> => db.meta.delete('textsWhole')

/** Looks for sources without any reading, and notes whether there is one: no records can come in meanwhile. */
const notedBare = (db: ProjectDatabase): Promise<string[]> =>
  db.transaction('rw', db.meta, db.sources, db.readings, async () => {
    const bare = await within(bareHashes(db))
    if (bare.length === 0) await db.meta.put({ key: 'textsWhole', value: 1 })
    else await doubtTexts(db)
    return bare
  })

/** The same where the disk refuses the note, which only spares the next opening the look. */
const lookForBare = (db: ProjectDatabase): Promise<string[]> => notedBare(db).catch(() => bareHashes(db))

/**
 * Lets the importer read the originals of sources that have no text: a rebuild has just written their records, or found
 * an original missing, or the disk full. Also the way on for a source whose file was imported again by then.
 * @returns how many were without a text, and names of those that still are
 */
export async function restoreTexts(
  db: ProjectDatabase,
  restore: Restore,
): Promise<{ sources: number; missing: string[] }> {
  const bare = await lookForBare(db)
  if (bare.length === 0) return { sources: 0, missing: [] }
  const sources = (await db.sources.bulkGet(bare)).flatMap((source) => source ?? [])
  await restore(sources.map(originalOf))
  const still = new Set(await lookForBare(db))
  return { sources: bare.length, missing: sources.flatMap(({ hash, name }) => (still.has(hash) ? [name] : [])) }
}

/**
 * The sources, hidden ones too, whose stored reports, sections and statements are not what this program would find in
 * their reading: an older parser or engine made them, the user's topics, places or indicators changed, or the reading itself did.
 */
export async function staleSources(db: ProjectDatabase): Promise<Original[]> {
  const made = new Set(await db.readings.where('made').equals(MADE).primaryKeys())
  const stale: Original[] = []
  // In parts: a filter in the database would walk record by record, and all at once would hold the window up.
  for await (const part of rowsInParts(db.sources, undefined, PART))
    for (const source of part) if (!made.has(source.reading)) stale.push(originalOf(source))
  return stale
}
