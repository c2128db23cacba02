import type { ImportOutcome } from '#shared/ipc/imports'
import type { AnalysedSource } from '#shared/model/analysed'
import type { JournalEntry } from '#shared/model/journal'
import type { Report } from '#shared/model/report'

/** What became of a file, and the entry that the journal must have before it counts as imported. */
export interface StoredImport {
  outcome: ImportOutcome
  entry: JournalEntry | null
}

/** What an import of an analysed file comes to. */
export function importedOutcome({ source, reading, reports }: AnalysedSource, kept: readonly Report[]): ImportOutcome {
  return {
    status: 'imported',
    format: source.format,
    encoding: reading.encoding,
    encodingReason: reading.encodingReason,
    characters: reading.characters,
    reports: kept.map(({ id, title, place, repairedFrom, year, kind, confidence, reasons }) => ({
      id,
      title,
      place,
      repairedFrom,
      year,
      kind,
      confidence,
      reasons,
    })),
    statements: reports.reduce((sum, { statements }) => sum + statements.length, 0),
  }
}
