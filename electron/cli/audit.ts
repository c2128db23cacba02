import type { AnalysedSource } from '#shared/analysis/analyse'
import { auditPlace, auditReport } from '#shared/compare/audit/audit'
import type { AuditOptions, AuditResult, Finding } from '#shared/compare/audit/audit-types'
import { AUDIT_RULES, defaultAuditOptions } from '#shared/compare/audit/rules'
import { groupBy } from '#shared/compare/audit/select'
import type { ReportMaterial } from '#shared/compare/material'
import { materialsOf } from '#shared/compare/materials-of'
import type { Analyser } from './analyser'
import type { Output } from './output'
import { eachFile } from './sources'

/** What of an audit is asked for. */
interface AuditRequest {
  /** Names of rules; those that are on by default where there are none. */
  rules: readonly string[]
  /** Whether what was checked and held is told too. */
  all: boolean
}

/** Only the rules that are asked for are on. */
const optionsOf = ({ rules }: AuditRequest): AuditOptions =>
  rules.length === 0
    ? defaultAuditOptions()
    : { ...defaultAuditOptions(), off: AUDIT_RULES.map(({ name }) => name).filter((name) => !rules.includes(name)) }

/** What a run keeps of its files. */
class Library {
  readonly materials: ReportMaterial[] = []
  readonly #files = new Map<string, string>()

  /** Takes a source in and gives its reports. The same file twice counts once. */
  add(file: string, analysed: AnalysedSource): readonly ReportMaterial[] {
    const { hash } = analysed.source
    if (this.#files.has(hash)) return []
    this.#files.set(hash, file)
    const materials = materialsOf(analysed)
    this.materials.push(...materials)
    return materials
  }

  readonly fileOf = (source: string): string => this.#files.get(source) ?? source
}

type Told = AuditResult['checks'][number] & Partial<Finding>

/** The line of a finding, or of a check that held: `severity` is `held` and there is no message. */
function lineOf(told: Told, fileOf: Library['fileOf'], output: Output) {
  const { rule, place, years, arithmetic, figures, candidates, message } = told
  const { expected, found, difference, tolerance, unit, steps, stated } = arithmetic
  const spans = told.spans ?? figures.map(({ span }) => span)
  return {
    file: fileOf((figures[stated] ?? figures[0])?.span.source ?? ''),
    rule,
    severity: told.severity ?? 'held',
    message: message ? output.say(message) : '',
    spans: spans.map(({ source, start, end }) => ({ file: fileOf(source), start, end })),
    expected,
    found,
    difference,
    tolerance,
    unit,
    place: place && { code: place.code, name: place.name },
    years,
    arithmetic: steps.map(({ label, terms, value, unit: of }) => ({
      label: output.say(label),
      terms: terms.map(({ sign, value: term, unit: its, label: what }) => ({
        sign,
        value: term,
        unit: its,
        label: what,
      })),
      value,
      unit: of,
    })),
    candidates: candidates.map((one) => output.say(one)),
    key: told.key ?? null,
  }
}

/** Findings, or all checks with the findings in their places. */
function toldOf({ checks, findings }: AuditResult, all: boolean): readonly Told[] {
  if (!all) return findings
  const held = checks.filter((check) => check.held)
  return [...findings, ...held]
}

/**
 * `audit`: what does not add up inside the reports of the files, then between the reports of a place, one line each.
 * @returns the number of files that failed
 */
export async function audit(
  files: readonly string[],
  request: AuditRequest,
  analyser: Analyser,
  output: Output,
): Promise<number> {
  const library = new Library()
  const options = optionsOf(request)
  const tell = (result: AuditResult): Promise<void> =>
    output.lines(toldOf(result, request.all).map((told) => lineOf(told, library.fileOf, output)))
  let checked = 0
  let found = 0
  const count = (result: AuditResult): AuditResult => {
    checked += result.checks.length
    found += result.findings.length
    return result
  }
  let failed = 0
  for await (const done of eachFile(files, (input) => analyser.analyse(input), analyser)) {
    if (done.ok) {
      for (const material of library.add(done.file, done.value)) await tell(count(auditReport(material, options, [])))
    } else {
      failed += 1
      output.tellFailure(done.file, done.reason)
    }
  }
  const placed = library.materials.filter(({ report }) => report.place !== null)
  for (const ofPlace of groupBy(placed, ({ report }) => report.place?.code ?? '').values()) {
    await tell(count(auditPlace(ofPlace, options, [])))
  }
  output.tell('cli.audit.done', { checked, found })
  return failed
}
