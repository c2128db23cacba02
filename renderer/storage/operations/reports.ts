import { message, newId } from '#shared/model/identity'
import type { JournalEntry } from '#shared/model/journal'
import { type Report, ReportField } from '#shared/model/report'
import type { ProposedChange } from '../changes'
import type { FoundField } from '../database'
import { sameValue } from '../equal'
import { StorageError } from '../errors'
import type { Session } from '../session'

/** What a user can set in a report by itself; version and main version concern a group (`groupReports` …). */
export type ReportPatch = Partial<Pick<Report, FoundField>>

const gone = (): StorageError => new StorageError(message('project.write.gone', { table: 'reports' }))

async function existing(session: Session, id: string): Promise<Report> {
  const report = await session.db.reports.get(id)
  if (!report) throw gone()
  return report
}

async function allExisting(session: Session, ids: readonly string[]): Promise<Report[]> {
  const reports = await session.db.reports.bulkGet([...new Set(ids)])
  return reports.map((report) => {
    if (!report) throw gone()
    return report
  })
}

const withEdited = (report: Report, fields: readonly ReportField[]): Report => ({
  ...report,
  edited: [...report.edited, ...fields.filter((field) => !report.edited.includes(field))],
})

/** The report with the patch laid over it; fields that became different are noted as set by the user. */
function patched(before: Report, patch: ReportPatch): Report {
  const after: Report = { ...before, ...patch }
  return withEdited(
    after,
    fieldsOf(patch).filter((field) => !sameValue(after[field], before[field])),
  )
}

const fieldsOf = (patch: ReportPatch): ReportField[] => ReportField.options.filter((field) => field in patch)

const change = (report: Report): ProposedChange => ({ table: 'reports', key: report.id, after: report })

/** The report without the user's choice of it as the main version. */
const unchosen = (report: Report): Report => ({ ...report, edited: report.edited.filter((field) => field !== 'main') })

/** The user's earlier choice of a main version is taken back where another one of the group is chosen. */
async function withoutChoice(session: Session, { id, version }: Report): Promise<ProposedChange[]> {
  if (version === null) return []
  const group = await session.db.reports.where('version').equals(version).toArray()
  return group
    .filter((report) => report.id !== id && report.edited.includes('main'))
    .map((one) => change(unchosen(one)))
}

/** Corrects title, place, year or kind of a report and notes what was set; null when nothing is different. */
export async function updateReport(session: Session, id: string, patch: ReportPatch): Promise<JournalEntry | null> {
  const { title } = await existing(session, id)
  return session.write(message('project.history.reportChanged', { title: patch.title ?? title }), async () => [
    change(patched(await existing(session, id), patch)),
  ])
}

/** The name of a step over several reports: with the title of a single one, else with their number. */
const nameOf = (one: string, several: string, reports: readonly Report[]) =>
  message(`project.history.${reports.length === 1 ? one : several}`, {
    title: reports[0]?.title ?? '',
    count: reports.length,
  })

/**
 * Sets the same in several reports, in one step; it is settled then also where it was so before. Null when nothing is
 * different.
 */
export async function updateReports(
  session: Session,
  ids: readonly string[],
  patch: ReportPatch,
): Promise<JournalEntry | null> {
  const reports = await allExisting(session, ids)
  return session.write(nameOf('reportChanged', 'reportsChanged', reports), async () =>
    (await allExisting(session, ids)).map((report) => change(withEdited({ ...report, ...patch }, fieldsOf(patch)))),
  )
}

/**
 * Settles what was found: the fields keep their values and count as set by the user, so that they are no longer
 * doubtful and no later reading changes them. Null when they were settled already.
 */
export async function confirmReports(
  session: Session,
  ids: readonly string[],
  fields: readonly ReportField[],
): Promise<JournalEntry | null> {
  const reports = await allExisting(session, ids)
  return session.write(nameOf('reportConfirmed', 'reportsConfirmed', reports), async () =>
    (await allExisting(session, ids)).map((report) => change(withEdited(report, fields))),
  )
}

/** Makes a report the main version (主版本) of its group; an earlier choice of the user's is taken back. */
export async function setMainVersion(session: Session, id: string): Promise<JournalEntry | null> {
  const { title } = await existing(session, id)
  return session.write(message('project.history.mainVersionSet', { title }), async () => {
    const report = await existing(session, id)
    return [...(await withoutChoice(session, report)), change(withEdited({ ...report, main: true }, ['main']))]
  })
}

/** Says that reports are versions of one report, whatever their texts, places and years; needs two or more. */
export async function groupReports(session: Session, ids: readonly string[]): Promise<JournalEntry | null> {
  const reports = await allExisting(session, ids)
  if (reports.length < 2) return null
  const chosen = reports.find(({ version, edited }) => version !== null && edited.includes('version'))
  const version = chosen?.version ?? newId()
  return session.write(message('project.history.reportsGrouped', { count: reports.length }), async () =>
    (await allExisting(session, ids)).map((report) => change(withEdited({ ...report, version }, ['version']))),
  )
}

/** Takes a report out of its group: it stands alone from then on and counts by itself. */
export async function ungroupReport(session: Session, id: string): Promise<JournalEntry | null> {
  const { title } = await existing(session, id)
  return session.write(message('project.history.reportUngrouped', { title }), async () => {
    const report = unchosen(await existing(session, id))
    return [change(withEdited({ ...report, version: null, main: true }, ['version']))]
  })
}
