import { extractMatters, type ReportContent } from '#shared/matters/extract'
import type { UserIndicator } from '#shared/model/indicator'
import type { ReadingText } from '#shared/model/reading'
import type { Report } from '#shared/model/report'
import type { Section } from '#shared/model/section'
import { ownPlace } from '#shared/places/own-place'
import { type Dictionary, makeDictionary } from '#shared/statements/dictionary'
import { prepareReport, readSentences } from '#shared/statements/extract'
import { yearsOfSections } from '#shared/statements/section-years'
import { ENGINE_VERSION } from '#shared/statements/version'
import type { ProjectDatabase } from './database'
import { sameValue } from './equal'
import { type Given, givenFor, holds, isIn } from './extractions'
import { packMatters, sameMatters } from './matters/packed'
import { packRows, samePacked } from './pack'
import { listIndicators } from './queries/user-records'
import { within } from './within'

/** What the engine reads of a report besides its text; where the user corrects it, the statements change with it. */
const told = ({ year, kind, place }: Report): string => JSON.stringify([year, kind, place?.code ?? null])

/** True when the engine would read the two differently. */
export const isReadDifferently = (a: Report, b: Report): boolean => told(a) !== told(b)

/** The indicators that were asked for last. */
let known: readonly UserIndicator[] = []

/**
 * The dictionary of the user's indicators, the same one while they say the same: it remembers what phrases are, and a
 * background reading asks for thousands of reports one by one.
 */
function dictionaryOf(own: readonly UserIndicator[]): Dictionary {
  if (!sameValue(own, known)) known = own
  return makeDictionary(known)
}

/**
 * Reads the statements and matters of reports again, with year, kind and place as they are now and by the user's
 * indicators, inside the running transaction; those of an imported extraction stand in their place. What the user
 * accepted, edited or rejected stays as it is; cells are not derived here.
 * @returns the reports whose statements are others than before: the rest is not written again
 */
export async function deriveStatements(db: ProjectDatabase, reports: Iterable<string>): Promise<string[]> {
  const ids = [...reports]
  if (ids.length === 0) return []
  const dictionary = dictionaryOf(await within(listIndicators(db)))
  const others: string[] = []
  for (const id of ids) if (await within(deriveReport(db, id, dictionary))) others.push(id)
  return others
}

/** What an extraction says stands in place of what the engine reads in a report; matters go by the statements. */
function readContent(
  { start, end, year, kind, place }: Report,
  { text, joins, stretches }: ReadingText,
  sections: readonly Section[],
  { statements, matters }: Given,
  dictionary: Dictionary,
): ReportContent {
  const span = { start, end }
  const given = statements?.filter((statement) => isIn(span, statement))
  const told = matters?.filter((matter) => holds(span, matter))
  if (given && told) return { statements: given, matters: told }
  const input = { text, ...span, year, kind, sections, joins, stretches, place: ownPlace(place), dictionary }
  const prepared = prepareReport(input)
  const read = given ?? readSentences(prepared)
  return { statements: read, matters: told ?? extractMatters(prepared, read) }
}

/**
 * What would be read in a report if its text, its span and its sections were these; nothing is written.
 */
export async function contentOfReport(
  db: ProjectDatabase,
  report: Report,
  text: ReadingText,
  sections: readonly Section[],
): Promise<ReportContent> {
  const given = await within(givenFor(db, report.source, text))
  const dictionary = dictionaryOf(await within(listIndicators(db)))
  return readContent(report, text, yearsOfSections(sections, report.year), given, dictionary)
}

async function deriveReport(db: ProjectDatabase, reportId: string, dictionary: Dictionary): Promise<boolean> {
  const report = await db.reports.get(reportId)
  const stored = report && (await db.texts.get(report.reading))
  if (!report || !stored) return false
  const { source, year } = report
  const [sectioned, output, before] = await Promise.all([
    db.sections.get(reportId),
    db.engineOutput.get(reportId),
    db.engineMatters.get(reportId),
  ])
  const sections = yearsOfSections(sectioned?.sections ?? [], year)
  const given = await within(givenFor(db, source, stored))
  const { statements, matters } = readContent(report, stored, sections, given, dictionary)
  if (!sectioned || !sameValue(sectioned.sections, sections))
    await db.sections.put({ report: reportId, source, sections })
  const found = packMatters(matters)
  if (!before || !sameMatters(before.packed, found))
    await db.engineMatters.put({ report: reportId, source, packed: found })
  const packed = packRows(statements)
  if (output?.engine === ENGINE_VERSION && samePacked(output.statements, packed)) return false
  await db.engineOutput.put({ report: reportId, source, engine: ENGINE_VERSION, statements: packed })
  return true
}
