import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { reportId } from '#shared/model/identity'
import { MatterType, matterKey } from '#shared/model/matter'
import {
  addMatter,
  hideSource,
  linkAllVentures,
  linkVentures,
  listVentureLinks,
  matterRows,
  rejectMatter,
  type Session,
  showSource,
  sourceMatters,
  unlinkVentures,
  updateReport,
} from '../../../../renderer/storage'
import { hashOf, importFile, MemoryJournal, newProject, open } from '../fixture'
import { claim, MATTERS, mattersIn, venture, withMatters } from '../matters/made'

let session: Session
let journal: MemoryJournal
const [ONE, TWO] = [reportId(hashOf(1), 0), reportId(hashOf(2), 0)]

beforeEach(async () => {
  journal = new MemoryJournal()
  session = (await open(newProject(), journal)).session
  for (const n of [1, 2]) await importFile(session.db, journal, n, withMatters(n))
})
afterEach(() => session.close())

describe('matterRows', () => {
  it('gives the matters of all reports with what is known of their reports', async () => {
    await updateReport(session, TWO, { title: '另一份' })
    const rows = await matterRows(session.db, MatterType.options)
    expect(rows).toHaveLength(16)
    const [first] = rows
    expect(first).toMatchObject({
      ...{ report: ONE, source: hashOf(1), key: first && matterKey(first.content) },
      ...{ status: 'suggested', orphan: false, sourceName: '1.txt', reportTitle: '政府工作报告 0', main: true },
      ...{ reportYear: 2024, reportKind: 'full', place: { short: '瀍河' } },
    })
    const others = rows.filter(({ report }) => report === TWO)
    expect(new Set(others.map(({ reportTitle, reportYear }) => `${reportTitle} ${reportYear}`))).toEqual(
      new Set(['另一份 2024']),
    )
  })

  it('gives those of some types only, the user’s among them', async () => {
    const made = await addMatter(session, ONE, claim(MATTERS, '增速居全市第一'))
    await addMatter(session, ONE, venture(MATTERS, '增速居全市第一'))
    await rejectMatter(session, TWO, matterKey(claim(MATTERS, '民生实事全部完成')))
    const rows = (await matterRows(session.db, ['claim'])).filter(({ content }) => content.type === 'claim')
    expect(rows).toHaveLength(3)
    expect(rows.map(({ id, status }) => [id === made.id, status])).toEqual([
      [true, 'accepted'],
      [false, 'suggested'],
      [false, 'rejected'],
    ])
  })

  it('leaves out what is out of sight', async () => {
    await hideSource(session, hashOf(1))
    expect(new Set((await matterRows(session.db, MatterType.options)).map(({ report }) => report))).toEqual(
      new Set([TWO]),
    )
    await showSource(session, hashOf(1))
    expect(await matterRows(session.db, MatterType.options)).toHaveLength(16)
  })

  it('tells how far it is, and ends when it is told to', async () => {
    const told: string[] = []
    await matterRows(session.db, ['rank'], (done, total) => told.push(`${done}/${total}`))
    expect(told).toEqual(['0/2', '2/2'])
    const stop = new AbortController()
    const reading = matterRows(session.db, ['rank'], () => stop.abort(), stop.signal)
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' })
  })
})

it('gives the matters of a source in the order of its text', async () => {
  const matters = await sourceMatters(session.db, hashOf(2))
  expect(matters.map(({ content }) => content)).toEqual(mattersIn(MATTERS))
  expect(new Set(matters.map(({ report }) => report))).toEqual(new Set([TWO]))
})

describe('links between ventures', () => {
  const ref = (report: string, name: string) => ({ report, key: matterKey(venture(MATTERS, name)) })
  const [a, b] = [ref(ONE, '唐寺门立交'), ref(TWO, '唐寺门立交')]

  it('say one thing of two ventures, whichever is named first', async () => {
    const entry = await linkVentures(session, a, b, 'same')
    expect(entry?.operation).toEqual({
      key: 'project.history.venturesLinked',
      params: { a: '唐寺门立交', b: '唐寺门立交' },
    })
    expect(await linkVentures(session, b, a, 'same')).toBeNull()
    const [link] = await listVentureLinks(session.db)
    expect((await linkVentures(session, b, a, 'different'))?.operation.key).toBe('project.history.venturesParted')
    expect(await listVentureLinks(session.db)).toEqual([
      expect.objectContaining({ id: link?.id, a, b, verdict: 'different', author: '甲' }),
    ])
    await session.undo()
    expect(await listVentureLinks(session.db)).toEqual([link])
  })

  it('are said of many in one step: a chain of what is one, every two of what is not', async () => {
    const all = [a, b, ref(TWO, '瀍河新区产业园')]
    const entry = await linkAllVentures(session, all, 'same')
    expect(entry?.operation).toEqual({ key: 'project.history.venturesLinkedAll', params: { count: 3 } })
    expect(await listVentureLinks(session.db)).toHaveLength(2)
    expect(await linkAllVentures(session, all, 'same')).toBeNull()
    await linkAllVentures(session, all, 'different')
    const links = await listVentureLinks(session.db)
    expect(links.map(({ verdict }) => verdict)).toEqual(['different', 'different', 'different'])
    await session.undo()
    await session.undo()
    expect(await listVentureLinks(session.db)).toEqual([])
  })

  it('are taken back together, in one step', async () => {
    await linkVentures(session, a, b, 'same')
    await linkVentures(session, a, ref(TWO, '瀍河新区产业园'), 'different')
    const links = await listVentureLinks(session.db)
    expect(links).toHaveLength(2)
    const entry = await unlinkVentures(
      session,
      [...links, ...links].map(({ id }) => id),
    )
    expect(entry?.operation).toEqual({ key: 'project.history.venturesUnlinked', params: { count: 2 } })
    expect(await listVentureLinks(session.db)).toEqual([])
    expect(
      await unlinkVentures(
        session,
        links.map(({ id }) => id),
      ),
    ).toBeNull()
    await session.undo()
    expect(await listVentureLinks(session.db)).toEqual(links)
  })

  it('name a venture by hand by its words', async () => {
    const made = await addMatter(session, ONE, venture(MATTERS, '老旧小区'))
    const entry = await linkVentures(session, { report: ONE, key: made.id }, b, 'same')
    expect(entry?.operation.params).toEqual({ a: '老旧小区', b: '唐寺门立交' })
  })
})
