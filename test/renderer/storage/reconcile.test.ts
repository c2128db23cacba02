import 'fake-indexeddb/auto'
import { afterEach, expect, it, vi } from 'vitest'
import {
  acceptStatement,
  addCode,
  getSourceBundle,
  openDatabase,
  type ReconcileProgress,
  reviewStatements,
  type Session,
  updateReport,
} from '../../../renderer/storage'
import { dump, hashOf, importFile, type MemoryJournal, opened, open as openWith, restoreInto, truly } from './fixture'

const open: typeof openWith = (project, journal, options = {}) =>
  openWith(project, journal, { restore: restoreInto(project.id, truly), ...options })

afterEach(() => vi.restoreAllMocks())

/** A project with two sources, codes, an accepted statement and a corrected report; its session is closed. */
async function used() {
  const world = await opened(truly)
  const { session, journal, report } = world
  await addCode(session, { name: '民生' })
  await acceptStatement(session, report, (await reviewStatements(session.db, report))[0]?.key ?? '')
  await importFile(session.db, journal, 2, truly(2))
  await updateReport(session, report, { year: 2020, title: '改过的题目' })
  const before = await dump(session.db)
  return { ...world, before }
}

/** Makes the database what it was after entry `sequence`, by rebuilding it from that much of the journal. */
async function fallBack({ session, journal, project }: Awaited<ReturnType<typeof used>>, sequence: number) {
  const later = journal.entries.splice(sequence)
  for (const table of session.db.tables) await table.clear()
  session.close()
  const { session: old } = await open(project, journal)
  old.close()
  journal.entries.push(...later)
}

it.each([1, 2, 3, 4])('gives a database that ends at entry %i what only the journal has', async (sequence) => {
  const world = await used()
  await fallBack(world, sequence)
  const { session, outcome } = await open(world.project, world.journal)
  expect(outcome).toMatchObject({ kind: 'caughtUp', entries: 5 - sequence, sources: sequence < 4 ? 1 : 0 })
  expect(await dump(session.db)).toEqual(world.before)
  session.close()
})

it('sends to the journal what only the database has', async () => {
  const { session, journal, project } = await used()
  session.close()
  const lost = journal.entries.splice(2)
  const { session: again, outcome } = await open(project, journal)
  expect(outcome).toMatchObject({ kind: 'pushed', entries: 3 })
  expect(journal.entries.slice(2)).toEqual(lost)
  again.close()
})

const DAMAGES: [string, (session: Session, journal: MemoryJournal) => Promise<unknown>][] = [
  ['lost its sources', ({ db }) => db.sources.clear()],
  ['lost a mirror entry', ({ db }) => db.journalMirror.delete(2)],
  ['lost its last sequence', ({ db }) => db.meta.delete('lastSequence')],
  ['has another history', ({ db }) => db.journalMirror.update(5, { author: '别人' })],
]

it.each(DAMAGES)('rebuilds a database that %s', async (_, damage) => {
  const { session, journal, project, before } = await used()
  await damage(session, journal)
  session.close()
  const { session: again, outcome } = await open(project, journal)
  expect(outcome).toMatchObject({ kind: 'rebuilt', entries: 5, sources: 2, missing: [] })
  expect(await dump(again.db)).toEqual(before)
  again.close()
})

it('starts again when the database cannot be opened', async () => {
  const { session, journal, project, before } = await used()
  session.close()
  const broken = vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => {
    throw new DOMException('Internal error opening backing store', 'UnknownError')
  })
  const { session: again, outcome } = await open(project, journal)
  expect(broken).toHaveBeenCalled()
  expect(outcome.kind).toBe('rebuilt')
  expect(await dump(again.db)).toEqual(before)
  again.close()
})

it('does not throw a database away because the disk is full', async () => {
  const { session, journal, project, before } = await used()
  session.close()
  vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  await expect(open(project, journal)).rejects.toThrow('full')
  const db = await openDatabase(project.id)
  expect(await dump(db)).toEqual(before)
  db.close()
})

it('names the sources whose originals cannot be read, and keeps the rest', async () => {
  const { session, journal, project } = await used()
  for (const table of session.db.tables) await table.clear()
  session.close()
  const { session: again, outcome } = await open(project, journal, { restore: async () => undefined })
  expect(outcome).toMatchObject({ kind: 'rebuilt', missing: ['1.txt', '2.txt'] })
  expect(await again.db.codes.count()).toBe(1)
  expect(await getSourceBundle(again.db, hashOf(1))).toBeNull()
  again.close()
})

it('says how far it is, and goes on where a cut-off rebuild was', async () => {
  const { session, journal, project, before } = await used()
  for (const table of session.db.tables) await table.clear()
  session.close()
  const pages = vi.spyOn(journal, 'read').mockImplementation(async (after) => {
    if (after === 3) throw new Error('cut off')
    return { entries: journal.entries.slice(after, after + 1), last: journal.last }
  })
  await expect(open(project, journal)).rejects.toThrow('cut off')
  pages.mockRestore()
  const steps: ReconcileProgress[] = []
  const { session: again, outcome } = await open(project, journal, { onProgress: (step) => steps.push(step) })
  expect(outcome).toMatchObject({ kind: 'caughtUp', entries: 2 })
  expect(steps).toMatchObject([{ done: 3, total: 5 }])
  expect(await dump(again.db)).toEqual(before)
  again.close()
})

it('refuses a journal with a gap', async () => {
  const { session, journal, project } = await used()
  for (const table of session.db.tables) await table.clear()
  session.close()
  const [first, , ...rest] = journal.entries
  vi.spyOn(journal, 'read').mockResolvedValue({ entries: first ? [first, ...rest] : [], last: 5 })
  await expect(open(project, journal)).rejects.toMatchObject({ reason: { key: 'project.rebuild.gap' } })
})

it('rebuilds what was undone as undone, and can redo it', async () => {
  const { session, journal, project } = await used()
  await session.undo()
  await session.undo()
  const before = await dump(session.db)
  for (const table of session.db.tables) await table.clear()
  session.close()
  const { session: again } = await open(project, journal)
  expect(await dump(again.db)).toEqual(before)
  await again.redo()
  expect(await again.db.sources.get(hashOf(2))).toMatchObject({ hidden: false })
  again.close()
})
