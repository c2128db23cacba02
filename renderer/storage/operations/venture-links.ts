import { message, newId } from '#shared/model/identity'
import type { JournalEntry } from '#shared/model/journal'
import { matterName, type VentureLink, type VentureRef } from '#shared/model/matter'
import type { ProposedChange } from '../changes'
import type { ProjectDatabase } from '../database'
import { keyParts } from '../matters/keys'
import { presentLinks } from '../matters/present-links'
import { reviewMatters } from '../queries/matters'
import type { Session } from '../session'
import { now } from './now'

const isSame = (a: VentureRef, b: VentureRef): boolean => a.report === b.report && a.key === b.key

const isBetween = (link: VentureLink, a: VentureRef, b: VentureRef): boolean =>
  (isSame(link.a, a) && isSame(link.b, b)) || (isSame(link.a, b) && isSame(link.b, a))

const LABEL = 20
const short = (name: string): string => (name.length > LABEL ? `${name.slice(0, LABEL)}…` : name)

/** What a venture is called: by the user's word, else by its key. */
async function nameOf(db: ProjectDatabase, { report, key }: VentureRef): Promise<string> {
  const touched = (await db.matters.where('report').equals(report).toArray()).find(
    ({ id, origin }) => (origin ?? id) === key,
  )
  return short(touched ? matterName(touched.content) : (keyParts(key)?.name ?? ''))
}

type Verdict = VentureLink['verdict']
type Pair = readonly [VentureRef, VentureRef]

/** What pairs of ventures come to, inside the running transaction; what was said of them before gives way. */
async function linkChanges(session: Session, pairs: readonly Pair[], verdict: Verdict): Promise<ProposedChange[]> {
  const { db, author } = session
  const reports = [...new Set(pairs.flat().map(({ report }) => report))]
  const links = await db.ventureLinks.where('a.report').anyOf(reports).toArray()
  const shown = await Promise.all(reports.map((report) => reviewMatters(db, report)))
  const present = presentLinks(links, new Map(reports.map((report, index) => [report, shown[index] ?? []])))
  const at = now()
  return pairs.flatMap(([a, b]): ProposedChange[] => {
    const before = present.find((link) => isBetween(link, a, b))
    if (before?.verdict === verdict) return []
    const link: VentureLink = { a, b, id: newId(), ...before, verdict, author, updatedAt: at }
    return [{ table: 'ventureLinks', key: link.id, after: link }]
  })
}

/**
 * Says of two ventures whether they are the same one; what was said of them before gives way to it.
 * @returns null when that was said already
 */
export async function linkVentures(
  session: Session,
  a: VentureRef,
  b: VentureRef,
  verdict: Verdict,
): Promise<JournalEntry | null> {
  const names = { a: await nameOf(session.db, a), b: await nameOf(session.db, b) }
  const key = verdict === 'same' ? 'venturesLinked' : 'venturesParted'
  return session.write(message(`project.history.${key}`, names), () => linkChanges(session, [[a, b]], verdict))
}

/**
 * Says of several ventures in one step that they are all the same one, or that each is another.
 * @param ventures each once; of `different` ones every two are told apart, so they should be few
 * @returns null when that was said already
 */
export function linkAllVentures(
  session: Session,
  ventures: readonly VentureRef[],
  verdict: Verdict,
): Promise<JournalEntry | null> {
  const pairs = ventures.flatMap((b, at) => {
    const others = ventures.slice(verdict === 'same' ? Math.max(0, at - 1) : 0, at)
    return others.map((a): Pair => [a, b])
  })
  const key = verdict === 'same' ? 'venturesLinkedAll' : 'venturesPartedAll'
  const operation = message(`project.history.${key}`, { count: ventures.length })
  return session.write(operation, () => linkChanges(session, pairs, verdict))
}

/** Takes back what was said of ventures; null when none of it is there. */
export function unlinkVentures(session: Session, ids: readonly string[]): Promise<JournalEntry | null> {
  return session.write(
    (changes) => message('project.history.venturesUnlinked', { count: changes.length }),
    [...new Set(ids)].map((id) => ({ table: 'ventureLinks', key: id, after: null })),
  )
}
