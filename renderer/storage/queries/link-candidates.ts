import { type LinkTarget, plainMemo } from '#shared/coding/links'
import type { ProjectDatabase } from '../database'
import { reportName } from '../link-names'
import { rowsInParts } from '../rows-in-parts'
import { hiddenSources } from './hidden'

/** Something that a memo can link to. */
export interface LinkCandidate {
  target: LinkTarget
  /** What it is found and called by: a quote, a name, the words of a memo. */
  name: string
  /** What else tells it apart: place and year, the title of a report, the code above. */
  hint: string
}

/** The words of a text on one line. */
const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Everything that a memo can link to: codes and reports, memos, and passages, the last marked first. */
export async function linkCandidates(db: ProjectDatabase): Promise<LinkCandidate[]> {
  const hidden = await hiddenSources(db)
  const codes = await db.codes.toArray()
  const memos = await db.memos.toArray()
  const reports = (await db.reports.toArray()).filter(({ source }) => !hidden.has(source))
  const codeName = new Map(codes.map(({ id, name }) => [id, name]))
  const nameOfReport = new Map(reports.map((report) => [report.id, reportName(report)]))
  const passages: (LinkCandidate & { at: string })[] = []
  for await (const part of rowsInParts(db.annotations))
    for (const { id, anchor, report, source, updatedAt } of part) {
      if (hidden.has(source)) continue
      const hint = (report !== null && nameOfReport.get(report)) || ''
      passages.push({ target: { type: 'annotation', id }, name: onOneLine(anchor.quote), hint, at: updatedAt })
    }
  passages.sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1))
  return [
    ...codes.map(
      ({ id, name, parent }): LinkCandidate => ({
        target: { type: 'code', id },
        name,
        hint: (parent !== null && codeName.get(parent)) || '',
      }),
    ),
    ...reports.map((report): LinkCandidate => {
      const name = reportName(report)
      return { target: { type: 'report', id: report.id }, name, hint: name === report.title ? '' : report.title }
    }),
    ...memos.map(({ id, text, subject }): LinkCandidate => {
      const about = subject.type === 'code' ? codeName.get(subject.id) : nameOfReport.get(subject.id)
      return { target: { type: 'memo', id }, name: onOneLine(plainMemo(text)), hint: about ?? '' }
    }),
    ...passages,
  ]
}
