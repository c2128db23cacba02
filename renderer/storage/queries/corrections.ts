import type { Span } from '#shared/model/anchor'
import type { Correction } from '#shared/model/correction'
import type { ReadingText } from '#shared/model/reading'
import type { Report } from '#shared/model/report'
import type { Source } from '#shared/model/source'
import { layCorrections, placesOf } from '#shared/text/corrections'
import { decodedText } from '../corrections/laid-text'
import type { ProjectDatabase } from '../database'

/** A correction with where its replacement stands in the corrected text. */
export interface PlacedCorrection extends Span {
  correction: Correction
}

/** The records by which a source's file is read: the corrections of its present reading. */
export async function correctionsFor(db: ProjectDatabase, hash: string): Promise<Correction[]> {
  const records = await db.corrections.where('source').equals(hash).toArray()
  const source = records.length > 0 ? await db.sources.get(hash) : undefined
  return records.filter(({ reading }) => reading === source?.reading)
}

/** The corrections of a source's present reading, in the order of its text. */
export async function correctionsOf(db: ProjectDatabase, hash: string): Promise<PlacedCorrection[]> {
  const records = await db.corrections.where('source').equals(hash).toArray()
  if (records.length === 0) return []
  const source = await db.sources.get(hash)
  const row = source && (await db.texts.get(source.reading))
  return row
    ? placed(
        row,
        records.filter(({ reading }) => reading === row.reading),
      )
    : []
}

function placed(row: ReadingText, own: readonly Correction[]): PlacedCorrection[] {
  const laid = layCorrections(decodedText(row), own)
  const places = placesOf(laid.map(({ change }) => change))
  return laid.flatMap(({ correction }, index) => {
    const place = places[index]
    return place ? [{ ...place, correction }] : []
  })
}

/** A correction as the list of all of them shows it. */
export interface ListedCorrection extends PlacedCorrection {
  source: Source
  /** Null outside every report. */
  report: Report | null
  /** Characters on both sides of it in the corrected text. */
  before: string
  after: string
}

/** So many characters of context a line of the list shows on either side. */
const CONTEXT = 24

/** All corrections of sources in sight: by the names of the sources, then in the order of the text. */
export async function listCorrections(db: ProjectDatabase): Promise<ListedCorrection[]> {
  const hashes = [...new Set(await sourceHashes(db))]
  const sources = (await db.sources.bulkGet(hashes)).flatMap((source) => (source && !source.hidden ? [source] : []))
  sources.sort((a, b) => a.name.localeCompare(b.name, 'zh'))
  const [corrections, reports] = await Promise.all([
    Promise.all(sources.map(({ hash }) => correctionsOf(db, hash))),
    db.reports.where('source').anyOf(hashes).toArray(),
  ])
  const listed: ListedCorrection[] = []
  for (const [index, source] of sources.entries()) {
    const own = corrections[index] ?? []
    const text = own.length > 0 ? ((await db.texts.get(source.reading))?.text ?? '') : ''
    const within = reports.filter((report) => report.reading === source.reading)
    for (const one of own) {
      const report = within.find(({ start, end }) => start <= one.start && one.end <= end) ?? null
      const before = text.slice(Math.max(0, one.start - CONTEXT), one.start)
      listed.push({ ...one, source, report, before, after: text.slice(one.end, one.end + CONTEXT) })
    }
  }
  return listed
}

const sourceHashes = async (db: ProjectDatabase): Promise<string[]> =>
  (await db.corrections.orderBy('source').uniqueKeys()).map(String)
