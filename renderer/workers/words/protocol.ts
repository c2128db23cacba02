import type { ReportAttention } from '#shared/compare/attention'
import type { CodedReport } from '#shared/compare/code-places'
import type { CoTable, CoUnit } from '#shared/compare/cooccurrence'
import type { Keyness, KeynessChoice } from '#shared/compare/keyness'
import type { Span } from '#shared/model/anchor'

/** A passage of a report. */
export interface ReportSpan extends Span {
  report: string
}

/** A passage on one line, with what stands around it. Offsets are UTF-16 code units of the reading's text. */
export interface WordLine extends ReportSpan {
  source: string
  before: string
  hit: string
  after: string
}

/** What can be asked; `reports` are ids. Reports without place or year, and those that are gone, are left out. */
export interface WordsQueries {
  /** Characters by topic. */
  attention: { reports: readonly string[] }
  /** Coded passages by code. */
  codes: { reports: readonly string[] }
  /** Codes beside each other. */
  cooccurrence: { reports: readonly string[]; unit: CoUnit }
  /** The words that set the reports of `a` apart from those of `b`. */
  keyness: { a: readonly string[]; b: readonly string[]; choice: KeynessChoice }
  /** Where a word stands. */
  lines: { reports: readonly string[]; word: string; most: number }
  /** The words of passages, in the order asked for; those that are gone are left out. */
  excerpts: { spans: readonly ReportSpan[] }
}

/** What is answered. */
export interface WordsAnswers {
  attention: ReportAttention[]
  codes: CodedReport[]
  cooccurrence: CoTable
  keyness: Keyness
  lines: { lines: WordLine[]; total: number }
  excerpts: WordLine[]
}

export type WordsKind = keyof WordsQueries

/** A question and what it is about. */
export interface WordsQuestion<K extends WordsKind = WordsKind> {
  kind: K
  query: WordsQueries[K]
}

/** To the worker. */
export type WordsRequest =
  | { type: 'ask'; id: number; project: string; question: WordsQuestion }
  /** Nobody waits for this any more. */
  | { type: 'cancel'; id: number }

/** From the worker, about the question with this id. */
export type WordsReply = { id: number } & (
  | { told: 'progress'; done: number; total: number }
  | { told: 'answer'; answer: WordsAnswers[WordsKind] }
  | { told: 'cancelled' }
  | { told: 'failed'; reason: string }
)
