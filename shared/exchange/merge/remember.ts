import { newId } from '../../model/identity'
import type { MergeDecision } from '../../model/merge-decision'
import type { By, Choice, Conflict } from './merge-types'
import { holds, valuesOf } from './settling'

function decisionOf(conflict: Conflict, chosen: Choice | undefined, { author, at }: By): MergeDecision {
  const { table, keys, earlier, choice } = conflict
  const isChosen = chosen === choice
  if (earlier && (!isChosen || (earlier.choice === choice && !earlier.suggested)))
    return holds(earlier, conflict) ? earlier : { ...earlier, ...valuesOf(conflict) }
  const id = earlier?.id ?? newId()
  return { id, table, keys: [...keys], ...valuesOf(conflict), choice, suggested: !isChosen, author, updatedAt: at }
}

/**
 * How the conflicts of a merge were settled, to go by in the next one. What was settled earlier and is left so stays as
 * it is, whoever merges; where corrections of this merge have moved what it is about, it goes along.
 * @param chosen what was chosen in this merge, by the ids of conflicts
 * @param by who merges, and when
 */
export const decisionsOf = (
  conflicts: readonly Conflict[],
  chosen: ReadonlyMap<string, Choice>,
  by: By,
): MergeDecision[] => conflicts.map((conflict) => decisionOf(conflict, chosen.get(conflict.id), by))
