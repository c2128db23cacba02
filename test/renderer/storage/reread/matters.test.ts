import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { AnalysedSource } from '#shared/model/analysed'
import { reportId } from '#shared/model/identity'
import { type Matter, matterKey, matterName } from '#shared/model/matter'
import {
  acceptMatter,
  addMatter,
  changeMatters,
  linkVentures,
  listVentureLinks,
  reviewMatters,
  type Session,
  storeImport,
  storeReading,
} from '../../../../renderer/storage'
import { AT, dumpRecords, hashOf, type MemoryJournal, opened } from '../fixture'
import { claim, listItem, MATTERS, venture, withMatters } from '../matters/made'

const REPORT = reportId(hashOf(1), 0)
let session: Session
let journal: MemoryJournal

beforeEach(async () => {
  ;({ session, journal } = await opened(withMatters))
})
afterEach(() => session.close())

/** The first file as another text, read in another encoding. */
function readAs(text: string): AnalysedSource {
  const read = withMatters(1, text)
  return { ...read, source: { ...read.source, readAs: { format: null, encoding: 'gb18030' } } }
}

async function reread(text: string) {
  const { entry } = await storeReading(session.db, readAs(text), { author: '甲', at: AT })
  if (entry) await journal.append([entry])
  return entry
}

const acceptAll = async () => {
  const names = (await reviewMatters(session.db, REPORT)).map(({ key }) => ({ report: REPORT, key }))
  await changeMatters(session, names, { type: 'accept' })
}

const expectOn = ({ anchor, content }: Matter, text: string) => {
  expect(text.slice(content.start, content.end)).toBe(anchor.quote)
  expect(content).toMatchObject({ start: anchor.start, end: anchor.end })
}

it('carries matters to where their words stand, with all that they name', async () => {
  await acceptAll()
  const text = `某报讯。\n${MATTERS}`
  const entry = await reread(text)
  expect(entry?.operation.key).toBe('project.history.sourceReread')
  const touched = await session.db.matters.toArray()
  for (const matter of touched) expectOn(matter, text)
  // What the user accepted is what the engine finds in the new text.
  const engine = withMatters(1, text).reports.flatMap(({ matters }) => matters)
  expect((await reviewMatters(session.db, REPORT)).map(({ content }) => content)).toEqual(engine)
  expect(touched.map(({ origin }) => origin).sort()).toEqual(engine.map(matterKey).sort())
})

it('keeps those whose words are gone as orphans with their words, and finds them in the next reading', async () => {
  await acceptAll()
  const before = await session.db.matters.toArray()
  const entry = await reread(MATTERS.replace('唐寺门立交开工', '项目推进').replace('民生实事全部完成。', ''))
  expect(entry?.operation).toMatchObject({ key: 'project.history.sourceRereadLost', params: { lost: 2 } })
  const orphans = (await session.db.matters.toArray()).filter(({ orphan }) => orphan)
  expect(orphans.map(({ anchor }) => anchor.quote).sort()).toEqual(['唐寺门立交', '民生实事全部完成'])
  const listed = (await reviewMatters(session.db, REPORT)).filter(({ orphan }) => orphan)
  expect(listed.map(({ content }) => matterName(content)).sort()).toEqual(['唐寺门立交', '民生实事'])
  await reread(`${MATTERS}\n完。`)
  const found = await session.db.matters.toArray()
  expect(found.filter(({ orphan }) => orphan)).toEqual([])
  for (const matter of found) expectOn(matter, MATTERS)
  const untimed = (matters: readonly Matter[]) =>
    matters.map(({ updatedAt: _, reading: __, anchor: ___, ...rest }) => rest)
  const ends = (matters: readonly Matter[]) => untimed(matters).filter(({ content }) => content.type !== 'list')
  expect(ends(found)).toEqual(ends(before))
})

it('finds a long item by its title, where the engine reads one of that title', async () => {
  await acceptAll()
  const words = '（一）新增停车场。建成三处停车楼，方便群众出行停放，所需资金由市级承担。'
  const text = MATTERS.replace('（一）新增停车场。新建停车场5个，市级投资3亿元。', words)
  const read = readAs(text)
  const reports = read.reports.map((one) => ({ ...one, matters: [...one.matters, listItem(text, words)] }))
  await storeReading(session.db, { ...read, reports }, { author: '甲', at: AT })
  const items = (await session.db.matters.toArray()).filter(({ content }) => matterName(content) === '新增停车场')
  expect(items).toHaveLength(1)
  expect(items[0]).toMatchObject({ orphan: false, anchor: { quote: words } })
})

it('takes a reading back with all that it moved', async () => {
  await acceptAll()
  const [first, second] = (await reviewMatters(session.db, REPORT)).filter(({ content }) => content.type === 'venture')
  await linkVentures(
    session,
    { report: REPORT, key: first?.key ?? '' },
    { report: REPORT, key: second?.key ?? '' },
    'same',
  )
  const before = await dumpRecords(session.db)
  await reread(`某报讯。\n${MATTERS.replace('唐寺门立交开工', '项目推进')}`)
  const links = await listVentureLinks(session.db)
  expect(links[0]?.a.key).toBe(matterKey(venture(`某报讯。\n${MATTERS}`, '瀍河新区产业园')))
  await session.undo()
  await storeImport(session.db, withMatters(1), { mode: 'restore', author: '甲', at: AT })
  const after = await dumpRecords(session.db)
  const shown = ({ readings: _, texts: __, journalHeads: ___, ...rest }: Awaited<ReturnType<typeof dumpRecords>>) =>
    rest
  expect(shown(after)).toEqual(shown(before))
})

it('stores what a newer engine finds in the same text, under the user’s word', async () => {
  const made = await addMatter(session, REPORT, claim(MATTERS, '增速居全市第一', { covers: '增速' }))
  await acceptMatter(session, REPORT, matterKey(venture(MATTERS, '唐寺门立交')))
  const newer = withMatters(1)
  const matters = [
    claim(MATTERS, '增速居全市第一', { covers: '增速' }),
    venture(MATTERS, '唐寺门立交开工', { name: '唐寺门立交' }),
    venture(MATTERS, '瀍河新区产业园'),
  ]
  const reports = newer.reports.map((report) => ({ ...report, matters }))
  await storeImport(session.db, { ...newer, reports }, { mode: 'restore', author: '甲', at: AT })
  const reviewed = await reviewMatters(session.db, REPORT)
  expect(reviewed.map(({ content, status }) => `${matterName(content)} ${status}`)).toEqual([
    '增速 accepted',
    '瀍河新区产业园 suggested',
    '唐寺门立交 accepted',
  ])
  expect(reviewed[0]?.id).toBe(made.id)
})

it('keeps the link of a venture that the user has accepted, where another of its old name stands nearer', async () => {
  const park = venture(MATTERS, '瀍河新区产业园')
  await acceptMatter(session, REPORT, matterKey(park))
  const made = await addMatter(session, REPORT, venture(MATTERS, '老旧小区'))
  await linkVentures(session, { report: REPORT, key: matterKey(park) }, { report: REPORT, key: made.id }, 'same')
  const report = `本报记者从近日建成的瀍河新区产业园发回报道，${'今年以来各项工作取得新的进展和成效，'.repeat(4)}`
  const text = `${report}\n${MATTERS}`
  const read = readAs(text)
  const first = venture(text, '瀍河新区产业园')
  const start = text.lastIndexOf('瀍河新区产业园')
  const second = { ...first, start, end: start + park.name.length, sentence: { start, end: start + park.name.length } }
  const reports = read.reports.map((one) => ({
    ...one,
    matters: [first, ...one.matters.filter(({ type }) => type !== 'venture'), second],
  }))
  await storeReading(session.db, { ...read, reports }, { author: '甲', at: AT })
  const touched = (await session.db.matters.toArray()).find(({ content }) => matterName(content) === park.name)
  expect(touched?.origin).toBe(matterKey(second))
  const [link] = await listVentureLinks(session.db)
  expect(link?.a.key).toBe(touched?.origin)
  expect(link?.b.key).toBe(made.id)
})
