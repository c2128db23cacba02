import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { newId } from '#shared/model/identity'
import { DATA_VERSION } from '#shared/model/project'
import { annotationsOf, openDatabase, ProjectDatabase } from '../../../renderer/storage'
import { databaseName } from '../../../renderer/storage/database'
import { MIGRATIONS } from '../../../renderer/storage/migrations'
import { AT, hashOf } from './fixture'

const indexesOf = (db: ProjectDatabase, table: string) => db.table(table).schema.indexes.map(({ name }) => name)

it('finds the annotations of an older database by where they stand, and changes none', async () => {
  const project = newId()
  const old = new ProjectDatabase(databaseName(project), 'strict', MIGRATIONS.slice(0, 11))
  await old.open()
  expect(indexesOf(old, 'annotations')).toContain('source')
  const at = (start: number, source = hashOf(1)) => ({
    id: newId(),
    source,
    reading: `${source}:1`,
    report: null,
    anchor: { start, end: start + 2, quote: '民生', prefix: '', suffix: '' },
    codes: [],
    memo: '',
    author: '甲',
    rule: null,
    createdAt: AT,
    updatedAt: AT,
    orphan: false,
    also: [],
  })
  const [last, first, second] = [at(9), at(2), at(5)]
  await old.annotations.bulkAdd([last, first, second, at(0, hashOf(2))])
  old.close()

  const db = await openDatabase(project)
  expect((await db.meta.get('dataVersion'))?.value).toBe(DATA_VERSION)
  expect(await annotationsOf(db, hashOf(1))).toEqual([first, second, last])
  expect(await db.annotations.where('source').equals(hashOf(1)).count()).toBe(3)
  expect(indexesOf(db, 'statements')).not.toContain('[report+origin]')
  expect(indexesOf(db, 'engineMatters')).toEqual([])
  db.close()
})
