import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { statementKey } from '#shared/model/statement'
import {
  acceptStatement,
  addStatement,
  editStatement,
  listCells,
  rejectStatement,
  resetStatement,
  reviewStatements,
  type Session,
} from '../../../../renderer/storage'
import { opened, statementAt, TEXT } from '../fixture'

/** Opens a project; `key` is that of 160亿元, `review` and `cells` what is shown of its report now. */
async function reviewed() {
  const world = await opened()
  const { session, report } = world
  const key = statementKey(statementAt('160亿元'))
  const review = async () => (await reviewStatements(session.db, report)).find((statement) => statement.key === key)
  const cell = async () => (await listCells(session.db))[0]?.cells.find((found) => found.key === key)
  return { ...world, key, review, cell }
}

const count = (session: Session) => session.db.statements.count()

it('gives what the engine found as suggested, in the order of the text', async () => {
  const { session, report } = await opened()
  const statements = await reviewStatements(session.db, report)
  expect(statements.map(({ quantity, status, id }) => [quantity, status, id])).toEqual([
    ['160亿元', 'suggested', null],
    ['8%', 'suggested', null],
    ['10%', 'suggested', null],
  ])
  expect(await count(session)).toBe(0)
  session.close()
})

it('accepts, rejects and resets one statement by its key', async () => {
  const { session, report, key, review, cell } = await reviewed()
  await acceptStatement(session, report, key)
  expect(await review()).toMatchObject({ status: 'accepted', key, quantity: '160亿元' })
  expect(await cell()).toMatchObject({ status: 'accepted' })
  await rejectStatement(session, report, key)
  expect(await review()).toMatchObject({ status: 'rejected' })
  expect(await cell()).toBeUndefined()
  expect(await count(session)).toBe(1)
  await resetStatement(session, report, key)
  expect(await review()).toMatchObject({ status: 'suggested', id: null })
  expect(await cell()).toMatchObject({ status: 'suggested' })
  expect(await count(session)).toBe(0)
  session.close()
})

it('keeps the surroundings of a touched statement', async () => {
  const { session, report, key } = await reviewed()
  await acceptStatement(session, report, key)
  const start = TEXT.indexOf('160亿元')
  expect(await session.db.statements.toArray()).toMatchObject([
    { origin: key, prefix: TEXT.slice(0, start), suffix: TEXT.slice(start + 5, start + 37), author: '甲' },
  ])
  session.close()
})

it('writes nothing when the status is what it was', async () => {
  const { session, report, key, journal } = await reviewed()
  expect(await acceptStatement(session, report, key)).not.toBeNull()
  expect(await acceptStatement(session, report, key)).toBeNull()
  expect(await resetStatement(session, report, statementKey(statementAt('8%')))).toBeNull()
  expect(journal.last).toBe(2)
  session.close()
})

it('lets the edited statement stand in place of the engine’s, under its key', async () => {
  const { session, report, key, review, cell } = await reviewed()
  await editStatement(session, report, key, { indicator: '生产总值', value: 161 })
  expect(await review()).toMatchObject({ status: 'edited', value: 161, indicator: '生产总值' })
  expect(await cell()).toMatchObject({ status: 'edited', normal: 16_100_000_000 })
  expect(await reviewStatements(session.db, report)).toHaveLength(3)
  await rejectStatement(session, report, key)
  await acceptStatement(session, report, key)
  expect(await review()).toMatchObject({ status: 'edited', value: 161 })
  await editStatement(session, report, key, { indicator: '地区生产总值', value: 160 })
  expect(await review()).toMatchObject({ status: 'accepted' })
  session.close()
})

it('refuses a number that the text does not have there', async () => {
  const { session, report, key } = await reviewed()
  const wrong = { reason: { key: 'project.write.quantity', params: { quantity: '170亿元', found: '160亿元' } } }
  await expect(editStatement(session, report, key, { quantity: '170亿元' })).rejects.toMatchObject(wrong)
  await expect(addStatement(session, report, { ...statementAt('160亿元'), quantity: '170亿元' })).rejects.toMatchObject(
    wrong,
  )
  expect(await count(session)).toBe(0)
  session.close()
})

it('refuses values that no statement can have', async () => {
  const { session, report, key } = await reviewed()
  await expect(editStatement(session, report, key, { year: '去年' })).rejects.toMatchObject({
    reason: { key: 'project.write.invalid' },
  })
  session.close()
})

it('adds a statement by hand, accepted, and addresses it by its id', async () => {
  const { session, report } = await opened()
  const parking = statementAt('5个', { indicator: '停车场', canonical: 'parking_lots' })
  const added = await addStatement(session, report, parking)
  expect(added).toMatchObject({ status: 'accepted', rule: 'user', origin: null })
  expect((await reviewStatements(session.db, report)).map(({ key }) => key)).toContain(added.id)
  await editStatement(session, report, added.id, { value: 6 })
  expect(await session.db.statements.get(added.id)).toMatchObject({ value: 6, status: 'accepted', origin: null })
  await resetStatement(session, report, added.id)
  expect(await count(session)).toBe(0)
  session.close()
})

it('lets a hand-made statement stand over the engine’s of the same place and indicator', async () => {
  const { session, report, key, review } = await reviewed()
  await addStatement(session, report, statementAt('160亿元', { role: 'target' }))
  expect(await reviewStatements(session.db, report)).toHaveLength(3)
  expect(await review()).toMatchObject({ role: 'target', status: 'accepted' })
  await addStatement(session, report, statementAt('160亿元', { role: 'actual' }))
  expect(await count(session)).toBe(1)
  expect(await session.db.statements.toArray()).toMatchObject([{ origin: key, role: 'actual' }])
  session.close()
})

it('says that there is no such statement', async () => {
  const { session, report } = await opened()
  await expect(acceptStatement(session, report, 'nowhere')).rejects.toMatchObject({
    reason: { key: 'project.write.gone' },
  })
  session.close()
})

it('leaves the status as it was when nothing was changed, and edits what was', async () => {
  const { session, report, key, review } = await reviewed()
  const untouched = await review()
  expect(untouched && (await editStatement(session, report, key, untouched))).toBeNull()
  expect(await count(session)).toBe(0)
  await rejectStatement(session, report, key)
  const rejected = await review()
  expect(rejected && (await editStatement(session, report, key, rejected))).toBeNull()
  expect(await review()).toMatchObject({ status: 'rejected' })
  await editStatement(session, report, key, { scope: '区本级' })
  expect(await review()).toMatchObject({ status: 'edited', scope: '区本级' })
  session.close()
})
