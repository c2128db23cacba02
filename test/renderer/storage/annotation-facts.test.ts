import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import {
  addAnnotation,
  annotationFacts,
  hideSource,
  openDatabase,
  removeAnnotation,
  type Session,
  updateAnnotation,
} from '../../../renderer/storage'
import { hashOf, importFile, MemoryJournal, newProject, open, TEXT } from './fixture'

let session: Session
let journal: MemoryJournal
const hash = hashOf(1)

beforeEach(async () => {
  journal = new MemoryJournal()
  ;({ session } = await open(newProject(), journal))
  await importFile(session.db, journal, 1)
})
afterEach(() => session.close())

const annotate = (end: number, source = hash) => {
  const anchor = { start: 0, end, quote: TEXT.slice(0, end), prefix: '', suffix: '' }
  return addAnnotation(session, { source, reading: `${source}:1`, report: null, anchor, codes: [], memo: '' })
}

const facts = async () => {
  const { facts: all, hidden } = await annotationFacts(session.db)
  return [[...all.values()].map(({ characters }) => characters).sort(), [...hidden]]
}

it('knows every annotation, and what became of each since', async () => {
  const first = await annotate(3)
  expect(await facts()).toEqual([[3], []])
  const second = await annotate(5)
  expect(await facts()).toEqual([[3, 5], []])
  await updateAnnotation(session, first.id, { anchor: { ...first.anchor, end: 4, quote: TEXT.slice(0, 4) } })
  await removeAnnotation(session, second.id)
  expect(await facts()).toEqual([[4], []])
  await session.undo()
  expect(await facts()).toEqual([[4, 5], []])
  await hideSource(session, hash)
  expect(await facts()).toEqual([[4, 5], [hash]])
  await session.undo()
  expect(await facts()).toEqual([[4, 5], []])
})

it('reads only what has changed', async () => {
  for (const end of [1, 2, 3]) await annotate(end)
  await facts()
  const whole = vi.spyOn(session.db.annotations, 'orderBy')
  const single = vi.spyOn(session.db.annotations, 'bulkGet')
  const added = await annotate(4)
  single.mockClear()
  expect(await facts()).toEqual([[1, 2, 3, 4], []])
  expect(whole).not.toHaveBeenCalled()
  expect(single.mock.calls).toEqual([[[added.id]]])
})

it('gives the same object while nothing changes, whatever is imported', async () => {
  await annotate(3)
  const before = await annotationFacts(session.db)
  await importFile(session.db, journal, 2)
  expect(await annotationFacts(session.db)).toBe(before)
  await annotate(4, hashOf(2))
  expect(await annotationFacts(session.db)).not.toBe(before)
})

it('hears what another window writes, a cleared table too', async () => {
  await annotate(3)
  await facts()
  const other = await openDatabase(session.project.id)
  await other.annotations.toCollection().modify((one) => {
    one.anchor.end = 9
  })
  expect(await facts()).toEqual([[9], []])
  await other.annotations.clear()
  other.close()
  expect(await facts()).toEqual([[], []])
})

it('tries again what could not be read', async () => {
  await annotate(3)
  vi.spyOn(session.db.annotations, 'orderBy').mockImplementationOnce(() => {
    throw new Error('disk gone')
  })
  await expect(annotationFacts(session.db)).rejects.toThrow('disk gone')
  expect(await facts()).toEqual([[3], []])
})

it('knows what is written after the database was closed for a while, and what was meanwhile', async () => {
  await annotate(3)
  expect(await facts()).toEqual([[3], []])
  session.db.close({ disableAutoOpen: false })
  const other = await openDatabase(session.project.id)
  await other.annotations.toCollection().modify((one) => {
    one.anchor.end = 9
  })
  await other.sources.update(hash, { hidden: true })
  other.close()
  await session.db.open()
  await annotate(5)
  expect(await facts()).toEqual([[5, 9], [hash]])
  await session.db.delete({ disableAutoOpen: false })
  await session.db.open()
  expect(await facts()).toEqual([[], []])
})
