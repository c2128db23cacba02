import type { Transaction } from 'dexie'
import { first } from './001-first'

/** One step of the schema. It imports nothing but types, and once released it is never changed. */
export interface Migration {
  /** The data version that it leads to. */
  version: number
  /** Tables that are new or whose indexes change; null takes a table away. */
  stores: Readonly<Record<string, string | null>>
  /** Rewrites records; runs inside the version-change transaction. */
  upgrade?: (transaction: Transaction) => Promise<void>
}

/** Every migration, in the order of their versions. A new one is a file `NNN-name.ts` and a line here. */
export const MIGRATIONS: readonly Migration[] = [first]
