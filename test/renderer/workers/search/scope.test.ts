import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { Facts } from '../../../../renderer/workers/search/facts'
import { scopeOf } from '../../../../renderer/workers/search/scope'
import { opened } from '../../storage/fixture'
import { EVERYWHERE } from './asked'

it('stands although facts are forgotten while it is in use', async () => {
  const { session, report } = await opened()
  const facts = new Facts(session.db)
  const asked = { over: 'statements' as const, filters: EVERYWHERE }
  const scope = await scopeOf(
    session.db,
    facts,
    asked,
    () => [report],
    () => true,
  )
  facts.forget()
  const [where] = scope?.wheres({ reading: '', reports: [{ id: report }] }, (offset) => offset) ?? []
  expect(where?.spans.length).toBeGreaterThan(0)
  session.close()
})

it('does not keep what was changed while it was read', async () => {
  const { session, report } = await opened()
  const facts = new Facts(session.db)
  const reading = facts.statements.load([report], () => true)
  facts.forget()
  const first = await reading
  const again = await facts.statements.load([report], () => true)
  expect(again?.get(report)).toEqual(first?.get(report))
  expect(again?.get(report)).not.toBe(first?.get(report))
  session.close()
})
