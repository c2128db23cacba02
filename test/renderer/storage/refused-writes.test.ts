import 'fake-indexeddb/auto'
import { runInNewContext } from 'node:vm'
import Dexie from 'dexie'
import { expect, it, vi } from 'vitest'
import { addCode, StorageError } from '../../../renderer/storage'
import { isDiskError, reasonOf } from '../../../renderer/storage/errors'
import { reopenWhole } from '../../../renderer/storage/reopen'
import { MemoryJournal, newProject, open } from './fixture'

it('keeps what a full disk refuses, with what comes after it, and writes both when there is room', async () => {
  const journal = new MemoryJournal()
  const { session } = await open(newProject(), journal)
  const full = vi
    .spyOn(session.db, 'transaction')
    .mockImplementation(() => Dexie.Promise.reject(new DOMException('full', 'QuotaExceededError')))
  const [first, second] = [addCode(session, { name: '一' }), addCode(session, { name: '二' })]
  const state = () => session.status.getState()
  await vi.waitFor(() => expect(state().failed).toEqual({ key: 'project.write.waits', params: {} }))
  expect(state().pending).toBe(2)
  await expect(session.flush()).rejects.toThrow('project.write.waits')
  expect(state()).toMatchObject({ failed: { key: 'project.write.waits' }, pending: 2 })
  full.mockRestore()
  // As Chromium leaves it after a write that failed.
  session.db.close({ disableAutoOpen: false })
  await session.flush()
  await Promise.all([first, second])
  await vi.waitFor(() => expect(state()).toMatchObject({ failed: null, pending: 0 }))
  expect(journal.entries.map(({ changes }) => changes[0]?.after)).toMatchObject([{ name: '一' }, { name: '二' }])
  session.close()
})

it('keeps what meets a connection that is gone, but nothing of a session that is closed', async () => {
  const journal = new MemoryJournal()
  const { session } = await open(newProject(), journal)
  session.db.close({ disableAutoOpen: true })
  const kept = [addCode(session, { name: '一' }), addCode(session, { name: '二' })]
  const state = () => session.status.getState()
  await vi.waitFor(() => expect(state()).toMatchObject({ failed: { key: 'project.write.waits' }, pending: 2 }))
  await session.flush()
  await Promise.all(kept)
  expect(await session.db.codes.count()).toBe(2)
  session.close()
  await expect(addCode(session, { name: '三' })).rejects.toThrow('closed')
  expect(state()).toMatchObject({ failed: null, pending: 0 })
})

it('takes a transaction that ends without a word for the disk, but not a work that its user ended', () => {
  const aborted = new Dexie.AbortError('The transaction was aborted')
  expect(reasonOf(aborted, 'other')).toEqual({ key: 'project.write.disk', params: {} })
  expect(isDiskError(new Dexie.BulkError('2 of 2 failed', [aborted, aborted]))).toBe(true)
  expect(isDiskError(new Dexie.BulkError('1 of 2 failed', [new Dexie.ConstraintError('twice')]))).toBe(false)
  expect(isDiskError(new DOMException('cancelled', 'AbortError'))).toBe(false)
  expect(isDiskError(new StorageError({ key: 'project.write.gone', params: {} }))).toBe(false)
})

/** An error of another frame. */
const foreign = (name: string): Error => runInNewContext(`Object.assign(new Error('aborted'), { name: '${name}' })`)

it('knows the errors of a database that was opened through a frame, which are of another realm', () => {
  const aborted = foreign('AbortError')
  expect(aborted).not.toBeInstanceOf(Error)
  expect(isDiskError(new Dexie.BulkError('1 of 1 failed', [aborted]))).toBe(true)
  expect(isDiskError(new Dexie.BulkError('1 of 1 failed', [foreign('ConstraintError')]))).toBe(false)
  expect(isDiskError(foreign('QuotaExceededError'))).toBe(true)
  expect(reasonOf(foreign('DataError'), 'other')).toEqual({ key: 'other', params: { message: 'aborted' } })
})

it('keeps what is refused through a frame', async () => {
  const { session } = await open(newProject(), new MemoryJournal())
  const full = vi
    .spyOn(session.db, 'transaction')
    .mockImplementation(() => Dexie.Promise.reject(new Dexie.BulkError('1 of 1 failed', [foreign('AbortError')])))
  const made = addCode(session, { name: '一' })
  await vi.waitFor(() => expect(session.status.getState().failed?.key).toBe('project.write.waits'))
  full.mockRestore()
  await session.flush()
  await made
  expect(await session.db.codes.count()).toBe(1)
  session.close()
})

it('brings back what Chromium lost over a full disk, and writes what was kept in memory', async () => {
  const journal = new MemoryJournal()
  const { session } = await open(newProject(), journal)
  const state = () => session.status.getState()
  await addCode(session, { name: '一' })
  // In the database, but not in the journal: that lies on the same disk.
  journal.broken = true
  await expect(addCode(session, { name: '二' })).rejects.toThrow('disk gone')
  // A database in which a write stopped half-way is opened as an empty one.
  await session.db.delete({ disableAutoOpen: false })
  await session.db.open()
  const third = addCode(session, { name: '三' })
  await vi.waitFor(() => expect(state().failed).toEqual({ key: 'project.write.lost', params: {} }))
  expect(state().pending).toBe(2)
  await expect(session.flush()).rejects.toThrow('disk gone')
  expect(state().pending).toBe(2)
  journal.broken = false
  await session.flush()
  await third
  await vi.waitFor(() => expect(state()).toMatchObject({ failed: null, pending: 0 }))
  const codes = await session.db.codes.toArray()
  expect(codes.toSorted((a, b) => a.order - b.order).map(({ name }) => name)).toEqual(['一', '二', '三'])
  expect(journal.entries.map(({ sequence }) => sequence)).toEqual([1, 2, 3])
  session.close()
})

it('opens the database as often as it fails, with longer and longer pauses', async () => {
  const journal = new MemoryJournal()
  const { session } = await open(newProject(), journal)
  await addCode(session, { name: '一' })
  const { db } = session
  const put = vi.spyOn(db.meta, 'put')
  const failing = (times: number) => {
    for (let at = 0; at < times; at++)
      put.mockImplementationOnce(() => Dexie.Promise.reject(new DOMException('Internal error', 'UnknownError')))
  }
  const pauses: number[] = []
  const pause = async (milliseconds: number) => void pauses.push(milliseconds)
  const again = () => reopenWhole({ db, journal, journalLast: 1, unsaved: [], pause })
  failing(2)
  expect(await again()).toEqual({ last: 1, leftOver: [] })
  expect(pauses).toEqual([0, 2_500, 5_000])
  failing(4)
  await expect(again()).rejects.toThrow('Internal error')
  expect(await again()).toEqual({ last: 1, leftOver: [] })
  expect(await db.codes.count()).toBe(1)
  session.close()
})

it('opens a database again that failed between a write and the journal', async () => {
  const journal = new MemoryJournal()
  const { session } = await open(newProject(), journal)
  const state = () => session.status.getState()
  journal.broken = true
  await expect(addCode(session, { name: '一' })).rejects.toThrow('disk gone')
  // As Chromium leaves it on a full disk: closed, and each try to open it fails.
  const opening = vi.spyOn(session.db, 'open').mockImplementation(() => {
    const failed: unknown = new DOMException('Internal error opening backing store', 'UnknownError')
    return Dexie.Promise.reject(failed)
  })
  session.db.close({ disableAutoOpen: true })
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  const refused = expect(session.flush()).rejects.toThrow('project.write')
  await vi.advanceTimersByTimeAsync(60_000)
  await refused
  vi.useRealTimers()
  expect(state().failed).not.toBeNull()
  journal.broken = false
  opening.mockRestore()
  await session.flush()
  expect(journal.entries.map(({ changes }) => changes[0]?.after)).toMatchObject([{ name: '一' }])
  expect(state()).toMatchObject({ failed: null, pending: 0 })
  await addCode(session, { name: '二' })
  expect(journal.last).toBe(2)
  session.close()
})

it('calls nothing unsaved because what can be undone could not be read', async () => {
  const { session } = await open(newProject(), new MemoryJournal())
  const state = () => session.status.getState()
  const { db } = session
  const transaction = db.transaction.bind(db)
  let unread = 0
  const full = vi.spyOn(db, 'transaction').mockImplementation((mode: string, ...rest: unknown[]) => {
    if (mode !== 'r') return Reflect.apply(transaction, db, [mode, ...rest])
    unread += 1
    return Dexie.Promise.reject(new DOMException('Internal error', 'UnknownError'))
  })
  await addCode(session, { name: '一' })
  await vi.waitFor(() => expect(unread).toBeGreaterThan(0))
  expect(state()).toMatchObject({ failed: null, pending: 0, undo: null })
  full.mockRestore()
  session.db.close({ disableAutoOpen: true })
  await session.flush()
  await vi.waitFor(() => expect(state().undo).toMatchObject({ params: { name: '一' } }))
  session.close()
})

it('gives up an opening that is never answered, and keeps the write that waits for it', async () => {
  const journal = new MemoryJournal()
  const { session } = await open(newProject(), journal)
  const { db } = session
  db.close({ disableAutoOpen: false })
  const factory = Reflect.get(db, '_deps').indexedDB
  const opening = vi.spyOn(factory, 'open').mockImplementation(() => ({}))
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const written = addCode(session, { name: '一' })
  await vi.advanceTimersByTimeAsync(10_000)
  vi.useRealTimers()
  await vi.waitFor(() => expect(session.status.getState().failed).toEqual({ key: 'project.write.waits', params: {} }))
  opening.mockRestore()
  await session.flush()
  await written
  expect(journal.entries.map(({ changes }) => changes[0]?.after)).toMatchObject([{ name: '一' }])
  session.close()
})
