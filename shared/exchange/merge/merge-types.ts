import type { Message } from '../../model/identity'
import type { JournalTable } from '../../model/journal'
import type { MergeDecision } from '../../model/merge-decision'

/** A record of any journalled table, by its fields. */
export type Fields = Readonly<Record<string, unknown>>

/** Who did something, and when (ISO 8601 in UTC). */
export interface By {
  author: string
  at: string
}

/** A record as it stands at the end of a journal. */
export interface Standing {
  record: Fields
  /** Who changed it last. */
  by: By
}

/** The records of one table by their keys. */
export type TableRecords = ReadonlyMap<string, Standing>

/** What stands in a project; a table that has nothing may be absent. */
export type ProjectRecords = ReadonlyMap<JournalTable, TableRecords>

/** How a conflict is settled: as it is here, as it is there, or with both. */
export type Choice = 'mine' | 'theirs' | 'both'

/** What both sides say of one field. */
export interface FieldConflict {
  field: string
  mine: unknown
  theirs: unknown
}

/** Something that both sides have otherwise. */
export interface Conflict {
  /**
   * Names it in both passes of a merge: table and key here, or there where it is not here any more; of two that
   * cannot stand beside each other both keys. */
  id: string
  table: JournalTable
  /** What the id names it by. */
  keys: readonly string[]
  /** `changed`: both sides say something else; else one side has taken away what the other has changed. */
  kind: 'changed' | 'removedHere' | 'removedThere'
  /** What differs; empty where one side has taken it away. */
  fields: readonly FieldConflict[]
  /** The record here and there; null where it was taken away. */
  mine: Standing | null
  theirs: Standing | null
  choices: readonly Choice[]
  suggestion: Choice
  /** Why this is suggested. */
  reason: Message
  /** How the very same was settled in an earlier merge; null where it was not, or either side has changed since. */
  earlier: MergeDecision | null
  /** How it is settled: as chosen, else as in an earlier merge, else as suggested. */
  choice: Choice
}

/** What becomes of the records of one table. */
export interface TableCounts {
  /** Only they have it. */
  added: number
  /** Both have it alike. */
  same: number
  /** Only they changed it, or they tell what was open here. */
  taken: number
  /** Only they have taken it away. */
  removed: number
  /** Both have it otherwise, and it is to settle. */
  conflicts: number
  /** Both have it otherwise, as they had when it was settled in an earlier merge. */
  earlier: number
}

/** A change that the merge makes: the record from now on, null to take it away. */
export interface MergeChange {
  table: JournalTable
  key: string
  after: Fields | null
}

/** A number, or a matter, that either side has decided. */
export interface Decision {
  table: 'statements' | 'matters'
  /** Record here; there where only they have it. */
  record: Fields
  mine: (By & { status: string }) | null
  theirs: (By & { status: string }) | null
  /** Whose word stands. */
  stands: 'mine' | 'theirs' | 'same'
}

/** The outcome of a merge. */
export interface Merged {
  changes: readonly MergeChange[]
  conflicts: readonly Conflict[]
  counts: ReadonlyMap<JournalTable, TableCounts>
  decisions: readonly Decision[]
}

/** What a merge goes by beside the records. */
export interface MergeOptions {
  /** How conflicts were settled, by their ids. */
  settled?: ReadonlyMap<string, Choice>
  /**
   * Decisions of earlier merges by the ids of conflicts, as the user was shown them: corrections of the same merge may
   * have moved what they are about. Without it they are looked for among the records here.
   */
  earlier?: ReadonlyMap<string, MergeDecision>
  /** Ids that mean one thing: theirs by mine (the project's own id). */
  known?: ReadonlyMap<string, string>
}
