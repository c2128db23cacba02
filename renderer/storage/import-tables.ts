import type { Table } from 'dexie'
import type { ProjectDatabase } from './database'

/** The tables that storing an analysed file writes to. */
export const importTables = (db: ProjectDatabase): Table[] => [
  db.sources,
  db.readings,
  db.texts,
  db.reports,
  db.findings,
  db.sections,
  db.annotations,
  db.statements,
  db.corrections,
  db.bookmarks,
  db.engineOutput,
  db.engineMatters,
  db.matters,
  db.ventureLinks,
  db.cells,
  db.extractions,
  db.indicators,
  db.journalMirror,
  db.journalHeads,
  db.meta,
]
