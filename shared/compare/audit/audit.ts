import type { SeriesBreak } from '#shared/model/audit'
import type { ReportMaterial } from '../material'
import type { AuditOptions, AuditResult, BetweenRule, Finding, InsideRule, Verdict } from './audit-types'
import { averageRule, spanRule } from './averages'
import { completionRule } from './completion'
import { countRule } from './counts'
import { findingKey } from './finding-key'
import { growthRule, mendedRule, pricesRule } from './growth'
import { increaseRule } from './increases'
import { partRule } from './parts'
import { perHeadRule } from './per-head'
import { projectsRule } from './projects'
import { repeatRule } from './repeats'
import { mendedLevels, restatedRule } from './restated'
import { AUDIT_RULES } from './rules'
import { shareRule } from './shares'
import { findingSpans } from './spans'
import { sumRule } from './sums'
import { targetRule } from './targets'

const INSIDE: Readonly<Record<string, InsideRule>> = {
  sum: sumRule,
  count: countRule,
  completion: completionRule,
  share: shareRule,
  repeat: repeatRule,
  increase: increaseRule,
  average: averageRule,
  part: partRule,
  perHead: perHeadRule,
}

const BETWEEN: Readonly<Record<string, BetweenRule>> = {
  growth: growthRule,
  prices: pricesRule,
  mended: (...given) => [...mendedRule(...given), ...mendedLevels(...given)],
  target: targetRule,
  restated: restatedRule,
  span: spanRule,
  projects: projectsRule,
}

/**
 * Checks the arithmetic inside one report.
 * @param material with its text; without one nothing is checked
 * @param breaks the user's series breaks
 */
export function auditReport(
  material: ReportMaterial,
  options: AuditOptions,
  breaks: readonly SeriesBreak[],
): AuditResult {
  return gather(options, (name) => INSIDE[name]?.(material, options, breaks))
}

/**
 * Checks the reports of one place against each other.
 * @param materials of one place, in any order; versions that are not the main one and those without a year are left out
 * @param breaks the user's series breaks; the built-in ones are always there
 */
export function auditPlace(
  materials: readonly ReportMaterial[],
  options: AuditOptions,
  breaks: readonly SeriesBreak[],
): AuditResult {
  const dated = materials
    .filter(({ report }) => report.main && report.year !== null)
    .toSorted((a, b) => (a.report.year ?? 0) - (b.report.year ?? 0) || (a.report.id < b.report.id ? -1 : 1))
  return gather(options, (name) => BETWEEN[name]?.(dated, options, breaks))
}

/** Runs the rules that are on; what two of a rule say in the same words is said once. */
function gather(options: AuditOptions, run: (name: string) => readonly Verdict[] | undefined): AuditResult {
  const checks: AuditResult['checks'][number][] = []
  const findings = new Map<string, Finding>()
  for (const { name } of AUDIT_RULES) {
    if (options.off.includes(name)) continue
    for (const verdict of run(name) ?? []) {
      const { place, years, figures, arithmetic, candidates } = verdict
      const check = { rule: name, held: verdict.held, place, years, figures, arithmetic, candidates }
      checks.push(check)
      if (verdict.held) continue
      const key = findingKey(check)
      if (findings.has(key)) continue
      const { severity, message, breaks } = verdict
      findings.set(key, { ...check, key, severity, message, breaks, spans: findingSpans(check) })
    }
  }
  return { checks, findings: [...findings.values()] }
}
