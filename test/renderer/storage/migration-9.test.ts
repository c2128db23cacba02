import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { Annotation } from '#shared/model/annotation'
import { newId, readingId } from '#shared/model/identity'
import type { JournalTable } from '#shared/model/journal'
import { DATA_VERSION } from '#shared/model/project'
import { Statement, statementKey } from '#shared/model/statement'
import { makeAnchor } from '#shared/text/anchor'
import { openDatabase, ProjectDatabase } from '../../../renderer/storage'
import { databaseName } from '../../../renderer/storage/database'
import { MIGRATIONS } from '../../../renderer/storage/migrations'
import { asOfNow, checkRecord } from '../../../renderer/storage/records'
import { matterOf } from '../features/statements/matters/sample'
import { AT, analysed, hashOf, statementAt, TEXT } from './fixture'

const source = hashOf(1)
const report = analysed(1).reports[0]?.report.id ?? ''
const place = { source, reading: readingId(source, 1), report }
const number = statementAt('160亿元')

/** Records as version 8 stored them. */
const OLD: Record<string, Record<string, unknown> & { id: string }> = {
  annotations: {
    ...{ id: newId(), ...place, anchor: makeAnchor(TEXT, 0, 4), codes: [], memo: '', author: '甲', rule: null },
    ...{ createdAt: AT, updatedAt: AT, orphan: false },
  },
  statements: {
    ...{ ...number, id: newId(), ...place, prefix: '', suffix: '', status: 'accepted', origin: statementKey(number) },
    ...{ author: '甲', updatedAt: AT },
  },
  matters: {
    ...{ id: newId(), ...place, anchor: makeAnchor(TEXT, 0, 4), orphan: false, status: 'accepted', origin: null },
    ...{ content: matterOf('relative_target'), author: '甲', updatedAt: AT },
  },
}
const tables: JournalTable[] = ['annotations', 'statements', 'matters']

it('says of older records that nobody else made them, and leaves what is there', async () => {
  const project = newId()
  const old = new ProjectDatabase(databaseName(project), 'strict', MIGRATIONS.slice(0, 8))
  await old.open()
  for (const table of tables) await old.table(table).put(OLD[table])
  const kept = { ...OLD.annotations, id: newId(), also: [{ author: '乙', at: AT, codes: [] }] }
  await old.table('annotations').put(kept)
  old.close()

  const db = await openDatabase(project)
  expect((await db.meta.get('dataVersion'))?.value).toBe(DATA_VERSION)
  for (const table of tables) {
    const id = OLD[table]?.id ?? ''
    const stored = await db.table(table).get(id)
    expect(stored).toEqual({ ...OLD[table], also: [] })
    expect(checkRecord(table, id, stored)).toEqual(stored)
  }
  expect(await db.annotations.get(kept.id)).toEqual(kept)
  db.close()
})

it('reads records of an older journal so', () => {
  for (const table of tables) expect(asOfNow(table, OLD[table])).toEqual({ ...OLD[table], also: [] })
  expect(Annotation.parse(OLD.annotations).also).toEqual([])
  expect(Statement.parse(OLD.statements).also).toEqual([])
})
