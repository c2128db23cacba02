import type { AuditJudgement, AuditRuling } from '#shared/model/audit'
import { message, newId } from '#shared/model/identity'
import type { JournalEntry } from '#shared/model/journal'
import type { ProposedChange } from '../changes'
import type { Session } from '../session'
import { within } from '../within'
import { now } from './now'
import { isSaidAgain } from './said-again'

/** A finding as it is named: `findingKey`, and the source of its first sentence. */
export interface FindingName {
  finding: string
  source: string
}

async function settled(
  session: Session,
  findings: readonly FindingName[],
  word: { judgement: AuditJudgement; note: string } | null,
): Promise<ProposedChange[]> {
  const keys = [...new Set(findings.map(({ finding }) => finding))]
  const known = await session.db.auditRulings.where('finding').anyOf(keys).toArray()
  const at = now()
  return findings.flatMap(({ finding, source }): ProposedChange[] => {
    const before = known.find((ruling) => ruling.finding === finding)
    if (!word) return before ? [{ table: 'auditRulings', key: before.id, after: null }] : []
    const id = before?.id ?? newId()
    const after: AuditRuling = { id, finding, source, ...word, author: session.author, updatedAt: at }
    return isSaidAgain(before, after) ? [] : [{ table: 'auditRulings', key: id, after }]
  })
}

/**
 * Settles findings in one step, or takes back what was said of them.
 * @param word null opens them again
 * @returns null when nothing is different
 */
export const settleFindings = (
  session: Session,
  findings: readonly FindingName[],
  word: { judgement: AuditJudgement; note: string } | null,
): Promise<JournalEntry | null> =>
  session.write(
    message(`project.history.${word ? 'findingsSettled' : 'findingsOpened'}`, { count: findings.length }),
    () => within(settled(session, findings, word)),
  )
