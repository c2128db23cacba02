import { alike } from '#shared/exchange/merge/canonical'
import { mergeProjects } from '#shared/exchange/merge/merge-projects'
import type { Conflict, MergeChange, Merged, MergeOptions, ProjectRecords } from '#shared/exchange/merge/merge-types'
import { decisionsOf } from '#shared/exchange/merge/remember'
import { Correction } from '#shared/model/correction'
import type { Message } from '#shared/model/identity'
import type { JournalEntry, JournalTable } from '#shared/model/journal'
import type { ProposedChange } from '../changes'
import { proposeAdoption } from '../corrections/correct'
import type { ProjectDatabase } from '../database'
import { groupBy } from '../group-by'
import { carriedHere } from '../merge/carry'
import { readMine, type Touches } from '../merge/read-mine'
import type { ReadPackage } from '../merge/read-package'
import type { MakePart, Session } from '../session'
import { within } from '../within'
import { now } from './now'

/** A package that is to be merged, and what is known of this project's journal. */
export interface MergeInput {
  package: ReadPackage
  touches: Touches
  /** Id of the project that the package is of. */
  theirProject: string
}

/** How the conflicts of a merge are settled: by what was chosen, and by the earlier decisions that were shown. */
export type Settled = Pick<MergeOptions, 'settled' | 'earlier'>

/** What a merge would do. */
export interface MergeOverview extends Merged {
  /** Sources that only the package has, shown there: their files are to be imported first. */
  absent: readonly string[]
}

/** Sources that the package shows and this project does not have. */
async function absentSources(db: ProjectDatabase, { records }: ReadPackage): Promise<string[]> {
  const shown = [...(records.get('sources') ?? [])].filter(([, { record }]) => record.hidden !== true)
  const known = await db.sources.bulkGet(shown.map(([hash]) => hash))
  return shown.flatMap(([hash], at) => (known[at] ? [] : [hash])).sort()
}

const optionsOf = (session: Session, { theirProject }: MergeInput, settled: Settled): MergeOptions => ({
  ...settled,
  known: new Map([[theirProject, session.project.id]]),
})

/**
 * What merging a package into this project would do, with conflicts settled so far; those that an earlier merge has
 * settled come last. Nothing is written.
 * @param told how far it is, in texts; what it throws ends the work
 */
export async function planMerge(
  session: Session,
  input: MergeInput,
  settled: Settled = {},
  told: (done: number, total: number) => void = () => undefined,
): Promise<MergeOverview> {
  const { db } = session
  const { package: theirs, touches } = input
  const mine = await readMine(db, touches)
  const there = await carriedHere(db, theirs.records, 'keep', told)
  const base = theirs.base && (await carriedHere(db, theirs.base, 'keep', told)).records
  const merged = mergeProjects(mine, there.records, base, optionsOf(session, input, settled))
  const conflicts = merged.conflicts.toSorted((a, b) => Number(a.earlier !== null) - Number(b.earlier !== null))
  return { ...merged, conflicts, absent: await absentSources(db, theirs) }
}

/** Records that are written at once; more would keep the window busy. */
const PART = 200

const proposedOf = ({ table, key, after }: MergeChange): ProposedChange => ({ table, key, after })

const OF_TEXTS: ReadonlySet<JournalTable> = new Set(['corrections', 'sources', 'mergeDecisions'])

const only = (records: ProjectRecords): ProjectRecords => new Map([...records].filter(([table]) => OF_TEXTS.has(table)))

/** How these conflicts were settled, as records that are not here so yet. */
function remembered(
  session: Session,
  conflicts: readonly Conflict[],
  { settled = new Map() }: Settled,
  mine: ProjectRecords,
): ProposedChange[] {
  const known = mine.get('mergeDecisions')
  return decisionsOf(conflicts, settled, { author: session.author, at: now() })
    .filter((decision) => !alike(decision, known?.get(decision.id)?.record))
    .map((after) => ({ table: 'mergeDecisions', key: after.id, after }))
}

/** Changes of corrections go source by source: whatever stands on a text moves with them. */
async function mergeCorrections(session: Session, input: MergeInput, settled: Settled, make: MakePart): Promise<void> {
  const { db } = session
  const mine = await within(readMine(db, input.touches))
  const there = await within(carriedHere(db, only(input.package.records), 'leave'))
  const base = input.package.base && (await within(carriedHere(db, only(input.package.base), 'leave'))).records
  const { changes, conflicts } = mergeProjects(only(mine), there.records, base, optionsOf(session, input, settled))
  const wanted = changes.flatMap(({ table, key, after }) => {
    const record = Correction.safeParse(after ?? mine.get('corrections')?.get(key)?.record)
    return table === 'corrections' && record.success ? [{ key, correction: record.data, gone: after === null }] : []
  })
  for (const [hash, own] of groupBy(wanted, ({ correction }) => correction.source)) {
    const adopted = own.flatMap(({ correction, gone }) => (gone ? [] : [correction]))
    const gone = new Set(own.flatMap(({ key, gone }) => (gone ? [key] : [])))
    await within(make(await within(proposeAdoption(db, hash, adopted, gone))))
  }
  const own = conflicts.filter(({ table }) => table === 'corrections')
  await within(make(remembered(session, own, settled, mine)))
}

async function mergeRest(session: Session, input: MergeInput, settled: Settled, make: MakePart): Promise<number> {
  const { db } = session
  const { package: theirs, touches } = input
  const mine = await within(readMine(db, touches))
  const there = await within(carriedHere(db, theirs.records, 'leave'))
  const base = theirs.base && (await within(carriedHere(db, theirs.base, 'leave'))).records
  const { changes, conflicts } = mergeProjects(mine, there.records, base, optionsOf(session, input, settled))
  const others = conflicts.filter(({ table }) => table !== 'corrections')
  const decided = remembered(session, others, settled, mine)
  const rest = [...changes.filter(({ table }) => table !== 'corrections').map(proposedOf), ...decided]
  for (let at = 0; at < rest.length; at += PART) await within(make(rest.slice(at, at + PART)))
  return there.left
}

/** What a merge has done. */
export interface MergeDone {
  /** Null where nothing was different. */
  entry: JournalEntry | null
  /** Records of sources that are not here, and were left out. */
  left: number
}

/**
 * Merges a package into this project, as one step to undo. Files that only the package has must be imported before: what
 * stands on those that are missing is left out, and counted. How conflicts were settled is kept in the same step.
 * @param operation the name of the step, for the history
 * @param settled how conflicts are settled; the others as in an earlier merge, or as suggested
 * @throws StorageError when a record is not valid; nothing is changed then
 */
export async function mergeProject(
  session: Session,
  input: MergeInput,
  settled: Settled,
  operation: Message,
): Promise<MergeDone> {
  let left = 0
  const entry = await session.writeInParts(operation, async (make) => {
    await within(mergeCorrections(session, input, settled, make))
    left = await within(mergeRest(session, input, settled, make))
  })
  return { entry, left }
}
