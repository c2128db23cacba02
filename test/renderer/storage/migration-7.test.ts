import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it } from 'vitest'
import { MatterType } from '#shared/model/matter'
import { DATA_VERSION, type Project } from '#shared/model/project'
import { PARSER_VERSION } from '#shared/model/reading'
import {
  acceptStatement,
  matterRows,
  openSession,
  ProjectDatabase,
  reviewStatements,
  type Session,
} from '../../../renderer/storage'
import { databaseName } from '../../../renderer/storage/database'
import { MADE } from '../../../renderer/storage/made'
import { MIGRATIONS } from '../../../renderer/storage/migrations'
import { importText, openTexts, restoring } from './corrections/texts'
import { MemoryJournal, newProject } from './fixture'

const FILE = '4.txt'
let session: Session
afterEach(() => session.close())

/** Tables that a database of this version has. */
const tablesOf = (migrations: typeof MIGRATIONS): Set<string> =>
  new Set(
    migrations.flatMap(({ stores }) => Object.entries(stores).flatMap(([name, keys]) => (keys === null ? [] : name))),
  )

/** A project as an older version of the program left it: read by the engine of then, with a word of the user's. */
async function leftBy(version: number): Promise<{ project: Project; journal: MemoryJournal; accepted: string }> {
  const [project, journal] = [newProject(), new MemoryJournal()]
  const { session: made } = await openTexts(project, journal)
  await importText(made.db, journal, FILE)
  const report = (await made.db.reports.toArray())[0]?.id ?? ''
  const accepted = (await reviewStatements(made.db, report))[0]?.key ?? ''
  await acceptStatement(made, report, accepted)
  const rows = new Map<string, unknown[]>()
  for (const table of made.db.tables) rows.set(table.name, await table.toArray())
  made.close()
  await ProjectDatabase.delete(databaseName(project.id))
  const migrations = MIGRATIONS.slice(0, version)
  const old = new ProjectDatabase(databaseName(project.id), 'strict', migrations)
  await old.open()
  for (const name of tablesOf(migrations)) await old.table(name).bulkPut(rows.get(name) ?? [])
  await old.table('meta').put({ key: 'dataVersion', value: version })
  if (tablesOf(migrations).has('readings'))
    await old
      .table('readings')
      .toCollection()
      .modify({ made: PARSER_VERSION * 1000 + 5 })
  old.close()
  return { project, journal, accepted }
}

describe.each(MIGRATIONS.slice(0, -1).map(({ version }) => version))('a database of version %i', (version) => {
  it('gets the matters of its reports in the background, and keeps what the user said', async () => {
    const { project, journal, accepted } = await leftBy(version)
    const restore = restoring(project.id)
    const opened = await openSession({ project, journal, journalLast: journal.last, author: '甲', restore })
    session = opened.session
    const { db } = session
    expect((await db.meta.get('dataVersion'))?.value).toBe(DATA_VERSION)
    expect(await session.refresh()).toEqual([])
    const rows = await matterRows(db, MatterType.options)
    expect(new Set(rows.map(({ content }) => content.type)).size).toBeGreaterThan(2)
    expect(new Set((await db.readings.toArray()).map(({ made }) => made))).toEqual(new Set([MADE]))
    const report = (await db.reports.toArray())[0]?.id ?? ''
    const kept = (await reviewStatements(db, report)).find(({ key }) => key === accepted)
    expect(kept?.status).toBe('accepted')
  })
})
