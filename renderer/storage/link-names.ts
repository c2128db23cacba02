import { type LinkTarget, linksOf, relabelled, targetKey } from '#shared/coding/links'
import type { Report } from '#shared/model/report'
import type { ProjectDatabase } from './database'

/** What a report is called where there is little room: 瀍河 2023; its title where place and year are unknown. */
export function reportName({ place, year, title }: Pick<Report, 'place' | 'year' | 'title'>): string {
  const named = [place?.short, year].filter((part) => part !== undefined && part !== null)
  return named.length > 0 ? named.join(' ') : title
}

/** The present names of codes and reports; other targets go by what the user calls them. */
async function presentNames(
  db: Pick<ProjectDatabase, 'codes' | 'reports'>,
  targets: readonly LinkTarget[],
): Promise<Map<string, string>> {
  const idsOf = (type: LinkTarget['type']) => targets.filter((one) => one.type === type).map(({ id }) => id)
  const codes = await db.codes.bulkGet(idsOf('code'))
  const reports = await db.reports.bulkGet(idsOf('report'))
  const names = new Map<string, string>()
  for (const code of codes) if (code) names.set(targetKey({ type: 'code', id: code.id }), code.name)
  for (const report of reports) if (report) names.set(targetKey({ type: 'report', id: report.id }), reportName(report))
  return names
}

/** A memo whose links have the present names of codes and reports. */
export async function withPresentNames(db: Pick<ProjectDatabase, 'codes' | 'reports'>, text: string): Promise<string> {
  const targets = linksOf(text)
  if (targets.length === 0) return text
  const names = await presentNames(db, targets)
  return relabelled(text, (target) => names.get(targetKey(target)) ?? null)
}
