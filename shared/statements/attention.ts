import type { ExtractedStatement, StatementStatus } from '#shared/model/statement'

type Judged = Pick<ExtractedStatement, 'confidence' | 'canonical' | 'list'> & { status: StatementStatus }

/** Doubt about an unnamed thing costs less than about one that charts and ledgers show. */
const UNKNOWN = 0.5
/** What a report is first asked about comes before the rest of the same certainty. */
const HEADLINE = 0.05

/**
 * How much a statement wants a human eye, from 0: what nobody has settled yet and the engine is least sure of comes
 * first, an indicator of the dictionary before a phrase that is in no chart, the main targets before others.
 * @returns 0 for what the user has spoken on
 */
export function attentionOf({ status, confidence, canonical, list }: Judged): number {
  if (status !== 'suggested') return 0
  const weight = canonical === '' ? UNKNOWN : 1
  return (1 - confidence) * weight + (list === 'headline' ? HEADLINE : 0) + 0.001
}
