import { codersOf } from '#shared/model/annotation'
import type { ProjectDatabase } from '../database'

/** Somebody who has coded in the project. */
export interface Coder {
  author: string
  /** Annotations that they made, by hand or with a rule, or share with their author. */
  annotations: number
  /** Reports that they have touched. */
  reports: number
}

/** All who have coded, those who did most first. */
export async function listCoders(db: ProjectDatabase): Promise<Coder[]> {
  const found = new Map<string, { annotations: number; reports: Set<string> }>()
  await db.annotations.each((annotation) => {
    for (const { author } of codersOf(annotation)) {
      const own = found.get(author) ?? { annotations: 0, reports: new Set<string>() }
      own.annotations += 1
      if (annotation.report !== null) own.reports.add(annotation.report)
      found.set(author, own)
    }
  })
  return [...found]
    .map(([author, { annotations, reports }]) => ({ author, annotations, reports: reports.size }))
    .sort((a, b) => b.annotations - a.annotations || (a.author < b.author ? -1 : 1))
}
