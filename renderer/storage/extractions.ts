import type { Span } from '#shared/model/anchor'
import type { ExtractedMatter } from '#shared/model/matter'
import type { ReadingText } from '#shared/model/reading'
import type { Report } from '#shared/model/report'
import { type ExtractedStatement, statementKey } from '#shared/model/statement'
import { editsBetween, mapThrough } from '#shared/text/edits'
import { decodedText } from './corrections/laid-text'
import type { ProjectDatabase, StoredMatters } from './database'
import { unpackMatters } from './matters/packed'
import { standingMatters } from './matters/standing'
import { type Packed, unpackRows } from './pack'
import { within } from './within'

/** What an imported extraction says of one source: a row of `extractions`. It follows from the extraction's file. */
export interface StoredExtraction {
  /** `<source>:<extraction>` */
  id: string
  /** Hash of the source that it speaks of, which may not be in the project yet. */
  source: string
  /** Hash of the extraction, itself a source. */
  extraction: string
  statements: Packed<ExtractedStatement>
  /** Absent in what an older version of the program stored. */
  matters?: StoredMatters['packed']
}

/** The name of a row of `extractions`. */
export const extractionId = (source: string, extraction: string): string => `${source}:${extraction}`

/** Whether a statement stands where it says, its sentence too. */
const stands = (text: string, { start, quantity, sentence }: ExtractedStatement): boolean =>
  text.startsWith(quantity, start) && sentence.start <= sentence.end && sentence.end <= text.length

/**
 * The statements that stand in a text where they say, each once, in the order of the text. They speak of the text as it was
 * decoded: where the user has corrected it they move along, and one whose number was corrected speaks of it no longer.
 */
export function standing(row: LaidText, statements: readonly ExtractedStatement[]): ExtractedStatement[] {
  const kept = standingIn(decodedText(row), statements)
  const { corrections = [] } = row
  if (corrections.length === 0) return kept
  const map = mapThrough(editsBetween([], corrections))
  return kept.flatMap((statement) => {
    const { start, quantity, sentence } = statement
    const [there, around] = [map.span({ start, end: start + quantity.length }), map.span(sentence)]
    if (!there || !around || row.text.slice(there.start, there.end) !== quantity) return []
    return { ...statement, start: there.start, sentence: around }
  })
}

/** A text with the corrections that it has. */
type LaidText = Pick<ReadingText, 'text' | 'corrections'>

function standingIn(text: string, statements: readonly ExtractedStatement[]): ExtractedStatement[] {
  const met = new Set<string>()
  const kept = statements.filter((statement) => {
    const key = statementKey(statement)
    if (met.has(key) || !stands(text, statement)) return false
    met.add(key)
    return true
  })
  return kept.sort((a, b) => a.start - b.start)
}

/** Whether a matter stands inside a report. */
export const holds = (report: Span, { start, end }: Span): boolean => report.start <= start && end <= report.end

/** Whether a statement stands inside a report. */
export const isIn = ({ start, end }: Pick<Report, 'start' | 'end'>, statement: ExtractedStatement): boolean =>
  statement.start >= start && statement.start + statement.quantity.length <= end

/** What stands in place of the engine's output for a source; null where the engine has the word. */
export interface Given {
  statements: ExtractedStatement[] | null
  matters: ExtractedMatter[] | null
}

const NONE: Given = { statements: null, matters: null }

/** What extractions in sight say of a source, the one that was imported last first. */
async function saidOf(db: ProjectDatabase, source: string): Promise<StoredExtraction[]> {
  const rows = await db.extractions.where('source').equals(source).toArray()
  if (rows.length === 0) return []
  const files = await db.sources.bulkGet(rows.map(({ extraction }) => extraction))
  const inSight = rows.flatMap((row, index) => {
    const file = files[index]
    return file && !file.hidden ? [{ row, order: `${file.importedAt} ${file.hash}` }] : []
  })
  return inSight.sort((a, b) => (a.order < b.order ? 1 : -1)).map(({ row }) => row)
}

/** What the first of some rows says that says anything. */
function firstOf<T>(rows: readonly StoredExtraction[], read: (row: StoredExtraction) => T[]): T[] | null {
  for (const row of rows) {
    const kept = read(row)
    if (kept.length > 0) return kept
  }
  return null
}

/**
 * What stands in place of the engine's output for a source, inside the running transaction: the statements of the
 * extraction that was imported last among those in sight, where at least one of them stands in the text; the matters
 * likewise, so that one without matters (of an older version, or another program) leaves them to the engine.
 */
export async function givenFor(db: ProjectDatabase, source: string, text: LaidText): Promise<Given> {
  const rows = await within(saidOf(db, source))
  if (rows.length === 0) return NONE
  return {
    statements: firstOf(rows, ({ statements }) => standing(text, unpackRows(statements))),
    matters: firstOf(rows, ({ matters }) => standingMatters(text, matters ? unpackMatters(matters) : [])),
  }
}
