import type { z } from 'zod'
import { Annotation } from '#shared/model/annotation'
import { AuditRuling, SeriesBreak } from '#shared/model/audit'
import { Bookmark } from '#shared/model/bookmark'
import { Code } from '#shared/model/code'
import { Comparison } from '#shared/model/comparison'
import { Correction } from '#shared/model/correction'
import { message } from '#shared/model/identity'
import { UserIndicator } from '#shared/model/indicator'
import type { JournalTable } from '#shared/model/journal'
import { CitedFigure, LedgerRuling } from '#shared/model/ledger'
import { Matter, VentureLink } from '#shared/model/matter'
import { Memo } from '#shared/model/memo'
import { MergeDecision } from '#shared/model/merge-decision'
import { PhraseGroup } from '#shared/model/phrase-group'
import { Place } from '#shared/model/place'
import { ProjectSettings } from '#shared/model/project-settings'
import { Report } from '#shared/model/report'
import { Rule } from '#shared/model/rule'
import { Source } from '#shared/model/source'
import { Statement } from '#shared/model/statement'
import { TopicRule } from '#shared/model/topic'
import { StorageError } from './errors'

/** The record of every table that users change, and the field that is its key. */
const RECORDS = {
  sources: { schema: Source, key: 'hash' },
  reports: { schema: Report, key: 'id' },
  annotations: { schema: Annotation, key: 'id' },
  codes: { schema: Code, key: 'id' },
  statements: { schema: Statement, key: 'id' },
  places: { schema: Place, key: 'code' },
  topics: { schema: TopicRule, key: 'id' },
  indicators: { schema: UserIndicator, key: 'id' },
  comparisons: { schema: Comparison, key: 'id' },
  memos: { schema: Memo, key: 'id' },
  rules: { schema: Rule, key: 'id' },
  corrections: { schema: Correction, key: 'id' },
  bookmarks: { schema: Bookmark, key: 'id' },
  matters: { schema: Matter, key: 'id' },
  ventureLinks: { schema: VentureLink, key: 'id' },
  citedFigures: { schema: CitedFigure, key: 'id' },
  ledgerRulings: { schema: LedgerRuling, key: 'id' },
  auditRulings: { schema: AuditRuling, key: 'id' },
  seriesBreaks: { schema: SeriesBreak, key: 'id' },
  projectSettings: { schema: ProjectSettings, key: 'id' },
  phraseGroups: { schema: PhraseGroup, key: 'id' },
  mergeDecisions: { schema: MergeDecision, key: 'id' },
} satisfies Record<JournalTable, { schema: z.ZodType; key: string }>

/** A record of some table, its schema checked. */
export type StoredRecord = Readonly<Record<string, unknown>>

/**
 * Checks a value against the schema of a table's record, or a part of it.
 * @throws StorageError `project.write.invalid` with the first thing that is wrong
 */
export function parseAs<T>(schema: z.ZodType<T>, table: JournalTable, value: unknown): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const params = { table, field: issue?.path.join('.') ?? '', problem: issue?.message ?? '' }
  throw new StorageError(message('project.write.invalid', params))
}

/**
 * Checks a record before it is stored.
 * @throws StorageError `project.write.invalid` when it is not what its table holds, or not under its own key
 */
export function checkRecord(table: JournalTable, key: string, record: unknown): StoredRecord {
  const { schema, key: field } = RECORDS[table]
  const checked: StoredRecord = parseAs<StoredRecord>(schema, table, record)
  if (checked[field] === key) return checked
  const problem = `${String(checked[field])} ≠ ${key}`
  throw new StorageError(message('project.write.invalid', { table, field, problem }))
}

/**
 * A record as this version writes it: one from a journal of an older version gets the defaults of the fields that it
 * lacks. What no schema reads stays as it is.
 */
export function asOfNow(table: JournalTable, record: unknown | null): unknown | null {
  if (record === null) return null
  const parsed = RECORDS[table].schema.safeParse(record)
  return parsed.success ? parsed.data : record
}
