import { message } from '#shared/model/identity'
import type { JournalEntry } from '#shared/model/journal'
import { type Report, ReportField } from '#shared/model/report'
import type { ProposedChange } from '../changes'
import { sameValue } from '../equal'
import { StorageError } from '../errors'
import type { Session } from '../session'

/** What a user can set in a report. */
export type ReportPatch = Partial<Pick<Report, ReportField>>

async function existing(session: Session, id: string): Promise<Report> {
  const report = await session.db.reports.get(id)
  if (!report) throw new StorageError(message('project.write.gone', { table: 'reports' }))
  return report
}

/** The report with the patch laid over it; fields that became different are noted as set by the user. */
function patched(before: Report, patch: ReportPatch): Report {
  const set = ReportField.options.filter((field) => field in patch && !sameValue(patch[field], before[field]))
  const edited = [...before.edited, ...set.filter((field) => !before.edited.includes(field))]
  return { ...before, ...patch, edited }
}

/** One version of a report is the main one: the others of its group step back in the same step. */
async function otherVersions(session: Session, after: Report): Promise<ProposedChange[]> {
  if (!after.main || after.version === null) return []
  const group = await session.db.reports.where('version').equals(after.version).toArray()
  return group
    .filter(({ id, main }) => id !== after.id && main)
    .map((report) => ({ table: 'reports', key: report.id, after: patched(report, { main: false }) }))
}

/** Corrects title, place, year, kind or version of a report and notes what was set; null when nothing is different. */
export async function updateReport(session: Session, id: string, patch: ReportPatch): Promise<JournalEntry | null> {
  const { title } = await existing(session, id)
  return session.write(message('project.history.reportChanged', { title: patch.title ?? title }), async () => {
    const after = patched(await existing(session, id), patch)
    return [...(await otherVersions(session, after)), { table: 'reports', key: id, after }]
  })
}
