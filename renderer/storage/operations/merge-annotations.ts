import { findMerges, type Merge } from '#shared/coding/merge'
import type { Annotation } from '#shared/model/annotation'
import { message } from '#shared/model/identity'
import { makeAnchor } from '#shared/text/anchor'
import { type ProposedChange, partsOf } from '../changes'
import type { ProjectDatabase } from '../database'
import type { Session } from '../session'
import { within } from '../within'
import { now } from './now'

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
  const merged: Merged = { before: 0, after: 0 }
  const operation = () => message('project.history.annotationsMerged', { count: merged.before })
  // Worked out inside of the step: what another window says of them meanwhile must not be lost in the merging.
  const entry = await session.writeInParts(operation, async (make) => {
    const { changes, remove } = await within(mergesIn(session.db, scope))
    merged.before = changes.length + remove.length
    merged.after = changes.length
    const removed = remove.map((key): ProposedChange => ({ table: 'annotations', key, after: null }))
    for (const part of partsOf([...changes, ...removed])) await within(make(part))
  })
  return entry && merged
}

/** The annotations that others are merged into, as they are then, and those that go. */
async function mergesIn(db: ProjectDatabase, scope: MergeScope) {
  const annotations = await within(inScope(db, scope))
  const texts = await within(textsOf(db, annotations))
  const byId = new Map(annotations.map((annotation) => [annotation.id, annotation]))
  const concerns = ({ keep, remove }: Merge) =>
    typeof scope === 'string' || 'source' in scope || keep === scope.annotation || remove.includes(scope.annotation)
  const merges = findMerges(annotations, (reading) => texts.get(reading) ?? '').filter(concerns)
  const changes = merges.flatMap(({ keep, span, memo }): ProposedChange[] => {
    const kept = byId.get(keep)
    if (!kept) return []
    const anchor = makeAnchor(texts.get(kept.reading) ?? '', span.start, span.end)
    return [{ table: 'annotations', key: keep, after: { ...kept, anchor, memo, updatedAt: now() } }]
  })
  return { changes, remove: merges.flatMap(({ remove }) => remove) }
}
