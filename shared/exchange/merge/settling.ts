import type { JournalTable } from '../../model/journal'
import { MergeDecision } from '../../model/merge-decision'
import { alike, canonical } from './canonical'
import { joinedTexts } from './joined'
import type { Conflict, Fields, MergeOptions, Standing, TableRecords } from './merge-types'
import { TABLE_RULES } from './tables'

/** A conflict before it is known how it is settled. */
export type OpenConflict = Omit<Conflict, 'id' | 'choice' | 'earlier'>

const NONE: TableRecords = new Map()

const nameOf = (table: string, keys: readonly string[]): string => `${table} ${keys.join(' ')}`

/** All that a record holds, as the merge compares it. */
function contentOf(table: JournalTable, standing: Standing | null): Fields | null {
  if (!standing) return null
  const { codes } = standing.record
  const content = TABLE_RULES[table].fields(standing.record)
  return Array.isArray(codes) ? { ...content, codes: codes.map(String).sort() } : content
}

/** What both sides say: the fields that differ, or all that one of them holds. */
export function valuesOf({ table, kind, fields, mine, theirs }: OpenConflict): Pick<MergeDecision, 'mine' | 'theirs'> {
  if (kind !== 'changed') return { mine: contentOf(table, mine), theirs: contentOf(table, theirs) }
  const side = (name: 'mine' | 'theirs') => Object.fromEntries(fields.map((one) => [one.field, one[name] ?? null]))
  return { mine: side('mine'), theirs: side('theirs') }
}

/** What stood here after a decision: while it does, nothing has changed since. */
function leftBy({ keys, mine, theirs, choice }: MergeDecision): MergeDecision['mine'] {
  // Theirs was not taken as long as the one here is there: it met another one, too.
  if (keys.length > 1 || choice === 'mine') return mine
  if (choice === 'theirs' || !mine) return theirs
  const fields = Object.keys(mine).map((field) => ({ field, mine: mine[field], theirs: theirs?.[field] }))
  return { ...mine, ...joinedTexts(fields) }
}

/** Whether a decision is about what both sides say now: neither has changed since. */
export function holds(decision: MergeDecision, open: OpenConflict): boolean {
  const { mine, theirs } = valuesOf(open)
  const isHere = decision.mine !== null
  return isHere === (mine !== null) && alike(decision.theirs, theirs) && alike(leftBy(decision), mine)
}

/** The decisions that were made in earlier merges, by what they are about; the last one first. */
function byConflict(records: TableRecords): Map<string, MergeDecision[]> {
  const found = new Map<string, MergeDecision[]>()
  for (const { record } of records.values()) {
    const { data } = MergeDecision.safeParse(record)
    if (!data) continue
    const name = nameOf(data.table, data.keys)
    found.set(name, [...(found.get(name) ?? []), data])
  }
  const order = (one: MergeDecision): string => `${one.updatedAt} ${one.id}`
  for (const list of found.values()) list.sort((a, b) => (order(a) < order(b) ? 1 : -1))
  return found
}

/** How conflicts are settled: as chosen now, else as decided in an earlier merge, else as suggested. */
export class Settling {
  readonly #options: MergeOptions
  readonly #decisions: ReadonlyMap<string, readonly MergeDecision[]>
  readonly #mine: ReadonlyMap<JournalTable, TableRecords>
  readonly #contents = new Map<JournalTable, ReadonlySet<string>>()

  /** @param mine what stands here, with the decisions of earlier merges */
  constructor(mine: ReadonlyMap<JournalTable, TableRecords>, options: MergeOptions) {
    this.#options = options
    this.#mine = mine
    this.#decisions = byConflict(mine.get('mergeDecisions') ?? NONE)
  }

  /** A conflict, and how it is settled. */
  conflict(open: OpenConflict): Conflict {
    const id = nameOf(open.table, open.keys)
    const chosen = this.#options.settled?.get(id)
    const shown = this.#options.earlier
    const decided = shown ? shown.get(id) : this.#earlier(id, open)
    const earlier = decided && open.choices.includes(decided.choice) ? decided : null
    const now = chosen && open.choices.includes(chosen) ? chosen : null
    return { ...open, id, earlier, choice: now ?? earlier?.choice ?? open.suggestion }
  }

  /** Whether a record that says the same stands here already: a second one of it would be one too many. */
  stands(table: JournalTable, record: Fields): boolean {
    const { fields } = TABLE_RULES[table]
    const known = this.#contents.get(table)
    if (known) return known.has(canonical(fields(record)))
    const list = [...(this.#mine.get(table)?.values() ?? [])].map((one) => canonical(fields(one.record)))
    this.#contents.set(table, new Set(list))
    return this.stands(table, record)
  }

  #earlier(id: string, open: OpenConflict): MergeDecision | undefined {
    // Whoever took the second record away since has decided otherwise.
    const isWhole = (decision: MergeDecision): boolean =>
      !this.#copies(decision) || open.theirs === null || this.stands(open.table, open.theirs.record)
    return this.#decisions.get(id)?.find((decision) => holds(decision, open) && isWhole(decision))
  }

  #copies({ table, choice }: MergeDecision): boolean {
    return choice === 'both' && TABLE_RULES[table].both === 'copy'
  }
}
