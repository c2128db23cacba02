import type { Transaction } from 'dexie'

/** One step of the schema. It imports nothing but types, and once released it is never changed. */
export interface Migration {
  /** The data version that it leads to. */
  version: number
  /** Tables that are new or whose indexes change; null takes a table away. */
  stores: Readonly<Record<string, string | null>>
  /** Rewrites records; runs inside the version-change transaction. */
  upgrade?: (transaction: Transaction) => Promise<void>
}
