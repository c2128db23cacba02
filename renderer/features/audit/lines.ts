import type { AuditJudgement, AuditRuling, Severity } from '#shared/model/audit'
import type { QuotedFinding } from '../../workers/audit/client'

/** A finding with the user's word on it. */
export interface AuditLine {
  finding: QuotedFinding
  /** Null while nobody has settled it. */
  ruling: AuditRuling | null
}

export const SEVERITIES: readonly Severity[] = ['error', 'check', 'note']
export const JUDGEMENTS: readonly AuditJudgement[] = ['report_error', 'explained', 'misread', 'fine']

/** What the list shows. */
export interface AuditFilter {
  text: string
  /** Place codes; empty for all. */
  places: readonly string[]
  /** 报告年度 of the reports; empty for all. */
  years: readonly number[]
  rules: readonly string[]
  severities: readonly Severity[]
  /** `open` what nobody has settled, `settled` the rest. */
  state: 'open' | 'settled' | 'all'
}

export const NO_FILTER: AuditFilter = { text: '', places: [], years: [], rules: [], severities: [], state: 'open' }

/** Lays the user's word over findings. */
export function linesOf(findings: readonly QuotedFinding[], rulings: readonly AuditRuling[]): AuditLine[] {
  const byFinding = new Map(rulings.map((ruling) => [ruling.finding, ruling]))
  return findings.map((finding) => ({ finding, ruling: byFinding.get(finding.key) ?? null }))
}

/** 报告年度 of the reports that a finding speaks of, ascending. */
export const reportYears = ({ figures }: QuotedFinding): number[] =>
  [...new Set(figures.flatMap(({ reportYear }) => reportYear ?? []))].sort((a, b) => a - b)

const hasWords = ({ figures, quotes }: QuotedFinding, words: readonly string[]): boolean => {
  const text = [...figures.flatMap(({ label, quantity }) => [label, quantity]), ...quotes]
    .join('\n')
    .toLocaleLowerCase()
  return words.every((word) => text.includes(word))
}

function passes({ finding, ruling }: AuditLine, filter: AuditFilter, words: readonly string[]): boolean {
  const { places, years, rules, severities, state } = filter
  if (state !== 'all' && (ruling !== null) !== (state === 'settled')) return false
  if (places.length > 0 && !places.includes(finding.place?.code ?? '')) return false
  if (years.length > 0 && !reportYears(finding).some((year) => years.includes(year))) return false
  if (rules.length > 0 && !rules.includes(finding.rule)) return false
  if (severities.length > 0 && !severities.includes(finding.severity)) return false
  return words.length === 0 || hasWords(finding, words)
}

const rank = ({ finding }: AuditLine): number => SEVERITIES.indexOf(finding.severity)

/** The lines that pass a filter: the weightiest first, then by place, year and text. */
export function shownLines(lines: readonly AuditLine[], filter: AuditFilter): AuditLine[] {
  const words = filter.text.trim().toLocaleLowerCase().split(/\s+/u).filter(Boolean)
  const order = ({ finding }: AuditLine): string =>
    `${finding.place?.code ?? ''} ${String(9999 - (reportYears(finding).at(-1) ?? 0)).padStart(4, '0')}`
  return lines
    .filter((line) => passes(line, filter, words))
    .sort(
      (a, b) =>
        rank(a) - rank(b) ||
        (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0) ||
        (a.finding.spans[0]?.start ?? 0) - (b.finding.spans[0]?.start ?? 0),
    )
}

/** What can be chosen in the filter, with how many lines each has. */
export interface Choices {
  places: readonly { code: string; name: string; count: number }[]
  years: readonly { year: number; count: number }[]
  rules: readonly { rule: string; count: number }[]
}

const counted = <T>(values: readonly T[]): Map<T, number> => {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

/** Places, years and rules that have a finding. */
export function choicesOf(lines: readonly AuditLine[]): Choices {
  const names = new Map(lines.flatMap(({ finding: { place } }) => (place ? [[place.code, place.name]] : [])))
  const places = counted(lines.flatMap(({ finding }) => finding.place?.code ?? []))
  const years = counted(lines.flatMap(({ finding }) => reportYears(finding)))
  const rules = counted(lines.map(({ finding }) => finding.rule))
  return {
    places: [...places]
      .map(([code, count]) => ({ code, name: names.get(code) ?? code, count }))
      .sort((a, b) => (a.code < b.code ? -1 : 1)),
    years: [...years].map(([year, count]) => ({ year, count })).sort((a, b) => b.year - a.year),
    rules: [...rules].map(([rule, count]) => ({ rule, count })).sort((a, b) => b.count - a.count),
  }
}

/** Where the keyboard is: on the line that was chosen; where that is settled and gone, on what stands in its place. */
export function positionOf(lines: readonly AuditLine[], selected: string | null, last: number): number {
  const at = lines.findIndex(({ finding }) => finding.key === selected)
  return at >= 0 ? at : Math.min(last, lines.length - 1)
}
