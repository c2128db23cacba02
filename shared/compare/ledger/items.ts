import { message } from '#shared/model/identity'
import type { VentureStage } from '#shared/model/matter'
import { type Answer, together, unanswered } from './answer'
import type { LedgerFigure, LedgerRow } from './ledger-types'
import type { Entry, Pool } from './library'
import type { Name } from './phrases'

/** How far a venture is; one whose stage is not told is nowhere. */
const STAGES: Record<VentureStage, number> = {
  '': 0,
  planned: 1,
  signed: 2,
  started: 3,
  building: 4,
  completed: 5,
  in_use: 6,
}

function nearest(pool: Pool, name: Name): (readonly [Entry, number])[] {
  return pool
    .ventureAlike(name)
    .toSorted(
      ([a, near], [b, other]) =>
        other - near ||
        STAGES[b.figure.stage] - STAGES[a.figure.stage] ||
        (a.figure.origin?.start ?? 0) - (b.figure.origin?.start ?? 0),
    )
}

/** How far a venture must be at the least: an item without a stage is to be completed. */
const wantedStage = (target: LedgerFigure): VentureStage => (target.type === 'venture' ? target.stage : 'completed')

/** Whether a venture is as far as it was to be. */
export function compareStages(target: LedgerFigure, result: LedgerFigure): Answer['verdict'] {
  const [wanted, reached] = [STAGES[wantedStage(target)], STAGES[result.stage]]
  if (wanted === 0 || reached === 0) return 'incomparable'
  if (reached >= wanted) return 'met'
  // Built, and not yet in use.
  return wanted === STAGES.in_use && reached === STAGES.completed ? 'nearly' : 'missed'
}

/** What later reports say of a named venture, or of an item without a number: the stage that it reached. */
export function answerNamed(target: LedgerFigure, name: Name, pool: Pool): Answer | null {
  const [best, ...rest] = nearest(pool, name)
  if (!best) return null
  const [{ figure }] = best
  return {
    ...unanswered(compareStages(target, figure), message('ledger.why.stage'), []),
    result: figure,
    others: rest.map(([entry]) => ({
      figure: entry.figure,
      why: message('ledger.whyNot.phrase'),
      judgement: null,
    })),
    caveats: best[1] < 1 ? [message('ledger.caveat.phrase', { target: target.phrase, result: figure.phrase })] : [],
  }
}

/** What an item comes to whose figures are rows of their own. */
export function answerParts(parts: readonly LedgerRow[]): Answer {
  const verdict = together(parts.map((part) => part.verdict))
  const met = parts.filter((part) => part.verdict === 'met').length
  return unanswered(verdict, message('ledger.why.parts', { met, all: parts.length }))
}
