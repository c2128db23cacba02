import type { AnalysedSource } from '#shared/model/analysed'
import type { UserIndicator } from '#shared/model/indicator'
import type { Matter } from '#shared/model/matter'
import type { Report } from '#shared/model/report'
import type { Statement } from '#shared/model/statement'
import { ENGINE_VERSION } from '#shared/statements/version'
import { fingerprint } from '#shared/text/fingerprint'
import { sketchOf } from '#shared/text/sketch'
import type { Finding, ProjectDatabase, StoredReading } from './database'
import { deriveCells, packCells, removeReports } from './derive'
import { deriveStatements, isReadDifferently } from './derive-statements'
import { sameValue } from './equal'
import { MADE, NOT_MADE } from './made'
import { packMatters } from './matters/packed'
import { packRows } from './pack'
import { listIndicators } from './queries/user-records'
import { within } from './within'
import { withWord } from './word'

/** What the database already has of a source: reports that a user may have corrected, and what was said of their contents. */
export interface Known {
  reports: Report[]
  touched: Statement[]
  matters: Matter[]
}

/** An analysed file with what is to be stored of it beside the analysis. */
export interface Prepared {
  analysed: AnalysedSource
  findings: Finding[]
}

/** Works out what needs the text, before any transaction. */
export const prepare = (analysed: AnalysedSource): Prepared => ({
  analysed,
  findings: analysed.reports.map(({ report }) => {
    const { id, source, title, place, year, kind, start, end } = report
    return { report: id, source, title, place, year, kind, sketch: sketchOf(analysed.text.text, start, end) }
  }),
})

/** What the database has of sources, by their hashes. */
export async function knownOf(db: ProjectDatabase, hashes: readonly string[]): Promise<Map<string, Known>> {
  const known = new Map<string, Known>(hashes.map((hash) => [hash, { reports: [], touched: [], matters: [] }]))
  if (hashes.length === 0) return known
  const [reports, touched, matters] = await Promise.all([
    db.reports.where('source').anyOf(hashes).toArray(),
    db.statements.where('source').anyOf(hashes).toArray(),
    db.matters.where('source').anyOf(hashes).toArray(),
  ])
  for (const report of reports) known.get(report.source)?.reports.push(report)
  for (const statement of touched) known.get(statement.source)?.touched.push(statement)
  for (const matter of matters) known.get(matter.source)?.matters.push(matter)
  return known
}

/** Reports that are found no longer: those of another reading, and those of this one that no user has spoken on. */
function vanished({ analysed }: Prepared, { reports, touched, matters }: Known): string[] {
  const { id: reading } = analysed.reading
  const found = new Set(analysed.reports.map(({ report }) => report.id))
  const said = [...touched, ...matters].filter((one) => one.reading === reading)
  const spoken = new Set(said.map(({ report }) => report))
  const stays = (report: Report): boolean =>
    found.has(report.id) || (report.reading === reading && (report.edited.length > 0 || spoken.has(report.id)))
  return reports.filter((report) => !stays(report)).map(({ id }) => id)
}

/** The range of a source's readings among the keys of `readings` and `texts`. */
export const readingsOf = (db: ProjectDatabase, hash: string) =>
  db.readings.where('id').between(`${hash}:`, `${hash};`, true, false)

/** Only one reading of a source has its reports stored: those of the others must be made again when it is theirs. */
async function unmakeOthers(db: ProjectDatabase, { source, reading }: AnalysedSource): Promise<void> {
  const others = (await readingsOf(db, source.hash).toArray()).filter(
    ({ id, made }) => id !== reading.id && made !== NOT_MADE,
  )
  if (others.length > 0) await db.readings.bulkPut(others.map((other) => ({ ...other, made: NOT_MADE })))
}

const NOTHING: Known = { reports: [], touched: [], matters: [] }

/** The rows of one file, and the reports as they are with the user's word laid over them. */
function rowsOf({ analysed, findings }: Prepared, { reports: stored, touched }: Known) {
  const { source, reading, text, reports } = analysed
  const before = new Map(stored.map((report) => [report.id, report]))
  const kept = reports.map(({ report }, index) => {
    const told = before.get(report.id)
    return told && told.edited.length > 0 ? withWord(report, findings[index], told) : report
  })
  const made: StoredReading = { ...reading, made: MADE }
  return {
    kept,
    readings: made,
    texts: { ...text, fingerprint: fingerprint(text.text) },
    sections: reports.map(({ report, sections }) => ({ report: report.id, source: source.hash, sections })),
    output: reports.map(({ report, statements }) => ({
      report: report.id,
      source: source.hash,
      engine: ENGINE_VERSION,
      statements: packRows(statements),
    })),
    matters: reports.map(({ report, matters }) => ({
      report: report.id,
      source: source.hash,
      packed: packMatters(matters),
    })),
    cells: kept.map((report, index) => {
      const own = touched.filter((one) => one.report === report.id && one.reading === report.reading)
      return packCells(report, reports[index]?.statements ?? [], own)
    }),
  }
}

/**
 * Writes what was found in files, inside the running transaction, in one request for each table: one after the other
 * they would wait for each other.
 * @param known what the database has of those files that it knows, by hash
 * @param indicators the user's indicators by which they were analysed; where they have changed since, all statements are
 * read again here
 * @returns the reports of each file, with the user's word laid over them
 */
export async function writeDerived(
  db: ProjectDatabase,
  files: readonly Prepared[],
  known: ReadonlyMap<string, Known>,
  indicators?: readonly UserIndicator[],
): Promise<Report[][]> {
  const knownFiles = files.filter(({ analysed }) => known.has(analysed.source.hash))
  const of = ({ analysed }: Prepared): Known => known.get(analysed.source.hash) ?? NOTHING
  const gone = knownFiles.flatMap((file) => vanished(file, of(file)))
  await within(removeReports(db, gone))
  for (const { analysed } of knownFiles) await within(unmakeOthers(db, analysed))
  const rows = files.map((file) => rowsOf(file, of(file)))
  await Promise.all([
    db.readings.bulkPut(rows.map(({ readings }) => readings)),
    db.texts.bulkPut(rows.map(({ texts }) => texts)),
    db.reports.bulkPut(rows.flatMap(({ kept }) => kept)),
    db.sections.bulkPut(rows.flatMap(({ sections }) => sections)),
    db.engineOutput.bulkPut(rows.flatMap(({ output }) => output)),
    db.engineMatters.bulkPut(rows.flatMap(({ matters }) => matters)),
    db.cells.bulkPut(rows.flatMap(({ cells }) => cells)),
    db.findings.bulkPut(files.flatMap(({ findings }) => findings)),
  ])
  const again = (await within(haveChanged(db, indicators)))
    ? rows.flatMap(({ kept }) => kept.map(({ id }) => id))
    : [...readDifferently(files, rows), ...(await within(givenFor(db, rows)))]
  await within(deriveStatements(db, again))
  await within(deriveCells(db, again))
  return rows.map(({ kept }) => kept)
}

/** True where the user has changed indicators since files were analysed. */
const haveChanged = async (db: ProjectDatabase, indicators?: readonly UserIndicator[]): Promise<boolean> =>
  indicators !== undefined && !sameValue(await listIndicators(db), indicators)

/** Reports of sources that an extraction speaks of: its statements stand in place of what was found just now. */
async function givenFor(db: ProjectDatabase, rows: readonly { kept: Report[] }[]): Promise<string[]> {
  const reports = rows.flatMap(({ kept }) => kept)
  const keys = await db.extractions
    .where('source')
    .anyOf([...new Set(reports.map(({ source }) => source))])
    .primaryKeys()
  if (keys.length === 0) return []
  const spoken = new Set(keys.map((id) => id.slice(0, id.indexOf(':'))))
  return reports.flatMap(({ id, source }) => (spoken.has(source) ? id : []))
}

/** Reports whose year, kind or place the user has set: it is not what the analysis went by. */
const readDifferently = (files: readonly Prepared[], rows: readonly { kept: Report[] }[]): string[] =>
  rows.flatMap(({ kept }, index) =>
    kept.flatMap((report, ordinal) => {
      const found = files[index]?.analysed.reports[ordinal]?.report
      return found && isReadDifferently(found, report) ? report.id : []
    }),
  )
