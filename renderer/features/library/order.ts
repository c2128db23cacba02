import type { ReportKind } from '#shared/model/report'
import { isMinor, type LibraryLine } from './rows'

/** Columns by which the table can be ordered. */
export const COLUMNS = [
  'place',
  'year',
  'kind',
  'title',
  'file',
  'folder',
  'format',
  'encoding',
  'characters',
  'statements',
  'annotations',
  'imported',
] as const
export type Column = (typeof COLUMNS)[number]

/** Columns whose figures stand at the right. */
export const FIGURES: readonly Column[] = ['characters', 'statements', 'annotations']

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
    case 'folder':
      return source.folder
    case 'format':
      return source.format
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
const PLAIN: readonly Column[] = ['place', 'format', 'encoding', 'imported']

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

/** The groups whose main version is among the lines. */
function mainsIn(lines: readonly LibraryLine[]): Set<string> {
  const mains = new Set<string>()
  for (const line of lines) {
    const version = line.report?.version
    if (version && line.versions > 1 && !isMinor(line)) mains.add(version)
  }
  return mains
}

/** Puts the other versions of a report under the main one, where that is among the lines; the same array where none is. */
export function underMain(lines: readonly LibraryLine[]): readonly LibraryLine[] {
  if (!lines.some(isMinor)) return lines
  const mains = mainsIn(lines)
  const below = new Map<string, LibraryLine[]>()
  const top: LibraryLine[] = []
  for (const line of lines) {
    const version = line.report?.version
    if (!version || !isMinor(line) || !mains.has(version)) top.push(line)
    else if (!below.get(version)?.push(line)) below.set(version, [line])
  }
  const under: LibraryLine[] = []
  for (const line of top) {
    under.push(line)
    const version = line.versions > 1 && !isMinor(line) ? line.report?.version : null
    if (version) under.push(...(below.get(version) ?? []))
  }
  return under
}
