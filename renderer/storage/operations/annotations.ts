import { Annotation } from '#shared/model/annotation'
import { message, newId } from '#shared/model/identity'
import type { JournalEntry } from '#shared/model/journal'
import { sameValue } from '../equal'
import { StorageError } from '../errors'
import type { Operation, Session } from '../session'
import { within } from '../within'
import { now } from './now'
import { placed } from './placed'

/** What a new annotation is made of; `id` only where it was shown before it is saved. */
export type NewAnnotation = Pick<Annotation, 'source' | 'reading' | 'report' | 'anchor' | 'codes' | 'memo'> & {
  id?: string
  /** The autocoding rule that makes it; none made it by hand. */
  rule?: string | null
}

/** What can be changed in an annotation. */
export type AnnotationPatch = Partial<Pick<Annotation, 'report' | 'anchor' | 'codes' | 'memo' | 'orphan'>>

/** What becomes different in an annotation, or a function that is given it as it is stored. */
type AnyPatch = AnnotationPatch | ((stored: Annotation) => AnnotationPatch)

const patched = (before: Annotation, patch: AnyPatch): Annotation => ({
  ...before,
  ...(typeof patch === 'function' ? patch(before) : patch),
  updatedAt: now(),
})

/** The start of a quote, as the history names an annotation. */
const excerpt = (quote: string): string => (quote.length > 20 ? `${quote.slice(0, 20)}…` : quote)

/** Records that are made at once; more would keep the window busy. */
const PART = 200

/** The parts of a long list, in its order. */
const parted = <T>(list: readonly T[]): (readonly T[])[] =>
  Array.from({ length: Math.ceil(list.length / PART) }, (_, i) => list.slice(i * PART, (i + 1) * PART))

const gone = (): StorageError => new StorageError(message('project.write.gone', { table: 'annotations' }))

/** The record of a new annotation. */
function annotationOf(session: Session, made: NewAnnotation): Annotation {
  const at = now()
  const { id = newId(), rule = null, ...rest } = made
  return { ...rest, id, author: session.author, rule, createdAt: at, updatedAt: at, orphan: false, also: [] }
}

const put = (annotation: Annotation) => ({ table: 'annotations', key: annotation.id, after: annotation }) as const

/** The name of a step that concerns one annotation, by the start of its quote. */
const named =
  (what: 'annotationChanged' | 'annotationRemoved'): Operation =>
  ([change]) => {
    const before = Annotation.safeParse(change?.before)
    return message(`project.history.${what}`, { quote: before.success ? excerpt(before.data.anchor.quote) : '' })
  }

async function existing(session: Session, id: string): Promise<Annotation> {
  const annotation = await session.db.annotations.get(id)
  if (!annotation) throw gone()
  return annotation
}

/** An annotation whose span was set, where it stands in the stored text. */
async function stored(session: Session, annotation: Annotation): Promise<Annotation> {
  const [there = annotation] = await within(placed(session.db, [annotation]))
  return there
}

/** Marks a span; resolves when it is saved. */
export async function addAnnotation(session: Session, made: NewAnnotation): Promise<Annotation> {
  let annotation = annotationOf(session, made)
  const operation = message('project.history.annotationAdded', { quote: excerpt(made.anchor.quote) })
  await session.write(operation, async () => {
    annotation = await stored(session, annotation)
    return [put(annotation)]
  })
  return annotation
}

/** Changes codes, memo or span of an annotation; null when nothing is different. */
export function updateAnnotation(session: Session, id: string, patch: AnyPatch): Promise<JournalEntry | null> {
  return session.write(named('annotationChanged'), async () => {
    const before = await existing(session, id)
    const after = patched(before, patch)
    return [put(sameValue(before.anchor, after.anchor) ? after : await stored(session, after))]
  })
}

/** Takes an annotation away. */
export function removeAnnotation(session: Session, id: string): Promise<JournalEntry | null> {
  return session.write(named('annotationRemoved'), async () => {
    await existing(session, id)
    return [{ table: 'annotations', key: id, after: null }]
  })
}

/**
 * Marks any number of spans in one undoable step; the window stays free meanwhile.
 * @param operation the name of the step, for the history
 * @returns the entry, null for an empty list
 */
export async function addAnnotations(
  session: Session,
  operation: Operation,
  made: readonly NewAnnotation[],
): Promise<JournalEntry | null> {
  if (made.length === 0) return null
  return session.writeInParts(operation, async (make) => {
    for (const part of parted(made)) {
      const there = await within(
        placed(
          session.db,
          part.map((one) => annotationOf(session, one)),
        ),
      )
      await make(there.map(put))
    }
  })
}

/** Another state of one annotation. */
export interface AnnotationChange {
  id: string
  patch: AnyPatch
}

/** Changes to be made, and the annotations to be taken away with them. */
interface Edit {
  changes?: readonly AnnotationChange[]
  remove?: readonly string[]
}

/**
 * Changes any number of annotations and takes others away, in one undoable step; the window stays free meanwhile.
 * @returns the entry, null when nothing is different
 * @throws StorageError when one of them is gone; nothing is changed then
 */
export async function editAnnotations(
  session: Session,
  operation: Operation,
  { changes = [], remove = [] }: Edit,
): Promise<JournalEntry | null> {
  if (changes.length + remove.length === 0) return null
  return session.writeInParts(operation, async (make) => {
    for (const part of parted(changes)) {
      const before = await session.db.annotations.bulkGet(part.map(({ id }) => id))
      await make(
        part.map(({ patch }, i) => {
          const annotation = before[i]
          if (!annotation) throw gone()
          return put(patched(annotation, patch))
        }),
      )
    }
    for (const part of parted(remove)) {
      const before = await session.db.annotations.bulkGet([...part])
      if (before.some((annotation) => !annotation)) throw gone()
      await make(part.map((id) => ({ table: 'annotations', key: id, after: null })))
    }
  })
}

/** Changes any number of annotations in one undoable step; see `editAnnotations`. */
export const changeAnnotations = (
  session: Session,
  operation: Operation,
  changes: readonly AnnotationChange[],
): Promise<JournalEntry | null> => editAnnotations(session, operation, { changes })

/** Takes any number of annotations away in one undoable step; see `editAnnotations`. */
export const removeAnnotations = (
  session: Session,
  operation: Operation,
  ids: readonly string[],
): Promise<JournalEntry | null> => editAnnotations(session, operation, { remove: ids })
