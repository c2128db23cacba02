import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { reportId } from '#shared/model/identity'
import { makeAnchor } from '#shared/text/anchor'
import {
  addAnnotation,
  addCode,
  hideSource,
  type Session,
  type TextsChange,
  updateReport,
  watchTexts,
} from '../../../renderer/storage'
import { hashOf, importFile, MemoryJournal, newProject, open, TEXT } from './fixture'

let session: Session
let journal: MemoryJournal
let told: TextsChange[]
let stop: () => void

beforeEach(async () => {
  journal = new MemoryJournal()
  ;({ session } = await open(newProject(), journal))
  for (const n of [1, 2]) await importFile(session.db, journal, n)
  told = []
  stop = watchTexts(session.db, (change) => void told.push(change), 5)
})
afterEach(() => {
  stop()
  session.close()
})

const until = (check: () => void) => vi.waitFor(check, { timeout: 12_000, interval: 5 })
const sources = () => [...new Set(told.flatMap((change) => change.sources ?? ['any']))].sort()

it('tells the source that was imported, and no other', async () => {
  await importFile(session.db, journal, 3)
  await until(() => expect(sources()).toEqual([hashOf(3)]))
})

it('tells the source of a report that was set otherwise, and one that was hidden', async () => {
  await updateReport(session, reportId(hashOf(2), 0), { year: 2019 })
  await until(() => expect(sources()).toEqual([hashOf(2)]))
  await hideSource(session, hashOf(1))
  await until(() => expect(sources()).toEqual([hashOf(1), hashOf(2)].sort()))
})

it('tells annotations and codes without a source', async () => {
  const { id } = await addCode(session, { name: '目标' })
  await until(() => expect(told.some(({ codes }) => codes)).toBe(true))
  const start = TEXT.indexOf('160亿元')
  const anchor = makeAnchor(TEXT, start, start + 5)
  const reading = `${hashOf(1)}:1`
  await addAnnotation(session, { source: hashOf(1), reading, report: null, anchor, codes: [id], memo: '' })
  await until(() => expect(told.some(({ annotations }) => annotations)).toBe(true))
  expect(sources()).toEqual([])
})

it('is silent once it is stopped', async () => {
  stop()
  await importFile(session.db, journal, 3)
  stop = watchTexts(session.db, (change) => void told.push(change), 5)
  await importFile(session.db, journal, 4)
  await until(() => expect(sources()).toEqual([hashOf(4)]))
})
