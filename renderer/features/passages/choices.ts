import { type PassageSubject, passagesOf } from '#shared/compare/passages'
import type { ReportText } from '#shared/compare/running-text'
import type { Report } from '#shared/model/report'
import type { ReportBundle, ReviewStatement } from '../../storage'

/** A report of the page, with what was found in it. */
export interface PassageReport {
  report: Report
  bundle: ReportBundle
  /** Without those that the user rejected. */
  statements: readonly ReviewStatement[]
}

/** The report as the pure functions read it. */
export const textOf = ({ report, bundle: { text, sections } }: PassageReport): ReportText => ({
  text: text.text,
  span: { start: report.start, end: report.end },
  ordinal: report.ordinal,
  sections,
  stretches: text.stretches,
  joins: text.joins,
})

/** What a report says about something. */
export const passagesIn = (report: PassageReport, subject: PassageSubject) =>
  passagesOf(textOf(report), report.statements, subject)

/** A first look: the latest work reports of some places, or of the one place the latest years. */
const FIRST = 3

/** The reports that a new page shows. */
export function firstReports(reports: readonly Report[]): string[] {
  const known = reports
    .filter(({ main, place, kind }) => main && place !== null && kind !== 'other')
    .sort((a, b) => (b.year ?? 0) - (a.year ?? 0) || (a.place?.code ?? '').localeCompare(b.place?.code ?? ''))
  const latest = known.filter(({ place }, at) => known.findIndex((one) => one.place?.code === place?.code) === at)
  const chosen = latest.slice(0, FIRST)
  const more = known.filter((report) => !chosen.includes(report)).slice(0, FIRST - chosen.length)
  return [...chosen, ...more].map(({ id }) => id)
}

/** Topics that the reports have sections of, in the order given. */
export function topicsIn(reports: readonly PassageReport[], order: readonly string[]): string[] {
  const met = new Set(reports.flatMap(({ bundle }) => bundle.sections.flatMap(({ topic }) => topic ?? [])))
  return order.filter((id) => met.has(id))
}

/** The topic that most of the reports have, the first of these; null where none has any. */
export function firstTopic(reports: readonly PassageReport[], order: readonly string[]): string | null {
  const count = (id: string): number =>
    reports.filter(({ bundle }) => bundle.sections.some(({ topic }) => topic === id)).length
  return topicsIn(reports, order).toSorted((a, b) => count(b) - count(a))[0] ?? null
}

/** Indicators that the reports tell of about their own place, those first that most of them have. */
export function indicatorsIn(reports: readonly PassageReport[]): string[] {
  const met = new Map<string, { reports: Set<string>; count: number }>()
  for (const { report, statements } of reports)
    for (const { canonical, scope } of statements) {
      if (canonical === '' || scope !== 'own') continue
      const known = met.get(canonical) ?? { reports: new Set<string>(), count: 0 }
      known.reports.add(report.id)
      known.count++
      met.set(canonical, known)
    }
  return [...met]
    .sort(
      ([a, one], [b, other]) => other.reports.size - one.reports.size || other.count - one.count || (a < b ? -1 : 1),
    )
    .map(([id]) => id)
}

/** What comes after (1) or before (-1) something in a list, from the last to the first; null in an empty one. */
export function beside(list: readonly string[], id: string, step: 1 | -1): string | null {
  if (list.length === 0) return null
  const at = list.indexOf(id)
  const next = at < 0 ? (step === 1 ? 0 : list.length - 1) : (at + step + list.length) % list.length
  return list[next] ?? null
}
