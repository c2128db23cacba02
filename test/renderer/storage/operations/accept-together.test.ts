import 'fake-indexeddb/auto'
import { afterEach, expect, it } from 'vitest'
import { acceptTogether, reviewMatters, reviewStatements, type Session } from '../../../../renderer/storage'
import { dump, opened } from '../fixture'
import { withMatters } from '../matters/made'

let session: Session
let report: string

afterEach(() => session.close())

const names = async () => ({
  statements: await reviewStatements(session.db, report),
  matters: await reviewMatters(session.db, report),
})
const records = () => dump(session.db, ['journalMirror', 'meta'])

it('accepts statements and matters in one step, which is taken back in one', async () => {
  const made = await opened(withMatters)
  session = made.session
  report = made.report
  const before = await records()
  const { statements, matters } = await names()
  expect(statements.length).toBeGreaterThan(0)
  const entry = await acceptTogether(session, statements, matters)
  const count = statements.length + matters.length
  expect(entry).toMatchObject({ operation: { key: 'project.history.itemsAccepted', params: { count } } })
  const after = await names()
  expect(new Set([...after.statements, ...after.matters].map(({ status }) => status))).toEqual(new Set(['accepted']))
  await session.undo()
  expect(await records()).toEqual(before)
})

it('names the step by what there is when only one of both is accepted', async () => {
  const made = await opened(withMatters)
  session = made.session
  report = made.report
  const { statements, matters } = await names()
  expect(await acceptTogether(session, [], matters)).toMatchObject({
    operation: { key: 'project.history.mattersAccepted' },
  })
  expect(await acceptTogether(session, statements.slice(0, 1), [])).toMatchObject({
    operation: { key: 'project.history.statementAccepted' },
  })
  expect(await acceptTogether(session, [], [])).toBeNull()
})
