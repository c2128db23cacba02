import { findMerges, type Merge } from '#shared/coding/merge'
import type { Annotation } from '#shared/model/annotation'
import { message } from '#shared/model/identity'
import { makeAnchor } from '#shared/text/anchor'
import type { ProjectDatabase } from '../database'
import type { Session } from '../session'
import { editAnnotations } from './annotations'

/** Where touching annotations are merged: around one of them, in one source, or in the whole project. */
export type MergeScope = { annotation: string } | { source: string } | 'project'

/** How many annotations there were, and how many are left of them. */
export interface Merged {
  before: number
  after: number
}

async function inScope(db: ProjectDatabase, scope: MergeScope): Promise<Annotation[]> {
  if (scope === 'project') return db.annotations.toArray()
  const source = 'source' in scope ? scope.source : (await db.annotations.get(scope.annotation))?.source
  return source === undefined ? [] : db.annotations.where('source').equals(source).toArray()
}

/** The texts of readings in which two annotations could touch. */
async function textsOf(db: ProjectDatabase, annotations: readonly Annotation[]): Promise<Map<string, string>> {
  const counts = new Map<string, number>()
  for (const { reading } of annotations) counts.set(reading, (counts.get(reading) ?? 0) + 1)
  const texts = new Map<string, string>()
  for (const [reading, count] of counts) if (count > 1) texts.set(reading, (await db.texts.get(reading))?.text ?? '')
  return texts
}

/**
 * Makes one annotation of those that touch or overlap and have the same codes, in one undoable step. Memos are joined.
 * @returns null where nothing touches
 */
export async function mergeAnnotations(session: Session, scope: MergeScope): Promise<Merged | null> {
  const { db } = session
  const annotations = await inScope(db, scope)
  const texts = await textsOf(db, annotations)
  const byId = new Map(annotations.map((annotation) => [annotation.id, annotation]))
  const concerns = ({ keep, remove }: Merge) =>
    typeof scope === 'string' || 'source' in scope || keep === scope.annotation || remove.includes(scope.annotation)
  const merges = findMerges(annotations, (reading) => texts.get(reading) ?? '').filter(concerns)
  const changes = merges.map(({ keep, span, memo }) => {
    const text = texts.get(byId.get(keep)?.reading ?? '') ?? ''
    return { id: keep, patch: { anchor: makeAnchor(text, span.start, span.end), memo } }
  })
  const remove = merges.flatMap((merge) => merge.remove)
  const before = changes.length + remove.length
  const operation = message('project.history.annotationsMerged', { count: before })
  const entry = await editAnnotations(session, operation, { changes, remove })
  return entry && { before, after: changes.length }
}
