import { DataVersionError } from './errors'

/** Dexie multiplies its version numbers by ten for the native database. */
const DEXIE_FACTOR = 10

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

async function storedDataVersion(database: IDBDatabase): Promise<number> {
  if (!database.objectStoreNames.contains('meta')) return 0
  const row: unknown = await settled(database.transaction('meta').objectStore('meta').get('dataVersion'))
  return typeof row === 'object' && row !== null && 'value' in row && typeof row.value === 'number' ? row.value : 0
}

/**
 * The data version of a database, 0 where there is none. It is read without Dexie, which would open a database of a
 * newer version without a word; both the native version and the row `dataVersion` of `meta` count, the higher wins.
 * @throws whatever the browser throws for a database that it cannot open
 */
export async function dataVersionOf(name: string): Promise<number> {
  const known = (await indexedDB.databases()).find((info) => info.name === name)
  if (known === undefined) return 0
  const database = await settled(indexedDB.open(name))
  try {
    return Math.max(Math.ceil(database.version / DEXIE_FACTOR), await storedDataVersion(database))
  } finally {
    database.close()
  }
}

/**
 * Refuses a database that a newer version of the program wrote.
 * @param known the highest data version that this program understands
 * @throws DataVersionError
 */
export async function refuseNewer(name: string, known: number): Promise<void> {
  const found = await dataVersionOf(name)
  if (found > known) throw new DataVersionError(found)
}
