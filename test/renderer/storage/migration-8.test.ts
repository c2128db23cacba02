import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { Comparison, comparisonDefaults } from '#shared/model/comparison'
import { newId } from '#shared/model/identity'
import { DATA_VERSION } from '#shared/model/project'
import { getComparison, listCells, openDatabase, ProjectDatabase } from '../../../renderer/storage'
import { databaseName } from '../../../renderer/storage/database'
import { MIGRATIONS } from '../../../renderer/storage/migrations'
import { packRows } from '../../../renderer/storage/pack'

/** A comparison as version 7 stored it. */
const OLD = {
  id: newId(),
  name: '对比 1',
  places: ['410304'],
  years: ['2022'],
  indicators: ['gdp'],
  role: 'both',
  kind: 'growth',
  view: 'bar',
  author: '甲',
  updatedAt: '2026-01-01T00:00:00.000Z',
}

it('gives older comparisons the settings of today and older cells nothing that they are measured against', async () => {
  const [project, report] = [newId(), newId()]
  const old = new ProjectDatabase(databaseName(project), 'strict', MIGRATIONS.slice(0, 7))
  await old.open()
  await old.table('comparisons').put(OLD)
  const cells = packRows([{ key: '0:8%:gdp' }, { key: '9:6%:gdp' }])
  await old
    .table('cells')
    .put({ report, source: 'a', place: null, year: 2022, kind: 'full', main: true, cells, count: 2 })
  old.close()

  const db = await openDatabase(project)
  expect((await db.meta.get('dataVersion'))?.value).toBe(DATA_VERSION)
  expect(await getComparison(db, OLD.id)).toEqual({ ...comparisonDefaults(), ...OLD })
  expect((await listCells(db))[0]?.cells).toEqual([
    { key: '0:8%:gdp', against: '' },
    { key: '9:6%:gdp', against: '' },
  ])
  db.close()
})

it('reads a comparison of an older journal with the settings of today', () => {
  expect(Comparison.parse(OLD)).toEqual({ ...comparisonDefaults(), ...OLD })
})
