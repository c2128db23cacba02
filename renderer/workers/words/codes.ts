import { type CodedReport, codesIn, type Lineage } from '#shared/compare/code-places'
import { type Coding, headedStretches } from '#shared/compare/coded-spans'
import type { CoReport, CoUnit } from '#shared/compare/cooccurrence'
import { charactersIn, runsOf } from '#shared/compare/running-text'
import { sentencesIn } from '#shared/text/sentences'
import { groupBy, type ProjectDatabase } from '../../storage/scan-worker'
import type { LoadedReport } from './texts'

/** The coded passages of reports, by report; those that have lost their place in the text are left out. */
export async function codingsOf(db: ProjectDatabase, reports: readonly string[]): Promise<Map<string, Coding[]>> {
  const annotations = await db.annotations.where('report').anyOf(reports).toArray()
  const found = annotations.flatMap(({ report, anchor: { start, end }, codes, orphan }) =>
    orphan || report === null || codes.length === 0 ? [] : [{ report, start, end, codes }],
  )
  return groupBy(found, ({ report }) => report)
}

/** What a report has of each code. */
export function codedReport(loaded: LoadedReport, codings: readonly Coding[], lineage: Lineage): CodedReport {
  const { report, place, year, text } = loaded
  const characters = runsOf(loaded).reduce((sum, run) => sum + charactersIn(text, run), 0)
  return { report: report.id, place, year, kind: report.kind, characters, codes: codesIn(text, codings, lineage) }
}

/** A report's codings with the units that two codes must share. */
export function coReport(
  { report, text, span, sections }: LoadedReport,
  codings: readonly Coding[],
  unit: CoUnit,
): CoReport {
  const units =
    unit === 'overlap' ? [] : unit === 'sentence' ? sentencesIn(text, span) : headedStretches(sections, span)
  return { report: report.id, source: report.source, codings, units }
}
