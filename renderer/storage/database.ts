import Dexie, { type EntityTable, type Table } from 'dexie'
import type { Annotation } from '#shared/model/annotation'
import type { AuditRuling, SeriesBreak } from '#shared/model/audit'
import type { Bookmark } from '#shared/model/bookmark'
import type { Cell, ReportCells } from '#shared/model/cell'
import type { Code } from '#shared/model/code'
import type { Comparison } from '#shared/model/comparison'
import type { Correction } from '#shared/model/correction'
import type { UserIndicator } from '#shared/model/indicator'
import type { JournalEntry, JournalHead } from '#shared/model/journal'
import type { CitedFigure, LedgerRuling } from '#shared/model/ledger'
import type { Matter, MatterOf, MatterType, VentureLink } from '#shared/model/matter'
import type { Memo } from '#shared/model/memo'
import type { MergeDecision } from '#shared/model/merge-decision'
import type { PhraseGroup } from '#shared/model/phrase-group'
import type { Place } from '#shared/model/place'
import { DATA_VERSION, type MetaRow } from '#shared/model/project'
import type { ProjectSettings } from '#shared/model/project-settings'
import type { Reading, ReadingText } from '#shared/model/reading'
import type { Report } from '#shared/model/report'
import type { Rule } from '#shared/model/rule'
import type { ReportSections } from '#shared/model/section'
import type { Source } from '#shared/model/source'
import type { EngineOutput, ExtractedStatement, Statement } from '#shared/model/statement'
import type { TopicRule } from '#shared/model/topic'
import { refuseNewer } from './data-version'
import type { StoredExtraction } from './extractions'
import { MIGRATIONS, type Migration } from './migrations/index'
import type { Packed } from './pack'

/** A row of `cells`: packed, with the number of its cells, which an index makes countable without reading it. */
export type StoredCells = Omit<ReportCells, 'cells'> & { cells: Packed<Cell>; count: number }

/** A row of `engineOutput`, packed. */
export type StoredOutput = Omit<EngineOutput, 'statements'> & { statements: Packed<ExtractedStatement> }

/** A row of `engineMatters`: what the engine found in a report, packed by type; a type that it did not find is absent. */
export interface StoredMatters {
  report: string
  source: string
  packed: { [T in MatterType]?: Packed<MatterOf<T>> }
}

/** A row of `readings`. `made` is the version that made what is stored of it (`made.ts`), 0 for what must be made again. */
export type StoredReading = Reading & { made: number }

/** What the parser said of a report, before the user's word, and the sketch of its text (`shared/text/sketch.ts`). */
export type Finding = Pick<Report, FoundField> & { report: string; source: string; sketch: number[] }

/** What the parser says of a report and the user can set. */
export type FoundField = 'title' | 'place' | 'year' | 'kind'

/**
 * How soon a transaction counts as done. `strict` waits until it is on disk; `relaxed` until the system has it, which
 * is half the time for thousands of files. The user's writes are strict. The importer is relaxed: an import counts
 * only when main has its entry in the fsynced journal and its original by hash, so what a power cut takes from the
 * database is written again on the next open (`reconcile`).
 */
export type Durability = 'strict' | 'relaxed'

/** The database of one project; see `migrations/` for keys and indexes. */
export class ProjectDatabase extends Dexie {
  declare readonly sources: EntityTable<Source, 'hash'>
  declare readonly readings: EntityTable<StoredReading, 'id'>
  declare readonly texts: EntityTable<ReadingText, 'reading'>
  declare readonly reports: EntityTable<Report, 'id'>
  declare readonly findings: EntityTable<Finding, 'report'>
  declare readonly sections: EntityTable<ReportSections, 'report'>
  declare readonly annotations: EntityTable<Annotation, 'id'>
  declare readonly codes: EntityTable<Code, 'id'>
  declare readonly statements: EntityTable<Statement, 'id'>
  declare readonly engineOutput: EntityTable<StoredOutput, 'report'>
  declare readonly cells: EntityTable<StoredCells, 'report'>
  declare readonly extractions: EntityTable<StoredExtraction, 'id'>
  declare readonly places: EntityTable<Place, 'code'>
  declare readonly topics: EntityTable<TopicRule, 'id'>
  declare readonly indicators: EntityTable<UserIndicator, 'id'>
  declare readonly comparisons: EntityTable<Comparison, 'id'>
  declare readonly memos: EntityTable<Memo, 'id'>
  declare readonly rules: EntityTable<Rule, 'id'>
  declare readonly corrections: EntityTable<Correction, 'id'>
  declare readonly bookmarks: EntityTable<Bookmark, 'id'>
  declare readonly engineMatters: EntityTable<StoredMatters, 'report'>
  declare readonly matters: EntityTable<Matter, 'id'>
  declare readonly ventureLinks: EntityTable<VentureLink, 'id'>
  declare readonly citedFigures: EntityTable<CitedFigure, 'id'>
  declare readonly ledgerRulings: EntityTable<LedgerRuling, 'id'>
  declare readonly auditRulings: EntityTable<AuditRuling, 'id'>
  declare readonly seriesBreaks: EntityTable<SeriesBreak, 'id'>
  declare readonly projectSettings: EntityTable<ProjectSettings, 'id'>
  declare readonly phraseGroups: EntityTable<PhraseGroup, 'id'>
  declare readonly mergeDecisions: EntityTable<MergeDecision, 'id'>
  declare readonly journalMirror: EntityTable<JournalEntry, 'sequence'>
  declare readonly journalHeads: EntityTable<JournalHead, 'sequence'>
  declare readonly meta: Table<MetaRow, MetaRow['key']>

  /**
   * @param name name of the native database
   * @param migrations every migration up to the version wanted; tests open older versions with fewer
   */
  constructor(name: string, durability: Durability = 'strict', migrations: readonly Migration[] = MIGRATIONS) {
    // Dexie's cache would answer live queries with what is not stored yet; what is shown here is what is stored.
    super(name, { chromeTransactionDurability: durability, cache: 'disabled' })
    for (const { version, stores, upgrade } of migrations) {
      const step = this.version(version).stores({ ...stores })
      if (upgrade) step.upgrade(upgrade)
    }
  }
}

/** The name of a project's database. It is never changed: a renamed one would open empty. */
export const databaseName = (projectId: string): string => `project-${projectId}`

/**
 * Opens the database of a project, creating or migrating it.
 * @throws DataVersionError when a newer version of the program wrote it (it is left as it is)
 */
export async function openDatabase(projectId: string, durability: Durability = 'strict'): Promise<ProjectDatabase> {
  const name = databaseName(projectId)
  await refuseNewer(name, DATA_VERSION)
  const db = new ProjectDatabase(name, durability)
  await db.open()
  const version = await db.meta.get('dataVersion')
  if (version?.value !== DATA_VERSION) await noteDataVersion(db)
  return db
}

/** Writes down of which version the records of a database are. */
export const noteDataVersion = async (db: ProjectDatabase): Promise<void> =>
  void (await db.meta.put({ key: 'dataVersion', value: DATA_VERSION }))
