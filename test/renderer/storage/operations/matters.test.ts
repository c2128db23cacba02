import 'fake-indexeddb/auto'
import { afterEach, expect, it } from 'vitest'
import { matterKey } from '#shared/model/matter'
import {
  acceptMatter,
  addMatter,
  changeMatters,
  editMatter,
  rejectMatter,
  resetMatter,
  reviewMatters,
  type Session,
} from '../../../../renderer/storage'
import { dump, opened } from '../fixture'
import { claim, MATTERS, mattersIn, venture, withMatters } from '../matters/made'

let session: Session
let report: string

const start = async () => {
  const made = await opened(withMatters)
  session = made.session
  report = made.report
}

afterEach(() => session.close())

const review = () => reviewMatters(session.db, report)
const keyOf = async (name: string): Promise<string> =>
  (await review()).find(({ key, id }) => key.endsWith(name) || id === name)?.key ?? `no ${name}`
const records = () => dump(session.db, ['journalMirror', 'meta'])

it('shows what the engine found, in the order of the text', async () => {
  await start()
  const found = await review()
  expect(found.map(({ content }) => content)).toEqual(mattersIn(MATTERS))
  expect(found.map(({ key }) => key)).toEqual(mattersIn(MATTERS).map(matterKey))
  expect(new Set(found.map(({ status, orphan, id }) => `${status} ${orphan} ${id}`))).toEqual(
    new Set(['suggested false null']),
  )
})

it('lays accepted, rejected and edited matters over those of the engine, and takes all of it back', async () => {
  await start()
  const before = await records()
  const [works, income, done] = [await keyOf('瀍河新区产业园'), await keyOf('居民收入'), await keyOf('民生实事')]
  await acceptMatter(session, report, works)
  await rejectMatter(session, report, income)
  await editMatter(session, report, done, { extent: 'well' })
  const status = new Map((await review()).map((one) => [one.key, one]))
  expect(status.get(works)?.status).toBe('accepted')
  expect(status.get(income)?.status).toBe('rejected')
  expect(status.get(done)).toMatchObject({ status: 'edited', content: { extent: 'well', covers: '民生实事' } })
  expect(status.size).toBe(8)
  expect(await acceptMatter(session, report, works)).toBeNull()
  for (let n = 0; n < 3; n++) await session.undo()
  expect(await records()).toEqual(before)
})

it('adds a matter by hand, in place of the one that the engine has', async () => {
  await start()
  const made = await addMatter(session, report, claim(MATTERS, '增速居全市第一', { covers: '增速' }))
  expect(made).toMatchObject({ origin: null, status: 'accepted', orphan: false, content: { rule: 'user' } })
  expect(made.anchor).toMatchObject({ quote: '增速居全市第一', start: made.content.start, end: made.content.end })
  expect((await addMatter(session, report, claim(MATTERS, '增速居全市第一', { covers: '增速' }))).id).toBe(made.id)
  expect(await review()).toHaveLength(9)
  const over = await addMatter(session, report, venture(MATTERS, '唐寺门立交', { stage: 'planned' }))
  expect(over.origin).toBe(await keyOf('唐寺门立交'))
  expect(await review()).toHaveLength(9)
  await resetMatter(session, report, made.id)
  expect(await review()).toHaveLength(8)
})

it('changes many in one step, which is taken back in one', async () => {
  await start()
  const before = await records()
  const names = (await review()).map(({ key }) => ({ report, key }))
  const entry = await changeMatters(session, [...names, { report, key: 'gone' }], { type: 'accept' })
  expect(entry).toMatchObject({ operation: { key: 'project.history.mattersAccepted', params: { count: 8 } } })
  await changeMatters(session, names, { type: 'set', patch: { due: '年底前' } })
  expect(new Set((await review()).map(({ status, content }) => `${status} ${content.due}`))).toEqual(
    new Set(['edited 年底前']),
  )
  await session.undo()
  await session.undo()
  expect(await records()).toEqual(before)
})

it('settles one whose words stand outside of what its report is now, with the others', async () => {
  await start()
  const [first, second] = [await keyOf('民生实事'), await keyOf('唐寺门立交')]
  await acceptMatter(session, report, second)
  const [before] = await session.db.matters.toArray()
  await session.db.reports.update(report, { end: before?.anchor.start ?? 0 })
  const names = [first, second].map((key) => ({ report, key }))
  await changeMatters(session, names, { type: 'reject' })
  const touched = await session.db.matters.toArray()
  expect(touched.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(touched.find(({ id }) => id === before?.id)).toMatchObject({ anchor: before?.anchor, orphan: false })
  await expect(editMatter(session, report, second, { end: MATTERS.length })).rejects.toMatchObject({
    reason: { key: 'project.write.outside' },
  })
})

it('refuses what no matter can be', async () => {
  await start()
  const key = await keyOf('唐寺门立交')
  await expect(editMatter(session, report, key, { year: 'then' })).rejects.toMatchObject({
    reason: { key: 'project.write.invalid' },
  })
  await expect(editMatter(session, report, key, { end: MATTERS.length + 1 })).rejects.toMatchObject({
    reason: { key: 'project.write.outside' },
  })
  await expect(acceptMatter(session, report, 'rank:0:gone')).rejects.toMatchObject({
    reason: { key: 'project.write.gone' },
  })
  expect(await session.db.matters.count()).toBe(0)
})
