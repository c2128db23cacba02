import type { Report } from '#shared/model/report'
import { ownPlace } from '#shared/places/own-place'
import { extractStatements } from '#shared/statements/extract'
import { yearsOfSections } from '#shared/statements/section-years'
import { ENGINE_VERSION } from '#shared/statements/version'
import type { ProjectDatabase } from './database'
import { packRows } from './pack'

/** What the engine reads of a report besides its text; where the user corrects it, the statements change with it. */
const told = ({ year, kind, place }: Report): string => JSON.stringify([year, kind, place?.code ?? null])

/** True when the engine would read the two differently. */
export const isReadDifferently = (a: Report, b: Report): boolean => told(a) !== told(b)

/**
 * Reads a report's statements again, with its year, kind and place as they are now, inside the running transaction.
 * What the user accepted, edited or rejected stays as it is; cells are not derived here.
 */
export async function deriveStatements(db: ProjectDatabase, reportId: string): Promise<void> {
  const report = await db.reports.get(reportId)
  const stored = report && (await db.texts.get(report.reading))
  if (!report || !stored) return
  const { source, start, end, year, kind, place } = report
  const { text, joins, stretches } = stored
  const sections = yearsOfSections((await db.sections.get(reportId))?.sections ?? [], year)
  const statements = extractStatements({
    ...{ text, start, end, year, kind, sections, joins, stretches },
    place: ownPlace(place),
  })
  await db.sections.put({ report: reportId, source, sections })
  await db.engineOutput.put({ report: reportId, source, engine: ENGINE_VERSION, statements: packRows(statements) })
}
