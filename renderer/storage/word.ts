import { Report, ReportField } from '#shared/model/report'
import type { Finding } from './database'

/*
 * A report's record is made of three: what the parser found, what follows from the other reports (version, main), and
 * the user's word. Only the word belongs to the journal. Undo, redo and a replay therefore take nothing but the word
 * from the records that the journal names: the rest may have been found anew since, by a newer parser or in another
 * reading.
 */

/**
 * The user's word on a report: the fields that were set, and to what. `main` among them says that the user chose it;
 * whether it is the main version follows from its group, where several may have been chosen before they came together.
 */
export const wordOf = (report: Report): Record<string, unknown> => ({
  edited: [...report.edited].sort(),
  ...Object.fromEntries(report.edited.filter((field) => field !== 'main').map((field) => [field, report[field]])),
})

/** What a report's fields are while the user has not spoken on them; version and main follow from other reports. */
function foundValue(field: ReportField, report: Report, found: Finding | undefined, told: Report): unknown {
  if (field === 'version' || field === 'main') return report[field]
  if (found) return found[field]
  return report.edited.includes(field) ? told[field] : report[field]
}

/**
 * The report with the user's word taken from another record of it, and with what was found in the fields that the
 * word leaves open.
 * @param found what the parser said; undefined where that is not known (a record of an older version)
 */
export function withWord(report: Report, found: Finding | undefined, told: Report): Report {
  const fields = ReportField.options.map((field) => [
    field,
    told.edited.includes(field) ? told[field] : foundValue(field, report, found, told),
  ])
  return Report.parse({ ...report, ...Object.fromEntries(fields), edited: told.edited })
}
