import type { ReadingText } from '#shared/model/reading'
import type { Report } from '#shared/model/report'
import type { Source } from '#shared/model/source'
import { fingerprint } from '#shared/text/fingerprint'
import type { ProjectDatabase, StoredReading } from '../database'
import type { IntegrityFinding, IntegrityPart } from './finding'

/** What was wrong with the texts of some sources, and those that are sound, by reading. */
export type TextsPart = IntegrityPart & { texts: Map<string, string> }

type TextFault = 'textMissing' | 'textChanged' | null

/** A text that an older program wrote has no fingerprint; its length is looked at alone. */
function faultOf(text: ReadingText | undefined, reading: StoredReading | undefined): TextFault {
  if (!text || !reading) return 'textMissing'
  if (text.text.length !== reading.characters) return 'textChanged'
  if (text.fingerprint !== undefined && text.fingerprint !== fingerprint(text.text)) return 'textChanged'
  return null
}

/** Reports of the shown readings for which something that every report has is not stored. */
async function withoutFound(db: ProjectDatabase, sources: readonly Source[]): Promise<Report[]> {
  const shown = new Map(sources.map(({ hash, reading }) => [hash, reading]))
  const all = await db.reports
    .where('source')
    .anyOf([...shown.keys()])
    .toArray()
  const reports = all.filter((report) => report.reading === shown.get(report.source))
  const ids = reports.map(({ id }) => id)
  const tables = [db.sections, db.engineOutput, db.engineMatters, db.cells]
  const there = await Promise.all(tables.map(async (table) => table.where('report').anyOf(ids).primaryKeys()))
  const sets = there.map((keys) => new Set<string>(keys))
  return reports.filter(({ id }) => sets.some((set) => !set.has(id)))
}

/** The readings of a source among the keys of `readings`. */
const rangeOf = (hash: string): [string, string] => [`${hash}:`, `${hash};`]

/** Looks at the texts of sources, in all of their readings, and at what was found in the reports of the one shown. */
export async function findInTexts(db: ProjectDatabase, hashes: readonly string[]): Promise<TextsPart> {
  const sources = (await db.sources.bulkGet([...hashes])).flatMap((source) => source ?? [])
  const readings = await db.readings.where('id').inAnyRange(hashes.map(rangeOf)).toArray()
  const ids = new Set([...readings.map(({ id }) => id), ...sources.map(({ reading }) => reading)])
  const rows = await db.texts.bulkGet([...ids])
  const [byId, texts] = [new Map(readings.map((one) => [one.id, one])), new Map<string, string>()]
  const findings: IntegrityFinding[] = []
  const nameOf = new Map(sources.map(({ hash, name }) => [hash, name]))
  for (const [at, id] of [...ids].entries()) {
    const fault = faultOf(rows[at], byId.get(id))
    const source = id.slice(0, id.indexOf(':'))
    if (!fault && rows[at]) texts.set(id, rows[at].text)
    if (fault)
      findings.push({
        kind: fault,
        table: 'texts',
        key: id,
        source,
        label: nameOf.get(source) ?? id,
        repair: 'readAgain',
      })
  }
  const bad = new Set(findings.map(({ source }) => source))
  for (const { id, source, title } of await withoutFound(db, sources))
    if (!bad.has(source))
      findings.push({ kind: 'foundMissing', table: 'reports', key: id, source, label: title, repair: 'readAgain' })
  return { counts: { texts: ids.size }, findings, texts }
}
