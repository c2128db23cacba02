import type { AnalysedSource } from '#shared/model/analysed'
import type { Change } from '#shared/model/journal'
import type { Report } from '#shared/model/report'
import { layCorrections } from '#shared/text/corrections'
import { editsBetween, mapThrough } from '#shared/text/edits'
import { fingerprint } from '#shared/text/fingerprint'
import { sketchOf } from '#shared/text/sketch'
import type { ProjectDatabase, StoredReading } from '../database'
import { deriveCells } from '../derive'
import { deriveStatements } from '../derive-statements'
import { sameValue } from '../equal'
import { NOT_MADE } from '../made'
import { within } from '../within'
import { laidReport, laidSections, laidTitle, type Way } from './laid-report'
import { decodedText, laidText } from './laid-text'
import { keepsShape } from './shape'

/** The readings whose corrections are among changes. */
export function readingsCorrected(changes: readonly Pick<Change, 'table' | 'before' | 'after'>[]): string[] {
  const readings = changes.flatMap(({ table, before, after }) =>
    table === 'corrections' ? [before, after].flatMap((record) => readingOf(record) ?? []) : [],
  )
  return [...new Set(readings)]
}

function readingOf(record: unknown): string | null {
  const reading: unknown = typeof record === 'object' && record !== null ? Reflect.get(record, 'reading') : null
  return typeof reading === 'string' ? reading : null
}

const sourceIn = (reading: string): string => reading.slice(0, reading.indexOf(':'))

/** The reports of one reading with all that was derived of them. */
async function foundIn(db: ProjectDatabase, reading: string) {
  const all = await db.reports.where('source').equals(sourceIn(reading)).toArray()
  const reports = all.filter((report) => report.reading === reading)
  const ids = reports.map(({ id }) => id)
  const [sections, findings] = await Promise.all([db.sections.bulkGet(ids), db.findings.bulkGet(ids)])
  return {
    reports,
    sections: sections.flatMap((row) => row ?? []),
    findings: new Map(findings.flatMap((row) => (row ? [[row.report, row]] : []))),
  }
}

/** The reports of readings that were corrected. */
export interface Settled {
  /** Those that may be versions of others now, as they were and as they are. */
  reports: Report[]
  /** Those whose text is another, or stands elsewhere. */
  turned: string[]
}

/**
 * Brings what is stored of a reading to the corrections that the user's records say now, inside the running transaction:
 * its text, and all offsets that follow from it. Statements and cells are left to the caller. Where the shape of the text
 * may be another one, its reading is marked to be made again from the file.
 */
async function settleOne(db: ProjectDatabase, reading: string, settled: Settled): Promise<void> {
  const [row, stored, records] = await Promise.all([
    db.texts.get(reading),
    db.readings.get(reading),
    db.corrections.where('source').equals(sourceIn(reading)).toArray(),
  ])
  if (!row || !stored) return
  const own = records.filter((record) => record.reading === reading)
  const to = layCorrections(decodedText(row), own).map(({ change }) => change)
  const edits = editsBetween(row.corrections ?? [], to)
  if (edits.length === 0) return
  const text = laidText(row, to, edits)
  const { reports, sections, findings } = await within(foundIn(db, reading))
  const way: Way = { before: row.text, after: text.text, edits, map: mapThrough(edits) }
  const now = reports.map((report): Report => {
    const title = report.edited.includes('title') ? report.title : laidTitle(way, report.title, report)
    return { ...laidReport(way, report), title }
  })
  const shape = { text: row, reports, sections: sections.flatMap((one) => one.sections) }
  const made = keepsShape(shape, edits) ? stored.made : NOT_MADE
  const reread: StoredReading = { ...stored, made, characters: text.text.length }
  const turned = now.filter((report, index) => {
    const before = reports[index]
    return (
      before && (before.end !== report.end || edits.some(({ start, end }) => start < before.end && end > before.start))
    )
  })
  const found = turned.flatMap(({ id, start, end }) => {
    const finding = findings.get(id)
    const before = reports.find((report) => report.id === id)
    if (!finding || !before) return []
    return { ...finding, title: laidTitle(way, finding.title, before), sketch: sketchOf(text.text, start, end) }
  })
  await Promise.all([
    db.texts.put({ ...text, fingerprint: fingerprint(text.text) }),
    db.readings.put(reread),
    db.reports.bulkPut(now),
    db.findings.bulkPut(found),
    db.sections.bulkPut(sections.map((one) => ({ ...one, sections: laidSections(way, one.sections) }))),
  ])
  // By its sketch a report is told from others: where that is the same, so are the groups of versions.
  const others = new Set(
    found.filter((one) => !sameValue(one.sketch, findings.get(one.report)?.sketch)).map(({ report }) => report),
  )
  settled.reports.push(...[...reports, ...now].filter(({ id }) => others.has(id)))
  settled.turned.push(...turned.map(({ id }) => id))
}

/** `settleOne` for several readings. */
export async function settleTexts(db: ProjectDatabase, readings: readonly string[]): Promise<Settled> {
  const settled: Settled = { reports: [], turned: [] }
  for (const reading of readings) await within(settleOne(db, reading, settled))
  return settled
}

/**
 * Brings what an import wrote to the corrections that the user's records say now: some may have been made, or taken back,
 * since the files were read. Most files have none, and those that were read with theirs are as they should be.
 * @param files that the database knew
 */
export async function settleImported(db: ProjectDatabase, files: readonly AnalysedSource[]): Promise<void> {
  if (files.length === 0) return
  const records = await db.corrections
    .where('source')
    .anyOf(files.map(({ source }) => source.hash))
    .toArray()
  const written = files.flatMap(({ text }) => (text.corrections ? [text.reading] : []))
  const readings = new Set([...written, ...records.map(({ reading }) => reading)])
  if (readings.size === 0) return
  const { turned } = await within(settleTexts(db, [...readings]))
  await within(deriveStatements(db, turned))
  await within(deriveCells(db, turned))
}
