import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { message, newId } from '#shared/model/identity'
import type { JournalEntry } from '#shared/model/journal'
import { DATA_VERSION } from '#shared/model/project'
import { AS_FOUND } from '#shared/model/source'
import {
  databaseName,
  getSourceBundle,
  listCells,
  openDatabase,
  ProjectDatabase,
  staleSources,
  updateReport,
} from '../../../renderer/storage'
import { MIGRATIONS } from '../../../renderer/storage/migrations'
import { AT, analysed, dump, hashOf, MemoryJournal, newProject, open, restoreInto, truly } from './fixture'

const without = <T extends object>(record: T, ...fields: string[]): Partial<T> =>
  Object.fromEntries(Object.entries(record).filter(([field]) => !fields.includes(field))) as Partial<T>

const file = truly(1)
const found = file.reports[0] ?? analysed(1).reports[0]
if (!found) throw new Error('the fixture has no report')

/** The records of version 1, as that version wrote them. */
const OLD = {
  source: without(file.source, 'folder', 'readAs'),
  reading: without(file.reading, 'format', 'remarks'),
  text: without(file.text, 'pages', 'rows'),
  report: { ...without(found.report, 'speaker', 'session', 'date', 'certainty'), confidence: 0.7 },
  sections: found.sections.map((section) => without(section, 'topicWords', 'appendix')),
}

const entry = (sequence: number, key: string, changes: JournalEntry['changes']): JournalEntry => ({
  sequence,
  at: AT,
  author: '甲',
  operation: message(key),
  changes,
  undoes: null,
  redoes: null,
})

const CORRECTED = { ...OLD.report, title: '改过的题目', edited: ['title'] }

/** An import, and a title that was corrected. */
const ENTRIES: JournalEntry[] = [
  entry(1, 'project.history.sourceImported', [
    { table: 'sources', key: file.source.hash, before: null, after: OLD.source },
  ]),
  entry(2, 'project.history.reportChanged', [
    { table: 'reports', key: found.report.id, before: OLD.report, after: CORRECTED },
  ]),
]

/** A project as version 1 left it: its database, and its journal on disk. */
async function oldProject() {
  const project = newProject()
  const db = new ProjectDatabase(databaseName(project.id), 'strict', MIGRATIONS.slice(0, 1))
  const put = (table: string, row: unknown) => db.table<unknown>(table).put(row)
  await put('sources', OLD.source)
  await put('readings', OLD.reading)
  await put('texts', OLD.text)
  await put('reports', CORRECTED)
  await put('sections', { report: found?.report.id, source: file.source.hash, sections: OLD.sections })
  await put('rules', { id: newId(), name: '不动' })
  for (const one of ENTRIES) await put('journalMirror', one)
  await put('meta', { key: 'lastSequence', value: 2 })
  await put('meta', { key: 'dataVersion', value: 1 })
  db.close()
  const journal = new MemoryJournal()
  await journal.append(ENTRIES)
  return { project, journal }
}

it('gives the records of version 1 the fields of version 2, and leaves the others untouched', async () => {
  const { project } = await oldProject()
  const db = await openDatabase(project.id)
  expect(await db.sources.toArray()).toEqual([{ ...OLD.source, folder: '', readAs: AS_FOUND }])
  expect(await db.readings.toArray()).toEqual([{ ...OLD.reading, format: 'txt', remarks: [], made: 0 }])
  expect(await db.texts.toArray()).toEqual([{ ...OLD.text, pages: [], rows: [] }])
  expect(await db.reports.toArray()).toEqual([
    { ...CORRECTED, speaker: null, session: null, date: null, certainty: { place: 0.7, year: 0.7, kind: 1 } },
  ])
  expect((await db.sections.toArray())[0]?.sections).toEqual(found.sections)
  expect(await db.rules.toArray()).toMatchObject([{ name: '不动' }])
  expect(await db.journalMirror.toArray()).toEqual(ENTRIES)
  expect(await db.meta.get('dataVersion')).toEqual({ key: 'dataVersion', value: DATA_VERSION })
  db.close()
})

it('undoes and redoes what version 1 has written', async () => {
  const { project, journal } = await oldProject()
  const { session, outcome } = await open(project, journal, { restore: async () => undefined })
  expect(outcome).toEqual({ kind: 'same' })
  await session.undo()
  expect(await session.db.reports.get(found.report.id)).toMatchObject({ title: found.report.title, edited: [] })
  await session.undo()
  expect(await session.db.sources.get(file.source.hash)).toMatchObject({ hidden: true, readAs: AS_FOUND })
  await session.redo()
  await session.redo()
  expect(await session.db.reports.get(found.report.id)).toMatchObject({ title: '改过的题目', edited: ['title'] })
  session.close()
})

it('finds everything again in the background, and the user’s word stands', async () => {
  const { project, journal } = await oldProject()
  const { session } = await open(project, journal, { restore: restoreInto(project.id, truly) })
  expect(await staleSources(session.db)).toEqual([{ hash: hashOf(1), name: '1.txt' }])
  expect(await session.refresh()).toEqual([])
  expect(await staleSources(session.db)).toEqual([])
  expect(session.status.getState()).toMatchObject({ refreshing: null, refreshFailed: null })
  const bundle = await getSourceBundle(session.db, hashOf(1))
  expect(bundle?.reports).toMatchObject([{ report: { title: '改过的题目', confidence: 1, edited: ['title'] } }])
  expect((await listCells(session.db))[0]?.cells.length).toBeGreaterThan(0)
  session.close()
})

it('rebuilds from a journal that both versions wrote', async () => {
  const { project, journal } = await oldProject()
  const restore = restoreInto(project.id, truly)
  const { session } = await open(project, journal, { restore })
  await session.refresh()
  await updateReport(session, found.report.id, { year: 2020 })
  await session.undo()
  const before = await dump(session.db, ['rules'])
  for (const table of session.db.tables) await table.clear()
  session.close()
  const { session: rebuilt } = await open(project, journal, { restore })
  expect(await dump(rebuilt.db, ['rules'])).toEqual(before)
  rebuilt.close()
})
