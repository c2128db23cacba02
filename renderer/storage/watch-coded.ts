import Dexie, { type IntervalTree } from 'dexie'
import type { Annotation } from '#shared/model/annotation'
import type { ProjectDatabase } from './database'
import { codedAnnotations } from './queries/rules'

/** Changes are read this long after the first of them, in milliseconds: most come in crowds. */
const PACE = 150

/**
 * Keeps somebody told of the annotations that have any of some codes, whoever changes them. A live query would note the
 * key of each, which takes longer for thousands of them than reading them.
 * @param told the annotations, at once and after every change
 * @param failed told when they cannot be read
 * @returns the function that ends it
 */
export function watchCoded(
  db: ProjectDatabase,
  codes: readonly string[],
  told: (annotations: readonly Annotation[]) => void,
  failed: (error: unknown) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null
  let reading: Promise<void> = Promise.resolve()
  let stopped = false
  const read = async (): Promise<void> => {
    if (stopped) return
    try {
      const annotations = await codedAnnotations(db, codes)
      if (!stopped) told(annotations)
    } catch (error) {
      if (!stopped) failed(error)
    }
  }
  const again = (): void => {
    timer = null
    reading = reading.then(read)
  }
  const heard = (parts: Record<string, IntervalTree>): void => {
    if (`idb://${db.name}/annotations/` in parts) timer ??= setTimeout(again, PACE)
  }
  Dexie.on('storagemutated', heard)
  again()
  return () => {
    stopped = true
    if (timer) clearTimeout(timer)
    Dexie.on.storagemutated.unsubscribe(heard)
  }
}
