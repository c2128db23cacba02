import type { JournalTable } from '../../model/journal'
import { alike } from './canonical'
import { settleMeeting } from './meeting'
import type {
  By,
  Conflict,
  Decision,
  Fields,
  MergeChange,
  Merged,
  MergeOptions,
  ProjectRecords,
  Standing,
  TableCounts,
  TableRecords,
} from './merge-types'
import { type Pair, pairsOf } from './pairs'
import { renamedIds } from './renamed-ids'
import { type Resolution, resolvePair } from './resolve'
import { Settling } from './settling'
import { MERGE_ORDER, TABLE_RULES } from './tables'

const NONE: TableRecords = new Map()

/** These are not written by a merge: files are imported, and their reports found in them. */
const FOUND: ReadonlySet<JournalTable> = new Set(['sources', 'reports'])

const COUNTED = {
  added: 'added',
  same: 'same',
  taken: 'taken',
  removed: 'removed',
  conflict: 'conflicts',
} as const satisfies Partial<Record<Resolution['outcome'], keyof TableCounts>>

const emptyCounts = (): TableCounts => ({ added: 0, same: 0, taken: 0, removed: 0, conflicts: 0, earlier: 0 })

const renamedRecords = (records: TableRecords, ids: ReadonlyMap<string, string>): TableRecords =>
  ids.size === 0
    ? records
    : new Map([...records].map(([key, { record, by }]) => [key, { record: renamedIds(record, ids), by }]))

/** The merge under way: what stands, what is told, and which ids there mean which here. */
class Merging {
  readonly conflicts: Conflict[] = []
  readonly counts = new Map<JournalTable, TableCounts>()
  readonly decisions: Decision[] = []
  readonly after = new Map<JournalTable, Map<string, Fields>>()
  readonly #ids: Map<string, string>
  readonly #settling: Settling

  constructor(mine: ProjectRecords, options: MergeOptions) {
    this.#settling = new Settling(mine, options)
    this.#ids = new Map(options.known ?? [])
  }

  /** Merges a table; its things there are called as here from then on. */
  table(table: JournalTable, mine: TableRecords, their: TableRecords, before: TableRecords): void {
    const [theirs, base] = [renamedRecords(their, this.#ids), renamedRecords(before, this.#ids)]
    const after = new Map<string, Fields>()
    const counts = emptyCounts()
    const pairs = pairsOf(table, mine, theirs, new Set(base.keys()))
    for (const pair of pairs) {
      const { key } = TABLE_RULES[table]
      const own = pair.theirs?.record[key]
      if (pair.mine && typeof own === 'string' && own !== pair.key) this.#ids.set(own, pair.key)
      const made = resolvePair(table, pair, base.get(pair.key)?.record ?? null, this.#settling)
      this.#take(table, pair, made, after)
      if (made.outcome !== 'kept') counts[COUNTED[made.outcome]] += 1
    }
    const { conflicts, met } = settleMeeting(table, pairs, after, this.#settling)
    this.conflicts.push(...conflicts)
    counts.conflicts += conflicts.length
    counts.added -= met
    counts.earlier = this.conflicts.filter((one) => one.table === table && one.earlier).length
    counts.conflicts -= counts.earlier
    // A code that came in may stand under one that is called otherwise here.
    if (table === 'codes') for (const [key, record] of after) after.set(key, renamedIds(record, this.#ids))
    this.after.set(table, after)
    this.counts.set(table, counts)
  }

  /** Ids there that are others here. */
  get ids(): ReadonlyMap<string, string> {
    return this.#ids
  }

  #take(table: JournalTable, pair: Pair, made: Resolution, after: Map<string, Fields>): void {
    if (made.conflict) this.conflicts.push(made.conflict)
    if (made.after && (pair.mine || !FOUND.has(table))) after.set(pair.key, made.after)
    if (made.copy) after.set(String(made.copy[TABLE_RULES[table].key]), made.copy)
    if (table === 'statements' || table === 'matters') this.decisions.push(decisionOf(table, pair, made))
  }
}

const decided = (standing: Standing | null): (By & { status: string }) | null => {
  if (!standing) return null
  const { record, by } = standing
  const author = typeof record.author === 'string' ? record.author : by.author
  return { author, at: String(record.updatedAt ?? by.at), status: String(record.status) }
}

function decisionOf(table: Decision['table'], { mine, theirs }: Pair, { after, outcome }: Resolution): Decision {
  const isTheirs = after !== null && theirs !== null && after.author === theirs.record.author
  const stands =
    mine && theirs && outcome === 'same' ? 'same' : !mine || (isTheirs && outcome !== 'kept') ? 'theirs' : 'mine'
  const record = after ?? mine?.record ?? theirs?.record ?? {}
  return { table, record, mine: decided(mine), theirs: decided(theirs), stands }
}

const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []

/** Codes that annotations or rules have. */
function codesInUse(after: ReadonlyMap<JournalTable, ReadonlyMap<string, Fields>>): Set<string> {
  const used = new Set<string>()
  for (const table of ['annotations', 'rules'] as const)
    for (const record of after.get(table)?.values() ?? []) for (const code of textsIn(record.codes)) used.add(code)
  return used
}

/** A code that one side took away stays while the other side's work has it, with those above it. */
function keepUsedCodes(merging: Merging, mine: TableRecords, theirs: TableRecords): void {
  const codes = merging.after.get('codes')
  if (!codes) return
  const waiting = [...codesInUse(merging.after), ...[...codes.values()].map(({ parent }) => String(parent))]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const known = codes.has(id) ? null : (mine.get(id) ?? theirs.get(id))
    if (!known) continue
    codes.set(id, renamedIds(known.record, merging.ids))
    if (known.record.parent) waiting.push(String(known.record.parent))
  }
}

/** A digit applies one code only: one that came in gives way. */
function keepDigitsApart(codes: Map<string, Fields> | undefined, mine: TableRecords): void {
  const owners = new Map<unknown, string>()
  for (const [id, { key }] of codes ?? []) if (key !== null && mine.has(id) && !owners.has(key)) owners.set(key, id)
  for (const [id, record] of codes ?? []) {
    if (record.key === null || record.key === undefined) continue
    if (!owners.has(record.key)) owners.set(record.key, id)
    else if (owners.get(record.key) !== id && !mine.has(id)) codes?.set(id, { ...record, key: null })
  }
}

function changesOf(
  table: JournalTable,
  mine: TableRecords,
  after: ReadonlyMap<string, Fields>,
  ids: ReadonlyMap<string, string>,
): MergeChange[] {
  const changes: MergeChange[] = []
  for (const [key, record] of after) {
    const before = mine.get(key)?.record
    if (before && alike(before, record)) continue
    changes.push({ table, key, after: renamedIds(record, ids) })
  }
  for (const key of mine.keys()) if (!after.has(key)) changes.push({ table, key, after: null })
  return changes.sort((a, b) => (a.key < b.key ? -1 : 1))
}

/**
 * Merges what another project says into this one. Things with the same key, or that say they are about the same, are one
 * thing; what only they have is added; where both have it otherwise the later word is suggested and both are listed.
 * Spans of both sides are those of the same texts: who calls maps them (corrections differ).
 * @param mine what stands here
 * @param theirs what stands there
 * @param base what stood in both when they parted, null where they have no common past. What only one side changed since
 * is no conflict.
 */
export function mergeProjects(
  mine: ProjectRecords,
  theirs: ProjectRecords,
  base: ProjectRecords | null = null,
  options: MergeOptions = {},
): Merged {
  const merging = new Merging(mine, options)
  for (const table of MERGE_ORDER)
    merging.table(table, mine.get(table) ?? NONE, theirs.get(table) ?? NONE, base?.get(table) ?? NONE)
  keepUsedCodes(merging, mine.get('codes') ?? NONE, theirs.get('codes') ?? NONE)
  keepDigitsApart(merging.after.get('codes'), mine.get('codes') ?? NONE)
  const changes = MERGE_ORDER.flatMap((table) =>
    changesOf(table, mine.get(table) ?? NONE, merging.after.get(table) ?? new Map(), merging.ids),
  )
  const { conflicts, counts, decisions } = merging
  return { changes, conflicts, counts, decisions }
}
