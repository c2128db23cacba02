import type { ProjectDatabase } from './database'
import { deriveCells } from './derive'
import { deriveStatements } from './derive-statements'
import { MADE, RENAMED } from './made'
import { within } from './within'

/**
 * Reads the statements of a source's reports again from the stored text, where nothing else of it is stale: the user's
 * indicators changed. It costs a fraction of reading the file.
 * @param hash the source's
 * @returns false, and nothing is done, where the file itself must be read
 */
export function readStatementsAgain(db: ProjectDatabase, hash: string): Promise<boolean> {
  const { sources, readings, texts, reports, sections, engineOutput, cells, statements, indicators, extractions } = db
  const tables = [sources, readings, texts, reports, sections, engineOutput, cells, statements, indicators, extractions]
  return db.transaction('rw', tables, async () => {
    const source = await sources.get(hash)
    const reading = source && (await readings.get(source.reading))
    if (reading?.made !== RENAMED) return false
    const found = await reports.where('source').equals(hash).toArray()
    const ids = found.filter((report) => report.reading === reading.id).map(({ id }) => id)
    // Nothing else of them is another: an indicator concerns few reports, and writing is what takes the time.
    await within(deriveCells(db, await within(deriveStatements(db, ids))))
    await readings.put({ ...reading, made: MADE })
    return true
  })
}
