import type { Bookmark } from '#shared/model/bookmark'
import type { Report } from '#shared/model/report'
import type { Source } from '#shared/model/source'
import type { ProjectDatabase } from '../database'

/** A bookmark with the source and the report that it stands in. */
export interface PlacedBookmark {
  bookmark: Bookmark
  source: Source
  /** Null outside every report, and for one whose place is not found in the present reading. */
  report: Report | null
}

const byPlace = (a: Bookmark, b: Bookmark): number => a.anchor.start - b.anchor.start

/** The bookmarks of a source in the order of its text. */
export const bookmarksOf = async (db: ProjectDatabase, hash: string): Promise<Bookmark[]> =>
  (await db.bookmarks.where('source').equals(hash).toArray()).sort(byPlace)

/** All bookmarks of visible sources: by the names of the sources, then in the order of the text. */
export async function listBookmarks(db: ProjectDatabase): Promise<PlacedBookmark[]> {
  const bookmarks = (await db.bookmarks.toArray()).sort(byPlace)
  const hashes = [...new Set(bookmarks.map(({ source }) => source))]
  const [sources, reports] = await Promise.all([
    db.sources.bulkGet(hashes),
    db.reports.where('source').anyOf(hashes).toArray(),
  ])
  const shown = sources.flatMap((source) => (source && !source.hidden ? [source] : []))
  return shown
    .sort((a, b) => a.name.localeCompare(b.name, 'zh'))
    .flatMap((source) =>
      bookmarks
        .filter((bookmark) => bookmark.source === source.hash)
        .map((bookmark) => ({ bookmark, source, report: reportAt(reports, bookmark) })),
    )
}

function reportAt(reports: readonly Report[], { source, reading, anchor, orphan }: Bookmark): Report | null {
  if (orphan) return null
  const own = reports.filter((report) => report.source === source && report.reading === reading)
  return own.find(({ start, end }) => start <= anchor.start && anchor.start < end) ?? null
}
