import type { JournalTable } from '../../model/journal'
import type { Conflict, Fields, Standing } from './merge-types'
import type { Pair } from './pairs'
import { meetingConflict } from './resolve'
import type { Settling } from './settling'
import { TABLE_RULES } from './tables'

/** Something that only one side has, by its key. */
interface Sole {
  key: string
  standing: Standing
}

/** What only one side has and would stand, by the source that it is about. */
function solesOf(
  pairs: readonly Pair[],
  after: ReadonlyMap<string, Fields>,
  side: 'mine' | 'theirs',
): Map<unknown, Sole[]> {
  const other = side === 'mine' ? 'theirs' : 'mine'
  const soles = new Map<unknown, Sole[]>()
  for (const { key, [side]: standing, [other]: paired } of pairs) {
    if (!standing || paired || !after.has(key)) continue
    const { source } = standing.record
    const known = soles.get(source)
    if (known) known.push({ key, standing })
    else soles.set(source, [{ key, standing }])
  }
  return soles
}

/**
 * Settles what cannot stand beside something of the other side, though it is not the same (corrections of the same
 * characters): every such two are a conflict. Theirs is taken only where all that it meets gives way, and what it meets
 * goes then; so no two that stand meet, whatever is chosen.
 * @param after what stands so far; changed to what stands then
 * @returns the conflicts, and how many of theirs were in any
 */
export function settleMeeting(
  table: JournalTable,
  pairs: readonly Pair[],
  after: Map<string, Fields>,
  settling: Settling,
): { conflicts: Conflict[]; met: number } {
  const { meets } = TABLE_RULES[table]
  const conflicts: Conflict[] = []
  let met = 0
  if (!meets) return { conflicts, met }
  const own = solesOf(pairs, after, 'mine')
  for (const [source, theirs] of solesOf(pairs, after, 'theirs'))
    for (const { key, standing } of theirs) {
      const near = (own.get(source) ?? []).filter((one) => meets(one.standing.record, standing.record))
      if (near.length === 0) continue
      const found = near.map((one) => meetingConflict(table, one.standing, standing, settling))
      conflicts.push(...found)
      met += 1
      const stands = found.every(({ choice }) => choice === 'theirs')
      for (const gone of stands ? near.map((one) => one.key) : [key]) after.delete(gone)
    }
  return { conflicts, met }
}
