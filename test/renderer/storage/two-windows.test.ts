import 'fake-indexeddb/auto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { message, newId } from '#shared/model/identity'
import type { Project } from '#shared/model/project'
import { Journal } from '../../../electron/files/journal'
import { addCode, listCodes, type OpenOptions, openSession, type Session, updateCode } from '../../../renderer/storage'
import { exclusive } from '../../../renderer/storage/exclusive'
import { importFile, newProject, restoreInto, truly } from './fixture'
import { stubLocks } from './locks'

/** The journal as main keeps it, and windows on one project, as the app opens them. */
let folder: string
let journal: Journal
let project: Project
let windows: Session[]

async function openWindow(options: Partial<OpenOptions> = {}): Promise<Session> {
  const restore = restoreInto(project.id, truly)
  const port = { project, journal, journalLast: journal.last, author: `${windows.length + 1}号`, restore, ...options }
  const { session } = await openSession(port)
  windows.push(session)
  return session
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duibiao-windows-'))
  journal = await Journal.open(join(folder, 'journal.jsonl'))
  project = newProject()
  windows = []
})
afterEach(async () => {
  for (const session of windows) session.close()
  await journal.close()
  await rm(folder, { recursive: true })
  vi.unstubAllGlobals()
})

it('write at the same time, and journal and database have all of it in one order', async () => {
  const [a, b] = [await openWindow(), await openWindow()]
  const write = (session: Session, name: string) =>
    Promise.all(Array.from({ length: 15 }, (_, n) => addCode(session, { name: `${name}${n}` })))
  await Promise.all([write(a, 'a'), write(b, 'b')])
  const { entries } = await journal.read(0, 100)
  expect(entries).toEqual(await a.db.journalMirror.toArray())
  expect(entries.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 30 }, (_, n) => n + 1))
  expect(new Set(entries.map(({ author }) => author))).toEqual(new Set(['1号', '2号']))
  for (const session of [a, b]) expect(session.status.getState()).toMatchObject({ pending: 0, failed: null })
})

it('take back what the other did, and go where the other was', async () => {
  const [a, b] = [await openWindow(), await openWindow()]
  const { id } = await addCode(a, { name: '一' })
  await updateCode(b, id, { name: '二' })
  expect(await a.undo()).toMatchObject({ undoes: 2, author: '1号' })
  expect(await b.redo()).toMatchObject({ redoes: 3 })
  await b.goTo(1)
  expect((await listCodes(a.db)).map(({ name }) => name)).toEqual(['一'])
  await a.goTo(0)
  expect(await listCodes(b.db)).toEqual([])
  await b.goTo(2)
  expect((await listCodes(a.db)).map(({ name }) => name)).toEqual(['二'])
  expect((await journal.read(0, 100)).entries).toEqual(await b.db.journalMirror.toArray())
})

it('walk and write at the same time without losing either', async () => {
  const [a, b] = [await openWindow(), await openWindow()]
  for (let n = 0; n < 40; n++) await addCode(a, { name: String(n) })
  const [code] = await listCodes(a.db)
  const writing = Promise.all(
    Array.from({ length: 10 }, (_, n) => {
      const id = newId()
      return b.write(message('project.history.codeAdded'), [
        { table: 'codes', key: id, after: { ...code, id, name: `b${n}` } },
      ])
    }),
  )
  await Promise.all([a.goTo(5), writing])
  const { entries } = await journal.read(0, 1000)
  expect(entries).toEqual(await a.db.journalMirror.toArray())
  const own = entries.filter(({ author, undoes }) => author === '2号' && undoes === null)
  expect(own).toHaveLength(10)
  // What stood on what was left went with it; what came after stands, and goes back like any other step.
  const { length } = await listCodes(a.db)
  expect(length).toBeGreaterThanOrEqual(5)
  expect(length).toBeLessThanOrEqual(15)
  await b.goTo(40)
  expect((await listCodes(a.db)).map(({ name }) => name)).toEqual(Array.from({ length: 40 }, (_, n) => String(n)))
  await b.goTo(0)
  expect(await listCodes(a.db)).toEqual([])
})

it('read again what is stale once, not once for each window', async () => {
  stubLocks()
  const given: string[] = []
  const restore: OpenOptions['restore'] = async (originals) => {
    given.push(...originals.map(({ name }) => name))
    await restoreInto(project.id, truly)(originals)
  }
  const [a, b] = [await openWindow({ restore }), await openWindow({ restore })]
  for (const n of [1, 2, 3]) await importFile(a.db, journal, n, truly(n))
  await a.db.readings.toCollection().modify({ made: 0 })
  await Promise.all([a.refresh(), b.refresh()])
  expect(given.sort()).toEqual(['1.txt', '2.txt', '3.txt'])
  for (const session of [a, b]) expect(session.status.getState().refreshFailed).toBeNull()
})

it('does work alone under a name, and the failure of one is not that of the next', async () => {
  stubLocks()
  const told: string[] = []
  const slow = (name: string) => async () => {
    told.push(`${name} begins`)
    await new Promise((resolve) => setTimeout(resolve, 0))
    told.push(`${name} ends`)
  }
  const failing = exclusive('x', async () => {
    throw new Error('no')
  })
  await Promise.all([expect(failing).rejects.toThrow('no'), exclusive('x', slow('a')), exclusive('x', slow('b'))])
  expect(told).toEqual(['a begins', 'a ends', 'b begins', 'b ends'])
})
