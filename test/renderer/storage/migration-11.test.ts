import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { newId } from '#shared/model/identity'
import { DATA_VERSION } from '#shared/model/project'
import { openDatabase, ProjectDatabase } from '../../../renderer/storage'
import { databaseName } from '../../../renderer/storage/database'
import { MIGRATIONS } from '../../../renderer/storage/migrations'
import { AT } from './fixture'

it('adds a table of decisions of merges to an older database, and leaves what is there', async () => {
  const project = newId()
  const old = new ProjectDatabase(databaseName(project), 'strict', MIGRATIONS.slice(0, 10))
  await old.open()
  expect(old.tables.map(({ name }) => name)).not.toContain('mergeDecisions')
  const rule = { id: newId(), name: '就业', pattern: '就业', updatedAt: AT }
  await old.table('rules').put(rule)
  old.close()

  const db = await openDatabase(project)
  expect((await db.meta.get('dataVersion'))?.value).toBe(DATA_VERSION)
  expect(await db.mergeDecisions.toArray()).toEqual([])
  expect(await db.rules.toArray()).toEqual([rule])
  db.close()
})
