import type { Transaction } from 'dexie'
import type { Migration } from './migration'

/** A record as it lies in the database, of whatever version. */
type Stored = Record<string, unknown>

const changed = (transaction: Transaction, table: string, change: (record: Stored) => void): Promise<number> =>
  transaction.table<Stored>(table).toCollection().modify(change)

/**
 * Corrections of the text, bookmarks, what made an annotation, and who made codes, rules and comparisons. Frozen.
 *
 * Who made the older ones stands in the journal; the records keep an empty name, and no text is written anew.
 */
export const corrections: Migration = {
  version: 5,
  stores: { corrections: 'id, source', bookmarks: 'id, source' },
  upgrade: async (transaction) => {
    await changed(transaction, 'annotations', (record) => {
      record.rule ??= null
    })
    for (const table of ['codes', 'rules', 'comparisons'])
      await changed(transaction, table, (record) => {
        record.author ??= ''
      })
    await changed(transaction, 'rules', (record) => {
      record.extent ??= 'hit'
    })
  },
}
