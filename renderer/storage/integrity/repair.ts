import type { Annotation } from '#shared/model/annotation'
import { message } from '#shared/model/identity'
import { makeAnchor, resolveAnchor } from '#shared/text/anchor'
import type { ProposedChange } from '../changes'
import type { ProjectDatabase } from '../database'
import { NOT_MADE } from '../made'
import { now } from '../operations/now'
import { placed } from '../operations/placed'
import type { Session } from '../session'
import { doubtTexts } from '../stale'
import { within } from '../within'
import type { IntegrityFinding } from './finding'

const keysIn = (findings: readonly IntegrityFinding[], table: string): string[] =>
  findings.flatMap((finding) => (finding.table === table ? finding.key : []))

/** Marks that are not on their quotes, put where these stand in the source's text; orphans where they stand nowhere. */
async function placedMarks(db: ProjectDatabase, findings: readonly IntegrityFinding[]): Promise<ProposedChange[]> {
  const changes: ProposedChange[] = []
  const [annotations, bookmarks, matters] = await Promise.all([
    db.annotations.bulkGet(keysIn(findings, 'annotations')),
    db.bookmarks.bulkGet(keysIn(findings, 'bookmarks')),
    db.matters.bulkGet(keysIn(findings, 'matters')),
  ])
  const there = <T>(records: readonly (T | undefined)[]): T[] => records.flatMap((record) => record ?? [])
  for (const after of await within(placed(db, there(annotations))))
    changes.push({ table: 'annotations', key: after.id, after: { ...after, updatedAt: now() } })
  for (const after of await within(placed(db, there(bookmarks))))
    changes.push({ table: 'bookmarks', key: after.id, after })
  for (const after of await within(placed(db, there(matters))))
    changes.push({ table: 'matters', key: after.id, after: { ...after, updatedAt: now() } })
  return changes
}

/** Numbers that the user has touched, put where they stand; one that stands nowhere any more stays as it is. */
async function placedStatements(db: ProjectDatabase, keys: readonly string[]): Promise<ProposedChange[]> {
  const changes: ProposedChange[] = []
  for (const statement of (await db.statements.bulkGet([...keys])).flatMap((one) => one ?? [])) {
    const row = await db.texts.get(statement.reading)
    const { start, quantity, prefix, suffix } = statement
    const anchor = { start, end: start + quantity.length, quote: quantity, prefix, suffix }
    const span = row ? resolveAnchor(row.text, anchor) : null
    if (!row || !span) continue
    const { quote, ...around } = makeAnchor(row.text, span.start, span.end)
    const after = { ...statement, start: span.start, quantity: quote, prefix: around.prefix, suffix: around.suffix }
    changes.push({ table: 'statements', key: statement.id, after: { ...after, updatedAt: now() } })
  }
  return changes
}

/**
 * Records without the names of others that are not there.
 * @param changed what is changed of them already
 */
async function unlinked(
  db: ProjectDatabase,
  findings: readonly IntegrityFinding[],
  changed: readonly ProposedChange[],
): Promise<ProposedChange[]> {
  const [codes, reports] = await Promise.all([
    db.codes.toCollection().primaryKeys(),
    db.reports.toCollection().primaryKeys(),
  ])
  const [known, reportIds] = [new Set<string>(codes), new Set<string>(reports)]
  const placedAlready = new Map(changed.map(({ key, after }) => [key, after as Annotation]))
  const annotations = (await db.annotations.bulkGet(keysIn(findings, 'annotations'))).flatMap((one) => one ?? [])
  const loose = (await db.codes.bulkGet(keysIn(findings, 'codes'))).flatMap((one) => one ?? [])
  return [
    ...annotations.map((stored): ProposedChange => {
      const one = placedAlready.get(stored.id) ?? stored
      const report = one.report !== null && reportIds.has(one.report) ? one.report : null
      const given = one.codes.filter((code) => known.has(code))
      return { table: 'annotations', key: one.id, after: { ...one, report, codes: given, updatedAt: now() } }
    }),
    ...loose.map((code): ProposedChange => ({ table: 'codes', key: code.id, after: { ...code, parent: null } })),
  ]
}

/** Throws away what is wrong of texts, so that it is made again from the original as after a rebuild. */
async function forget(db: ProjectDatabase, findings: readonly IntegrityFinding[]): Promise<void> {
  const texts = keysIn(findings, 'texts')
  const reports = await db.reports.bulkGet(keysIn(findings, 'reports'))
  const readings = reports.flatMap((report) => report?.reading ?? [])
  await db.transaction('rw', db.meta, db.texts, db.readings, async () => {
    await doubtTexts(db)
    await db.texts.bulkDelete(texts)
    await db.readings.bulkDelete(texts)
    await db.readings.where('id').anyOf(readings).modify({ made: NOT_MADE })
  })
}

/**
 * Repairs what a check found, as far as it can be: texts and what is found in them are made again from the originals,
 * marks are put where their quotes stand (else they are orphans, with their quotes), names of what is not there are taken
 * off. What the user made is changed in one step that can be undone. Check again to see what is left.
 * @returns names of sources whose originals could not be read
 * @throws JournalError, StorageError as `Session.write`
 */
export async function repairIntegrity(session: Session, findings: readonly IntegrityFinding[]): Promise<string[]> {
  const by = (repair: IntegrityFinding['repair']) => findings.filter((finding) => finding.repair === repair)
  const again = by('readAgain')
  let missing: string[] = []
  if (again.length > 0) {
    await forget(session.db, again)
    missing = await session.restoreTexts()
    await session.refresh()
  }
  const [toPlace, toUnlink] = [by('place'), by('unlink')]
  if (toPlace.length + toUnlink.length === 0) return missing
  await session.write(message('project.history.repaired', { count: toPlace.length + toUnlink.length }), async () => {
    const marks = await within(placedMarks(session.db, toPlace))
    const statements = await within(placedStatements(session.db, keysIn(toPlace, 'statements')))
    const links = await within(unlinked(session.db, toUnlink, marks))
    const again = new Set(links.map(({ key }) => key))
    return [...marks.filter(({ key }) => !again.has(key)), ...statements, ...links]
  })
  return missing
}
