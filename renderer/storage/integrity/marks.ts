import type { Span } from '#shared/model/anchor'
import type { Statement } from '#shared/model/statement'
import type { ProjectDatabase } from '../database'
import type { IntegrityFinding, IntegrityPart } from './finding'

/** Where a record says that its words stand. */
interface Standing extends Span {
  table: 'annotations' | 'bookmarks' | 'matters' | 'statements'
  key: string
  source: string
  reading: string
  quote: string
}

const standingStatement = (statement: Statement): Standing => ({
  table: 'statements',
  key: statement.id,
  source: statement.source,
  reading: statement.reading,
  start: statement.start,
  end: statement.start + statement.quantity.length,
  quote: statement.quantity,
})

/** All marks of sources but orphans, of which it is known that their words are gone. */
async function marksOf(db: ProjectDatabase, hashes: readonly string[]): Promise<Standing[]> {
  const anchored = await Promise.all(
    ([db.annotations, db.bookmarks, db.matters] as const).map(async (table) => {
      const name = table.name as Exclude<Standing['table'], 'statements'>
      const records = await db.table<Anchored>(name).where('source').anyOf(hashes).toArray()
      return records.flatMap(({ id, source, reading, anchor, orphan }): Standing[] =>
        orphan ? [] : [{ table: name, key: id, source, reading, ...anchor }],
      )
    }),
  )
  const statements = await db.statements.where('source').anyOf(hashes).toArray()
  return [...anchored.flat(), ...statements.map(standingStatement)]
}

interface Anchored {
  id: string
  source: string
  reading: string
  anchor: Span & { quote: string }
  orphan: boolean
}

/**
 * Looks whether the marks of sources stand on their quotes.
 * @param texts sound texts of these sources by reading; marks in others are judged when those are made again
 */
export async function findInMarks(
  db: ProjectDatabase,
  hashes: readonly string[],
  texts: ReadonlyMap<string, string>,
): Promise<IntegrityPart> {
  const marks = await marksOf(db, hashes)
  const findings = marks.flatMap(({ table, key, source, reading, start, end, quote }): IntegrityFinding[] => {
    const text = texts.get(reading)
    if (text === undefined || text.slice(start, end) === quote) return []
    return [{ kind: 'quoteElsewhere', table, key, source, label: quote, repair: 'place' }]
  })
  return { counts: { marks: marks.length }, findings }
}
