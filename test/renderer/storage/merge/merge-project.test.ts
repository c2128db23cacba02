import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import {
  acceptStatement,
  addBookmark,
  addCorrections,
  annotationsOf,
  listCodes,
  planMerge,
  readPackage,
  readTouches,
  rejectStatement,
  removeAnnotation,
  reviewStatements,
  saveMemo,
  updateReport,
} from '../../../../renderer/storage'
import { importText } from '../corrections/texts'
import { dumpRecords, MemoryJournal } from '../fixture'
import { annotate, code, copied, HASH, input, merge, opened, place, quotesOf, span, textOf } from './two-projects'

it('unites two codings of the same file in one step that undo takes back as one', async () => {
  const [mine, theirs] = [await opened('甲'), await opened('乙')]
  const [here, there] = [await code(mine.session, '经济'), await code(theirs.session, '经济')]
  const other = await code(theirs.session, '民生')
  const own = await annotate(mine.session, '固定资产投资', [here.id])
  await annotate(theirs.session, '固定资产投资', [there.id])
  await annotate(theirs.session, '新建停车场', [other.id], `见 [[code:${there.id}|经济]]`)
  await saveMemo(theirs.session, { type: 'code', id: there.id }, '增长与投资')
  const before = await dumpRecords(mine.session.db)

  const plan = await planMerge(mine.session, await input(mine, theirs))
  expect(plan.conflicts).toEqual([])
  expect(await dumpRecords(mine.session.db)).toEqual(before)
  const { entry, left } = await merge(mine, theirs)
  expect([entry?.operation.key, left]).toEqual(['merge.step', 0])
  expect(mine.journal.last).toBe(entry?.sequence)

  const found = await annotationsOf(mine.session.db, HASH)
  expect(found.find(({ id }) => id === own.id)).toMatchObject({ codes: [here.id], also: [{ author: '乙' }] })
  expect(found.find(({ id }) => id !== own.id)).toMatchObject({
    author: '乙',
    codes: [other.id],
    memo: `见 [[code:${here.id}|经济]]`,
  })
  expect((await listCodes(mine.session.db)).map(({ name }) => name).sort()).toEqual(['民生', '经济'].sort())
  expect(await mine.session.db.memos.toArray()).toMatchObject([{ subject: { id: here.id }, text: '增长与投资' }])

  expect((await merge(mine, theirs)).entry).toBeNull()
  await mine.session.undo()
  expect(await dumpRecords(mine.session.db)).toEqual(before)
})

it('lays marks on the text as it is corrected by both', async () => {
  const [mine, theirs] = [await opened('甲'), await opened('乙')]
  await annotate(mine.session, '新增城镇就业')
  await annotate(theirs.session, '营商环境持续优化')
  await addBookmark(theirs.session, { ...(await place(theirs.session, '着力抓好')), name: '任务' })
  await addCorrections(mine.session, [{ ...(await span(mine.session, '一六0')), replacement: '160' }])
  await addCorrections(theirs.session, [
    { ...(await span(theirs.session, '一般公共预算')), replacement: '一般公共财政预算' },
  ])
  await annotate(theirs.session, '公共财政预算')
  await merge(mine, theirs)
  const text = await textOf(mine.session)
  expect(text).toContain('完成160亿元')
  expect(text).toContain('一般公共财政预算收入完成')
  expect(await quotesOf(mine)).toEqual(
    [
      ['公共财政预算', false],
      ['新增城镇就业', false],
      ['营商环境持续优化', false],
    ].sort(),
  )
  for (const { anchor } of await annotationsOf(mine.session.db, HASH))
    expect(text.slice(anchor.start, anchor.end)).toBe(anchor.quote)
  const [bookmark] = await mine.session.db.bookmarks.toArray()
  expect(text.slice(bookmark?.anchor.start, bookmark?.anchor.end)).toBe('着力抓好')
  expect((await mine.session.db.corrections.toArray()).map(({ author }) => author).sort()).toEqual(['乙', '甲'].sort())
  expect((await merge(mine, theirs)).entry).toBeNull()
})

it('asks where both corrected the same characters', async () => {
  const [mine, theirs] = [await opened('甲'), await opened('乙')]
  await addCorrections(mine.session, [{ ...(await span(mine.session, '一六0')), replacement: '160' }])
  await addCorrections(theirs.session, [{ ...(await span(theirs.session, '完成一六0')), replacement: '达到1600' }])
  const plan = await planMerge(mine.session, await input(mine, theirs))
  expect(plan.conflicts).toMatchObject([{ table: 'corrections' }])
  const id = plan.conflicts[0]?.id ?? ''
  const { entry } = await merge(mine, theirs, new Map([[id, 'mine']]))
  expect(entry?.changes.map(({ table }) => table)).toEqual(['mergeDecisions'])
  await merge(mine, theirs, new Map([[id, 'theirs']]))
  expect(await textOf(mine.session)).toContain('达到1600亿元')
})

it('tells who decided what, and takes what was settled', async () => {
  const [mine, theirs] = [await opened('甲'), await opened('乙')]
  const report = (await mine.session.db.reports.toArray())[0]?.id ?? ''
  const keys = (await reviewStatements(mine.session.db, report)).map(({ key }) => key)
  const [first = '', second = '', third = ''] = keys
  await acceptStatement(mine.session, report, first)
  await acceptStatement(theirs.session, report, first)
  await acceptStatement(mine.session, report, second)
  await rejectStatement(theirs.session, report, second)
  await rejectStatement(theirs.session, report, third)
  const plan = await planMerge(mine.session, await input(mine, theirs))
  expect(plan.conflicts).toHaveLength(1)
  expect(plan.decisions.map(({ stands }) => stands).sort()).toEqual(['same', 'theirs', 'theirs'])
  await merge(mine, theirs, new Map([[plan.conflicts[0]?.id ?? '', 'mine']]))
  const now = new Map((await mine.session.db.statements.toArray()).map((one) => [one.origin, one]))
  expect(now.get(first)).toMatchObject({ author: '甲', also: [{ author: '乙' }] })
  expect(now.get(second)).toMatchObject({ status: 'accepted', author: '甲' })
  expect(now.get(third)).toMatchObject({ status: 'rejected', author: '乙' })
})

it('goes three ways from the last entry that both journals have', async () => {
  const mine = await opened('甲')
  const gone = await annotate(mine.session, '新建停车场')
  const kept = await annotate(mine.session, '固定资产投资')
  const theirs = await copied(mine, '乙')
  expect(await quotesOf(theirs)).toHaveLength(2)
  await removeAnnotation(theirs.session, gone.id)
  await annotate(mine.session, '规模以上工业')
  const read = await input(mine, theirs)
  expect(read.package).toMatchObject({ common: 3, last: 4, authors: ['乙'] })
  const plan = await planMerge(mine.session, read)
  expect(plan.conflicts).toEqual([])
  await merge(mine, theirs)
  expect(await quotesOf(mine)).toEqual(
    [
      ['固定资产投资', false],
      ['规模以上工业', false],
    ].sort(),
  )
  expect(await mine.session.db.annotations.get(kept.id)).toBeTruthy()
})

it('says which files are to be imported first, and leaves out what stands on those that are not', async () => {
  const [mine, theirs] = [await opened('甲', new MemoryJournal(), '2.txt'), await opened('乙')]
  await annotate(theirs.session, '新建停车场')
  const plan = await planMerge(mine.session, await input(mine, theirs))
  expect(plan.absent).toEqual([HASH])
  expect(plan.counts.get('annotations')?.added).toBe(1)
  expect(await merge(mine, theirs)).toEqual({ entry: null, left: 1 })
  await importText(mine.session.db, mine.journal, '1.txt')
  expect((await merge(mine, theirs)).left).toBe(0)
  expect(await quotesOf(mine)).toEqual([['新建停车场', false]])
})

it('ends where it is given up, with nothing written', async () => {
  const [mine, theirs] = [await opened('甲'), await opened('乙')]
  await annotate(theirs.session, '新建停车场')
  const before = await dumpRecords(mine.session.db)
  const givenUp = new Error('given up')
  const stop = (): never => {
    throw givenUp
  }
  const read = await input(mine, theirs)
  await expect(readPackage(mine.session.db, (after, limit) => theirs.journal.read(after, limit), stop)).rejects.toBe(
    givenUp,
  )
  await expect(readTouches(mine.session.db, stop)).rejects.toBe(givenUp)
  await expect(planMerge(mine.session, read, {}, stop)).rejects.toBe(givenUp)
  const told: [number, number][] = []
  await planMerge(mine.session, read, {}, (done, total) => void told.push([done, total]))
  expect(told).toEqual([[0, 1]])
  expect(await dumpRecords(mine.session.db)).toEqual(before)
})

it('takes over what was said of a report, and reads its numbers again by that', async () => {
  const [mine, theirs] = [await opened('甲'), await opened('乙')]
  const report = (await mine.session.db.reports.toArray())[0]?.id ?? ''
  await updateReport(theirs.session, report, { year: 2021 })
  await merge(mine, theirs)
  expect(await mine.session.db.reports.get(report)).toMatchObject({ year: 2021, edited: ['year'] })
  expect((await mine.session.db.cells.get(report))?.year).toBe(2021)
})
