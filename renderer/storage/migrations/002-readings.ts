import type { Transaction } from 'dexie'
import type { Migration } from './migration'

/** A record as it lies in the database, of whatever version. */
type Stored = Record<string, unknown>

const UNSAID = { format: null, encoding: null }

const addedTo = (transaction: Transaction, table: string, added: (record: Stored) => Stored): Promise<number> =>
  transaction
    .table<Stored>(table)
    .toCollection()
    .modify((record) => {
      for (const [field, value] of Object.entries(added(record))) if (!(field in record)) record[field] = value
    })

async function formats(transaction: Transaction): Promise<Map<unknown, unknown>> {
  const sources = await transaction.table<Stored>('sources').toArray()
  return new Map(sources.map(({ hash, format }) => [hash, format]))
}

const withTopicWords = (sections: unknown): unknown =>
  Array.isArray(sections)
    ? sections.map((section) => ({
        ...section,
        topicWords: section.topicWords ?? [],
        appendix: section.appendix ?? false,
      }))
    : []

/**
 * Files that are read as the user wants them, and what is found in them by a parser with a version. Frozen.
 *
 * `readings.made` is the version of the program that made what is stored of the reading, 0 where that must be made
 * again; `findings` is what the parser said of a report before the user's word, with the sketch of its text. Indexes
 * that no query used are gone: each costs an import its share.
 */
export const readings: Migration = {
  version: 2,
  stores: {
    readings: 'id, made',
    sections: 'report',
    engineOutput: 'report',
    cells: 'report, count',
    findings: 'report',
    topics: 'id',
  },
  upgrade: async (transaction) => {
    const formatOf = await formats(transaction)
    await addedTo(transaction, 'sources', () => ({ folder: '', readAs: UNSAID }))
    await addedTo(transaction, 'readings', ({ source }) => ({
      format: formatOf.get(source) ?? 'txt',
      remarks: [],
      made: 0,
    }))
    await addedTo(transaction, 'texts', () => ({ pages: [], rows: [] }))
    await addedTo(transaction, 'reports', ({ confidence }) => ({
      speaker: null,
      session: null,
      date: null,
      certainty: { place: confidence, year: confidence, kind: 1 },
    }))
    await transaction
      .table<Stored>('sections')
      .toCollection()
      .modify((record) => {
        record.sections = withTopicWords(record.sections)
      })
  },
}
