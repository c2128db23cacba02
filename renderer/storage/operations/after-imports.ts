import { Source } from '#shared/model/source'
import type { ProjectDatabase } from '../database'
import { lastSequence } from '../entry'
import { exclusive } from '../exclusive'

/** Sources whose first import one of the entries behind `seen` is; what undo and redo bring back is not new. */
async function importedSince(db: ProjectDatabase, seen: number, upTo: number): Promise<string[]> {
  const heads = await db.journalHeads.where('sequence').between(seen, upTo, false, true).toArray()
  const steps = heads.filter(({ kinds, undoes, redoes }) => kinds.includes('imports') && !undoes && !redoes)
  const entries = await db.journalMirror.bulkGet(steps.map(({ sequence }) => sequence))
  return entries.flatMap((entry) =>
    (entry?.changes ?? []).flatMap(({ table, before, after }) => {
      const source = table === 'sources' && before === null ? Source.safeParse(after) : null
      return source?.success ? [source.data.hash] : []
    }),
  )
}

/**
 * Does work over the sources that were imported for the first time since it was last done, once for all windows of the
 * project. What is undone, restored or read again does not come twice. Work that fails, or that the end of the program
 * cuts off, comes again with the next call. A project that nothing is noted of yet (a new one, or one that was rebuilt)
 * begins with what it has.
 */
export function afterImports(db: ProjectDatabase, work: (sources: string[]) => Promise<void>): Promise<void> {
  return exclusive(`${db.name} rules`, async () => {
    const [seen, upTo] = [(await db.meta.get('rulesSeen'))?.value, await lastSequence(db)]
    const sources = seen === undefined ? [] : await importedSince(db, seen, upTo)
    if (sources.length > 0) await work(sources)
    if (seen !== upTo) await db.meta.put({ key: 'rulesSeen', value: upTo })
  })
}
