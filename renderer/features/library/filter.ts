import type { Format } from '#shared/model/format'
import type { PlaceLevel } from '#shared/model/place'
import type { ReportKind } from '#shared/model/report'
import { isMinor, isRepaired, type LibraryLine } from './rows'

/** What needs the user's look, or has had it. */
export const STATES = ['doubtful', 'repaired', 'edited', 'versions', 'noReport'] as const
export type State = (typeof STATES)[number]

/** What the filter boxes hold; null and '' let everything through. */
export interface Filter {
  /** Part of place, title, file name, folder or of the name that was repaired. */
  text: string
  level: PlaceLevel | null
  year: number | null
  /** `none`: sources without a report. */
  kind: ReportKind | 'none' | null
  format: Format | null
  state: State | null
  /** The folder, or one above it. */
  folder: string
  /** 只看主版本 */
  mainOnly: boolean
}

export const NO_FILTER: Filter = {
  text: '',
  level: null,
  year: null,
  kind: null,
  format: null,
  state: null,
  folder: '',
  mainOnly: false,
}

/** True when some box lets only a part through. */
export const isFiltering = (filter: Filter): boolean =>
  Object.entries(NO_FILTER).some(([box, open]) => filter[box as keyof Filter] !== open)

const IN_STATE: Record<State, (line: LibraryLine) => boolean> = {
  doubtful: ({ doubts }) => doubts.length > 0,
  repaired: ({ report }) => report !== null && isRepaired(report),
  edited: ({ report }) => (report?.edited.length ?? 0) > 0,
  versions: ({ versions }) => versions > 1,
  noReport: ({ report }) => report === null,
}

/** True when a folder is this one or lies below it. */
export const isUnder = (folder: string, above: string): boolean => folder === above || folder.startsWith(`${above}/`)

/** The words of what was typed, as they are looked for: in lower case, parted by spaces. */
export const wordsOf = (text: string): string[] => text.toLowerCase().split(/\s+/).filter(Boolean)

/** A test that lets a line through when it passes all filter boxes. Words are parted by spaces; each must be found. */
export function filterBy(filter: Filter): (line: LibraryLine) => boolean {
  const words = wordsOf(filter.text)
  const { level, year, kind, format, state, folder, mainOnly } = filter
  return (line) => {
    const { report, source, haystack } = line
    if (level !== null && report?.place?.level !== level) return false
    if (year !== null && report?.year !== year) return false
    if (kind !== null && (report?.kind ?? 'none') !== kind) return false
    if (format !== null && source.format !== format) return false
    if (state !== null && !IN_STATE[state](line)) return false
    if (folder !== '' && !isUnder(source.folder, folder)) return false
    if (mainOnly && isMinor(line)) return false
    return words.every((word) => haystack.includes(word))
  }
}

/** The years that occur, latest first. */
export const yearsOf = (lines: readonly LibraryLine[]): number[] =>
  [...new Set(lines.flatMap(({ report }) => report?.year ?? []))].sort((a, b) => b - a)

/** The folders that occur, with those above them, in order; none where every file was opened by itself. */
export function foldersOf(lines: readonly LibraryLine[]): string[] {
  const folders = new Set<string>()
  for (const folder of new Set(lines.map(({ source }) => source.folder))) {
    const parts = folder.split('/').filter(Boolean)
    for (let count = parts.length; count > 0; count -= 1) folders.add(parts.slice(0, count).join('/'))
  }
  return [...folders].sort(new Intl.Collator('zh-CN', { numeric: true }).compare)
}

/** The formats that occur. */
export const formatsIn = (lines: readonly LibraryLine[]): Format[] => [
  ...new Set(lines.map(({ source }) => source.format)),
]
