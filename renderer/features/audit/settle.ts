import type { AuditJudgement } from '#shared/model/audit'
import { type Session, settleFindings } from '../../storage'
import { attempt } from '../places'
import type { AuditLine } from './lines'
import { auditState } from './state'

/**
 * Settles findings in one step with the note that was typed, or opens them again.
 * @param judgement null opens them again
 */
export async function settle(
  session: Session,
  lines: readonly AuditLine[],
  judgement: AuditJudgement | null,
): Promise<void> {
  const names = lines.map(({ finding }) => ({ finding: finding.key, source: finding.spans[0]?.source ?? '' }))
  const { note } = auditState.getState()
  const word = judgement && { judgement, note: note.trim() }
  if (await attempt(settleFindings(session, names, word).then(() => true)))
    auditState.setState({ note: '', marked: new Set() })
}
