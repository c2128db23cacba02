import { message, newId } from '#shared/model/identity'
import type { JournalEntry } from '#shared/model/journal'
import { matterName, type VentureLink, type VentureRef } from '#shared/model/matter'
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

/**
 * Says of two ventures whether they are the same one; what was said of them before gives way to it.
 * @returns null when that was said already
 */
export async function linkVentures(
  session: Session,
  a: VentureRef,
  b: VentureRef,
  verdict: VentureLink['verdict'],
): Promise<JournalEntry | null> {
  const { db, author } = session
  const names = { a: await nameOf(db, a), b: await nameOf(db, b) }
  const key = verdict === 'same' ? 'venturesLinked' : 'venturesParted'
  return session.write(message(`project.history.${key}`, names), async () => {
    const links = await db.ventureLinks.where('a.report').anyOf(a.report, b.report).toArray()
    const shown = await Promise.all([a, b].map(({ report }) => reviewMatters(db, report)))
    const present = presentLinks(links, new Map(shown.map((matters, index) => [(index === 0 ? a : b).report, matters])))
    const before = present.find((link) => isBetween(link, a, b))
    if (before?.verdict === verdict) return []
    const link: VentureLink = { a, b, id: newId(), ...before, verdict, author, updatedAt: now() }
    return [{ table: 'ventureLinks', key: link.id, after: link }]
  })
}

/** Takes back what was said of ventures; null when none of it is there. */
export function unlinkVentures(session: Session, ids: readonly string[]): Promise<JournalEntry | null> {
  return session.write(
    (changes) => message('project.history.venturesUnlinked', { count: changes.length }),
    [...new Set(ids)].map((id) => ({ table: 'ventureLinks', key: id, after: null })),
  )
}
