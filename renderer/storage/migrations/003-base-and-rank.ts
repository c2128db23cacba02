import type { Transaction } from 'dexie'
import type { Migration } from './migration'

/** A record as it lies in the database, of whatever version. */
type Stored = Record<string, unknown>

const isObject = (value: unknown): value is Stored => typeof value === 'object' && value !== null

const changed = (transaction: Transaction, table: string, change: (record: Stored) => void): Promise<number> =>
  transaction.table<Stored>(table).toCollection().modify(change)

/** A column of packed rows in which every row has the same. */
const EMPTY = { type: 'same', value: '' }

/**
 * What a statement is measured against and the rank beside it, and the phrases that are never an indicator. Frozen.
 *
 * What the engine found is packed by column: two columns more serve all of its statements without reading one.
 */
export const baseAndRank: Migration = {
  version: 3,
  stores: {},
  upgrade: async (transaction) => {
    await changed(transaction, 'statements', (record) => {
      record.base ??= ''
      record.rank ??= ''
    })
    await changed(transaction, 'engineOutput', ({ statements }) => {
      if (!isObject(statements) || !isObject(statements.columns)) return
      statements.columns = { ...statements.columns, base: EMPTY, rank: EMPTY }
    })
    await changed(transaction, 'indicators', (record) => {
      record.excluded ??= []
    })
  },
}
