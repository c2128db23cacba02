import type { ReadingText } from '#shared/model/reading'
import type { Section } from '#shared/model/section'
import type { ProjectDatabase } from '../database'
import { unpackRows } from '../pack'

/** What stands around the matters of a report. */
export interface MatterMaterial extends Pick<ReadingText, 'text' | 'joins' | 'pages'> {
  report: string
  sections: readonly Section[]
  /** Where its statements begin, the rejected ones left out, in order. */
  statements: readonly number[]
}

/** What stands around the matters of reports; those whose text is not there are left out. */
export async function matterMaterial(
  db: ProjectDatabase,
  reports: readonly { report: string; reading: string }[],
): Promise<MatterMaterial[]> {
  const ids = reports.map(({ report }) => report)
  const [texts, sections, cells] = await Promise.all([
    db.texts.bulkGet(reports.map(({ reading }) => reading)),
    db.sections.bulkGet(ids),
    db.cells.bulkGet(ids),
  ])
  return ids.flatMap((report, index): MatterMaterial[] => {
    const read = texts[index]
    if (!read) return []
    const packed = cells[index]?.cells
    const kept = packed ? unpackRows(packed).filter(({ status }) => status !== 'rejected') : []
    return [
      {
        report,
        text: read.text,
        joins: read.joins,
        pages: read.pages,
        sections: sections[index]?.sections ?? [],
        statements: kept.map(({ start }) => start).sort((a, b) => a - b),
      },
    ]
  })
}
