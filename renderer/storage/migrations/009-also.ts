import type { Transaction } from 'dexie'
import type { Migration } from './migration'

/** A record as it lies in the database, of whatever version. */
type Stored = Record<string, unknown>

const TABLES = ['annotations', 'statements', 'matters'] as const

const alone = (transaction: Transaction, table: string): Promise<number> =>
  transaction
    .table<Stored>(table)
    .toCollection()
    .modify((record) => {
      record.also ??= []
    })

/**
 * Who else made the very same annotation, or decided the same of a statement or matter: kept when packages are merged.
 * Nobody else did so far. Frozen.
 */
export const also: Migration = {
  version: 9,
  stores: {},
  upgrade: async (transaction) => {
    for (const table of TABLES) await alone(transaction, table)
  },
}
