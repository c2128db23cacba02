import type { Scored } from './score'

/** How many statements of another owner than the report's place were told from its own, over matched ones. */
export interface ScopeTally {
  /** Not the place's own in gold and found so. */
  told: number
  /** The place's own in gold, taken for another's. */
  wrong: number
  /** Another's in gold, taken for the place's own. */
  missed: number
}

/** Compares the scopes of statements that stand at the same offset; with several there, the one of the same name. */
export function scopeTally(labelled: readonly Scored[], extracted: readonly Scored[]): ScopeTally {
  const tally: ScopeTally = { told: 0, wrong: 0, missed: 0 }
  for (const gold of labelled) {
    if (gold.article !== 'main') continue
    const here = extracted.filter((s) => s.start === gold.start)
    const ours = here.find((s) => s.indicator === gold.indicator) ?? here[0]
    if (!ours) continue
    const [theirs, found] = [gold.scope !== 'own', ours.scope !== 'own']
    if (theirs && found) tally.told++
    else if (theirs) tally.missed++
    else if (found) tally.wrong++
  }
  return tally
}

/** Shares of what was told apart; 1 where there was nothing to tell. */
export function scopeShares(tallies: readonly ScopeTally[]): { precision: number; recall: number } {
  const sum = { told: 0, wrong: 0, missed: 0 }
  for (const t of tallies) for (const key of ['told', 'wrong', 'missed'] as const) sum[key] += t[key]
  const share = (part: number, all: number): number => (all === 0 ? 1 : part / all)
  return { precision: share(sum.told, sum.told + sum.wrong), recall: share(sum.told, sum.told + sum.missed) }
}
