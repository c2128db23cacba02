import type { Span } from '#shared/model/anchor'
import type { Message } from '#shared/model/identity'
import type { Rule } from '#shared/model/rule'

/** What is looked for in the texts of a project. */
export interface ScanQuery {
  /** `indicator` takes the statements of an indicator, as the user has left them. */
  type: Rule['type']
  /** The phrase, a regular expression as JavaScript writes it, or the indicator's id. */
  pattern: string
  /** What becomes of a hit's surroundings: see `ScanHit.mark`. */
  extent: Rule['extent']
  /** Hashes of the sources that are read; null for all visible ones. */
  sources: readonly string[] | null
  /** Only what stands in this report. */
  report?: string
  /** Phrases and expressions are found in any case unless this is true. */
  caseSensitive?: boolean
  /** A phrase is taken character by character as it stands: no line-break tolerance, case and width count. */
  exact?: boolean
  /** Also outside of reports: other articles and furniture. */
  everywhere?: boolean
}

/** A hit. Offsets are UTF-16 code units in `texts.text`, from 0, ends exclusive. */
export interface ScanHit {
  source: string
  reading: string
  /** The report that holds `mark`, null outside every report. */
  report: string | null
  /** The hit itself. */
  start: number
  end: number
  /** The hit, its sentence or its paragraph, as the query's extent wants it; no two hits of a scan have the same. */
  mark: Span
  /** Length of the text when it was read: a text of another length has been corrected since. */
  characters: number
  /** What stands before it, on one line, without the line breaks of a scan. */
  before: string
  /** The hit as it stands in the text; the beginning of a long one. */
  hit: string
  after: string
  /** Place and year of the report, its title, or the file's name. */
  label: string
}

/** How far a scan is, in sources. */
export interface ScanProgress {
  done: number
  total: number
}

/** How a scan ended. */
export interface ScanEnd {
  hits: number
  /** True where there are more hits than are ever told (`HIT_LIMIT`). */
  truncated: boolean
}

/** Hits of one source, told together: what they share is told once. */
export interface HitGroup extends Pick<ScanHit, 'source' | 'reading' | 'characters'> {
  hits: Omit<ScanHit, 'source' | 'reading' | 'characters'>[]
}

/** To the worker. */
export type Request =
  | { type: 'scan'; id: number; project: string; query: ScanQuery }
  /** Nobody waits for this scan any more. */
  | { type: 'cancel'; id: number }

/** From the worker, about the scan with this id. */
export type Answer = { id: number } & (
  | ({ told: 'hits'; groups: HitGroup[] } & ScanProgress)
  /** An expression is now tried on this source. */
  | { told: 'at'; name: string }
  | ({ told: 'end' } & ScanEnd)
  | { told: 'cancelled' }
  | { told: 'failed'; reason: Message }
)
