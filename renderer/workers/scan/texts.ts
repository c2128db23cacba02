import type { ReadingText } from '#shared/model/reading'
import type { Report } from '#shared/model/report'
import type { Source } from '#shared/model/source'
import { groupBy, type ProjectDatabase } from '../../storage/scan-worker'

/** A source to look through, with the reports of its reading. */
export interface Listed {
  source: Source
  reports: readonly Report[]
}

/** A source with its text. */
export interface Loaded extends Listed {
  text: ReadingText
}

/** Sources by the place and year of their first report, the latest year first; those without a report last. */
function inOrder(a: Listed, b: Listed): number {
  const [one, other] = [a.reports[0], b.reports[0]]
  const place = (one?.place?.code ?? '~').localeCompare(other?.place?.code ?? '~')
  return place || (other?.year ?? 0) - (one?.year ?? 0) || a.source.name.localeCompare(b.source.name)
}

/**
 * The visible sources with the reports of their present reading, in the order in which hits are told.
 * @param hashes those that are wanted; null for all
 */
export async function listTexts(db: ProjectDatabase, hashes: readonly string[] | null): Promise<Listed[]> {
  const [sources, reports] = await Promise.all([
    hashes ? db.sources.bulkGet([...hashes]) : db.sources.toArray(),
    hashes ? db.reports.where('source').anyOf(hashes).toArray() : db.reports.toArray(),
  ])
  const own = groupBy(reports, ({ source }) => source)
  const listed = sources.flatMap((source): Listed[] => {
    if (!source || source.hidden || source.format === 'extraction') return []
    const inText = (own.get(source.hash) ?? []).filter(({ reading }) => reading === source.reading)
    return [{ source, reports: inText.sort((a, b) => a.start - b.start) }]
  })
  return listed.sort(inOrder)
}

/** Texts of sources, all read together; a source whose text is lost is left out. */
export async function loadTexts(db: ProjectDatabase, listed: readonly Listed[]): Promise<Loaded[]> {
  const texts = await db.texts.bulkGet(listed.map(({ source }) => source.reading))
  return listed.flatMap((one, index) => {
    const text = texts[index]
    return text ? [{ ...one, text }] : []
  })
}
