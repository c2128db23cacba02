import type { Report } from '#shared/model/report'
import type { Section } from '#shared/model/section'
import { getSourceBundle, type ProjectDatabase, type SourceBundle, useLive } from '../../storage'
import { reportsOf, type Side } from './keys'

/** A report on one side, with its source. */
export interface SideText {
  report: Report
  sections: readonly Section[]
  bundle: SourceBundle
}

async function sideOf(db: ProjectDatabase, id: string): Promise<SideText | null> {
  const source = (await db.reports.get(id))?.source
  const bundle = source === undefined ? null : await getSourceBundle(db, source)
  const found = bundle?.reports.find(({ report }) => report.id === id)
  return bundle && found && !bundle.source.hidden ? { ...found, bundle } : null
}

/** Both sides of a view; null where one of the reports is gone, undefined while they are read. */
export const useSides = (key: string): Readonly<Record<Side, SideText>> | null | undefined =>
  useLive(
    async (db) => {
      const reports = reportsOf(key)
      if (!reports) return null
      const [left, right] = await Promise.all([sideOf(db, reports.left), sideOf(db, reports.right)])
      return left && right ? { left, right } : null
    },
    [key],
  )
