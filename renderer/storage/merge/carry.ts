import type { Fields, ProjectRecords, Standing, TableRecords } from '#shared/exchange/merge/merge-types'
import type { ReportContent } from '#shared/matters/extract'
import type { Span } from '#shared/model/anchor'
import { Annotation } from '#shared/model/annotation'
import { Bookmark } from '#shared/model/bookmark'
import { Correction } from '#shared/model/correction'
import type { JournalTable } from '#shared/model/journal'
import { Matter, VentureLink } from '#shared/model/matter'
import type { Report } from '#shared/model/report'
import { Statement } from '#shared/model/statement'
import { anchorOf, applyCorrections, layCorrections } from '#shared/text/corrections'
import { editsBetween, mapThrough } from '#shared/text/edits'
import type { Way } from '../corrections/laid-report'
import { decodedText } from '../corrections/laid-text'
import { markIn, statementIn, waitingIn } from '../corrections/move-marks'
import { linkIn, matterIn } from '../corrections/move-matters'
import type { ProjectDatabase } from '../database'
import { engineStatements } from '../derive'
import { unpackMatters } from '../matters/packed'
import { within } from '../within'

/** Tables whose records stand on a text. */
const MARKS = ['annotations', 'bookmarks', 'statements', 'matters'] as const satisfies JournalTable[]
type MarkTable = (typeof MARKS)[number]

/** The text of a source as the other project has it, and the way to the one here. */
interface Crossing {
  /** The reading here. */
  reading: string
  /** True where both have decoded the file alike. */
  same: boolean
  way: Way
  /** Their corrections, as ones of the text here. */
  corrections: Correction[]
  reports: readonly Report[]
  engine: (report: string) => ReportContent | null
}

const parsedAll = <T>(
  schema: { safeParse: (value: unknown) => { data?: T | undefined } },
  list: readonly Fields[],
): T[] => list.flatMap((record) => schema.safeParse(record).data ?? [])

/** A correction as one of a text: at the same characters, wherever they stand in it. Its id stays. */
function correctionsHere(decoded: string, reading: string, list: readonly Correction[]): Correction[] {
  return layCorrections(decoded, list).map(({ correction, change }) =>
    correction.reading === reading ? correction : { ...correction, reading, anchor: anchorOf(decoded, change) },
  )
}

async function engineOf(db: ProjectDatabase, reports: readonly Report[]): Promise<Map<string, ReportContent>> {
  const found = new Map<string, ReportContent>()
  for (const { id } of reports) {
    const matters = await db.engineMatters.get(id)
    const statements = await within(engineStatements(db, id))
    found.set(id, { statements, matters: matters ? unpackMatters(matters.packed) : [] })
  }
  return found
}

/** How a source's text crosses; null where it has none here. */
async function crossing(db: ProjectDatabase, hash: string, their: Fields | undefined, corrections: readonly Fields[]) {
  const source = await db.sources.get(hash)
  const row = source && (await db.texts.get(source.reading))
  if (!source || !row) return null
  const decoded = decodedText(row)
  const reading = row.reading
  const theirs = their?.reading ?? reading
  const own = parsedAll<Correction>(Correction, corrections).filter((one) => one.reading === theirs)
  const laid = correctionsHere(decoded, reading, own)
  const from = layCorrections(decoded, laid).map(({ change }) => change)
  const edits = editsBetween(from, row.corrections ?? [])
  const way: Way = { before: applyCorrections(decoded, from), after: row.text, edits, map: mapThrough(edits) }
  const reports = await db.reports.where('source').equals(hash).toArray()
  const engines = edits.length > 0 || theirs !== reading ? await within(engineOf(db, reports)) : new Map()
  const made: Crossing = {
    ...{ reading, same: theirs === reading, way, corrections: laid, reports },
    engine: (report) => engines.get(report) ?? null,
  }
  return made
}

const spanIn = (crossing: Crossing, report: string): Span =>
  crossing.reports.find(({ id }) => id === report) ?? { start: 0, end: crossing.way.after.length }

/** Whether the words of a mark stand where it says, in the text as they have it. */
const stands = ({ same, way }: Crossing, { start, end }: Span, words: string): boolean =>
  same && way.before.slice(start, end) === words

function markHere<T extends Annotation | Bookmark>(crossing: Crossing, mark: T): T {
  const sits = !mark.orphan && stands(crossing, mark.anchor, mark.anchor.quote)
  if (sits && crossing.way.edits.length === 0) return mark
  const moved = markIn(crossing.way, sits ? mark : { ...mark, orphan: true })
  return { ...moved, reading: crossing.reading }
}

function statementHere(crossing: Crossing, statement: Statement): Statement {
  const { start, quantity } = statement
  const sits = stands(crossing, { start, end: start + quantity.length }, quantity)
  if (sits && crossing.way.edits.length === 0) return { ...statement, reading: crossing.reading }
  const from = sits ? crossing.reading : waitingIn(statement.source)
  const engine = crossing.engine(statement.report)?.statements ?? null
  return statementIn(crossing.way, engine, { ...statement, reading: from }, crossing.reading)
}

function matterHere(crossing: Crossing, matter: Matter): Matter {
  const sits = !matter.orphan && stands(crossing, matter.anchor, matter.anchor.quote)
  if (sits && crossing.way.edits.length === 0) return { ...matter, reading: crossing.reading }
  const span = spanIn(crossing, matter.report)
  const moved = matterIn(
    crossing.way,
    crossing.engine(matter.report),
    sits ? matter : { ...matter, orphan: true },
    span,
  )
  return { ...moved, reading: crossing.reading }
}

/** An annotation is in the report that it stands in here. */
function reportHere({ reports }: Crossing, annotation: Annotation): Annotation {
  const { anchor, orphan, report } = annotation
  if (orphan || reports.some(({ id }) => id === report)) return annotation
  const found = reports.find(({ start, end }) => start <= anchor.start && anchor.end <= end)
  return { ...annotation, report: found?.id ?? null }
}

const HERE: Readonly<Record<MarkTable, (crossing: Crossing, record: Fields) => Fields>> = {
  annotations: (crossing, record) => {
    const parsed = Annotation.safeParse(record)
    return parsed.success ? reportHere(crossing, markHere(crossing, parsed.data)) : record
  },
  bookmarks: (crossing, record) => {
    const parsed = Bookmark.safeParse(record)
    return parsed.success ? markHere(crossing, parsed.data) : record
  },
  statements: (crossing, record) => {
    const parsed = Statement.safeParse(record)
    return parsed.success ? statementHere(crossing, parsed.data) : record
  },
  matters: (crossing, record) => {
    const parsed = Matter.safeParse(record)
    return parsed.success ? matterHere(crossing, parsed.data) : record
  },
}

const NONE: TableRecords = new Map()

/** The records of a table by the source that they stand on. */
function bySource(records: TableRecords): Map<string, [string, Standing][]> {
  const groups = new Map<string, [string, Standing][]>()
  for (const entry of records) {
    const source = String(entry[1].record.source)
    const group = groups.get(source)
    if (group) group.push(entry)
    else groups.set(source, [entry])
  }
  return groups
}

/**
 * What another project says, laid on the texts as they are here: their text may be corrected otherwise, or be another
 * reading of the file. What does not stand where it says is looked for by its quote; what is not found is an orphan.
 * @param absent what becomes of the records of sources that are not here: they stay (their files are still to be
 * imported), or are left out
 * @param told how far it is, in sources; what it throws ends the work
 * @returns the records, and how many were left out
 */
export async function carriedHere(
  db: ProjectDatabase,
  records: ProjectRecords,
  absent: 'keep' | 'leave',
  told: (done: number, total: number) => void = () => undefined,
): Promise<{ records: ProjectRecords; left: number }> {
  const there = new Map(records)
  const groups = [...MARKS, 'corrections' as const].map(
    (table) => [table, bySource(records.get(table) ?? NONE)] as const,
  )
  const made = new Map(groups.map(([table]) => [table, new Map<string, Standing>()]))
  const hashes = new Set(groups.flatMap(([, group]) => [...group.keys()]))
  const crossed: Crossing[] = []
  let [left, done] = [0, 0]
  for (const hash of hashes) {
    told(done++, hashes.size)
    const own = new Map(groups.map(([table, group]) => [table, group.get(hash) ?? []]))
    const corrections = (own.get('corrections') ?? []).map(([, { record }]) => record)
    const way = await within(crossing(db, hash, records.get('sources')?.get(hash)?.record, corrections))
    if (way && way.way.edits.length > 0) crossed.push(way)
    for (const [table, list] of own) {
      if (!way && absent === 'leave') left += list.length
      else for (const [key, standing] of list) carry(table, key, standing, way, made.get(table))
    }
  }
  for (const [table, list] of made) there.set(table, list)
  const links = records.get('ventureLinks')
  if (links && crossed.length > 0) there.set('ventureLinks', carriedLinks(links, crossed))
  return { records: there, left }
}

function carry(
  table: MarkTable | 'corrections',
  key: string,
  { record, by }: Standing,
  way: Crossing | null,
  made: Map<string, Standing> | undefined,
): void {
  if (!way) made?.set(key, { record, by })
  else if (table !== 'corrections') made?.set(key, { record: HERE[table](way, record), by })
  else {
    const here = way.corrections.find(({ id }) => id === key)
    if (here) made?.set(key, { record: here, by })
  }
}

function carriedLinks(links: TableRecords, crossed: readonly Crossing[]): TableRecords {
  return new Map(
    [...links].map(([key, { record, by }]) => {
      const parsed = VentureLink.safeParse(record)
      if (!parsed.success) return [key, { record, by }]
      const moved = crossed.reduce((link, { way, reports, engine }) => {
        const ids = new Set(reports.map(({ id }) => id))
        const engines = new Map(
          reports.flatMap(({ id }) => {
            const content = engine(id)
            return content ? [[id, content] as const] : []
          }),
        )
        return linkIn(way, engines, link, ids)
      }, parsed.data)
      return [key, { record: moved, by }]
    }),
  )
}
