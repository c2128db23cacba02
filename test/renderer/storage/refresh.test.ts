import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { message, readingId } from '#shared/model/identity'
import {
  type Original,
  openDatabase,
  type RefreshProgress,
  StorageError,
  staleSources,
  storeImport,
  storeImports,
} from '../../../renderer/storage'
import { MADE, NOT_MADE } from '../../../renderer/storage/made'
import {
  AT,
  analysed,
  hashOf,
  importFile,
  MemoryJournal,
  newProject,
  open,
  readIn,
  restoreInto,
  truly,
} from './fixture'

/** A project with so many files, all of them found by an older version of the program; `restore` is what main does. */
async function outdated(files: number, restore: (project: string) => (originals: Original[]) => Promise<void>) {
  const project = newProject()
  const { session } = await open(project, new MemoryJournal(), { restore: restore(project.id) })
  const sources = Array.from({ length: files }, (_, n) => analysed(n))
  await storeImports(session.db, sources, { mode: 'import', author: '甲', at: AT })
  await session.db.readings.toCollection().modify({ made: MADE - 1 })
  return session
}

it('gives the importer some files at a time, and tells how far it is', async () => {
  const batches: number[] = []
  const session = await outdated(120, (project) => async (originals) => {
    batches.push(originals.length)
    await restoreInto(project)(originals)
  })
  const told: (RefreshProgress | null)[] = []
  session.status.subscribe(({ refreshing }, before) => {
    if (refreshing !== before.refreshing) told.push(refreshing)
  })
  expect(await session.refresh()).toEqual([])
  expect(batches).toEqual([50, 50, 20])
  expect(told.filter(Boolean)).toEqual([
    { done: 0, total: 120 },
    { done: 50, total: 120 },
    { done: 100, total: 120 },
  ])
  expect(told.at(-1)).toBeNull()
  expect(await staleSources(session.db)).toEqual([])
  session.close()
})

it('asks nothing where all is as this program would find it', async () => {
  const session = await outdated(2, () => async () => {
    throw new Error('asked')
  })
  await session.db.readings.toCollection().modify({ made: MADE })
  expect(await session.refresh()).toEqual([])
  expect(session.status.getState().refreshFailed).toBeNull()
  session.close()
})

it('names what cannot be read again, and does not ask for it for ever', async () => {
  let asked = 0
  const session = await outdated(2, () => async () => {
    asked += 1
  })
  expect(await session.refresh()).toEqual(['0.txt', '1.txt'])
  expect(asked).toBe(1)
  session.close()
})

it('says why nothing could be read again, and tries the next time', async () => {
  const reason = message('errors.import.busy')
  let broken = true
  const session = await outdated(1, (project) => async (originals) => {
    if (broken) throw new StorageError(reason)
    await restoreInto(project)(originals)
  })
  expect(await session.refresh()).toEqual([])
  expect(session.status.getState()).toMatchObject({ refreshing: null, refreshFailed: reason })
  broken = false
  await session.refresh()
  expect(session.status.getState().refreshFailed).toBeNull()
  expect(await staleSources(session.db)).toEqual([])
  session.close()
})

it('stops after the files at work when the project is closed', async () => {
  let asked = 0
  const session = await outdated(60, () => async () => {
    asked += 1
    session.close()
  })
  expect(await session.refresh()).toEqual([])
  expect(asked).toBe(1)
})

it('finds a source stale whose reading is another one than what is stored', async () => {
  const session = await outdated(1, () => async () => undefined)
  for (const [made, stale] of [
    [MADE, 0],
    [NOT_MADE, 1],
  ] as const) {
    await session.db.readings.toCollection().modify({ made })
    expect(await staleSources(session.db)).toHaveLength(stale)
  }
  await session.db.readings.clear()
  expect(await staleSources(session.db)).toHaveLength(1)
  session.close()
})

it('brings to the journal what a newer parser made a new reading of', async () => {
  const project = newProject()
  const journal = new MemoryJournal()
  const newer = readIn(1, 'big5')
  const restore = async () => {
    const db = await openDatabase(project.id)
    const number = Number((await db.sources.get(hashOf(1)))?.reading.split(':')[1])
    const same = { ...newer.source, readAs: truly(1).source.readAs, reading: readingId(hashOf(1), number) }
    await storeImport(db, { ...newer, source: same }, { mode: 'restore', author: '', at: AT })
    db.close()
  }
  const { session } = await open(project, journal, { restore })
  await importFile(session.db, journal, 1, truly(1))
  await session.db.readings.toCollection().modify({ made: MADE - 1 })
  expect(await session.refresh()).toEqual([])
  expect(journal.entries.map(({ operation }) => operation.key)).toEqual([
    'project.history.sourceImported',
    'project.history.sourceReread',
  ])
  session.close()
})

it('leaves a source that was taken back out of sight, whatever a newer parser reads in it', async () => {
  const project = newProject()
  const journal = new MemoryJournal()
  const restore = async () => {
    const db = await openDatabase(project.id)
    const newer = readIn(1, 'big5')
    const source = { ...newer.source, readAs: truly(1).source.readAs, reading: readingId(hashOf(1), 1) }
    await storeImport(db, { ...newer, source }, { mode: 'restore', author: '', at: AT })
    db.close()
  }
  const { session } = await open(project, journal, { restore })
  await importFile(session.db, journal, 1, truly(1))
  await session.undo()
  await session.db.readings.toCollection().modify({ made: MADE - 1 })
  await session.refresh()
  expect(await session.db.sources.get(hashOf(1))).toMatchObject({ hidden: true })
  session.close()
})
