import 'fake-indexeddb/auto'
import { expect, it, vi } from 'vitest'
import {
  addAnnotation,
  hideSource,
  openDatabase,
  rejectStatement,
  reviewStatements,
  updateReport,
} from '../../../renderer/storage'
import { type KnownLibrary, libraryKeeperOf } from '../../../renderer/storage/library-keeper'
import { analysed, hashOf, importFile, MemoryJournal, newProject, open, TEXT } from './fixture'

/** A project with some sources, and its keeper with all of them read. */
async function kept(sources: number, reports = 1) {
  const journal = new MemoryJournal()
  const { session } = await open(newProject(), journal)
  for (let n = 1; n <= sources; n += 1) await importFile(session.db, journal, n, analysed(n, reports))
  return { session, journal, keeper: libraryKeeperOf(session.db) }
}

const rowIn = ({ rows }: KnownLibrary, n: number) => rows.find(({ source }) => source.hash === hashOf(n))

it('reads again only the sources that something has changed in', async () => {
  const { session, journal, keeper } = await kept(3)
  const before = await keeper.current()
  const report = rowIn(before, 2)?.reports[0]?.id ?? ''
  await updateReport(session, report, { title: '另一个题目' })
  const renamed = await keeper.current()
  expect(rowIn(renamed, 2)?.reports[0]?.title).toBe('另一个题目')
  expect([1, 3].map((n) => rowIn(renamed, n) === rowIn(before, n))).toEqual([true, true])
  await rejectStatement(session, report, (await reviewStatements(session.db, report))[0]?.key ?? '')
  const rejected = await keeper.current()
  expect(rowIn(rejected, 2)?.statements).toBe((rowIn(before, 2)?.statements ?? 0) - 1)
  await importFile(session.db, journal, 4)
  await hideSource(session, hashOf(1))
  const later = await keeper.current()
  expect(later.rows.map(({ source }) => source.hash).toSorted()).toEqual([2, 3, 4].map(hashOf).toSorted())
  expect(rowIn(later, 3)).toBe(rowIn(before, 3))
  session.close()
})

it('stays the same while nothing that the library shows has changed', async () => {
  const { session, keeper } = await kept(1)
  const before = await keeper.current()
  const anchor = { start: 0, end: 4, quote: TEXT.slice(0, 4), prefix: '', suffix: '' }
  const place = { source: hashOf(1), reading: `${hashOf(1)}:1`, report: null }
  await addAnnotation(session, { ...place, anchor, codes: [], memo: '' })
  expect(await keeper.current()).toBe(before)
  session.close()
})

it('tells of the first of many reports before it has read all of them', async () => {
  const { session, keeper } = await kept(4, 30)
  const told: { sources: number; whole: boolean }[] = []
  const whole = new Promise<void>((resolve) => {
    keeper.subscribe(() => {
      const known = keeper.snapshot()
      if (!known) return
      told.push({ sources: known.rows.length, whole: known.whole })
      if (known.whole) resolve()
    })
  })
  await whole
  expect(told).toEqual([
    { sources: expect.any(Number), whole: false },
    { sources: 4, whole: true },
  ])
  expect(told[0]?.sources).toBeLessThan(4)
  session.close()
})

it('has the first of many reports read before anyone looks, in the order of their places', async () => {
  const { session, keeper } = await kept(4, 30)
  session.close()
  const { session: again } = await open(session.project, new MemoryJournal())
  const ahead = libraryKeeperOf(again.db)
  expect(ahead).not.toBe(keeper)
  // Opening a project begins it.
  await vi.waitFor(() => expect(ahead.known()).toBeDefined())
  expect(ahead.known()).toMatchObject({ whole: false })
  expect(ahead.known()?.rows.length).toBeLessThan(4)
  expect(await ahead.current()).toMatchObject({ whole: true, rows: { length: 4 } })
  again.close()
})

it('reads nothing ahead of what a database is still to be filled with', async () => {
  const { session, journal } = await kept(4, 30)
  await hideSource(session, hashOf(1))
  const { db } = session
  // As by a power cut that took the last step from the database.
  await db.transaction('rw', [db.sources, db.journalMirror, db.journalHeads, db.meta], async () => {
    await db.sources.update(hashOf(1), { hidden: false })
    await db.journalMirror.delete(journal.last)
    await db.journalHeads.delete(journal.last)
    await db.meta.put({ key: 'lastSequence', value: journal.last - 1 })
  })
  session.close()
  const { session: again, outcome } = await open(session.project, journal)
  expect(outcome.kind).toBe('caughtUp')
  const ahead = libraryKeeperOf(again.db)
  await vi.waitFor(() => expect(ahead.known()).toBeDefined())
  expect(ahead.known()?.rows.some(({ source }) => source.hash === hashOf(1))).toBe(false)
  again.close()
})

it('reads a small library as a whole', async () => {
  const { session, keeper } = await kept(2)
  keeper.readAhead()
  const told = new Promise<KnownLibrary | undefined>((resolve) => {
    keeper.subscribe(() => resolve(keeper.snapshot()))
  })
  expect(await told).toMatchObject({ whole: true, rows: { length: 2 } })
  session.close()
})

it('tells those who listen of what others write', async () => {
  const { session, journal, keeper } = await kept(1)
  await keeper.current()
  const heard = new Promise<number>((resolve) => {
    const end = keeper.subscribe(() => {
      end()
      resolve(keeper.snapshot()?.rows.length ?? 0)
    })
  })
  await importFile(session.db, journal, 2)
  expect(await heard).toBe(2)
  session.close()
})

it('throws what it cannot read only until it is tried again', async () => {
  const { session, keeper } = await kept(1)
  // As by a database that only seems to be open.
  const refused = vi.spyOn(session.db.sources, 'orderBy').mockImplementation(() => {
    throw new Error('disk gone')
  })
  const told = vi.fn()
  const end = keeper.subscribe(told)
  await vi.waitFor(() => expect(told).toHaveBeenCalled())
  end()
  expect(keeper.known()).toBeUndefined()
  // React draws twice what has thrown.
  expect(keeper.snapshot).toThrow('disk gone')
  expect(keeper.snapshot).toThrow('disk gone')
  await vi.waitFor(() => expect(keeper.snapshot()).toBeUndefined())
  refused.mockRestore()
  keeper.subscribe(() => undefined)
  await vi.waitFor(() => expect(keeper.snapshot()?.rows).toHaveLength(1))
  session.close()
})

it('keeps what it knows while it cannot be read', async () => {
  const { session, journal, keeper } = await kept(1)
  const before = await keeper.current()
  const refused = vi.spyOn(session.db.sources, 'bulkGet').mockImplementation(() => {
    throw new Error('disk gone')
  })
  keeper.subscribe(() => undefined)
  const other = await openDatabase(session.project.id)
  await importFile(other, journal, 2)
  other.close()
  await vi.waitFor(() => expect(refused).toHaveBeenCalled())
  await expect(keeper.current()).rejects.toThrow('disk gone')
  expect([keeper.snapshot(), keeper.known()]).toEqual([before, before])
  refused.mockRestore()
  expect((await keeper.current()).rows).toHaveLength(2)
  session.close()
})

it('knows what is written after the database was closed for a while, and what was meanwhile', async () => {
  const { session, journal, keeper } = await kept(1)
  keeper.subscribe(() => undefined)
  await vi.waitFor(() => expect(keeper.snapshot()?.rows).toHaveLength(1))
  session.db.close({ disableAutoOpen: false })
  const other = await openDatabase(session.project.id)
  await importFile(other, journal, 2)
  other.close()
  await session.db.open()
  await vi.waitFor(() => expect(keeper.snapshot()?.rows).toHaveLength(2))
  await importFile(session.db, journal, 3)
  await vi.waitFor(() => expect(keeper.snapshot()?.rows).toHaveLength(3))
  expect((await keeper.current()).rows).toHaveLength(3)
  session.close()
})

it('reads all again of a database that was made anew', async () => {
  const { session, keeper } = await kept(2)
  expect((await keeper.current()).rows).toHaveLength(2)
  await session.db.delete({ disableAutoOpen: false })
  await session.db.open()
  expect((await keeper.current()).rows).toHaveLength(0)
  session.close()
})
