import type { ProjectDatabase } from '../database'

/** Words of a report. Offsets are UTF-16 code units of its reading's text, ends exclusive. */
export interface TextSpan {
  report: string
  start: number
  end: number
}

/** Texts that are held at once: some two megabytes. */
const AT_ONCE = 20

/** The words of spans, in their order; '' where the report or its text is gone. */
export async function spanTexts(db: ProjectDatabase, spans: readonly TextSpan[]): Promise<string[]> {
  const ids = [...new Set(spans.map(({ report }) => report))]
  const words = spans.map(() => '')
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const reports = await db.reports.bulkGet(ids.slice(at, at + AT_ONCE))
    const texts = await db.texts.bulkGet(reports.map((report) => report?.reading ?? ''))
    const byReport = new Map(reports.map((report, index) => [report?.id, texts[index]?.text ?? '']))
    for (const [index, { report, start, end }] of spans.entries())
      if (byReport.has(report)) words[index] = byReport.get(report)?.slice(start, end) ?? ''
  }
  return words
}
