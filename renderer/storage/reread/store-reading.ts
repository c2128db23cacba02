import type { AnalysedSource } from '#shared/model/analysed'
import type { Annotation } from '#shared/model/annotation'
import type { Bookmark } from '#shared/model/bookmark'
import type { Correction } from '#shared/model/correction'
import { message, readingId } from '#shared/model/identity'
import type { Change, JournalTable } from '#shared/model/journal'
import type { Matter, VentureLink } from '#shared/model/matter'
import type { Report } from '#shared/model/report'
import type { Provenance, Source } from '#shared/model/source'
import type { Statement } from '#shared/model/statement'
import { layCorrections } from '#shared/text/corrections'
import { applyEdits, editsBetween, mapThrough } from '#shared/text/edits'
import { laidReport } from '../corrections/laid-report'
import { decodedText } from '../corrections/laid-text'
import { settleImported } from '../corrections/settle'
import type { ProjectDatabase } from '../database'
import { removeReports } from '../derive'
import { type Known, type Prepared, readingsOf, writeDerived } from '../derived-records'
import { appendEntry } from '../entry'
import { sameValue } from '../equal'
import { importedOutcome, type StoredImport } from '../outcome'
import { linksOfReports } from '../queries/venture-links'
import { regroup } from '../versions/regroup'
import { within } from '../within'
import { counterparts } from './carry'
import {
  annotationIn,
  bookmarkIn,
  correctionsIn,
  linkIn,
  matterIn,
  movedEnds,
  type NewReading,
  statementIn,
} from './reanchor'

/** Who reads a source anew, when (ISO 8601 in UTC), and the last sequence that the journal is known to have. */
export interface RereadBy {
  author: string
  at: string
  journalLast?: number
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
  bookmarks: Bookmark[]
  /** Of the reading that it had. */
  corrections: Correction[]
  statements: Statement[]
  matters: Matter[]
  links: VentureLink[]
  characters: number
}

async function saidOn(db: ProjectDatabase, { hash, reading }: Source): Promise<Said> {
  const [reports, annotations, bookmarks, corrections, statements, matters, row] = await Promise.all([
    db.reports.where('source').equals(hash).toArray(),
    db.annotations.where('source').equals(hash).toArray(),
    db.bookmarks.where('source').equals(hash).toArray(),
    db.corrections.where('source').equals(hash).toArray(),
    db.statements.where('source').equals(hash).toArray(),
    db.matters.where('source').equals(hash).toArray(),
    db.readings.get(reading),
  ])
  const corrected = corrections.filter((correction) => correction.reading === reading)
  const links = await within(linksOfReports(db, new Set(reports.map(({ id }) => id))))
  const characters = row?.characters ?? 0
  return { reports, annotations, bookmarks, corrections: corrected, statements, matters, links, characters }
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

/** The reading with the user's corrections, whether or not the file was read with them. */
function correctedReading({ reading, text, reports }: AnalysedSource, corrections: readonly Correction[]): NewReading {
  const to = layCorrections(decodedText(text), corrections).map(({ change: laid }) => laid)
  const edits = editsBetween(text.corrections ?? [], to)
  if (edits.length === 0) return { id: reading.id, text: text.text, reports }
  const after = applyEdits(text.text, edits)
  const way = { before: text.text, after, edits, map: mapThrough(edits) }
  return {
    id: reading.id,
    text: after,
    reports: reports.map((found) => ({ ...found, report: laidReport(way, found.report) })),
  }
}

/** How many were found before and are not now. */
const orphaned = (before: readonly { orphan: boolean }[], now: readonly { orphan: boolean }[]): number =>
  now.filter(({ orphan }, index) => orphan && !before[index]?.orphan).length

/**
 * What becomes of the user's marks in the new reading.
 * @param pairs reports of the old reading by those of the new that they are
 */
function carried(said: Said, reading: NewReading, pairs: ReadonlyMap<string, Report>, at: string) {
  const homes = new Map([...pairs].map(([to, from]) => [from.id, to]))
  const annotations = said.annotations.map((annotation) => annotationIn(reading, annotation, at))
  const bookmarks = said.bookmarks.map((bookmark) => bookmarkIn(reading, bookmark))
  const statements = said.statements.flatMap((statement) => statementIn(reading, statement, at) ?? [])
  const matters = said.matters.map((matter) => matterIn(reading, matter, homes.get(matter.report), at))
  const ends = movedEnds(said.matters, matters)
  const links = said.links.map((link) => linkIn(reading, link, homes, ends))
  const lost =
    orphaned(said.annotations, annotations) +
    orphaned(said.matters, matters) +
    said.statements.length -
    statements.length
  return { annotations, bookmarks, statements, matters, links, lost }
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
  const corrections = correctionsIn(reading.id, decodedText(text), said.corrections)
  const into = correctedReading(fresh.analysed, corrections)
  const pairs = counterparts(said, { reports: reports.map(({ report }) => report), characters: reading.characters })
  const { annotations, bookmarks, statements, matters, links, lost } = carried(said, into, pairs, by.at)
  const known: Known = {
    reports: [...pairs].map(([id, report]) => ({ ...report, id })),
    touched: statements,
    matters,
  }
  const gone = said.reports.filter(({ id }) => !reports.some(({ report }) => report.id === id)).map(({ id }) => id)
  await within(removeReports(db, gone))
  // Before the reports: their cells follow from them.
  await Promise.all([
    db.annotations.bulkPut(annotations),
    db.bookmarks.bulkPut(bookmarks),
    db.corrections.bulkPut(corrections),
    db.statements.bulkPut(statements),
    db.matters.bulkPut(matters),
    db.ventureLinks.bulkPut(links),
  ])
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
    ...bookmarks.flatMap((one, index) => change('bookmarks', one.id, said.bookmarks[index] ?? null, one)),
    ...corrections.flatMap((one) => change('corrections', one.id, null, one)),
    ...statements.flatMap((one) => change('statements', one.id, statementOf.get(one.id) ?? null, one)),
    ...matters.flatMap((one, index) => change('matters', one.id, said.matters[index] ?? null, one)),
    ...links.flatMap((one, index) => change('ventureLinks', one.id, said.links[index] ?? null, one)),
  ]
  await db.sources.put(after)
  await within(regroup(db, [...said.reports, ...kept]))
  // The file may have been read before the last of them was made.
  await within(settleImported(db, [fresh.analysed]))
  const operation = message(`project.history.${lost > 0 ? 'sourceRereadLost' : 'sourceReread'}`, {
    name: existing.name,
    lost,
  })
  const entry = await within(appendEntry(db, by.author, { at: by.at, operation, changes }))
  return { outcome: importedOutcome(fresh.analysed, kept), entry }
}
