import type { PlaceLevel } from '#shared/model/place'
import type { Report, ReportKind } from '#shared/model/report'
import type { LibraryRow } from '../../storage'

/** A line of the table: a report, or a source in which none was found. */
export interface LibraryLine extends LibraryRow {
  /** Report id, for a source without one its hash. */
  id: string
  report: Report | null
}

/** The lines of the sources: one per report, one for a source without any. */
export function linesOf(rows: readonly LibraryRow[]): LibraryLine[] {
  return rows.flatMap((row): LibraryLine[] =>
    row.reports.length === 0
      ? [{ ...row, id: row.source.hash, report: null }]
      : row.reports.map((report) => ({ ...row, id: report.id, report })),
  )
}

/** Columns by which the table can be ordered. */
export const COLUMNS = [
  'place',
  'year',
  'kind',
  'title',
  'file',
  'encoding',
  'characters',
  'statements',
  'annotations',
  'imported',
] as const
export type Column = (typeof COLUMNS)[number]

/** What the filter boxes hold; null and '' let everything through. */
export interface Filter {
  /** Part of place, title, file name or of the name that was repaired. */
  text: string
  level: PlaceLevel | null
  year: number | null
  /** `none`: sources without a report. */
  kind: ReportKind | 'none' | null
}

export const NO_FILTER: Filter = { text: '', level: null, year: null, kind: null }

/** True when a line passes all filter boxes. Words are separated by spaces; each must be found. */
export function passes(line: LibraryLine, filter: Filter): boolean {
  const { report } = line
  if (filter.level !== null && report?.place?.level !== filter.level) return false
  if (filter.year !== null && report?.year !== filter.year) return false
  if (filter.kind !== null && (report?.kind ?? 'none') !== filter.kind) return false
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return true
  const { place, repairedFrom, title } = report ?? { place: null, repairedFrom: null, title: '' }
  const text = [place?.name, place?.short, repairedFrom, title, line.source.name, report?.year].join(' ').toLowerCase()
  return words.every((word) => text.includes(word))
}

const KIND_ORDER: readonly ReportKind[] = ['full', 'digest', 'continuation', 'incomplete', 'other']

/** What a column orders by; null stands last in both directions. */
function keyOf(line: LibraryLine, column: Column): string | number | null {
  const { report, source, reading } = line
  switch (column) {
    case 'place':
      // Codes keep districts behind their city; a user's own places come after.
      return report?.place?.code ?? null
    case 'year':
      return report?.year ?? null
    case 'kind':
      return report ? KIND_ORDER.indexOf(report.kind) : null
    case 'title':
      return report?.title ?? null
    case 'file':
      return source.name
    case 'encoding':
      return reading.encoding
    case 'characters':
      return report ? report.end - report.start : reading.characters
    case 'statements':
      return line.statements
    case 'annotations':
      return line.annotations
    case 'imported':
      return source.importedAt
  }
}

/** How lines stand in order: by a column, up or down. */
export interface Order {
  column: Column
  down: boolean
}

const collator = new Intl.Collator('zh-CN', { numeric: true })

/** Columns whose words are the program's own: codes and instants stand in the order of their characters, far faster. */
const PLAIN: readonly Column[] = ['place', 'encoding', 'imported']

/** A line with what it is ordered by, looked up once. */
interface Keyed {
  line: LibraryLine
  key: string | number | null
  year: number | null
}

const byCharacters = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The lines in order; equal ones by year (latest first), then file name. */
export function ordered(lines: readonly LibraryLine[], { column, down }: Order): LibraryLine[] {
  const words = PLAIN.includes(column) ? byCharacters : collator.compare
  const compare = (a: Keyed['key'], b: Keyed['key'], turn: number): number => {
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
    return turn * (typeof a === 'number' && typeof b === 'number' ? a - b : words(String(a), String(b)))
  }
  const sign = down ? -1 : 1
  return lines
    .map((line): Keyed => ({ line, key: keyOf(line, column), year: line.report?.year ?? null }))
    .sort(
      (a, b) =>
        compare(a.key, b.key, sign) ||
        compare(a.year, b.year, -1) ||
        collator.compare(a.line.source.name, b.line.source.name) ||
        (a.line.report?.ordinal ?? 0) - (b.line.report?.ordinal ?? 0),
    )
    .map(({ line }) => line)
}

/** The years that occur, latest first. */
export const yearsOf = (lines: readonly LibraryLine[]): number[] =>
  [...new Set(lines.flatMap(({ report }) => report?.year ?? []))].sort((a, b) => b - a)
