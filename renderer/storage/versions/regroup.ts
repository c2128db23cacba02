import type { Report } from '#shared/model/report'
import type { Source } from '#shared/model/source'
import type { ProjectDatabase } from '../database'
import { groupBy } from '../group-by'
import { within } from '../within'
import { groupVersions } from './group'
import { mainVersion } from './main-version'

type PlaceYear = [code: string, year: number]

const keyOf = ({ place, year }: Report): PlaceYear | null => (place && year !== null ? [place.code, year] : null)

function keysOf(reports: readonly Report[]): PlaceYear[] {
  const keys = new Map<string, PlaceYear>()
  for (const report of reports) {
    const key = keyOf(report)
    if (key) keys.set(key.join(), key)
  }
  return [...keys.values()]
}

const groupsOf = (reports: readonly Report[]): string[] => [...new Set(reports.flatMap(({ version }) => version ?? []))]

/** What the given reports, as they were and as they are, may share a group with. */
interface Neighbourhood {
  /** Reports of their places and years: their groups are worked out again. */
  near: Report[]
  /** Reports of other places or years that the user has put into one of the groups: of them only the main one. */
  far: Report[]
}

async function gather(db: ProjectDatabase, touched: readonly Report[]): Promise<Neighbourhood> {
  const keys = keysOf(touched)
  const [own, neighbours] = await Promise.all([
    db.reports.bulkGet([...new Set(touched.map(({ id }) => id))]),
    keys.length === 0 ? [] : db.reports.where('[place.code+year]').anyOf(keys).toArray(),
  ])
  const near = new Map([...own.flatMap((report) => report ?? []), ...neighbours].map((report) => [report.id, report]))
  const groups = groupsOf([...touched, ...near.values()])
  const grouped = groups.length === 0 ? [] : await db.reports.where('version').anyOf(groups).toArray()
  return { near: [...near.values()], far: grouped.filter(({ id }) => !near.has(id)) }
}

async function sourcesOf(db: ProjectDatabase, reports: Iterable<Report>): Promise<Map<string, Source>> {
  const hashes = [...new Set([...reports].map(({ source }) => source))]
  return new Map((await db.sources.bulkGet(hashes)).flatMap((source) => (source ? [[source.hash, source]] : [])))
}

const alone = (report: Report): string | null => (report.edited.includes('version') ? report.version : null)

/** The groups of reports by place and year; hidden ones, and those without place or year, stand alone. */
async function assign(
  db: ProjectDatabase,
  near: readonly Report[],
  visible: (report: Report) => boolean,
): Promise<Map<string, string | null>> {
  const groups = new Map(near.map((report) => [report.id, alone(report)]))
  const byKey = groupBy(near.filter(visible), (report) => keyOf(report)?.join() ?? '')
  byKey.delete('')
  const crowds = [...byKey.values()].filter(({ length }) => length > 1)
  const findings = await db.findings.bulkGet(crowds.flat().map(({ id }) => id))
  const sketches = new Map(findings.flatMap((finding) => (finding ? [[finding.report, finding.sketch]] : [])))
  for (const crowd of crowds)
    for (const [id, group] of groupVersions(crowd.map((report) => ({ report, sketch: sketches.get(report.id) ?? [] }))))
      groups.set(id, group)
  return groups
}

function withMain(
  reports: readonly Report[],
  sources: ReadonlyMap<string, Source>,
  visible: (report: Report) => boolean,
): Report[] {
  const byGroup = groupBy(reports.filter(visible), ({ version }) => version)
  byGroup.delete(null)
  const mains = new Map<string | null, string | null>()
  for (const [group, members] of byGroup) {
    const versions = members.flatMap((report) => {
      const source = sources.get(report.source)
      return source ? [{ report, name: source.name, format: source.format }] : []
    })
    mains.set(group, mainVersion(versions))
  }
  return reports.map((report) => {
    const main = mains.get(report.version)
    // One that stands alone, or is out of sight, is its own main version.
    const grouped = report.version !== null && visible(report) && main !== undefined
    return { ...report, main: grouped ? main === report.id : true }
  })
}

/**
 * Works out again, inside the running transaction, which reports are versions of one report and which of them is the
 * main one, for all that the given reports touch. It follows from the reports that are there and from the user's word,
 * not from the order of events: a rebuild gives the same.
 * @param touched reports that changed, as they were and as they are
 */
export async function regroup(db: ProjectDatabase, touched: readonly Report[]): Promise<void> {
  if (touched.length === 0) return
  const { near, far } = await within(gather(db, touched))
  const all = [...near, ...far]
  const sources = await within(sourcesOf(db, all))
  const visible = ({ source }: Report): boolean => sources.get(source)?.hidden === false
  const groups = await within(assign(db, near, visible))
  const assigned = near.map((report) => ({ ...report, version: groups.get(report.id) ?? null }))
  const regrouped = withMain([...assigned, ...far], sources, visible)
  const changed = regrouped.filter(
    ({ version, main }, index) => version !== all[index]?.version || main !== all[index]?.main,
  )
  if (changed.length === 0) return
  await db.reports.bulkPut(changed)
  const mains = new Map(changed.map(({ id, main }) => [id, main]))
  const cells = (await db.cells.bulkGet([...mains.keys()])).flatMap((row) => row ?? [])
  const turned = cells.filter(({ report, main }) => main !== mains.get(report))
  await db.cells.bulkPut(turned.map((row) => ({ ...row, main: mains.get(row.report) ?? row.main })))
}

/** The keys that more than one report has, by a walk over the index alone. */
async function crowded(db: ProjectDatabase, keys: readonly PlaceYear[]): Promise<Set<string>> {
  const counts = new Map<string, number>()
  const found = await db.reports
    .where('[place.code+year]')
    .anyOf([...keys])
    .keys()
  for (const key of found) counts.set(String(key), (counts.get(String(key)) ?? 0) + 1)
  return new Set([...counts].filter(([, count]) => count > 1).map(([key]) => key))
}

/**
 * `regroup` after an import: most new reports are the only one of their place and year, and nothing more is read for
 * them.
 * @param before what the database had of the same files
 */
export async function regroupImported(
  db: ProjectDatabase,
  after: readonly Report[],
  before: readonly Report[],
): Promise<void> {
  const keys = keysOf(after)
  const crowds = keys.length === 0 ? new Set<string>() : await within(crowded(db, keys))
  const met = after.filter((report) => crowds.has(keyOf(report)?.join() ?? ''))
  const chosen = after.filter(({ edited }) => edited.includes('version') || edited.includes('main'))
  const touched = [...met, ...chosen, ...before]
  await regroup(db, touched)
}
