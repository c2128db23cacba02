import type { Change, JournalTable } from '#shared/model/journal'
import type { Report } from '#shared/model/report'
import { Source } from '#shared/model/source'
import type { Statement } from '#shared/model/statement'
import { reportIn } from './changes'
import { readingsCorrected, settleTexts } from './corrections/settle'
import type { ProjectDatabase } from './database'
import { deriveCells } from './derive'
import { deriveStatements, isReadDifferently } from './derive-statements'
import { sameValue } from './equal'
import { MADE, NOT_MADE, RENAMED } from './made'
import { patchCells, type Read } from './patch-cells'
import { regroup } from './versions/regroup'
import { within } from './within'

/** Tables that hold what follows from others, and what it follows from. */
export const DERIVED_TABLES = [
  'sources',
  'reports',
  'statements',
  'readings',
  'texts',
  'findings',
  'sections',
  'engineOutput',
  'engineMatters',
  'cells',
  'indicators',
  'extractions',
  'corrections',
] as const

const FOLLOWED: ReadonlySet<JournalTable> = new Set([
  'reports',
  'statements',
  'sources',
  'topics',
  'places',
  'indicators',
  'corrections',
])

/** True when something follows from a change of this table. */
export const isFollowed = (table: JournalTable): boolean => FOLLOWED.has(table)

type Changes = readonly Pick<Change, 'table' | 'key' | 'before' | 'after'>[]

const textField = (record: unknown, field: string): string | null => {
  if (typeof record !== 'object' || record === null) return null
  const value: unknown = Reflect.get(record, field)
  return typeof value === 'string' ? value : null
}

/** True when the cells of a report are those of before: a report that is confirmed, or has another title. */
function hasSameCells(from: Report | null, to: Report | null): boolean {
  if (!from || !to) return false
  const fields = ['source', 'reading', 'place', 'year', 'kind', 'main'] as const
  return fields.every((field) => sameValue(from[field], to[field]))
}

/** The reports whose cells are others as a whole after the given changes. */
function reportsTurned(changes: Changes): Set<string> {
  const reports = new Set<string>()
  for (const { table, key, before, after } of changes)
    if (table === 'reports' && !hasSameCells(reportIn(table, before), reportIn(table, after))) reports.add(key)
  return reports
}

/** What the user says of reports, as it was and as it is; a record that is no statement makes its report count whole. */
function wordsIn(changes: Changes, whole: Set<string>): Map<string, Statement[]> {
  const words = new Map<string, Statement[]>()
  for (const { table, before, after } of changes) {
    if (table !== 'statements') continue
    for (const record of [before, after]) {
      const report = textField(record, 'report')
      if (report === null || whole.has(report)) continue
      if (!isStatement(record)) whole.add(report)
      else words.set(report, [...(words.get(report) ?? []), record])
    }
  }
  for (const report of whole) words.delete(report)
  return words
}

/** What was written to `statements` was checked then; of a record from an older journal it is looked at here. */
const isStatement = (record: unknown): record is Statement =>
  textField(record, 'id') !== null &&
  typeof Reflect.get(Object(record), 'start') === 'number' &&
  Reflect.get(Object(record), 'origin') !== undefined

/** The reports of the changes whose year, kind or place became another: their statements are read again. */
function reportsReadAgain(changes: Changes): Set<string> {
  const reports = new Set<string>()
  for (const { table, key, before, after } of changes) {
    const [from, to] = [reportIn(table, before), reportIn(table, after)]
    if (from && to && isReadDifferently(from, to)) reports.add(key)
  }
  return reports
}

function sourcesIn(changes: Changes): { before: Source | null; after: Source | null }[] {
  return changes.flatMap(({ table, before, after }) => {
    if (table !== 'sources') return []
    const [from, to] = [Source.safeParse(before), Source.safeParse(after)]
    return { before: from.success ? from.data : null, after: to.success ? to.data : null }
  })
}

/** Reports that came into or out of a group, as they were and as they are. */
const reportsIn = (changes: Changes): Report[] =>
  changes.flatMap(({ table, before, after }) =>
    [reportIn(table, before), reportIn(table, after)].flatMap((report) => report ?? []),
  )

/** Sources that came into or out of sight. */
const sourcesTurned = (changes: Changes): string[] =>
  sourcesIn(changes)
    .filter(({ before, after }) => before?.hidden !== after?.hidden)
    .flatMap(({ before, after }) => (after ?? before)?.hash ?? [])

/** The reports that the parser gave one of these places, or none: a new place may be theirs. */
async function unmakePlaces(db: ProjectDatabase, codes: ReadonlySet<string>): Promise<void> {
  const open = await db.reports
    .filter(({ place, edited }) => !edited.includes('place') && (place === null || codes.has(place.code)))
    .toArray()
  const rows = await db.readings.bulkGet([...new Set(open.map(({ reading }) => reading))])
  await db.readings.bulkPut(rows.flatMap((row) => (row ? { ...row, made: NOT_MADE } : [])))
}

/**
 * Derives again what follows from changes, inside the running transaction: corrected texts, statements of reports with another year,
 * kind or place, groups of versions, cells. What only a parser can tell is marked, for `Session.refresh`.
 * @param read reports and engine outputs that are in memory
 */
export async function followChanges(db: ProjectDatabase, changes: Changes, read?: Read): Promise<void> {
  const corrected = await within(settleTexts(db, readingsCorrected(changes)))
  await within(deriveStatements(db, new Set([...corrected.turned, ...reportsReadAgain(changes)])))
  const touched = [...reportsIn(changes), ...corrected.reports]
  const turned = sourcesTurned(changes)
  if (turned.length > 0) touched.push(...(await db.reports.where('source').anyOf(turned).toArray()))
  await within(regroup(db, touched))
  const whole = reportsTurned(changes)
  for (const report of corrected.turned) whole.add(report)
  const words = wordsIn(changes, whole)
  await within(deriveCells(db, whole))
  await within(patchCells(db, words, read))
  if (changes.some(({ table }) => table === 'indicators'))
    await db.readings.where('made').equals(MADE).modify({ made: RENAMED })
  if (changes.some(({ table }) => table === 'topics')) await db.readings.toCollection().modify({ made: NOT_MADE })
  const extractions = extractionsTurned(changes)
  if (extractions.length > 0) await within(unmakeExtracted(db, extractions))
  const places = new Set(changes.flatMap(({ table, key }) => (table === 'places' ? key : [])))
  if (places.size > 0) await within(unmakePlaces(db, places))
}

/** Extractions that came into or out of sight: whoever they speak of has other statements. */
const extractionsTurned = (changes: Changes): string[] =>
  sourcesIn(changes).flatMap(({ before, after }) => {
    const source = after ?? before
    return source?.format === 'extraction' && before?.hidden !== after?.hidden ? source.hash : []
  })

/** The statements of the sources that extractions speak of are to be read again. */
async function unmakeExtracted(db: ProjectDatabase, extractions: readonly string[]): Promise<void> {
  const rows = await db.extractions.where('extraction').anyOf(extractions).primaryKeys()
  const sources = await db.sources.bulkGet([...new Set(rows.map((id) => id.slice(0, id.indexOf(':'))))])
  const readings = await db.readings.bulkGet(sources.flatMap((source) => source?.reading ?? []))
  const made = readings.flatMap((row) => (row?.made === MADE ? { ...row, made: RENAMED } : []))
  await db.readings.bulkPut(made)
}

/** Tables by which reports are read. A correction of a heading or a title is one of what a parser reads. */
const READ_AGAIN: ReadonlySet<JournalTable> = new Set(['topics', 'places', 'indicators', 'corrections'])

/** True when a parser must look again at something after these changes. */
export const needsParser = (changes: Changes): boolean =>
  changes.some(({ table }) => READ_AGAIN.has(table)) ||
  extractionsTurned(changes).length > 0 ||
  sourcesIn(changes).some(({ before, after }) => before?.reading !== after?.reading)
