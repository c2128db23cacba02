import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import type { AnalysedSource } from '#shared/model/analysed'
import { reportId } from '#shared/model/identity'
import {
  groupReports,
  hideSource,
  listCells,
  openDatabase,
  type Session,
  setMainVersion,
  showSource,
  storeImport,
  storeImports,
  ungroupReport,
  updateReport,
  versionsOf,
} from '../../../../renderer/storage'
import { AT, dump, dumpRecords, hashOf, importFile, MemoryJournal, newProject, open } from '../fixture'
import { DIGEST, FULL, fileOf, OTHER_SESSION, SCANNED } from './corpus'

const FILES: AnalysedSource[] = [
  fileOf(1, FULL),
  fileOf(2, SCANNED, {}, '2（审议稿）.txt'),
  fileOf(3, DIGEST, { kind: 'digest' }),
  fileOf(4, OTHER_SESSION),
  fileOf(5, FULL, { year: 2023 }),
]
const id = (n: number): string => reportId(hashOf(n), 0)
const fileByNumber = (n: number): AnalysedSource => FILES[n - 1] ?? fileOf(n, FULL)

async function imported(numbers: readonly number[] = [1, 2, 3, 4, 5]) {
  const [project, journal] = [newProject(), new MemoryJournal()]
  const restore = async (originals: { name: string }[]) => {
    const db = await openDatabase(project.id)
    for (const { name } of originals)
      await storeImport(db, fileByNumber(Number.parseInt(name, 10)), { mode: 'restore', author: '', at: AT })
    db.close()
  }
  const { session } = await open(project, journal, { restore })
  for (const n of numbers) await importFile(session.db, journal, n, fileByNumber(n))
  return { session, project, journal, restore }
}

/** Which files are main versions, and of each report how many versions there are. */
async function state({ db }: Session) {
  const mains = (await listCells(db))
    .filter(({ main }) => main)
    .map(({ source }) => Number.parseInt(source.slice(0, 8), 16))
  const sizes = await Promise.all([1, 2, 3, 4, 5].map(async (n) => (await versionsOf(db, id(n))).length))
  return { mains: mains.sort(), sizes }
}

it('groups what is imported, and one of a group enters comparisons', async () => {
  const { session } = await imported()
  expect(await state(session)).toEqual({ mains: [1, 4, 5], sizes: [3, 3, 3, 0, 0] })
  expect((await versionsOf(session.db, id(3))).map(({ source }) => source.name)).toEqual([
    '1.txt',
    '2（审议稿）.txt',
    '3.txt',
  ])
  session.close()
})

it.each([[[5, 4, 3, 2, 1]], [[3, 1, 5, 2, 4]]])('is the same in the order %j, and in one batch', async (order) => {
  const { session: one } = await imported()
  const { session: other } = await imported(order)
  const expected = await one.db.reports.orderBy('id').toArray()
  expect(await other.db.reports.orderBy('id').toArray()).toEqual(expected)
  const { session: batch } = await imported([])
  await storeImports(batch.db, order.map(fileByNumber), { mode: 'import', author: '', at: AT })
  expect(await batch.db.reports.orderBy('id').toArray()).toEqual(expected)
  for (const session of [one, other, batch]) session.close()
})

it('leaves hidden sources out, and takes them in again', async () => {
  const { session } = await imported()
  const before = await dumpRecords(session.db)
  await hideSource(session, hashOf(1))
  expect(await state(session)).toEqual({ mains: [2, 4, 5], sizes: [0, 2, 2, 0, 0] })
  await showSource(session, hashOf(1))
  expect(await dumpRecords(session.db)).toEqual(before)
  await hideSource(session, hashOf(1))
  await hideSource(session, hashOf(2))
  // The digest then belongs to the only full report of its place and year.
  expect(await state(session)).toEqual({ mains: [4, 5], sizes: [0, 0, 2, 2, 0] })
  await session.undo()
  await session.undo()
  expect(await dumpRecords(session.db)).toEqual(before)
  session.close()
})

it('follows a corrected year out of the group and into another', async () => {
  const { session } = await imported()
  await updateReport(session, id(1), { year: 2023 })
  expect(await state(session)).toEqual({ mains: [1, 2, 4], sizes: [2, 2, 2, 0, 2] })
  await updateReport(session, id(5), { year: null })
  expect(await state(session)).toEqual({ mains: [1, 2, 4, 5], sizes: [0, 2, 2, 0, 0] })
  await session.undo()
  await session.undo()
  expect(await state(session)).toEqual({ mains: [1, 4, 5], sizes: [3, 3, 3, 0, 0] })
  session.close()
})

it('lets the user choose the main version, and the last choice counts', async () => {
  const { session } = await imported()
  const before = await dumpRecords(session.db)
  await setMainVersion(session, id(3))
  expect((await state(session)).mains).toEqual([3, 4, 5])
  await setMainVersion(session, id(2))
  expect((await state(session)).mains).toEqual([2, 4, 5])
  expect((await session.db.reports.get(id(3)))?.edited).toEqual([])
  await session.undo()
  expect((await state(session)).mains).toEqual([3, 4, 5])
  await session.undo()
  expect(await dumpRecords(session.db)).toEqual(before)
  session.close()
})

it('lets the user take a report out of its group, and put others into one', async () => {
  const { session } = await imported()
  const before = await dumpRecords(session.db)
  await ungroupReport(session, id(2))
  expect(await state(session)).toEqual({ mains: [1, 2, 4, 5], sizes: [2, 0, 2, 0, 0] })
  await groupReports(session, [id(4), id(5)])
  expect(await state(session)).toEqual({ mains: [1, 2, 4], sizes: [2, 0, 2, 2, 2] })
  expect(await groupReports(session, [id(4)])).toBeNull()
  await ungroupReport(session, id(5))
  expect((await state(session)).mains).toEqual([1, 2, 4, 5])
  for (let step = 0; step < 3; step++) await session.undo()
  expect(await dumpRecords(session.db)).toEqual(before)
  session.close()
})

it('is rebuilt as it was, the user’s choices too', async () => {
  const { session, project, journal, restore } = await imported()
  await setMainVersion(session, id(3))
  await groupReports(session, [id(4), id(5)])
  await hideSource(session, hashOf(2))
  await updateReport(session, id(1), { title: '改过的题目' })
  const before = await dump(session.db)
  for (const table of session.db.tables) await table.clear()
  session.close()
  const { session: rebuilt } = await open(project, journal, { restore })
  expect(await dump(rebuilt.db)).toEqual(before)
  rebuilt.close()
})
