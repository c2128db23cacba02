import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ExtractedMatter, MatterType } from '#shared/model/matter'
import { matterKey, matterName } from '#shared/model/matter'
import { statementKey } from '#shared/model/statement'
import {
  acceptMatter,
  acceptTogether,
  addCorrections,
  addMatter,
  correctionsOf,
  dateTogether,
  editMatter,
  getSourceBundle,
  linkVentures,
  listVentureLinks,
  matterRows,
  mattersOfOtherYear,
  rejectMatter,
  removeCorrections,
  reviewMatters,
  reviewStatements,
  type Session,
  statementsOfOtherYear,
  updateReport,
} from '../../../../renderer/storage'
import { dump, dumpRecords, MemoryJournal, newProject } from '../fixture'
import { list, listItem, money, rank } from '../matters/made'
import { hashOf, importText, openTexts } from './texts'

const HASH = hashOf('4.txt')
let session: Session
let report: string

beforeEach(async () => {
  session = (await openTexts(newProject(), new MemoryJournal())).session
  await importText(session.db, new MemoryJournal(), '4.txt')
  report = (await session.db.reports.where('source').equals(HASH).toArray())[0]?.id ?? ''
})
afterEach(() => session.close())

const textOf = async (): Promise<string> => (await getSourceBundle(session.db, HASH))?.text.text ?? ''
const records = () => dump(session.db, ['journalMirror', 'meta'])

async function correct(words: string, replacement: string, nth = 0) {
  const text = await textOf()
  let start = -1
  for (let n = 0; n <= nth; n++) start = text.indexOf(words, start + 1)
  expect(start).toBeGreaterThanOrEqual(0)
  return addCorrections(session, [{ source: HASH, start, end: start + words.length, replacement }])
}

const takeBack = async () =>
  removeCorrections(
    session,
    (await correctionsOf(session.db, HASH)).map(({ correction }) => correction.id),
  )

const named = async (name: string, type: MatterType = 'venture') =>
  (await reviewMatters(session.db, report)).filter(
    ({ content }) => content.type === type && matterName(content) === name,
  )
async function one(name: string, type: MatterType = 'venture') {
  const [first, ...rest] = await named(name, type)
  if (!first || rest.length > 0) throw new Error(`${rest.length + Number(first !== undefined)} of ${name}`)
  return first
}
/** The words that a matter stands on. */
const wordsOf = async ({ start, end }: ExtractedMatter) => (await textOf()).slice(start, end)

const PARK = '漯河新区产业园二期'

describe('a touched matter', () => {
  it('moves with the text before it, with all that it names', async () => {
    await acceptMatter(session, report, (await one(PARK)).key)
    const before = await records()
    await correct('唐寺门立交', '唐寺门互通式立交')
    const { content, status, key } = await one(PARK)
    expect(status).toBe('accepted')
    expect(await wordsOf(content)).toBe(PARK)
    expect(key).toBe(matterKey(content))
    const { amount, sentence } = content.type === 'venture' ? content : { amount: null, sentence: content }
    expect((await textOf()).startsWith('50亿元', amount?.start)).toBe(true)
    expect((await textOf()).slice(sentence.start, sentence.end)).toMatch(/^今年，城镇.*前10名$/u)
    await session.undo()
    await session.refresh()
    expect(await records()).toEqual(before)
  })

  it('has the name that was corrected, and stands for what the engine reads then', async () => {
    await acceptMatter(session, report, (await one(PARK)).key)
    await correct('漯河新区产业园二期', '瀍河新区产业园二期')
    expect(await named(PARK)).toEqual([])
    expect(await one('瀍河新区产业园二期')).toMatchObject({ status: 'accepted', orphan: false })
    const [stored] = await session.db.matters.toArray()
    expect(stored?.anchor.quote).toBe('瀍河新区产业园二期')
    expect(stored?.origin).toBe(stored && matterKey(stored.content))
  })

  it('has the amount that the engine reads where the amount was corrected', async () => {
    await editMatter(session, report, (await one(PARK)).key, { due: '年底前' })
    await correct('50亿元', '62亿元')
    expect((await one(PARK)).content).toMatchObject({ amount: { quantity: '62亿元', value: 62 }, due: '年底前' })
  })

  it('becomes an orphan where nothing is left of its words, and comes back with them', async () => {
    await rejectMatter(session, report, (await one(PARK)).key)
    const [before] = await session.db.matters.toArray()
    await correct(`${PARK}开工建设`, '')
    const lost = await one(PARK)
    expect(lost).toMatchObject({ status: 'rejected', orphan: true, id: before?.id })
    expect((await session.db.matters.toArray())[0]?.anchor.quote).toBe(PARK)
    expect(await matterRows(session.db, ['venture'])).toContainEqual(expect.objectContaining({ id: lost.id }))
    // One whose words are lost is still the user's to settle.
    await acceptMatter(session, report, lost.key)
    expect(await one(PARK)).toMatchObject({ status: 'accepted', orphan: true })
    await session.undo()
    await correct('唐寺门立交', '唐寺门互通式立交')
    await takeBack()
    expect(await session.db.matters.toArray()).toEqual([before])
    expect(await one(PARK)).toMatchObject({ status: 'rejected', orphan: false })
  })

  it('is found again by new offsets where its words are lost', async () => {
    await acceptMatter(session, report, (await one(PARK)).key)
    await correct(PARK, '')
    const start = (await textOf()).indexOf('唐寺门立交')
    await editMatter(session, report, (await one(PARK)).key, { start, end: start + 5, name: '唐寺门立交' })
    expect(await one('唐寺门立交')).toMatchObject({ orphan: false, status: 'accepted' })
  })
})

it('moves the keys by which matters name a list and a statement', async () => {
  const text = await textOf()
  const heading = await addMatter(session, report, list(text, '2024年十大民生实事'))
  const parent = matterKey(heading.content)
  const item = await addMatter(
    session,
    report,
    listItem(text, '（一）新增停车场。新建停车场5个，市级投资3亿元', { parent, above: money(text, '3亿元') }),
  )
  const growth = (await reviewStatements(session.db, report)).find(({ quantity }) => quantity === '3.2亿元')
  const place = await addMatter(
    session,
    report,
    rank(text, '增速居全市第一位', { statement: growth ? statementKey(growth) : '' }),
  )
  await correct('唐寺门立交', '唐寺门互通式立交')
  await correct('十大民生实事', '十件民生实事')
  await correct('市级投资', '市级财政投资')
  const now = new Map((await session.db.matters.toArray()).map((one) => [one.id, one.content]))
  const [moved, listed, ranked] = [now.get(heading.id), now.get(item.id), now.get(place.id)]
  if (moved?.type !== 'list' || listed?.type !== 'list_item' || ranked?.type !== 'rank') throw new Error('not there')
  expect(moved.heading).toBe('2024年十件民生实事')
  expect(moved.until).toBe((await textOf()).length)
  expect(listed.parent.startsWith(`list:${moved.start}:`)).toBe(true)
  expect(await wordsOf(listed)).toBe('（一）新增停车场。新建停车场5个，市级财政投资3亿元')
  expect((await textOf()).startsWith('3亿元', listed.above?.start)).toBe(true)
  const there = (await reviewStatements(session.db, report)).map(({ key }) => key)
  expect(there).toContain(ranked.statement)
})

it('carries what was said of ventures to where they stand', async () => {
  const [park, bridge] = [await one(PARK), await one('唐寺门立交')]
  await linkVentures(session, { report, key: park.key }, { report, key: bridge.key }, 'different')
  const before = await listVentureLinks(session.db)
  await correct(PARK, '瀍河新区产业园二期')
  await correct('唐寺门立交', '唐寺门互通式立交')
  const [link] = await listVentureLinks(session.db)
  expect(link?.a.key).toBe((await one('瀍河新区产业园二期')).key)
  expect(link?.b.key).toBe((await one('唐寺门互通式立交')).key)
  await takeBack()
  expect(await listVentureLinks(session.db)).toEqual(before)
})

it('reads the matters of a report again where its year was corrected, and keeps the user’s word', async () => {
  await acceptMatter(session, report, (await one(PARK)).key)
  const before = await records()
  await updateReport(session, report, { year: 2020 })
  expect((await one('唐寺门立交')).content.year).not.toBe('2023')
  expect(await one(PARK)).toMatchObject({ status: 'accepted', content: { year: '2024' } })
  await session.undo()
  expect(await records()).toEqual(before)
})

it('dates what was accepted before the report’s year was corrected, statements with it, in one step', async () => {
  const bridge = await one('唐寺门立交')
  const statements = (await reviewStatements(session.db, report)).map(({ key }) => ({ report, key }))
  await acceptTogether(session, statements, [{ report, key: bridge.key }])
  await editMatter(session, report, (await one(PARK)).key, { due: '年底前' })
  expect(await mattersOfOtherYear(session.db, report)).toEqual([])
  await updateReport(session, report, { year: 2020 })
  const read = await one('漯河新区产业园')
  const before = await records()
  const matters = await mattersOfOtherYear(session.db, report)
  expect(matters).toEqual([{ report, key: bridge.key }])
  const others = await statementsOfOtherYear(session.db, report)
  expect(others.length).toBeGreaterThan(0)
  const entry = await dateTogether(session, others, matters)
  expect(entry?.operation).toEqual({ key: 'project.history.itemsDated', params: { count: others.length + 1 } })
  expect(await one('唐寺门立交')).toMatchObject({ status: 'accepted', content: { year: read.content.year } })
  expect(await mattersOfOtherYear(session.db, report)).toEqual([])
  await session.undo()
  expect(await records()).toEqual(before)
  expect((await dateTogether(session, [], matters))?.operation.key).toBe('project.history.matterDated')
})

it('is rebuilt from originals and journal as it was', async () => {
  const [project, journal] = [newProject(), new MemoryJournal()]
  session.close()
  session = (await openTexts(project, journal)).session
  await importText(session.db, journal, '4.txt')
  await importText(session.db, journal, '2.txt')
  const [park, bridge] = [await one(PARK), await one('唐寺门立交')]
  const all = (await reviewMatters(session.db, report)).map(({ key }) => ({ report, key }))
  await acceptTogether(session, [], all.slice(0, 4))
  await rejectMatter(session, report, bridge.key)
  await linkVentures(session, { report, key: park.key }, { report, key: bridge.key }, 'same')
  await correct('唐寺门立交', '唐寺门互通式立交')
  await correct('十大民生实事', '十件民生实事')
  await editMatter(session, report, (await one(PARK)).key, { due: '年底前' })
  await updateReport(session, report, { year: 2022 })
  await session.refresh()
  const full = await dumpRecords(session.db)
  expect(full.matters?.length).toBeGreaterThan(4)
  for (const table of session.db.tables) await table.clear()
  session.close()
  session = (await openTexts(project, journal)).session
  await session.refresh()
  expect(await dumpRecords(session.db)).toEqual(full)
})
