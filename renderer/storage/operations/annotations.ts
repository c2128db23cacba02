import type { Annotation } from '#shared/model/annotation'
import { message, newId } from '#shared/model/identity'
import type { JournalEntry } from '#shared/model/journal'
import { StorageError } from '../errors'
import type { Session } from '../session'
import { now } from './now'

/** What a new annotation is made of. */
export type NewAnnotation = Pick<Annotation, 'source' | 'reading' | 'report' | 'anchor' | 'codes' | 'memo'>

/** What can be changed in an annotation. */
export type AnnotationPatch = Partial<Pick<Annotation, 'report' | 'anchor' | 'codes' | 'memo' | 'orphan'>>

/** The start of a quote, as the history names an annotation. */
const excerpt = (quote: string): string => (quote.length > 20 ? `${quote.slice(0, 20)}…` : quote)

async function existing(session: Session, id: string): Promise<Annotation> {
  const annotation = await session.db.annotations.get(id)
  if (!annotation) throw new StorageError(message('project.write.gone', { table: 'annotations' }))
  return annotation
}

/** Marks a span; resolves when it is saved. */
export async function addAnnotation(session: Session, made: NewAnnotation): Promise<Annotation> {
  const at = now()
  const { author } = session
  const annotation: Annotation = {
    ...made,
    id: newId(),
    author,
    rule: null,
    createdAt: at,
    updatedAt: at,
    orphan: false,
  }
  await session.write(message('project.history.annotationAdded', { quote: excerpt(made.anchor.quote) }), [
    { table: 'annotations', key: annotation.id, after: annotation },
  ])
  return annotation
}

/** Changes codes, memo or span of an annotation; null when nothing is different. */
export async function updateAnnotation(
  session: Session,
  id: string,
  patch: AnnotationPatch,
): Promise<JournalEntry | null> {
  const { anchor } = await existing(session, id)
  return session.write(message('project.history.annotationChanged', { quote: excerpt(anchor.quote) }), async () => {
    const before = await existing(session, id)
    return [{ table: 'annotations', key: id, after: { ...before, ...patch, updatedAt: now() } }]
  })
}

/** Takes an annotation away. */
export async function removeAnnotation(session: Session, id: string): Promise<JournalEntry | null> {
  const { anchor } = await existing(session, id)
  return session.write(message('project.history.annotationRemoved', { quote: excerpt(anchor.quote) }), [
    { table: 'annotations', key: id, after: null },
  ])
}
