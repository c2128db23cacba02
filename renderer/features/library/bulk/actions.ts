import type { Doubt } from '#shared/model/doubts'
import { message } from '#shared/model/identity'
import type { Provenance } from '#shared/model/source'
import {
  confirmReports,
  groupReports,
  hideSource,
  type ReportPatch,
  type Session,
  updateProvenance,
  updateReports,
} from '../../../storage'
import { notify } from '../../../workbench'
import { attempt } from '../../places'
import { hideSources, updateProvenances } from './source-steps'
import { type BulkLine, reportIds, sourcesOf } from './state'

/** What was found of a report, for the user to settle. */
export const SETTLED: readonly Doubt[] = ['place', 'year', 'kind']

const tell = (key: string, count: number): void =>
  void notify('success', message(`library.bulk.done.${key}`, { count }))

/** Sets fields of reports and of where their sources come from: one step for the reports, one for the sources. */
export async function changeMany(
  session: Session,
  lines: readonly BulkLine[],
  patch: ReportPatch,
  origin: Partial<Provenance>,
): Promise<void> {
  const ids = reportIds(lines)
  const sources = sourcesOf(lines)
  if (Object.keys(patch).length > 0 && ids.length > 0 && (await attempt(updateReports(session, ids, patch))))
    tell('changed', ids.length)
  if (Object.keys(origin).length === 0) return
  const first = sources[0]
  const one = sources.length === 1 && first ? updateProvenance(session, first.hash, origin) : null
  if (
    await attempt(
      one ??
        updateProvenances(
          session,
          sources.map(({ hash }) => hash),
          origin,
        ),
    )
  )
    tell('origin', sources.length)
}

/** True for a report of which there is something to settle: place and year were found. */
export const isFound = ({ report }: BulkLine): boolean =>
  report !== null && report.place !== null && report.year !== null

/** Settles what was found in reports; those without a place or year stay open. */
export async function confirmMany(session: Session, lines: readonly BulkLine[]): Promise<void> {
  const ids = reportIds(lines.filter(isFound))
  if (ids.length === 0) return
  if (await attempt(confirmReports(session, ids, SETTLED))) tell('confirmed', ids.length)
}

/** Says that reports are versions of one. */
export async function groupMany(session: Session, lines: readonly BulkLine[]): Promise<void> {
  const ids = reportIds(lines)
  if (await attempt(groupReports(session, ids))) tell('grouped', ids.length)
}

/** Takes sources out of sight, all in one step. */
export async function hideMany(session: Session, lines: readonly BulkLine[]): Promise<void> {
  const sources = sourcesOf(lines)
  const first = sources[0]
  if (!first) return
  const one = sources.length === 1 ? hideSource(session, first.hash) : null
  if (
    (await attempt(
      one ??
        hideSources(
          session,
          sources.map(({ hash }) => hash),
        ),
    )) &&
    sources.length > 1
  )
    tell('hidden', sources.length)
}
