import type { ReportContent } from '#shared/matters/extract'
import type { Annotation } from '#shared/model/annotation'
import type { Bookmark } from '#shared/model/bookmark'
import type { Correction, TextChange } from '#shared/model/correction'
import { message, newId } from '#shared/model/identity'
import type { JournalTable } from '#shared/model/journal'
import type { Matter, VentureLink } from '#shared/model/matter'
import type { ReadingText } from '#shared/model/reading'
import type { Report } from '#shared/model/report'
import type { Statement } from '#shared/model/statement'
import {
  anchorOf,
  applyCorrections,
  type LaidCorrection,
  layCorrections,
  mergeReplacement,
  ordered,
  type Replacement,
} from '#shared/text/corrections'
import { editsBetween, mapThrough } from '#shared/text/edits'
import type { ProposedChange } from '../changes'
import type { ProjectDatabase } from '../database'
import { contentOfReport } from '../derive-statements'
import { sameValue } from '../equal'
import { StorageError } from '../errors'
import { linksOfReports } from '../queries/venture-links'
import { within } from '../within'
import { laidReport, laidSections, type Way } from './laid-report'
import { decodedText, laidText } from './laid-text'
import { isTouched, markIn, statementIn, waitingIn } from './move-marks'
import { isMatterTouched, isRefTouched, linkIn, matterIn } from './move-matters'

/** Who corrects, and when (ISO 8601 in UTC). */
export interface CorrectedBy {
  author: string
  at: string
}

/** The text of a source with what it was corrected by. */
interface Opened {
  hash: string
  row: ReadingText
  /** The text as it was decoded. */
  decoded: string
  laid: LaidCorrection[]
}

async function openText(db: ProjectDatabase, hash: string): Promise<Opened> {
  const source = await db.sources.get(hash)
  const [row, records] = await Promise.all([
    source && db.texts.get(source.reading),
    db.corrections.where('source').equals(hash).toArray(),
  ])
  if (!row) throw new StorageError(message('project.write.gone', { table: 'sources' }))
  const decoded = decodedText(row)
  const own = records.filter(({ reading }) => reading === row.reading)
  return { hash, row, decoded, laid: layCorrections(decoded, own) }
}

/** A replacement, and what the text was when it was asked for. */
type Wanted = Replacement & { seen?: { words: string; characters: number } }

/** @throws StorageError when a place is not as it was seen */
function checkSeen({ row: { text } }: Opened, wanted: readonly Wanted[]): void {
  const isSeen = ({ start, end, seen }: Wanted): boolean =>
    seen === undefined || (seen.characters === text.length && seen.words === text.slice(start, end))
  if (!wanted.every(isSeen)) throw new StorageError(message('project.write.textMoved'))
}

/** A change of a text; one that was there before has its record. */
type Kept = TextChange & { correction?: Correction }

const changeOf = ({ start, end, original, replacement }: Kept): TextChange => ({ start, end, original, replacement })

/** Lays replacements over a text, from its end, so that the offsets of those before stay what they are. */
function withReplacements({ row, decoded, laid }: Opened, wanted: readonly Replacement[]): Kept[] {
  let changes: Kept[] = laid.map(({ correction, change }) => ({ ...change, correction }))
  let text = row.text
  let before = Number.POSITIVE_INFINITY
  for (const replacement of ordered(wanted).reverse()) {
    // Two that are about the same characters can't both be had.
    if (replacement.end > before || replacement.end > text.length) continue
    before = replacement.start
    const { removed, added } = mergeReplacement(text, changes, replacement)
    if (removed.length === 0 && !added) continue
    changes = ordered([...changes.filter((change) => !removed.includes(change)), ...(added ? [added] : [])])
    text = applyCorrections(decoded, changes)
  }
  return changes
}

const proposal = (table: JournalTable, key: string, after: unknown | null): ProposedChange => ({ table, key, after })

/** What becomes of the records: those that are laid no more go, new changes get one. */
function recordChanges({ hash, row, decoded, laid }: Opened, changes: readonly Kept[], by: CorrectedBy) {
  const kept = new Set(changes.map(({ correction }) => correction?.id))
  const gone = laid.filter(({ correction }) => !kept.has(correction.id))
  const made = changes.flatMap((change): Correction[] => {
    if (change.correction) return []
    const anchor = anchorOf(decoded, change)
    const { author, at: createdAt } = by
    return [
      { id: newId(), source: hash, reading: row.reading, anchor, replacement: change.replacement, author, createdAt },
    ]
  })
  return [
    ...gone.map(({ correction }) => proposal('corrections', correction.id, null)),
    ...made.map((correction) => proposal('corrections', correction.id, correction)),
  ]
}

/** What the user has set in the present reading of a source, and what follows from its words. */
interface Marks {
  /** Of this reading. */
  reports: Report[]
  annotations: Annotation[]
  bookmarks: Bookmark[]
  statements: Statement[]
  matters: Matter[]
  links: VentureLink[]
}

async function marksOf(db: ProjectDatabase, { hash, row: { reading } }: Opened): Promise<Marks> {
  const [reports, annotations, bookmarks, statements, matters] = await Promise.all([
    db.reports.where('source').equals(hash).toArray(),
    db.annotations.where('source').equals(hash).toArray(),
    db.bookmarks.where('source').equals(hash).toArray(),
    db.statements.where('source').equals(hash).toArray(),
    db.matters.where('source').equals(hash).toArray(),
  ])
  const isHere = (one: { reading: string }): boolean => one.reading === reading
  const present = reports.filter(isHere)
  return {
    reports: present,
    annotations: annotations.filter(isHere),
    bookmarks: bookmarks.filter(isHere),
    statements: statements.filter((one) => isHere(one) || one.reading === waitingIn(hash)),
    matters: matters.filter(isHere),
    links: await within(linksOfReports(db, new Set(present.map(({ id }) => id)))),
  }
}

/** What the engine reads, as the text is now, in the reports of which it may read what the user spoke on otherwise. */
async function readAgain(
  db: ProjectDatabase,
  text: ReadingText,
  way: Way,
  { reports, statements, matters, links }: Marks,
): Promise<Map<string, ReportContent>> {
  const refs = links.flatMap(({ a, b }) => [a, b])
  const ids = new Set([
    ...statements.filter((one) => isTouched(way, one)).map(({ report }) => report),
    ...matters.filter((one) => isMatterTouched(way, one)).map(({ report }) => report),
    ...refs.filter((ref) => isRefTouched(way, ref)).map(({ report }) => report),
  ])
  const read = new Map<string, ReportContent>()
  const touched = reports.filter(({ id }) => ids.has(id))
  if (touched.length === 0) return read
  const sections = await db.sections.bulkGet(touched.map(({ id }) => id))
  for (const [index, report] of touched.entries()) {
    const laid = laidSections(way, sections[index]?.sections ?? [])
    read.set(report.id, await within(contentOfReport(db, laidReport(way, report), text, laid)))
  }
  return read
}

/** Records that are others now. */
const moved = <T extends { id: string }>(table: JournalTable, records: readonly T[], move: (record: T) => T) =>
  records.flatMap((record): ProposedChange[] => {
    const there = move(record)
    return sameValue(record, there) ? [] : [proposal(table, record.id, there)]
  })

/** What the user has set in a text, moved along with it. */
async function movedMarks(db: ProjectDatabase, opened: Opened, changes: readonly Kept[]): Promise<ProposedChange[]> {
  const { row, laid } = opened
  const to = changes.map(changeOf)
  const edits = editsBetween(
    laid.map(({ change }) => change),
    to,
  )
  if (edits.length === 0) return []
  const text = laidText(row, to, edits)
  const way: Way = { before: row.text, after: text.text, edits, map: mapThrough(edits) }
  const marks = await within(marksOf(db, opened))
  const engine = await within(readAgain(db, text, way, marks))
  const spans = new Map(marks.reports.map((report) => [report.id, laidReport(way, report)]))
  const whole = { start: 0, end: text.text.length }
  const ids = new Set(spans.keys())
  return [
    ...moved('annotations', marks.annotations, (one) => markIn(way, one)),
    ...moved('bookmarks', marks.bookmarks, (one) => markIn(way, one)),
    ...moved('statements', marks.statements, (one) =>
      statementIn(way, engine.get(one.report)?.statements ?? null, one, row.reading),
    ),
    ...moved('matters', marks.matters, (one) =>
      matterIn(way, engine.get(one.report) ?? null, one, spans.get(one.report) ?? whole),
    ),
    ...moved('ventureLinks', marks.links, (one) => linkIn(way, engine, one, ids)),
  ]
}

async function changesOf(db: ProjectDatabase, opened: Opened, changes: readonly Kept[], by: CorrectedBy) {
  const records = recordChanges(opened, changes, by)
  if (records.length === 0) return []
  return [...records, ...(await within(movedMarks(db, opened, changes)))]
}

/**
 * What replacements in a source's text change, inside the running transaction: the records of the corrections, and what
 * the user has set in the text.
 * @param wanted in offsets of the corrected text as it stands
 * @throws StorageError `project.write.gone` when the source has no text, `project.write.textMoved` when a place of it is
 * not as it was seen
 */
export async function proposeCorrections(
  db: ProjectDatabase,
  hash: string,
  wanted: readonly Wanted[],
  by: CorrectedBy,
): Promise<ProposedChange[]> {
  const opened = await within(openText(db, hash))
  checkSeen(opened, wanted)
  return within(changesOf(db, opened, withReplacements(opened, wanted), by))
}

/** What taking corrections of a source back changes; see `proposeCorrections`. */
export async function proposeRemoval(
  db: ProjectDatabase,
  hash: string,
  ids: ReadonlySet<string>,
  by: CorrectedBy,
): Promise<ProposedChange[]> {
  const opened = await within(openText(db, hash))
  const left = opened.laid.filter(({ correction }) => !ids.has(correction.id))
  const kept = left.map(({ correction, change }): Kept => ({ ...change, correction }))
  return within(changesOf(db, opened, kept, by))
}

/**
 * What taking over corrections that somebody else made changes; see `proposeCorrections`. They keep their ids and authors.
 * One that is about characters of another that stays is left out.
 * @param adopted corrections of the text as it was decoded, of the reading that is shown
 * @param gone ids of corrections that are taken back
 */
export async function proposeAdoption(
  db: ProjectDatabase,
  hash: string,
  adopted: readonly Correction[],
  gone: ReadonlySet<string>,
): Promise<ProposedChange[]> {
  const opened = await within(openText(db, hash))
  const ids = new Set(adopted.map(({ id }) => id))
  const own = opened.laid.map(({ correction }) => correction).filter(({ id }) => !gone.has(id) && !ids.has(id))
  const stays = own.map((correction) => ({ correction, change: changeOfRecord(opened, correction) }))
  const free = layCorrections(opened.decoded, adopted).filter(
    ({ change }) => !stays.some(({ change: other }) => other && isSamePlace(other, change)),
  )
  const laid = layCorrections(opened.decoded, [...own, ...free.map(({ correction }) => correction)])
  const kept = laid.map(({ correction, change }): Kept => ({ ...change, correction }))
  const added = laid.filter(({ correction }) => ids.has(correction.id))
  const changes = await within(changesOf(db, opened, kept, { author: '', at: '' }))
  const records = added.map(({ correction }) => proposal('corrections', correction.id, correction))
  const moves = changes.length > 0 ? changes : await within(movedMarks(db, opened, kept))
  return [...records, ...moves]
}

const changeOfRecord = ({ laid }: Opened, { id }: Correction): TextChange | null =>
  laid.find(({ correction }) => correction.id === id)?.change ?? null

const isSamePlace = (a: TextChange, b: TextChange): boolean =>
  (a.start < b.end && b.start < a.end) || (a.start === b.start && a.end === a.start && b.end === b.start)
