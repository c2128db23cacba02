import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { message, newId, readingId } from '#shared/model/identity'
import type { JournalEntry } from '#shared/model/journal'
import { DATA_VERSION } from '#shared/model/project'
import { type Statement, statementKey } from '#shared/model/statement'
import {
  databaseName,
  listIndicators,
  openDatabase,
  ProjectDatabase,
  rejectStatement,
  reviewStatements,
} from '../../../renderer/storage'
import { MADE } from '../../../renderer/storage/made'
import { MIGRATIONS } from '../../../renderer/storage/migrations'
import { packRows } from '../../../renderer/storage/pack'
import { AT, analysed, hashOf, MemoryJournal, newProject, open, statementAt } from './fixture'

const without = <T extends object>(record: T, ...fields: string[]): object =>
  Object.fromEntries(Object.entries(record).filter(([field]) => !fields.includes(field)))

const file = analysed(1)
const found = file.reports[0]
if (!found) throw new Error('the fixture has no report')
const { report, statements } = found

const ACCEPTED: Statement = {
  ...statementAt('160亿元'),
  id: newId(),
  source: hashOf(1),
  reading: readingId(hashOf(1), 1),
  report: report.id,
  prefix: '2023年地区生产总值',
  suffix: '，增长8%',
  status: 'accepted',
  origin: statementKey(statementAt('160亿元')),
  author: '甲',
  updatedAt: AT,
  also: [],
}
const OLD = without(ACCEPTED, 'base', 'rank', 'also')
const INDICATOR = {
  ...{ id: 'u_a', name: '甲', english: 'A', aliases: [], units: ['count'], direction: 'up' },
  ...{ category: 'city', warnings: [] },
}

const entry = (sequence: number, key: string, changes: JournalEntry['changes']): JournalEntry => ({
  ...{ sequence, at: AT, author: '甲', operation: message(key), changes },
  ...{ undoes: null, redoes: null },
})
const ENTRIES: JournalEntry[] = [
  entry(1, 'project.history.sourceImported', [
    { table: 'sources', key: file.source.hash, before: null, after: file.source },
  ]),
  entry(2, 'project.history.statementAccepted', [{ table: 'statements', key: ACCEPTED.id, before: null, after: OLD }]),
]

/** A project as version 2 left it. */
async function oldProject() {
  const project = newProject()
  const db = new ProjectDatabase(databaseName(project.id), 'strict', MIGRATIONS.slice(0, 2))
  const put = (table: string, row: unknown) => db.table<unknown>(table).put(row)
  await put('sources', file.source)
  await put('readings', { ...file.reading, made: MADE })
  await put('texts', file.text)
  await put('reports', report)
  const engine = statements.map((statement) => without(statement, 'base', 'rank'))
  await put('engineOutput', { report: report.id, source: hashOf(1), engine: 1, statements: packRows(engine) })
  await put('engineOutput', { report: newId(), source: hashOf(1), engine: 1, statements: packRows([]) })
  await put('statements', OLD)
  await put('indicators', INDICATOR)
  for (const one of ENTRIES) await put('journalMirror', one)
  await put('meta', { key: 'lastSequence', value: 2 })
  await put('meta', { key: 'dataVersion', value: 2 })
  db.close()
  const journal = new MemoryJournal()
  await journal.append(ENTRIES)
  return { project, journal }
}

it('gives stored statements a base and a rank, and the user’s indicators their exclusions', async () => {
  const { project } = await oldProject()
  const db = await openDatabase(project.id)
  expect(await db.statements.toArray()).toEqual([ACCEPTED])
  expect(await listIndicators(db)).toEqual([{ ...INDICATOR, excluded: [] }])
  expect((await reviewStatements(db, report.id)).map(({ base, rank }) => [base, rank])).toEqual(
    statements.map(() => ['', '']),
  )
  expect(await db.readings.toArray()).toMatchObject([{ made: MADE }])
  expect(await db.meta.get('dataVersion')).toEqual({ key: 'dataVersion', value: DATA_VERSION })
  db.close()
})

it('undoes and redoes what version 2 has written', async () => {
  const { project, journal } = await oldProject()
  const { session, outcome } = await open(project, journal)
  expect(outcome).toEqual({ kind: 'same' })
  await session.undo()
  expect(await session.db.statements.count()).toBe(0)
  await session.redo()
  expect(await session.db.statements.toArray()).toEqual([ACCEPTED])
  await rejectStatement(session, report.id, ACCEPTED.origin ?? '')
  await session.undo()
  expect(await session.db.statements.toArray()).toEqual([ACCEPTED])
  session.close()
})

it('rebuilds from a journal that version 2 wrote', async () => {
  const { project, journal } = await oldProject()
  const { session } = await open(project, journal)
  for (const table of session.db.tables) await table.clear()
  session.close()
  const { session: rebuilt } = await open(project, journal)
  expect(await rebuilt.db.statements.toArray()).toEqual([ACCEPTED])
  rebuilt.close()
})
