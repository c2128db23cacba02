import { type Message, message, newId } from '../../model/identity'
import type { JournalTable } from '../../model/journal'
import { alike } from './canonical'
import { canJoin, joinedTexts } from './joined'
import type { Choice, Conflict, FieldConflict, Fields, Standing } from './merge-types'
import type { Pair } from './pairs'
import type { Settling } from './settling'
import { TABLE_RULES } from './tables'
import { codedTogether, decidedTogether } from './united'

/** What becomes of a thing. */
export interface Resolution {
  /** The record from now on; null where it goes, or is not here. */
  after: Fields | null
  outcome: 'added' | 'same' | 'kept' | 'taken' | 'removed' | 'conflict'
  conflict: Conflict | null
  /** Theirs, where both are kept beside each other. */
  copy: Fields | null
}

interface Both {
  table: JournalTable
  keys: readonly string[]
  mine: Standing
  theirs: Standing
  base: Fields | null
}

const plain = (after: Fields | null, outcome: Resolution['outcome']): Resolution => ({
  after,
  outcome,
  conflict: null,
  copy: null,
})

/** The later of two, and why it is suggested. */
function newer(mine: Standing, theirs: Standing): { suggestion: Choice; reason: Message } {
  if (theirs.by.at > mine.by.at)
    return { suggestion: 'theirs', reason: message('merge.reason.newerThere', { author: theirs.by.author }) }
  if (theirs.by.at < mine.by.at)
    return { suggestion: 'mine', reason: message('merge.reason.newerHere', { author: mine.by.author }) }
  return { suggestion: 'mine', reason: message('merge.reason.here') }
}

const isEmpty = (value: unknown): boolean => value === '' || value === null || value === undefined

/** How fields that differ are settled without asking; what is left is a conflict. */
function differing({ table, mine, theirs, base }: Both): { taken: string[]; open: FieldConflict[] } {
  const { fields, whole, open: tells, quiet } = TABLE_RULES[table]
  const [here, there] = [fields(mine.record), fields(theirs.record)]
  const before = base && fields(base)
  const names = [...new Set([...Object.keys(here), ...Object.keys(there)])].sort()
  const others = names.filter((name) => !alike(here[name], there[name]))
  const unchanged = (side: Fields, own: readonly string[]): boolean =>
    before !== null && own.every((name) => alike(side[name], before[name]))
  if (whole && unchanged(here, others)) return { taken: others, open: [] }
  if (whole && unchanged(there, others)) return { taken: [], open: [] }
  const taken: string[] = []
  const open: FieldConflict[] = []
  for (const field of others) {
    if (!whole && unchanged(there, [field])) continue
    const tellsMore = tells.has(field) || (table === 'reports' && !before)
    if (!whole && unchanged(here, [field])) taken.push(field)
    else if (!before && tellsMore && isEmpty(here[field])) taken.push(field)
    else if ((!before && tellsMore && isEmpty(there[field])) || quiet.has(field)) continue
    else open.push({ field, mine: here[field], theirs: there[field] })
  }
  return { taken, open }
}

function withChoice(record: Fields, both: Both, open: readonly FieldConflict[], choice: Choice): Fields {
  const rules = TABLE_RULES[both.table]
  if (choice === 'theirs')
    return rules.take(
      record,
      both.theirs.record,
      open.map(({ field }) => field),
    )
  if (choice !== 'both' || rules.both !== 'join') return record
  return { ...record, ...joinedTexts(open) }
}

function conflictOf(both: Both, open: readonly FieldConflict[], settling: Settling): Conflict {
  const { table, keys, mine, theirs } = both
  const rule = TABLE_RULES[table].both
  const joins = rule === 'join' && canJoin(open)
  const { suggestion, reason } = joins
    ? { suggestion: 'both' as const, reason: message('merge.reason.joined') }
    : newer(mine, theirs)
  const choices: Choice[] = joins || rule === 'copy' ? ['mine', 'theirs', 'both'] : ['mine', 'theirs']
  return settling.conflict({ table, keys, kind: 'changed', fields: open, mine, theirs, choices, suggestion, reason })
}

/** Two that are not the same and cannot both be had. */
export function meetingConflict(table: JournalTable, mine: Standing, theirs: Standing, settling: Settling): Conflict {
  const { key } = TABLE_RULES[table]
  const keys = [mine, theirs].map(({ record }) => String(record[key]))
  const both: Both = { table, keys, mine, theirs, base: null }
  return conflictOf(both, differing(both).open, settling)
}

/** A record with what both sides have beside its fields: codes, and who said the same. */
function together({ table, theirs, base }: Both, record: Fields, isSame: boolean): Fields {
  if (table === 'annotations') return codedTogether(record, theirs.record, base)
  const decided = table === 'statements' || table === 'matters'
  return decided && isSame ? decidedTogether(record, theirs.record) : record
}

const later = (record: Fields, theirs: Fields): Fields =>
  typeof record.updatedAt === 'string' && typeof theirs.updatedAt === 'string' && theirs.updatedAt > record.updatedAt
    ? { ...record, updatedAt: theirs.updatedAt }
    : record

function copyOf(table: JournalTable, { record }: Standing, key: string): Fields {
  const field = TABLE_RULES[table].key
  return record[field] === key ? { ...record, [field]: newId() } : record
}

function resolveBoth(both: Both, key: string, settling: Settling): Resolution {
  const { table, mine, theirs } = both
  const { take } = TABLE_RULES[table]
  const { taken, open } = differing(both)
  const conflict = open.length > 0 ? conflictOf(both, open, settling) : null
  const told = taken.length > 0 ? take(mine.record, theirs.record, taken) : mine.record
  const chosen = conflict ? withChoice(told, both, open, conflict.choice) : told
  const isSame = taken.length === 0 && open.length === 0
  const merged = together(
    both,
    chosen,
    isSame && alike(TABLE_RULES[table].fields(mine.record), TABLE_RULES[table].fields(theirs.record)),
  )
  const changed = !alike(merged, mine.record)
  const after = changed && !isSame ? later(merged, theirs.record) : merged
  const copies =
    conflict?.choice === 'both' && TABLE_RULES[table].both === 'copy' && !settling.stands(table, theirs.record)
  const copy = copies ? copyOf(table, theirs, key) : null
  if (conflict) return { after, outcome: 'conflict', conflict, copy }
  const coded = !alike(merged.codes, mine.record.codes)
  return plain(after, changed && (!isSame || coded) ? 'taken' : 'same')
}

/** What one side has taken away and the other has: gone where the other left it as it was, else a conflict. */
function resolveRemoved(table: JournalTable, pair: Pair, base: Fields, settling: Settling): Resolution {
  const { key, mine, theirs } = pair
  const left = mine ?? theirs
  const { fields, quiet } = TABLE_RULES[table]
  // What is never asked about is no reason to ask whether a thing may go.
  const asked = (record: Fields) => Object.entries(fields(record)).filter(([field]) => !quiet.has(field))
  const content = (record: Fields) => [asked(record), [...Object(record.codes ?? [])].sort()]
  if (!left || alike(content(left.record), content(base))) return plain(null, mine ? 'removed' : 'kept')
  const suggestion: Choice = mine ? 'mine' : 'theirs'
  const conflict = settling.conflict({
    ...{ table, keys: [key], kind: mine ? 'removedThere' : 'removedHere', fields: [], mine, theirs },
    ...{ choices: ['mine', 'theirs'], suggestion, reason: message('merge.reason.kept') },
  })
  return { after: conflict.choice === suggestion ? left.record : null, outcome: 'conflict', conflict, copy: null }
}

/**
 * What becomes of a thing of either project, or of both.
 * @param base as both had it when they parted; null where they never had it both
 */
export function resolvePair(table: JournalTable, pair: Pair, base: Fields | null, settling: Settling): Resolution {
  const { key, mine, theirs } = pair
  if (mine && theirs) return resolveBoth({ table, keys: [key], mine, theirs, base }, key, settling)
  if (base) return resolveRemoved(table, pair, base, settling)
  return mine ? plain(mine.record, 'kept') : plain(theirs?.record ?? null, 'added')
}
