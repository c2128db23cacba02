import type { Report } from '#shared/model/report'
import { getReportBundle, listReports, type ProjectDatabase, reviewStatements, useLive } from '../../storage'
import type { PassageReport } from './choices'

async function load(db: ProjectDatabase, id: string): Promise<PassageReport | null> {
  const [bundle, statements] = await Promise.all([getReportBundle(db, id), reviewStatements(db, id)])
  if (!bundle || bundle.source.hidden) return null
  return { report: bundle.report, bundle, statements: statements.filter(({ status }) => status !== 'rejected') }
}

/** The reports of the page, in their order; those that are gone are left out. Undefined while they are read. */
export const useReports = (ids: readonly string[]): PassageReport[] | undefined =>
  useLive(async (db) => (await Promise.all(ids.map((id) => load(db, id)))).flatMap((one) => one ?? []), [ids.join(' ')])

/** All reports that can be chosen, by place and year. */
export const useAllReports = (): Report[] | undefined =>
  useLive(
    async (db) =>
      (await listReports(db)).sort(
        (a, b) =>
          (a.place?.code ?? '~').localeCompare(b.place?.code ?? '~') ||
          (b.year ?? 0) - (a.year ?? 0) ||
          (a.id < b.id ? -1 : 1),
      ),
    [],
  )
