import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { DATA_VERSION } from '#shared/model/project'
import { addAnnotation, addCode, openDatabase, ProjectDatabase, updateProvenance } from '../../../renderer/storage'
import { databaseName } from '../../../renderer/storage/database'
import { MIGRATIONS } from '../../../renderer/storage/migrations'
import { newProject, opened } from './fixture'

it('gives every entry of an older database the head that it would have been written with', async () => {
  const { session, hash } = await opened()
  const { reading } = (await session.db.sources.get(hash)) ?? { reading: '' }
  const { id: code } = await addCode(session, { name: '一' })
  const anchor = { start: 0, end: 2, quote: '20', prefix: '', suffix: '' }
  await addAnnotation(session, { source: hash, reading, report: null, anchor, codes: [code], memo: '' })
  await updateProvenance(session, hash, { page: '3' })
  await session.undo()
  await session.redo()
  const [entries, heads] = [await session.db.journalMirror.toArray(), await session.db.journalHeads.toArray()]
  expect(heads).toHaveLength(6)
  session.close()
  const { id } = newProject()
  const old = new ProjectDatabase(databaseName(id), 'strict', MIGRATIONS.slice(0, 5))
  await old.open()
  await old.table('journalMirror').bulkPut(entries)
  old.close()
  const db = await openDatabase(id)
  expect(await db.journalHeads.toArray()).toEqual(heads)
  expect(await db.journalMirror.toArray()).toEqual(entries)
  expect((await db.meta.get('dataVersion'))?.value).toBe(DATA_VERSION)
  db.close()
})
