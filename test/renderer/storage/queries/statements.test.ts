import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { reportId } from '#shared/model/identity'
import {
  acceptStatement,
  rejectStatement,
  reviewStatements,
  type Session,
  sourceStatements,
} from '../../../../renderer/storage'
import { analysed, hashOf, importFile, MemoryJournal, newProject, open } from '../fixture'

let session: Session

beforeEach(async () => {
  const journal = new MemoryJournal()
  session = (await open(newProject(), journal)).session
  await importFile(session.db, journal, 1, analysed(1, 3))
  await importFile(session.db, journal, 2)
})
afterEach(() => session.close())

it('gives the statements of a source as its reports have them, in their order', async () => {
  const reports = [0, 1, 2].map((ordinal) => reportId(hashOf(1), ordinal))
  const [first = '', second = ''] = reports
  const [one] = await reviewStatements(session.db, second)
  const [other] = await reviewStatements(session.db, first)
  await acceptStatement(session, second, one?.key ?? '')
  await rejectStatement(session, first, other?.key ?? '')
  const apart = (await Promise.all(reports.map((id) => reviewStatements(session.db, id)))).flat()
  const together = await sourceStatements(session.db, hashOf(1))
  expect(together).toEqual(apart)
  expect(new Set(together.map(({ report }) => report))).toEqual(new Set(reports))
  const spoken = together.filter(({ status }) => status !== 'suggested')
  expect(spoken.map(({ report, status }) => `${reports.indexOf(report)} ${status}`)).toEqual([
    '0 rejected',
    '1 accepted',
  ])
})

it('leaves the user’s word on another reading out', async () => {
  const report = reportId(hashOf(2), 0)
  const [one] = await reviewStatements(session.db, report)
  await acceptStatement(session, report, one?.key ?? '')
  await session.db.statements.toCollection().modify({ reading: 'another' })
  const statements = await sourceStatements(session.db, hashOf(2))
  expect(statements.length).toBeGreaterThan(0)
  expect(statements.every(({ status }) => status === 'suggested')).toBe(true)
})
