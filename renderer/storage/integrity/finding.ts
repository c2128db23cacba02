/** What can be wrong with a record. */
export type IntegrityKind =
  /** The original of a source is gone, or no longer has its hash. */
  | 'originalMissing'
  | 'originalDamaged'
  /** A source has no text, or one that is not what was written. */
  | 'textMissing'
  | 'textChanged'
  /** What is found in a report (sections, statements, cells) is not there. */
  | 'foundMissing'
  /** A mark does not stand on its quote. */
  | 'quoteElsewhere'
  /** A record names another one that is not there. */
  | 'linkBroken'
  /** The database does not have all of the history. */
  | 'historyGap'

/** What can be done about it. */
export type IntegrityRepair = 'readAgain' | 'place' | 'unlink'

/** One thing that is not as it should be. */
export interface IntegrityFinding {
  kind: IntegrityKind
  /** Table and key of the record. */
  table: string
  key: string
  /** The source it belongs to, null for none. */
  source: string | null
  /** What the user knows it by: a file's name, a quote, a code's name. */
  label: string
  /** Null where only the user can help (by importing the file again). */
  repair: IntegrityRepair | null
}

/** The state of the originals on disk, as main found it. */
export interface OriginalsState {
  missing: readonly string[]
  damaged: readonly string[]
}

/** How many of each were looked at. */
export type IntegrityCounts = Record<'originals' | 'texts' | 'marks' | 'records' | 'entries', number>

export interface IntegrityReport {
  counts: IntegrityCounts
  findings: IntegrityFinding[]
}

/** A part of a check: what it looked at, and what it found. */
export interface IntegrityPart {
  counts: Partial<IntegrityCounts>
  findings: IntegrityFinding[]
}
