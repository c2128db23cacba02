import type { ProjectDatabase, StoredReading } from './database'
import { deriveCells } from './derive'
import { deriveStatements } from './derive-statements'
import { MADE, RENAMED } from './made'
import { within } from './within'

/** Sources that are read again in one transaction: each one shows all windows their lists anew. */
const AT_ONCE = 12

/**
 * Reads the statements of a source's reports again from the stored text, where nothing else of it is stale: the user's
 * indicators changed. It costs a fraction of reading the file. Others that wait for the same are taken along.
 * @param hash the source's
 * @returns false, and nothing is done, where the file itself must be read
 */
export function readStatementsAgain(db: ProjectDatabase, hash: string): Promise<boolean> {
  const { sources, readings, texts, reports, sections, findings, statements, indicators, extractions } = db
  const made = [sections, db.engineOutput, db.engineMatters, db.cells, findings]
  const tables = [sources, readings, texts, reports, ...made, statements, indicators, extractions]
  return db.transaction('rw', tables, async () => {
    const source = await sources.get(hash)
    const reading = source && (await readings.get(source.reading))
    // It was taken along with another one.
    if (reading?.made === MADE) return true
    if (reading?.made !== RENAMED) return false
    const waiting = await readings.where('made').equals(RENAMED).limit(AT_ONCE).toArray()
    const taken = new Map([reading, ...waiting].slice(0, AT_ONCE).map((row) => [row.id, row]))
    const found = await reports
      .where('source')
      .anyOf(hashesOf([...taken.values()]))
      .toArray()
    const ids = found.filter((report) => taken.has(report.reading)).map(({ id }) => id)
    // Nothing else of them is another: an indicator concerns few reports, and writing is what takes the time.
    await within(deriveCells(db, await within(deriveStatements(db, ids))))
    await readings.bulkPut([...taken.values()].map((row) => ({ ...row, made: MADE })))
    return true
  })
}

const hashesOf = (rows: readonly StoredReading[]): string[] => [...new Set(rows.map(({ source }) => source))]
