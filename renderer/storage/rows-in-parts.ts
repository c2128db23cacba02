import type { EntityTable, IDType } from 'dexie'

/** Records that are read at once: the window is kept from drawing for some 15 ms by as many. */
const PART = 1_000

/**
 * Reads a whole table by its key, some records at a time, so that the window can draw between the parts.
 * @param signal ends it before the next part
 * @param size records of a part: fewer of a table whose records are larger
 */
export async function* rowsInParts<T, K extends keyof T>(
  table: EntityTable<T, K>,
  signal?: AbortSignal,
  size = PART,
): AsyncGenerator<T[]> {
  const key = table.schema.primKey.keyPath as K
  let last: IDType<T, K> | null = null
  while (!signal?.aborted) {
    const from = last === null ? table.orderBy(':id') : table.where(':id').above(last)
    const part: T[] = await from.limit(size).toArray()
    const end = part.at(-1)
    if (end) yield part
    if (!end || part.length < size) return
    last = end[key] as IDType<T, K>
  }
}
