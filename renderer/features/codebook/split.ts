import type { CodePassage } from '../../storage'

/** What narrows the list down. */
export interface SplitFilter {
  /** Code of a place, year, id of a report; null for any. */
  place: string | null
  year: number | null
  report: string | null
  words: string
}

export const NO_FILTER: SplitFilter = { place: null, year: null, report: null, words: '' }

/** The lines that a filter lets through; words are looked for in quote and memo, all of them. */
export function filterLines(lines: readonly CodePassage[], { place, year, report, words }: SplitFilter): CodePassage[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  return lines.filter((line) => {
    if (place !== null && line.report?.place?.code !== place) return false
    if (year !== null && line.report?.year !== year) return false
    if (report !== null && line.report?.id !== report) return false
    const text = `${line.quote}\n${line.memo}`.toLowerCase()
    return wanted.every((word) => text.includes(word))
  })
}
