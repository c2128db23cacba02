import 'fake-indexeddb/auto'
import { expect, it, vi } from 'vitest'
import { fingerprint } from '#shared/text/fingerprint'
import { acceptStatement, addCode, duplicateOf, reviewStatements, storeImport } from '../../../renderer/storage'
import { isQuotaError } from '../../../renderer/storage/errors'
import { MADE } from '../../../renderer/storage/made'
import { AT, analysed, dump, hashOf, importFile, MemoryJournal, newProject, open, opened } from './fixture'

const IMPORT = { mode: 'import', author: '甲', at: AT } as const

it('stores a source with all that was found in it, and one journal entry', async () => {
  const { session } = await open(newProject(), new MemoryJournal())
  const file = analysed(7, 2)
  const { outcome, entry } = await storeImport(session.db, file, IMPORT)
  expect(outcome).toMatchObject({ status: 'imported', format: 'txt', encoding: 'utf-8', statements: 6 })
  expect(outcome.status === 'imported' && outcome.reports.map(({ year }) => year)).toEqual([2024, 2024])
  expect(entry).toEqual({
    sequence: 1,
    at: AT,
    author: '甲',
    operation: { key: 'project.history.sourceImported', params: { name: '7.txt' } },
    changes: [{ table: 'sources', key: hashOf(7), before: null, after: file.source }],
    undoes: null,
    redoes: null,
  })
  const stored = await dump(session.db)
  expect(stored.sources).toEqual([file.source])
  expect(stored.readings).toEqual([{ ...file.reading, made: MADE }])
  expect(stored.texts).toEqual([{ ...file.text, fingerprint: fingerprint(file.text.text) }])
  expect(stored.reports).toHaveLength(2)
  expect(stored.cells).toMatchObject([{ count: 3 }, { count: 3 }])
  session.close()
})

it('tells a duplicate before and after it is analysed, also when two are stored at once', async () => {
  const { session, hash } = await opened()
  expect(await duplicateOf(session.db, hash)).toMatchObject({ name: '1.txt' })
  expect(await duplicateOf(session.db, hashOf(2))).toBeNull()
  const twice = await Promise.all([1, 2].map(() => storeImport(session.db, analysed(2), IMPORT)))
  expect(twice.map(({ outcome }) => outcome.status)).toEqual(['imported', 'duplicate'])
  expect(await session.db.journalMirror.count()).toBe(2)
  session.close()
})

it('shows a hidden source again as a step of its own', async () => {
  const { session, journal, hash } = await opened()
  await session.undo()
  expect(await duplicateOf(session.db, hash)).toBeNull()
  const { outcome, entry } = await importFile(session.db, journal, 1)
  expect(outcome.status).toBe('imported')
  expect(entry?.operation.key).toBe('project.history.sourceShown')
  await session.undo()
  expect(await session.db.sources.get(hash)).toMatchObject({ hidden: true })
  session.close()
})

it('restores derived records and leaves the source and the user’s word as they are', async () => {
  const { session, report, hash } = await opened()
  await acceptStatement(session, report, (await reviewStatements(session.db, report))[0]?.key ?? '')
  await session.db.sources.update(hash, { name: '改名.txt' })
  const before = await dump(session.db)
  for (const name of ['readings', 'texts', 'sections', 'engineOutput', 'cells']) await session.db.table(name).clear()
  const { entry } = await storeImport(session.db, analysed(1), { ...IMPORT, mode: 'restore' })
  expect(entry).toBeNull()
  expect(await dump(session.db)).toEqual(before)
  session.close()
})

it('stores nothing at all when one part cannot be stored', async () => {
  const { session } = await opened()
  const before = await dump(session.db)
  vi.spyOn(session.db.cells, 'bulkPut').mockRejectedValueOnce(new DOMException('full', 'QuotaExceededError'))
  const error = await storeImport(session.db, analysed(2), IMPORT).catch((thrown: unknown) => thrown)
  expect(isQuotaError(error)).toBe(true)
  expect(await dump(session.db)).toEqual(before)
  await addCode(session, { name: '还能写' })
  session.close()
})
