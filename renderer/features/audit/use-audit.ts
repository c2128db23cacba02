import { useMemo } from 'react'
import type { Message } from '#shared/model/identity'
import { listAuditRulings, useLive, useSession } from '../../storage'
import { auditClientOf, type PlaceAudit } from '../../workers/audit/client'
import { useByPlace } from '../by-place'
import { useImporting } from '../import'
import { type AuditLine, linesOf } from './lines'

/** How many checks of a rule there were, and how many of them held. */
export interface RuleCount {
  checks: number
  held: number
}

/** The audit of the whole project, as far as it is made. */
export interface Audit {
  lines: readonly AuditLine[]
  rules: ReadonlyMap<string, RuleCount>
  checks: number
  reports: number
  /** Null when all is made. */
  progress: { done: number; total: number } | null
  failed: Message | null
}

function rulesOf(places: Iterable<PlaceAudit>): Map<string, RuleCount> {
  const rules = new Map<string, RuleCount>()
  for (const { rules: own } of places)
    for (const [rule, { checks, held }] of Object.entries(own)) {
      const known = rules.get(rule) ?? { checks: 0, held: 0 }
      rules.set(rule, { checks: known.checks + checks, held: known.held + held })
    }
  return rules
}

/**
 * The audit of the project with the user's word on its findings.
 * @param visible nothing is made while nobody looks; while an import runs it waits for its end
 */
export function useAudit(visible: boolean): Audit {
  const { project } = useSession()
  const importing = useImporting()
  const { places, progress, failed } = useByPlace(auditClientOf(project.id), 'whole', null, visible && !importing)
  const rulings = useLive(listAuditRulings, [])
  return useMemo(() => {
    const all = [...places.values()]
    const findings = all.flatMap((place) => place.findings)
    const rules = rulesOf(all)
    return {
      lines: linesOf(findings, rulings ?? []),
      rules,
      checks: [...rules.values()].reduce((sum, { checks }) => sum + checks, 0),
      reports: all.reduce((sum, place) => sum + place.reports, 0),
      progress,
      failed,
    }
  }, [places, rulings, progress, failed])
}
