import { withBelow } from '#shared/coding/code-tree'
import type { Annotation } from '#shared/model/annotation'
import type { Memo } from '#shared/model/memo'
import type { Report } from '#shared/model/report'
import type { Source } from '#shared/model/source'
import { type ProjectDatabase, rowsInParts } from '../../storage/search-worker'
import type { HeldText } from './held'
import type { SearchFilters } from './protocol'
import type { Scope } from './scope'

const NOTHING = new Uint32Array(0)

type Written = { id: string; text: string; source: Source | undefined; report: Report | undefined }

/** A memo as a text: the whole of it belongs to the report that it is about. */
function heldMemo({ id, text, source, report }: Written): HeldText {
  const reports = report ? [{ ...report, start: 0, end: text.length }] : []
  return {
    source: source?.hash ?? '',
    reading: report?.reading ?? source?.reading ?? '',
    name: source?.name ?? '',
    characters: text.length,
    text,
    read: NOTHING,
    stood: NOTHING,
    reports,
    inside: report ? Uint32Array.of(0, text.length) : NOTHING,
    memo: id,
  }
}

const identity = (offset: number): number => offset

/** Whether what an annotation stands on is looked through. */
function standsIn(scope: Scope, { reading, report, anchor, orphan }: Annotation): boolean {
  const wheres = scope.wheres({ reading, reports: report === null ? [] : [{ id: report }] }, identity)
  return wheres === null || (!orphan && wheres.every((where) => where.passes(anchor.start, anchor.end)))
}

/** Whether a memo of its own is looked through where codes are asked for; it stands in no section and no sentence. */
function isAbout({ subject }: Memo, filters: SearchFilters, codes: ReadonlySet<string>): boolean {
  const { topics, indicators, role } = filters
  if (topics || indicators !== null || role !== null) return false
  return filters.codes === null || (subject.type === 'code' && codes.has(subject.id))
}

/**
 * The memos of a project as texts: those of annotations, and those on reports, codes and the project. Filters of codes,
 * topics and statements hold for the passage that a memo is on; a memo on a code counts where its code is asked for.
 */
export async function memoTexts(db: ProjectDatabase, scope: Scope, filters: SearchFilters): Promise<HeldText[]> {
  const annotations: Annotation[] = []
  for await (const part of rowsInParts(db.annotations))
    annotations.push(...part.filter((annotation) => annotation.memo !== '' && standsIn(scope, annotation)))
  const codes = filters.codes ? withBelow(await db.codes.toArray(), filters.codes) : new Set<string>()
  const memos = (await db.memos.toArray()).filter((memo) => isAbout(memo, filters, codes))
  const ids = [
    ...annotations.flatMap(({ report }) => report ?? []),
    ...memos.flatMap(({ subject }) => (subject.type === 'report' ? [subject.id] : [])),
  ]
  const reports = new Map((await db.reports.bulkGet([...new Set(ids)])).flatMap((one) => (one ? [[one.id, one]] : [])))
  const hashes = [...annotations.map(({ source }) => source), ...[...reports.values()].map(({ source }) => source)]
  const read = await db.sources.bulkGet([...new Set(hashes)])
  const sources = new Map(read.flatMap((one) => (one ? [[one.hash, one]] : [])))
  const written: Written[] = [
    ...annotations.map(({ id, memo, report, source }) => ({
      ...{ id, text: memo, source: sources.get(source) },
      report: report === null ? undefined : reports.get(report),
    })),
    ...memos.map(({ id, text, subject }) => {
      const report = subject.type === 'report' ? reports.get(subject.id) : undefined
      return { id, text, report, source: sources.get(report?.source ?? '') }
    }),
  ]
  return written.filter(({ source }) => source?.hidden !== true).map(heldMemo)
}
