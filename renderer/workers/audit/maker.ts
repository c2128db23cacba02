import { auditPlace, auditReport } from '#shared/compare/audit/audit'
import type { AuditCheck, Finding } from '#shared/compare/audit/audit-types'
import type { ReportMaterial } from '#shared/compare/material'
import type { AuditSettings, SeriesBreak } from '#shared/model/audit'
import { auditSettings, listSeriesBreaks } from '../../storage/compare-worker'
import type { Maker } from '../by-place/by-place'

/** A finding with the words of the sentences behind its figures, in the order of `figures`. */
export interface QuotedFinding extends Finding {
  quotes: readonly string[]
}

/** What the audit of a place gives. */
export interface PlaceAudit {
  findings: readonly QuotedFinding[]
  /** Checks of each rule: how many, and how many of them held. */
  rules: Readonly<Record<string, { checks: number; held: number }>>
  /** Reports that were audited. */
  reports: number
}

interface Basis {
  settings: AuditSettings
  breaks: readonly SeriesBreak[]
}

function counted(checks: readonly AuditCheck[]): PlaceAudit['rules'] {
  const rules: Record<string, { checks: number; held: number }> = {}
  for (const { rule, held } of checks) {
    const count = rules[rule] ?? { checks: 0, held: 0 }
    rules[rule] = { checks: count.checks + 1, held: count.held + (held ? 1 : 0) }
  }
  return rules
}

/** A part of a text is a window on all of it, which would stay in memory: a copy has its own characters. */
const copied = (part: string): string => structuredClone(part)

function audit(own: readonly ReportMaterial[], { settings, breaks }: Basis): PlaceAudit {
  const results = [...own.map((material) => auditReport(material, settings, breaks)), auditPlace(own, settings, breaks)]
  const texts = new Map(own.map(({ report, text }) => [report.id, text]))
  const quote = ({ sentence: { report, start, end } }: Finding['figures'][number]): string =>
    copied(texts.get(report)?.slice(start, end) ?? '')
  return {
    findings: results.flatMap(({ findings }) =>
      findings.map((finding) => ({ ...finding, quotes: finding.figures.map(quote) })),
    ),
    rules: counted(results.flatMap(({ checks }) => checks)),
    reports: own.length,
  }
}

/** The audit of each place: inside its reports and between them. */
export const AUDIT_MAKER: Maker<Basis, PlaceAudit> = {
  text: true,
  above: false,
  records: ['projectSettings', 'seriesBreaks'],
  basis: async (db) => ({ settings: await auditSettings(db), breaks: await listSeriesBreaks(db) }),
  make: (_, own, __, basis) => audit(own, basis),
}
