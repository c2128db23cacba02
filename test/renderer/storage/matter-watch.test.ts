import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { reportId } from '#shared/model/identity'
import { matterName } from '#shared/model/matter'
import {
  acceptMatter,
  addCorrections,
  addMatter,
  changeMatters,
  hideSource,
  type KnownMatters,
  MatterWatch,
  rejectMatter,
  resetMatter,
  type Session,
  showSource,
  updateReport,
} from '../../../renderer/storage'
import { hashOf as hashOfText, importText, openTexts } from './corrections/texts'
import { hashOf, importFile, MemoryJournal, newProject, open } from './fixture'
import { venture, withMatters } from './matters/made'

let session: Session
let journal: MemoryJournal
let told: KnownMatters[]
let watch: MatterWatch
const [ONE, TWO] = [reportId(hashOf(1), 0), reportId(hashOf(2), 0)]

beforeEach(async () => {
  journal = new MemoryJournal()
  session = (await open(newProject(), journal)).session
  for (const n of [1, 2]) await importFile(session.db, journal, n, withMatters(n))
  told = []
  watch = new MatterWatch(
    session.db,
    (known) => void told.push(known),
    (error) => {
      throw error
    },
  )
  await until((rows) => expect([...rows.keys()].sort()).toEqual([ONE, TWO].sort()))
})
afterEach(() => {
  watch.stop()
  session.close()
})

const until = (check: (rows: KnownMatters['byReport']) => void) =>
  vi.waitFor(
    () => {
      const last = told.at(-1)
      expect(last?.whole).toBe(true)
      check(last?.byReport ?? new Map())
    },
    { timeout: 12_000, interval: 10 },
  )
const statuses = (rows: KnownMatters['byReport'], report: string) => rows.get(report)?.map(({ status }) => status)
const first = () => {
  const row = told.at(-1)?.byReport.get(ONE)?.[0]
  if (!row) throw new Error('no row')
  return row
}

it('reads anew only the report in which a matter was settled, also when it is undone', async () => {
  const other = told.at(-1)?.byReport.get(TWO)
  await acceptMatter(session, ONE, first().key)
  await until((rows) => expect(statuses(rows, ONE)?.[0]).toBe('accepted'))
  expect(told.at(-1)?.byReport.get(TWO)).toBe(other)
  await rejectMatter(session, ONE, first().key)
  await until((rows) => expect(statuses(rows, ONE)?.[0]).toBe('rejected'))
  await resetMatter(session, ONE, first().key)
  await until((rows) => expect(statuses(rows, ONE)?.[0]).toBe('suggested'))
  await session.undo()
  await until((rows) => expect(statuses(rows, ONE)?.[0]).toBe('rejected'))
  expect(told.at(-1)?.byReport.get(TWO)).toBe(other)
})

it('follows changes of crowds, which are told without their names', async () => {
  for (let n = 3; n < 12; n++) await importFile(session.db, journal, n, withMatters(n))
  await until((rows) => expect(rows.size).toBe(11))
  const all = [...(told.at(-1)?.byReport.values() ?? [])].flat()
  expect(all.length).toBeGreaterThan(50)
  await changeMatters(session, all, { type: 'accept' })
  const open = (rows: KnownMatters['byReport']) =>
    [...rows.values()].flat().filter(({ status }) => status === 'suggested').length
  await until((rows) => expect(open(rows)).toBe(0))
  await session.undo()
  await until((rows) => expect(open(rows)).toBe(all.length))
})

it('leaves out what is hidden, and tells what is found out about a report', async () => {
  await hideSource(session, hashOf(1))
  await until((rows) => expect([...rows.keys()]).toEqual([TWO]))
  await showSource(session, hashOf(1))
  await until((rows) => expect(rows.size).toBe(2))
  await updateReport(session, TWO, { year: 2031 })
  await until((rows) => expect(rows.get(TWO)?.[0]?.reportYear).toBe(2031))
})

it('tells of a matter made by hand whose words were corrected, where the engine reads what it read', async () => {
  watch.stop()
  session.close()
  session = (await openTexts(newProject(), journal)).session
  await importText(session.db, journal, '4.txt')
  const [report] = await session.db.reports.toArray()
  const text = (await session.db.texts.get(report?.reading ?? ''))?.text ?? ''
  const start = text.indexOf('使命重在担当')
  const made = await addMatter(session, report?.id ?? '', venture(text, '使命重在担当'))
  told = []
  watch = new MatterWatch(session.db, (known) => void told.push(known), vi.fn())
  const names = (rows: KnownMatters['byReport']) =>
    [...rows.values()].flat().flatMap(({ id, content }) => (id === made.id ? matterName(content) : []))
  await until((rows) => expect(names(rows)).toEqual(['使命重在担当']))
  await addCorrections(session, [
    { source: hashOfText('4.txt'), start: start + 4, end: start + 6, replacement: '实干' },
  ])
  await until((rows) => expect(names(rows)).toEqual(['使命重在实干']))
})
