import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { expect, it } from 'vitest'
import { newId } from '#shared/model/identity'
import { DATA_VERSION } from '#shared/model/project'
import {
  DataVersionError,
  databaseName,
  forgetProject,
  listProjects,
  openDatabase,
  ProjectDatabase,
} from '../../../renderer/storage'
import { MIGRATIONS, type Migration } from '../../../renderer/storage/migrations'
import { MemoryJournal, newProject, open } from './fixture'

const TABLES = [
  'annotations',
  'auditRulings',
  'bookmarks',
  'cells',
  'citedFigures',
  'codes',
  'comparisons',
  'corrections',
  'engineMatters',
  'engineOutput',
  'extractions',
  'findings',
  'indicators',
  'journalHeads',
  'journalMirror',
  'ledgerRulings',
  'matters',
  'memos',
  'mergeDecisions',
  'meta',
  'phraseGroups',
  'places',
  'projectSettings',
  'readings',
  'reports',
  'rules',
  'sections',
  'seriesBreaks',
  'sources',
  'statements',
  'texts',
  'topics',
  'ventureLinks',
]

it('numbers its migrations from 1 without gaps, up to the data version', () => {
  expect(MIGRATIONS.map(({ version }) => version)).toEqual(Array.from({ length: DATA_VERSION }, (_, n) => n + 1))
})

it('makes every table and notes the data version', async () => {
  const db = await openDatabase(newId())
  expect(db.tables.map(({ name }) => name).sort()).toEqual(TABLES)
  expect(await db.meta.toArray()).toEqual([{ key: 'dataVersion', value: DATA_VERSION }])
  db.close()
})

it('carries the records of an older version on and leaves the others untouched', async () => {
  const name = `project-${newId()}`
  const old = new ProjectDatabase(name, 'strict', MIGRATIONS.slice(0, 1))
  await old.table('rules').put({ id: 'a', name: '旧' })
  await old.table('memos').put({ id: 'm', text: '留', subject: { type: 'project', id: '' } })
  old.close()
  const next: Migration = {
    version: 2,
    stores: { rules: 'id, name' },
    upgrade: async (transaction) => {
      await transaction.table('rules').toCollection().modify({ name: '新' })
    },
  }
  const now = new ProjectDatabase(name, 'strict', [...MIGRATIONS.slice(0, 1), next])
  expect(await now.table('rules').where('name').equals('新').toArray()).toEqual([{ id: 'a', name: '新' }])
  expect(await now.table('memos').toArray()).toEqual([{ id: 'm', text: '留', subject: { type: 'project', id: '' } }])
  now.close()
})

it('refuses a database whose native version is newer, and does not touch it', async () => {
  const id = newId()
  const newer = new Dexie(databaseName(id))
  newer.version(DATA_VERSION + 1).stores({ meta: 'key', later: 'id' })
  await newer.table('later').put({ id: 1 })
  newer.close()
  const error = await openDatabase(id).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(DataVersionError)
  expect(error).toMatchObject({ found: DATA_VERSION + 1, reason: { key: 'project.open.newer' } })
  const still = await new Dexie(databaseName(id)).open()
  expect(await still.table('later').count()).toBe(1)
  still.close()
})

it('refuses a database whose own data version is newer', async () => {
  const id = newId()
  const db = await openDatabase(id)
  await db.meta.put({ key: 'dataVersion', value: DATA_VERSION + 7 })
  db.close()
  await expect(openDatabase(id)).rejects.toMatchObject({ found: DATA_VERSION + 7 })
})

it('notes every project that was opened in the catalog, until it is deleted for good', async () => {
  const project = newProject()
  const { session } = await open(project, new MemoryJournal())
  session.close()
  expect(await listProjects()).toContainEqual(project)
  const known = async () => (await indexedDB.databases()).map(({ name }) => name)
  expect(await known()).toContain(databaseName(project.id))
  await forgetProject(project.id)
  expect(await listProjects()).not.toContainEqual(project)
  expect(await known()).not.toContain(databaseName(project.id))
})
