import type { Message } from '#shared/model/identity'
import type { PlaceLevel, PlaceRef } from '#shared/model/place'
import type { ReportKind } from '#shared/model/report'
import type { Role } from '#shared/model/statement'
import type { SearchFolds, SearchUnit } from '#shared/search/query'
import type { PackedUse } from '#shared/search/tracking/term-spans'
import type { PackedCounts } from './packed-counts'

/** What is looked through: whole texts, the sentences of statements, coded passages, memos. */
export type SearchOver = 'texts' | 'statements' | 'annotations' | 'memos'

/** What hits must lie in; null: any. A hit counts where all that is named holds. */
export interface SearchFilters {
  /** Codes of places; what lies in them counts too. */
  places: readonly string[] | null
  levels: readonly PlaceLevel[] | null
  /** 报告年度, both ends included. */
  years: { readonly from: number; readonly to: number } | null
  kinds: readonly ReportKind[] | null
  /** Topics of the section that holds the hit. */
  topics: readonly string[] | null
  /** The hit touches a passage with one of these codes, or with one under them. */
  codes: readonly string[] | null
  /** The hit's sentence has a statement of one of these indicators. */
  indicators: readonly string[] | null
  /** The hit's sentence has a statement with this role. */
  role: Role | null
  /** Of several versions of a report only the main one (主版本). */
  mainOnly: boolean
  /** Only inside reports: no other articles, no furniture. */
  reportsOnly: boolean
}

/** How hits are listed: by place and year, the latest first, or by what stands before, in or after them. */
export type SearchOrder = 'place' | 'year' | 'before' | 'hit' | 'after'

export interface SearchQuestion {
  /** As typed; the syntax is that of `shared/search/parse.ts`. */
  query: string
  over: SearchOver
  unit: SearchUnit
  folds: SearchFolds
  filters: SearchFilters
  order: SearchOrder
}

/** Hits of one place and year. */
export interface SearchCount {
  place: PlaceRef | null
  year: number | null
  hits: number
  /** Reports with a hit, and reports that were looked through: a year without reports is not a year without hits. */
  reports: number
  of: number
  /** Characters that were looked through. */
  characters: number
}

/** What was found. */
export interface SearchFound {
  hits: number
  /** Hits that there are lines of: fewer where there are more than are kept (`HIT_LIMIT`). Counts are of all. */
  listed: number
  reports: number
  sources: number
  /** Every place and year that was looked through, also without a hit. */
  counts: SearchCount[]
  /** The same where the same hits are listed in the same order; null while they are not listed. */
  fingerprint: number | null
}

/** The same as it goes between threads. */
export type PackedFound = Omit<SearchFound, 'counts'> & { counts: PackedCounts }

/** A hit on one line (KWIC). Offsets are UTF-16 code units in the text of the reading, from 0, ends exclusive. */
export interface SearchLine {
  source: string
  reading: string
  /** The report that holds it, null outside of every report. */
  report: string | null
  start: number
  end: number
  /** Length of the text when it was read: a text of another length has been corrected since. */
  characters: number
  /** On one line, without the line breaks of a scan; of a memo its own words. */
  before: string
  hit: string
  after: string
  /** Place and year of the report, its title, or the file's name. */
  label: string
  place: PlaceRef | null
  year: number | null
  /** Title of the innermost section. */
  section: string
  /** The memo that has the hit, where memos are looked through; the offsets are its own then. */
  memo: string | null
}

/** How far a search is, in sources; `filling` while texts are taken from the database on first use. */
export interface SearchProgress {
  step: 'filling' | 'searching'
  done: number
  total: number
}

/** A term of a group whose use is tracked (提法): one of its variants counts as it. */
export interface TrackedTerm {
  id: string
  variants: readonly string[]
}

/** Asks where terms stand, report by report. */
export interface TrackQuestion {
  terms: readonly TrackedTerm[]
  folds: SearchFolds
  filters: SearchFilters
}

/** A report that terms are looked for in. */
export interface TrackedReport {
  report: string
  source: string
  place: PlaceRef
  year: number
  kind: ReportKind
  /** Characters of the report, line breaks of a scan not counted. */
  characters: number
  /** Span of the report, UTF-16 code units in the text of the reading. */
  span: { start: number; end: number }
}

/** What became of a question for terms. */
export interface Tracking {
  reports: TrackedReport[]
  /** Where the terms stand in these reports, both in the order asked. */
  at: PackedUse
  /** Reports that the question is about, too, but have no place or no year: a use cannot be told by them. */
  unplaced: number
}

/** To the worker. */
export type SearchRequest =
  /** So many of its first lines are wanted with the answer. */
  | { type: 'search'; id: number; project: string; question: SearchQuestion; first: number }
  | { type: 'track'; id: number; project: string; question: TrackQuestion }
  /** Lines of a search that was answered, in its order, `to` exclusive. */
  | { type: 'lines'; id: number; of: number; from: number; to: number }
  /** Texts were imported, corrected, hidden or set otherwise: what is held of these sources is read again. */
  | { type: 'changed'; project: string; sources: readonly string[] | null }
  /** Nobody waits for this any more, or nobody asks for lines of it. */
  | { type: 'release'; id: number }

/** From the worker, about the request with this id. */
export type SearchReply = { id: number } & (
  | ({ told: 'progress' } & SearchProgress)
  /** An expression that may never come to an end is now tried on this source. */
  | { told: 'at'; name: string }
  /** Counts so far, where a search takes long. */
  | { told: 'found'; found: PackedFound; whole: false }
  /** The answer; null for its first lines where they must be read first, they are to be asked for then. */
  | { told: 'found'; found: PackedFound; whole: true; first: SearchLine[] | null }
  | ({ told: 'tracked' } & Tracking)
  | { told: 'lines'; lines: SearchLine[] }
  | { told: 'released' }
  | { told: 'failed'; reason: Message }
)
