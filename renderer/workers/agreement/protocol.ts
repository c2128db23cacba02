import type { AgreementResult } from '#shared/coding/agreement/agreement'
import type { AgreementUnit, Disagreement } from '#shared/coding/agreement/coded-units'
import type { Message } from '#shared/model/identity'

/** What agreement is asked for. */
export interface AgreementQuery {
  project: string
  /** At least two. */
  authors: readonly string[]
  /** Ids of reports; null for all that at least two of the authors have read. */
  reports: readonly string[] | null
  unit: AgreementUnit
  /** Count a report that an author has never touched as one in which they coded nothing. */
  untouched: boolean
  /** Count what autocoding rules made, too. */
  byRule: boolean
}

/** A disagreement with its words. */
export interface ListedDisagreement extends Disagreement {
  source: string
  words: string
}

/** What was found. */
export interface AgreementAnswer extends Omit<AgreementResult, 'disagreements'> {
  /** In the order of the reports; at most `MOST`. */
  disagreements: ListedDisagreement[]
  /** How many there are in all. */
  parted: number
  /** Reports that at least two of the authors have read: these count. */
  compared: string[]
  /** Reports that only one of them has touched: these do not, unless asked for. */
  single: string[]
}

/** More disagreements than this are counted, and not listed. */
export const MOST = 5000

/** From the worker. */
export type AgreementReply =
  | { told: 'progress'; done: number; total: number }
  | { told: 'answer'; answer: AgreementAnswer }
  | { told: 'failed'; reason: Message }
