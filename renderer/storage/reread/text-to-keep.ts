import type { AnalysedSource } from '#shared/model/analysed'
import { decodedText } from '../corrections/laid-text'
import type { ProjectDatabase } from '../database'
import { readingsOf } from '../derived-records'
import { readingNumber } from './store-reading'

/**
 * The decoded text of a source's reading, where the one that a newer parser makes of the file was made a later reading
 * already: the user has taken that step back, and it must not come again by itself.
 * @returns null where what was read is to be stored
 */
export async function textToKeep(db: ProjectDatabase, { source, text }: AnalysedSource): Promise<string | null> {
  const present = (await db.sources.get(source.hash))?.reading
  const row = present === undefined ? undefined : await db.texts.get(present)
  if (!present || !row) return null
  const [stored, read] = [decodedText(row), decodedText(text)]
  if (stored === read) return null
  const ids = await readingsOf(db, source.hash).primaryKeys()
  const later = ids.filter((id) => readingNumber(id) > readingNumber(present))
  const others = await db.texts.bulkGet(later)
  return others.some((other) => other !== undefined && decodedText(other) === read) ? stored : null
}
