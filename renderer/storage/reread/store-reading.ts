import type { Annotation } from '#shared/model/annotation'
import { message, readingId } from '#shared/model/identity'
import type { Change, JournalTable } from '#shared/model/journal'
import type { Report } from '#shared/model/report'
import type { Provenance, Source } from '#shared/model/source'
import type { Statement } from '#shared/model/statement'
import type { ProjectDatabase } from '../database'
import { removeReports } from '../derive'
import { type Known, type Prepared, readingsOf, writeDerived } from '../derived-records'
import { appendEntry } from '../entry'
import { sameValue } from '../equal'
import { importedOutcome, type StoredImport } from '../outcome'
import { regroup } from '../versions/regroup'
import { within } from '../within'
import { counterparts } from './carry'
import { annotationIn, type NewReading, statementIn } from './reanchor'

/** Who reads a source anew, and when (ISO 8601 in UTC). */
export interface RereadBy {
  author: string
  at: string
}

/** The number in a reading's id. */
export const readingNumber = (id: string): number => Number(id.slice(id.lastIndexOf(':') + 1))

/** The analysis as reading `number` of its source: the number is settled only inside the transaction. */
export function numbered({ analysed, findings }: Prepared, number: number): Prepared {
  const id = readingId(analysed.source.hash, number)
  return {
    findings,
    analysed: {
      source: { ...analysed.source, reading: id },
      reading: { ...analysed.reading, id, number },
      text: { ...analysed.text, reading: id },
      reports: analysed.reports.map((found) => ({ ...found, report: { ...found.report, reading: id } })),
    },
  }
}

async function nextNumber(db: ProjectDatabase, { hash, reading }: Source): Promise<number> {
  const ids = await readingsOf(db, hash).primaryKeys()
  return Math.max(...[reading, ...ids].map(readingNumber)) + 1
}

/** What the user has said on a source in its present reading. */
interface Said {
  reports: Report[]
  annotations: Annotation[]
  statements: Statement[]
  characters: number
}

async function saidOn(db: ProjectDatabase, { hash, reading }: Source): Promise<Said> {
  const [reports, annotations, statements, row] = await Promise.all([
    db.reports.where('source').equals(hash).toArray(),
    db.annotations.where('source').equals(hash).toArray(),
    db.statements.where('source').equals(hash).toArray(),
    db.readings.get(reading),
  ])
  return { reports, annotations, statements, characters: row?.characters ?? 0 }
}

/** Where the user has said nothing of a source's origin, what the new reading tells is filled in. */
function provenanceOf(existing: Provenance, found: Provenance): Provenance {
  const said = Object.entries(existing).filter(([, value]) => value !== '')
  return { ...found, ...Object.fromEntries(said) }
}

const change = (table: JournalTable, key: string, before: unknown | null, after: unknown | null): Change[] =>
  sameValue(before, after) ? [] : [{ table, key, before, after }]

/** Reports belong to the journal only where the user's word on them moves, comes or goes. */
function reportChanges(before: readonly Report[], after: readonly Report[]): Change[] {
  const now = new Map(after.map((report) => [report.id, report]))
  const then = new Map(before.map((report) => [report.id, report]))
  return [...new Set([...then.keys(), ...now.keys()])].flatMap((id) => {
    const [from, to] = [then.get(id), now.get(id)]
    const spoken = (from?.edited.length ?? 0) + (to?.edited.length ?? 0) > 0
    return spoken ? change('reports', id, from ?? null, to ?? null) : []
  })
}

/** What becomes of the user's marks in the new reading. */
function carried(said: Said, reading: NewReading, at: string) {
  const annotations = said.annotations.map((annotation) => annotationIn(reading, annotation, at))
  const statements = said.statements.flatMap((statement) => statementIn(reading, statement, at) ?? [])
  const lost =
    annotations.filter(({ orphan }, index) => orphan && !said.annotations[index]?.orphan).length +
    said.statements.length -
    statements.length
  return { annotations, statements, lost }
}

/**
 * Makes an analysed file a new reading of its source, inside the running transaction: the text of older readings is
 * kept, what the user set on reports goes to their counterparts, annotations and touched statements go to where their
 * quotes stand now, and all of it is one step of the journal.
 * @param shown true where a source that is out of sight comes back with it: its file was imported again
 */
export async function reread(
  db: ProjectDatabase,
  file: Prepared,
  existing: Source,
  by: RereadBy,
  shown: boolean,
): Promise<StoredImport> {
  const said = await within(saidOn(db, existing))
  const fresh = numbered(file, await within(nextNumber(db, existing)))
  const { source, reading, text, reports } = fresh.analysed
  const into: NewReading = { id: reading.id, text: text.text, reports }
  const { annotations, statements, lost } = carried(said, into, by.at)
  const pairs = counterparts(said, { reports: reports.map(({ report }) => report), characters: reading.characters })
  const known: Known = { reports: [...pairs].map(([id, report]) => ({ ...report, id })), touched: statements }
  const gone = said.reports.filter(({ id }) => !reports.some(({ report }) => report.id === id)).map(({ id }) => id)
  await within(removeReports(db, gone))
  // Before the reports: their cells follow from them.
  await Promise.all([db.annotations.bulkPut(annotations), db.statements.bulkPut(statements)])
  const [kept = []] = await within(writeDerived(db, [fresh], new Map([[source.hash, known]])))
  const { format, readAs } = source
  const provenance = provenanceOf(existing.provenance, source.provenance)
  const after: Source = {
    ...existing,
    format,
    readAs,
    reading: reading.id,
    provenance,
    hidden: existing.hidden && !shown,
  }
  const statementOf = new Map(said.statements.map((statement) => [statement.id, statement]))
  const changes = [
    ...change('sources', source.hash, existing, after),
    ...reportChanges(said.reports, kept),
    ...annotations.flatMap((one, index) => change('annotations', one.id, said.annotations[index] ?? null, one)),
    ...statements.flatMap((one) => change('statements', one.id, statementOf.get(one.id) ?? null, one)),
  ]
  await db.sources.put(after)
  await within(regroup(db, [...said.reports, ...kept]))
  const operation = message(`project.history.${lost > 0 ? 'sourceRereadLost' : 'sourceReread'}`, {
    name: existing.name,
    lost,
  })
  const entry = await within(appendEntry(db, by.author, { at: by.at, operation, changes }))
  return { outcome: importedOutcome(fresh.analysed, kept), entry }
}
