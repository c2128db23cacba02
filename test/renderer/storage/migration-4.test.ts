import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { DATA_VERSION } from '#shared/model/project'
import { openDatabase, ProjectDatabase } from '../../../renderer/storage'
import { databaseName } from '../../../renderer/storage/database'
import { MIGRATIONS } from '../../../renderer/storage/migrations'
import { analysed, newProject } from './fixture'

it('adds the table of extractions and leaves what is there', async () => {
  const { id } = newProject()
  const old = new ProjectDatabase(databaseName(id), 'strict', MIGRATIONS.slice(0, 3))
  await old.open()
  const { source, text } = analysed(1)
  await old.table('sources').put(source)
  await old.table('texts').put(text)
  await old.table('meta').put({ key: 'dataVersion', value: 3 })
  old.close()
  const db = await openDatabase(id)
  expect(await db.extractions.toArray()).toEqual([])
  expect([await db.sources.toArray(), await db.texts.toArray()]).toEqual([[source], [text]])
  expect((await db.meta.get('dataVersion'))?.value).toBe(DATA_VERSION)
  db.close()
})
