import { byOrder } from '#shared/coding/code-tree'
import type { Annotation } from '#shared/model/annotation'
import type { Code } from '#shared/model/code'
import type { Report } from '#shared/model/report'
import type { ProjectDatabase } from '../database'

/** All codes in the order of the codebook (`order` among siblings; the tree is in `parent`). */
export async function listCodes(db: ProjectDatabase): Promise<Code[]> {
  const codes = await db.codes.toArray()
  return codes.sort(byOrder)
}

/** An annotation of a code, with where it stands. */
export interface CodePassage {
  id: string
  quote: string
  memo: string
  report: Report | null
}

/** The annotations of a code in visible sources, by place, year and their order in the text. */
export async function passagesOfCode(db: ProjectDatabase, code: string): Promise<CodePassage[]> {
  const annotations = await db.annotations.where('codes').equals(code).toArray()
  const [reports, sources] = await Promise.all([
    db.reports.bulkGet([...new Set(annotations.flatMap(({ report }) => report ?? []))]),
    db.sources.bulkGet([...new Set(annotations.map(({ source }) => source))]),
  ])
  const reportOf = new Map(reports.flatMap((report) => (report ? [[report.id, report]] : [])))
  const hidden = new Set(sources.flatMap((source) => (source?.hidden ? [source.hash] : [])))
  return annotations
    .filter(({ source }) => !hidden.has(source))
    .map((annotation) => ({ annotation, report: reportOf.get(annotation.report ?? '') ?? null }))
    .sort((a, b) => byPlace(a.report, b.report) || byText(a.annotation, b.annotation))
    .map(({ annotation, report }) => ({
      id: annotation.id,
      quote: annotation.anchor.quote,
      memo: annotation.memo,
      report,
    }))
}

function byPlace(a: Report | null, b: Report | null): number {
  const [one, other] = [placeKey(a), placeKey(b)]
  return one === other ? 0 : one < other ? -1 : 1
}

/** What has no place comes last. */
const placeKey = (report: Report | null): string =>
  `${report?.place?.code ?? '~'} ${report?.year ?? '~'} ${report?.id ?? '~'}`

const byText = (a: Annotation, b: Annotation): number =>
  a.source === b.source ? a.anchor.start - b.anchor.start : a.source < b.source ? -1 : 1
