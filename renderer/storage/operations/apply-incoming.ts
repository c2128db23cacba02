import { renamedLinks } from '#shared/exchange/merge/renamed-ids'
import { type Annotation, codersOf } from '#shared/model/annotation'
import type { Code } from '#shared/model/code'
import { message } from '#shared/model/identity'
import type { JournalEntry } from '#shared/model/journal'
import type { Memo } from '#shared/model/memo'
import type { Provenance, Source } from '#shared/model/source'
import type { Statement } from '#shared/model/statement'
import { type ProposedChange, partsOf } from '../changes'
import type { ProjectDatabase } from '../database'
import type { Session } from '../session'
import { within } from '../within'

/**
 * What came in from another tool, as records of this project: their places are found in the present texts. Codes have
 * the ids of the file, and annotations name them by these.
 */
export interface PlacedContent {
  /** Where texts come from, by the hash of their source here. */
  provenance: { source: string; provenance: Provenance }[]
  codes: Code[]
  annotations: Annotation[]
  /** On the project, on reports of the project and on `codes`. */
  memos: Memo[]
  statements: Statement[]
  /** Reports of the file that are others here: links in memos lead to these. */
  reports: ReadonlyMap<string, string>
}

/** What bringing it in would do. */
export interface IncomingCounts {
  codes: { added: number; same: number }
  /** `joined`: passages that are marked here, and get codes or a memo that they lack. */
  annotations: { added: number; joined: number; same: number }
  /** `joined`: memos here that are written on. */
  memos: { added: number; joined: number; same: number }
  statements: { added: number; same: number }
  /** Sources that get to know where they come from. */
  provenance: { added: number }
}

interface Incoming {
  changes: ProposedChange[]
  counts: IncomingCounts
}

/** A code by where it stands: the same name below the same code is the same code. */
const placeOf = (parent: string | null, name: string): string => `${parent ?? ''}\n${name}`

/** Codes that the project has by id or by their path; the others are new, behind those that are here. */
class Codes {
  readonly changes: ProposedChange[] = []
  readonly #ids = new Map<string, string>()
  readonly #incoming: ReadonlyMap<string, Code>
  readonly #known: ReadonlyMap<string, Code>
  readonly #places: Map<string, string>
  readonly #digits: Set<number | null>
  #order: number

  constructor(known: readonly Code[], incoming: readonly Code[]) {
    this.#incoming = new Map(incoming.map((code) => [code.id, code]))
    this.#known = new Map(known.map((code) => [code.id, code]))
    this.#places = new Map(known.map(({ id, parent, name }) => [placeOf(parent, name), id]))
    this.#digits = new Set(known.map(({ key }) => key))
    this.#order = known.reduce((last, { order }) => Math.max(last, order), 0)
    for (const code of incoming) this.of(code.id)
  }

  /** Id in the project of a code of the file; null where the file has no such code. */
  of(id: string): string | null {
    const known = this.#ids.get(id)
    if (known !== undefined) return known
    const code = this.#incoming.get(id)
    if (!code) return null
    if (this.#known.has(id)) return this.#settle(id, id)
    // A tree that runs in a circle ends here: the code is then one at the top.
    this.#ids.set(id, id)
    const parent = code.parent === null ? null : this.of(code.parent)
    const same = this.#places.get(placeOf(parent, code.name))
    return same === undefined ? this.#add(code, parent) : this.#settle(id, same)
  }

  #settle(id: string, own: string): string {
    this.#ids.set(id, own)
    return own
  }

  #add(code: Code, parent: string | null): string {
    const { id, key } = code
    const after: Code = { ...code, parent: parent === id ? null : parent, key: this.#digits.has(key) ? null : key }
    this.#order += 1
    after.order = this.#order
    this.#digits.add(after.key)
    this.#places.set(placeOf(after.parent, after.name), id)
    this.changes.push({ table: 'codes', key: id, after })
    return this.#settle(id, id)
  }
}

const spanName = ({ reading, anchor }: Annotation): string => `${reading} ${anchor.start} ${anchor.end}`

/** The memo here with that which came in: what is said already is not said twice. */
const joinedText = (own: string, incoming: string): string =>
  own.includes(incoming.trim()) ? own : own.trim() === '' ? incoming : `${own}\n\n${incoming}`

/** An annotation here with what that of the file says more; the same one where it says nothing more. */
function joined(own: Annotation, incoming: Annotation): Annotation {
  const codes = [...new Set([...own.codes, ...incoming.codes])]
  const memo = joinedText(own.memo, incoming.memo)
  const coders = codersOf(incoming).filter(({ author }) => author !== '')
  const known = new Set(codersOf(own).map(({ author }) => author))
  const others = coders.filter(({ author }) => !known.has(author))
  if (codes.length === own.codes.length && memo === own.memo && others.length === 0) return own
  const before = own.also.map((one) => {
    const more = coders.find(({ author }) => author === one.author)?.codes ?? []
    return { ...one, codes: [...new Set([...one.codes, ...more])] }
  })
  // From where others give codes that the author did not, it has to be told which are the author's.
  const foreign = others.some((other) => other.codes.some((code) => !own.codes.includes(code)))
  const named = own.also.some(({ author }) => author === own.author)
  const mine = foreign && !named ? [{ author: own.author, at: own.createdAt, codes: own.codes }] : []
  const updatedAt = incoming.updatedAt > own.updatedAt ? incoming.updatedAt : own.updatedAt
  return { ...own, codes, memo, also: [...mine, ...before, ...others], updatedAt }
}

/** Annotations of one reading after the other; those that stand here by id or on the same span are joined. */
async function annotationChanges(
  db: ProjectDatabase,
  incoming: readonly Annotation[],
  codeOf: (id: string) => string | null,
  counts: IncomingCounts['annotations'],
): Promise<ProposedChange[]> {
  const sources = [...new Set(incoming.map(({ source }) => source))]
  const stored = await within(db.annotations.where('source').anyOf(sources).toArray())
  const byId = new Map(stored.map((own) => [own.id, own]))
  const bySpan = new Map(stored.map((own) => [spanName(own), own]))
  const changes = new Map<string, ProposedChange>()
  for (const one of incoming) {
    const codes = one.codes.flatMap((id) => codeOf(id) ?? [])
    const also = one.also.map((other) => ({ ...other, codes: other.codes.flatMap((id) => codeOf(id) ?? []) }))
    const wanted = { ...one, codes: [...new Set(codes)], also }
    const same = byId.get(one.id)
    const own = (same?.orphan ? undefined : same) ?? bySpan.get(spanName(wanted))
    const after = own ? joined(own, wanted) : wanted
    if (after === own) counts.same += 1
    else if (own) counts.joined += 1
    else counts.added += 1
    if (after === own) continue
    byId.set(after.id, after)
    bySpan.set(spanName(after), after)
    changes.set(after.id, { table: 'annotations', key: after.id, after })
  }
  return [...changes.values()]
}

const subjectName = ({ subject }: Pick<Memo, 'subject'>): string => `${subject.type} ${subject.id}`

/** Memos; what is here is written on, never over. */
async function memoChanges(
  db: ProjectDatabase,
  incoming: readonly Memo[],
  codeOf: (id: string) => string | null,
  counts: IncomingCounts['memos'],
): Promise<ProposedChange[]> {
  const known = new Map((await within(db.memos.toArray())).map((memo) => [subjectName(memo), memo]))
  const changes = new Map<string, ProposedChange>()
  for (const memo of incoming) {
    const { subject } = memo
    const id = subject.type === 'code' ? (codeOf(subject.id) ?? subject.id) : subject.id
    const wanted = { ...memo, subject: { ...subject, id } }
    const own = known.get(subjectName(wanted))
    const text = own ? joinedText(own.text, memo.text) : memo.text
    if (own?.text === text) counts.same += 1
    else if (own) counts.joined += 1
    else counts.added += 1
    if (own?.text === text) continue
    const after = own ? { ...own, text, updatedAt: memo.updatedAt } : wanted
    known.set(subjectName(after), after)
    changes.set(after.id, { table: 'memos', key: after.id, after })
  }
  return [...changes.values()]
}

/** Decided statements where nobody has decided here. */
async function statementChanges(
  db: ProjectDatabase,
  incoming: readonly Statement[],
  counts: IncomingCounts['statements'],
): Promise<ProposedChange[]> {
  const sources = [...new Set(incoming.map(({ source }) => source))]
  const stored = await within(db.statements.where('source').anyOf(sources).toArray())
  const names = ({ id, report, origin }: Statement): string[] => [
    id,
    ...(origin === null ? [] : [`${report} ${origin}`]),
  ]
  const known = new Set(stored.flatMap(names))
  return incoming.flatMap((after): ProposedChange[] => {
    const here = names(after).some((name) => known.has(name))
    counts[here ? 'same' : 'added'] += 1
    for (const name of names(after)) known.add(name)
    return here ? [] : [{ table: 'statements', key: after.id, after }]
  })
}

/** What a source does not say about where it comes from is taken over; what it says stays. */
async function provenanceChanges(
  db: ProjectDatabase,
  incoming: PlacedContent['provenance'],
  counts: IncomingCounts['provenance'],
): Promise<ProposedChange[]> {
  const sources = new Map<string, Source>()
  for (const source of await within(db.sources.bulkGet(incoming.map((one) => one.source))))
    if (source) sources.set(source.hash, source)
  const changed = new Set<string>()
  for (const { source: hash, provenance } of incoming) {
    const own = sources.get(hash)
    if (!own) continue
    const told = Object.entries(provenance).filter(
      ([field, words]) => words !== '' && own.provenance[field as keyof Provenance] === '',
    )
    if (told.length === 0) continue
    sources.set(hash, { ...own, provenance: { ...own.provenance, ...Object.fromEntries(told) } })
    changed.add(hash)
  }
  counts.added = changed.size
  return [...changed].map((key): ProposedChange => ({ table: 'sources', key, after: sources.get(key) }))
}

/** Memos and annotations whose links lead to what codes, reports and annotations of the file are here. */
async function linked(
  db: ProjectDatabase,
  content: PlacedContent,
  codeOf: (id: string) => string | null,
): Promise<PlacedContent> {
  const ids = new Map(content.reports)
  for (const { id } of content.codes) ids.set(id, codeOf(id) ?? id)
  const sources = [...new Set(content.annotations.map(({ source }) => source))]
  const own = new Map(
    (await within(db.annotations.where('source').anyOf(sources).toArray())).map((one) => [spanName(one), one.id]),
  )
  const known = new Set(own.values())
  for (const one of content.annotations) {
    const here = known.has(one.id) ? undefined : own.get(spanName(one))
    if (here !== undefined) ids.set(one.id, here)
  }
  for (const [id, here] of ids) if (id === here) ids.delete(id)
  if (ids.size === 0) return content
  return {
    ...content,
    memos: content.memos.map((memo) => ({ ...memo, text: renamedLinks(memo.text, ids) })),
    annotations: content.annotations.map((one) => ({ ...one, memo: renamedLinks(one.memo, ids) })),
  }
}

async function incomingChanges(db: ProjectDatabase, incoming: PlacedContent): Promise<Incoming> {
  const counts: IncomingCounts = {
    codes: { added: 0, same: 0 },
    annotations: { added: 0, joined: 0, same: 0 },
    memos: { added: 0, joined: 0, same: 0 },
    statements: { added: 0, same: 0 },
    provenance: { added: 0 },
  }
  const codes = new Codes(await within(db.codes.toArray()), incoming.codes)
  counts.codes = { added: codes.changes.length, same: incoming.codes.length - codes.changes.length }
  const codeOf = (id: string) => codes.of(id)
  const content = await within(linked(db, incoming, codeOf))
  const changes = [
    ...codes.changes,
    ...(await within(memoChanges(db, content.memos, codeOf, counts.memos))),
    ...(await within(annotationChanges(db, content.annotations, codeOf, counts.annotations))),
    ...(await within(statementChanges(db, content.statements, counts.statements))),
    ...(await within(provenanceChanges(db, content.provenance, counts.provenance))),
  ]
  return { changes, counts }
}

/** What bringing it in would do, as the project is now. Nothing is written. */
export const planIncoming = async (db: ProjectDatabase, content: PlacedContent): Promise<IncomingCounts> =>
  (await incomingChanges(db, content)).counts

/** What stands on a reading that is the shown one still, and on its words there. */
async function standing<T extends { source: string; reading: string }>(
  db: ProjectDatabase,
  records: readonly T[],
): Promise<T[]> {
  const hashes = [...new Set(records.map(({ source }) => source))]
  const sources = await within(db.sources.bulkGet(hashes))
  const readings = new Map(sources.flatMap((source) => (source ? [[source.hash, source.reading]] : [])))
  return records.filter(({ source, reading }) => readings.get(source) === reading)
}

/**
 * Brings codes, annotations, memos and decided statements in, as one step to undo. Nothing that is here is taken away or
 * written over. What stands on a text that is read otherwise by now is left out.
 * @param file name of the file that they come from, for the history
 * @returns the entry, null where all of it is here
 * @throws StorageError when a record is not valid; nothing is changed then
 */
export async function applyIncoming(
  session: Session,
  content: PlacedContent,
  file: string,
): Promise<JournalEntry | null> {
  const { db } = session
  return session.writeInParts(message('exchange.step', { file }), async (make) => {
    const annotations = await within(standing(db, content.annotations))
    const statements = await within(standing(db, content.statements))
    const { changes } = await within(incomingChanges(db, { ...content, annotations, statements }))
    const first = changes.filter(({ table }) => table === 'codes' || table === 'memos')
    const rest = changes.filter(({ table }) => table !== 'codes' && table !== 'memos')
    if (first.length > 0) await within(make(first))
    for (const part of partsOf(rest)) if (part.length > 0) await within(make(part))
  })
}
