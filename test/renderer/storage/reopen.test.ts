import 'fake-indexeddb/auto'
import { mkdtemp, open as openFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Dexie from 'dexie'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { JournalEntry } from '#shared/model/journal'
import { Journal, type JournalFile } from '../../../electron/files/journal'
import {
  addCode,
  listCodes,
  type OpenOptions,
  openSession,
  type ProjectDatabase,
  type Session,
  storeImport,
} from '../../../renderer/storage'
import { JOURNAL_PAGE, type JournalPort } from '../../../renderer/storage/journal'
import { reconcileRecords } from '../../../renderer/storage/reconcile'
import { RefusedWrites } from '../../../renderer/storage/refused-writes'
import { type ReopenOptions, reopenWhole } from '../../../renderer/storage/reopen'
import { entries, entry } from '../../electron/files/entries'
import { AT, analysed, newProject, restoreInto } from './fixture'
import { stubLocks } from './locks'

/** The journal as main keeps it, on a disk that can be full. */
let folder: string
let journal: Journal
let full: boolean
/** How many entries went to it at once. */
let pages: number[]
let sessions: Session[]

/** A file on the disk that can be full. */
async function onDisk(path: string): Promise<JournalFile> {
  const file = await openFile(path, 'wx+')
  const write: JournalFile['write'] = (...args: unknown[]) =>
    full ? Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })) : Reflect.apply(file.write, file, args)
  return {
    write,
    read: file.read.bind(file),
    truncate: file.truncate.bind(file),
    datasync: file.datasync.bind(file),
    close: file.close.bind(file),
  }
}

const port: JournalPort = {
  append: (some) => {
    pages.push(some.length)
    return journal.append(some)
  },
  read: (after, limit) => journal.read(after, limit),
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duibiao-reopen-'))
  full = false
  pages = []
  sessions = []
  journal = await Journal.open(join(folder, 'journal.jsonl'), { openFile: onDisk })
})
afterEach(async () => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  for (const session of sessions) session.close()
  await journal.close()
  await rm(folder, { recursive: true })
})

async function openWindow(project = newProject(), options: Partial<OpenOptions> = {}): Promise<Session> {
  const restore = restoreInto(project.id)
  const how = { project, journal: port, journalLast: journal.last, author: '甲', restore, ...options }
  const { session } = await openSession(how)
  sessions.push(session)
  return session
}

/** What Chromium makes of a database in which a write stopped half-way. */
async function empty(db: ProjectDatabase): Promise<void> {
  await db.delete({ disableAutoOpen: false })
  await db.open()
}

const importInto = (db: ProjectDatabase, n: number) =>
  storeImport(db, analysed(n), { mode: 'import', author: '甲', at: AT })

const state = (session: Session) => session.status.getState()
const refused = (session: Session, key: string) => vi.waitFor(() => expect(state(session).failed?.key).toBe(key))
const written = async (): Promise<JournalEntry[]> => (await journal.read(0, 1000)).entries
const names = async (session: Session) => (await listCodes(session.db)).map(({ name }) => name)

/** Entries from the first on, that change nothing. */
const many = (last: number) => entries(1, last).map((one) => ({ ...one, changes: [] }))

/** Has the database again without waiting. */
const again = (db: ProjectDatabase, unsaved: JournalEntry[], more: Partial<ReopenOptions> = {}) =>
  reopenWhole({
    db,
    journal: port,
    journalLast: journal.last,
    unsaved,
    pause: async () => undefined,
    ...more,
  })

it('sends what the importer wrote before the own entries where the database is whole', async () => {
  const session = await openWindow()
  await addCode(session, { name: '一' })
  full = true
  const { entry: imported } = await importInto(session.db, 1)
  await expect(journal.append(imported ? [imported] : [])).rejects.toThrow('unwritable')
  await expect(addCode(session, { name: '二' })).rejects.toThrow('unwritable')
  const refusing = vi
    .spyOn(session.db, 'transaction')
    .mockImplementation(() => Dexie.Promise.reject(new DOMException('full', 'QuotaExceededError')))
  const waiting = addCode(session, { name: '三' })
  await refused(session, 'project.write.waits')
  refusing.mockRestore()
  full = false
  session.db.close({ disableAutoOpen: false })
  await session.flush()
  await waiting
  expect(await written()).toEqual(await session.db.journalMirror.toArray())
  expect((await written()).map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4])
  expect(await names(session)).toEqual(['一', '二', '三'])
  expect(state(session)).toMatchObject({ failed: null, pending: 0 })
})

it('sends what was lost to the journal in pages that it takes', async () => {
  const session = await openWindow()
  await empty(session.db)
  expect(await again(session.db, many(1200))).toEqual({ last: 1200, leftOver: [] })
  expect(Math.max(...pages)).toBeLessThanOrEqual(JOURNAL_PAGE)
  expect(await session.db.journalMirror.count()).toBe(1200)
})

it('keeps what another entry has the place of', async () => {
  const session = await openWindow()
  await addCode(session, { name: '一' })
  const other = { ...entry(1), changes: [] }
  expect(await again(session.db, [other])).toEqual({ last: 1, leftOver: [other] })
  expect(await names(session)).toEqual(['一'])
})

it('says what is left over where a step before it is lost, and goes on', async () => {
  const session = await openWindow()
  await addCode(session, { name: '一' })
  full = true
  await importInto(session.db, 1)
  await expect(addCode(session, { name: '二' })).rejects.toThrow('unwritable')
  full = false
  await empty(session.db)
  const third = addCode(session, { name: '三' })
  await refused(session, 'project.write.lost')
  await session.flush()
  await third
  expect(await names(session)).toEqual(['一', '三'])
  expect(await written()).toEqual(await session.db.journalMirror.toArray())
  const failed = { key: 'project.write.leftOver', params: { count: 1, steps: '二' } }
  await vi.waitFor(() => expect(state(session)).toMatchObject({ failed, pending: 1 }))
})

it('opens the database at one place at a time', async () => {
  stubLocks()
  const { db } = await openWindow()
  vi.spyOn(db.meta, 'put').mockImplementationOnce(() => Dexie.Promise.reject(new DOMException('no', 'UnknownError')))
  const told: string[] = []
  const tried = (name: string) =>
    again(db, [], { pause: async (milliseconds) => void told.push(`${name} ${milliseconds}`) })
  await Promise.all([tried('a'), tried('b')])
  expect(told).toEqual(['a 0', 'a 2500', 'b 0'])
})

it('has the database again once for all who ask at the same time', async () => {
  const reopen = vi.fn(() => new Promise<void>((done) => setTimeout(done, 0)))
  const refused = new RefusedWrites(
    () => undefined,
    reopen,
    () => false,
  )
  const work = vi.fn(async () => 'done').mockRejectedValueOnce(new DOMException('full', 'QuotaExceededError'))
  const waiting = refused.run(work)
  await vi.waitFor(() => expect(refused.reason).not.toBeNull())
  await Promise.all([refused.again(), refused.again()])
  expect(await waiting).toBe('done')
  expect(reopen).toHaveBeenCalledTimes(1)
  reopen.mockRejectedValueOnce(new Error('no'))
  work.mockRejectedValueOnce(new DOMException('full', 'QuotaExceededError'))
  const later = refused.run(work)
  await vi.waitFor(() => expect(refused.reason).not.toBeNull())
  const both = await Promise.allSettled([refused.again(), refused.again()])
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  await refused.again()
  expect(await later).toBe('done')
})

it('writes what waits before the importer has read the texts again, and tells which it could not', async () => {
  let goOn: () => void = () => undefined
  const given: string[] = []
  const restore: OpenOptions['restore'] = async (originals) => {
    given.push(...originals.map(({ name }) => name))
    // As behind an import that its user has paused.
    await new Promise<void>((done) => {
      goOn = done
    })
  }
  const session = await openWindow(newProject(), { restore })
  const { entry: imported } = await importInto(session.db, 1)
  await journal.append(imported ? [imported] : [])
  await addCode(session, { name: '一' })
  await empty(session.db)
  const second = addCode(session, { name: '二' })
  await refused(session, 'project.write.lost')
  const tried = session.flush()
  await vi.waitFor(() => expect(given).toEqual(['1.txt']))
  await vi.waitFor(() => expect(state(session)).toMatchObject({ failed: null, pending: 0 }))
  await Promise.all([tried, second])
  expect(await names(session)).toEqual(['一', '二'])
  goOn()
  const refreshFailed = { key: 'project.rebuild.missing', params: { count: 1, names: '1.txt' } }
  await vi.waitFor(() => expect(state(session)).toMatchObject({ refreshing: null, refreshFailed }))
})

it('writes nothing to a database that lost what only the window has', async () => {
  const session = await openWindow()
  full = true
  await expect(addCode(session, { name: '一' })).rejects.toThrow('unwritable')
  await empty(session.db)
  const second = addCode(session, { name: '二' })
  await refused(session, 'project.write.lost')
  expect(await session.db.journalMirror.count()).toBe(0)
  expect(state(session).pending).toBe(2)
  full = false
  await session.flush()
  await second
  expect(await names(session)).toEqual(['一', '二'])
  expect(await written()).toEqual(await session.db.journalMirror.toArray())
})

it('keeps an entry that the database lost on its way to the journal', async () => {
  const session = await openWindow()
  const { append } = port
  vi.spyOn(port, 'append').mockImplementationOnce(async (some) => {
    await empty(session.db)
    await importInto(session.db, 1)
    return append(some)
  })
  await expect(addCode(session, { name: '一' })).rejects.toThrow('project.write.lost')
  expect(state(session)).toMatchObject({ failed: { key: 'project.write.lost' }, pending: 1 })
  await session.flush()
  expect(state(session)).toMatchObject({ failed: null, pending: 0 })
  expect(await names(session)).toEqual(['一'])
  expect(await written()).toEqual(await session.db.journalMirror.toArray())
})

/** Does something when the page after so many entries is read, as often as told. */
function between(after: number, times: number, work: () => Promise<unknown>): void {
  const { read } = port
  let left = times
  vi.spyOn(port, 'read').mockImplementation(async (from, limit) => {
    const answer = await read(from, limit)
    if (from !== after || limit !== JOURNAL_PAGE || left === 0) return answer
    left -= 1
    await work()
    return answer
  })
}

it('fills the database anew where the importer wrote to it between two pages', async () => {
  const { db } = await openWindow()
  await journal.append(many(1200))
  between(JOURNAL_PAGE, 1, () => importInto(db, 1))
  expect(await again(db, [])).toEqual({ last: 1200, leftOver: [] })
  expect(await db.journalMirror.toArray()).toEqual(many(1200))
  expect(await db.sources.count()).toBe(0)
})

it('goes on where another window filled the database meanwhile', async () => {
  const { db } = await openWindow()
  await journal.append(many(1200))
  const same = { db, journal, journalLast: 1200, onProgress: () => undefined }
  between(JOURNAL_PAGE, 1, () => reconcileRecords(same))
  const deleted = vi.spyOn(db, 'delete')
  expect(await again(db, [])).toEqual({ last: 1200, leftOver: [] })
  expect(await db.journalMirror.count()).toBe(1200)
  expect(deleted).not.toHaveBeenCalled()
})

it('gives up for now where the importer writes between the pages again and again', async () => {
  const { db } = await openWindow()
  await journal.append(many(1200))
  let n = 0
  between(JOURNAL_PAGE, Number.POSITIVE_INFINITY, () => importInto(db, ++n))
  await expect(again(db, [])).rejects.toThrow('project.write.lost')
})
