import type { Migration } from './migration'

/** What an entry was at this version. */
interface Entry {
  sequence: number
  at: string
  author: string
  operation: unknown
  undoes: number | null
  redoes: number | null
  changes: { table: string; before: unknown; after: unknown }[]
}

const KINDS = ['annotations', 'statements', 'codebook', 'reports', 'texts', 'imports', 'automatic', 'others'] as const

const KIND_OF: Readonly<Record<string, (typeof KINDS)[number]>> = {
  reports: 'reports',
  annotations: 'annotations',
  codes: 'codebook',
  statements: 'statements',
  memos: 'annotations',
  rules: 'automatic',
  corrections: 'texts',
  bookmarks: 'annotations',
}

const fieldOf = (record: unknown, field: string): unknown => Reflect.get(Object(record), field)

function kindOf({ table, before, after }: Entry['changes'][number]): (typeof KINDS)[number] {
  if (table !== 'sources') return KIND_OF[table] ?? 'others'
  if (before === null || after === null || fieldOf(before, 'hidden') !== fieldOf(after, 'hidden')) return 'imports'
  return fieldOf(before, 'reading') === fieldOf(after, 'reading') ? 'reports' : 'texts'
}

/** No annotation was made by a rule before this version. */
function headOf({ changes, ...rest }: Entry) {
  const kinds = new Set(changes.map(kindOf))
  return { ...rest, count: changes.length, kinds: KINDS.filter((kind) => kinds.has(kind)) }
}

/**
 * Heads of the journal's entries, apart from their changes: the history lists twenty thousand steps without reading
 * what each changed (one entry of 5,000 statements takes 36 ms to read, one of 50,000 takes 360 ms). Frozen.
 */
export const journalHeads: Migration = {
  version: 6,
  stores: { journalHeads: 'sequence' },
  upgrade: async (transaction) => {
    const [mirror, heads] = [transaction.table<Entry, number>('journalMirror'), transaction.table('journalHeads')]
    const keys = await mirror.toCollection().primaryKeys()
    for (let at = 0; at < keys.length; at += 100)
      await heads.bulkPut(
        (await mirror.bulkGet(keys.slice(at, at + 100))).flatMap((entry) => (entry ? headOf(entry) : [])),
      )
  },
}
