import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { CODE_COLORS } from '#shared/model/code'
import { DATA_VERSION } from '#shared/model/project'
import { openDatabase, ProjectDatabase } from '../../../renderer/storage'
import { databaseName } from '../../../renderer/storage/database'
import { MIGRATIONS } from '../../../renderer/storage/migrations'
import { checkRecord } from '../../../renderer/storage/records'
import { analysed, hashOf, newProject } from './fixture'

const AT = '2025-01-01T00:00:00.000Z'
const ids = ['annotation', 'code', 'rule', 'comparison'].map((_, i) => `0000000${i}-0000-4000-8000-000000000000`)

it('gives older annotations, codes, rules and comparisons what they lack, and leaves texts as they are', async () => {
  const { id } = newProject()
  const old = new ProjectDatabase(databaseName(id), 'strict', MIGRATIONS.slice(0, 4))
  await old.open()
  const { text } = analysed(1)
  const [annotation = '', code = '', rule = '', comparison = ''] = ids
  const anchor = { start: 0, end: 1, quote: 'a', prefix: '', suffix: 'b' }
  const about = { codes: [code], memo: '', author: 'x', createdAt: AT, updatedAt: AT, orphan: false }
  await old.table('texts').put(text)
  await old
    .table('annotations')
    .put({ id: annotation, source: hashOf(1), reading: 'r', report: null, anchor, ...about })
  await old.table('codes').put({
    ...{ id: code, name: 'c', parent: null, color: CODE_COLORS[0], definition: '', example: '' },
    ...{ order: 1, key: null, createdAt: AT },
  })
  await old
    .table('rules')
    .put({ id: rule, name: 'r', type: 'phrase', pattern: 'p', codes: [code], onImport: false, updatedAt: AT })
  await old.table('comparisons').put({
    ...{ id: comparison, name: 'k', places: [], years: [], indicators: [], role: 'both' },
    ...{ kind: 'level', view: 'table', updatedAt: AT },
  })
  old.close()
  const db = await openDatabase(id)
  expect(await db.annotations.get(annotation)).toMatchObject({ rule: null, author: 'x' })
  expect(await db.rules.get(rule)).toMatchObject({ extent: 'hit', author: '' })
  expect((await db.codes.get(code))?.author).toBe('')
  expect((await db.comparisons.get(comparison))?.author).toBe('')
  for (const [at, table] of (['annotations', 'codes', 'rules', 'comparisons'] as const).entries())
    expect(checkRecord(table, ids[at] ?? '', await db.table(table).get(ids[at] ?? ''))).toBeTruthy()
  expect(await db.texts.toArray()).toEqual([text])
  expect([await db.corrections.count(), await db.bookmarks.count()]).toEqual([0, 0])
  expect((await db.meta.get('dataVersion'))?.value).toBe(DATA_VERSION)
  db.close()
})
