import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Annotation } from '#shared/model/annotation'
import { newId } from '#shared/model/identity'
import { makeAnchor } from '#shared/text/anchor'
import {
  addAnnotation,
  hideSource,
  type KnownQuotes,
  openDatabase,
  type Quote,
  QuoteWatch,
  removeAnnotation,
  type Session,
  showSource,
  updateAnnotation,
  updateReport,
} from '../../../renderer/storage'
import { AT, analysed, hashOf, importFile, type MemoryJournal, opened, TEXT } from './fixture'

let session: Session
let journal: MemoryJournal
let hash: string
let report: string
let told: KnownQuotes[]
let watch: QuoteWatch

beforeEach(async () => {
  ;({ session, journal, hash, report } = await opened())
  told = []
})
afterEach(() => {
  watch?.stop()
  session.close()
})

const mark = (quote: string, fields: Partial<Annotation> = {}) => {
  const start = TEXT.indexOf(quote)
  const anchor = makeAnchor(TEXT, start, start + quote.length)
  return addAnnotation(session, { source: hash, reading: `${hash}:1`, report, anchor, codes: [], memo: '', ...fields })
}
const begin = (): void => {
  watch = new QuoteWatch(
    session.db,
    (known) => void told.push(known),
    (error) => {
      throw error
    },
  )
}
const last = (): KnownQuotes | undefined => told.at(-1)
const until = (check: (quotes: readonly Quote[]) => void) =>
  vi.waitFor(
    () => {
      expect(last()?.state).toBe('whole')
      check(last()?.quotes ?? [])
    },
    { timeout: 12_000, interval: 10 },
  )
const texts = (quotes: readonly Quote[]) => quotes.map(({ text }) => text).sort()

it('tells what there is, then sections and pages, then that all is there', async () => {
  await mark('160亿元', { memo: '总量' })
  await mark('8%', { report: null })
  begin()
  await until((quotes) => expect(texts(quotes)).toEqual(['160亿元', '8%']))
  expect(told[0]?.state).toBe('reading')
  const [one, other] = [...(last()?.quotes ?? [])].sort((a, b) => a.start - b.start)
  expect(one).toMatchObject({ memo: '总量', section: '回顾', page: '', report: { id: report, year: 2024 } })
  expect(other).toMatchObject({ section: '', report: null, source: { name: '1.txt' } })
})

it('follows every change of an annotation and reads no other', async () => {
  const first = await mark('160亿元')
  const second = await mark('8%')
  begin()
  await until((quotes) => expect(quotes).toHaveLength(2))
  const before = last()?.quotes.find(({ id }) => id === second.id)
  const get = vi.spyOn(session.db.annotations, 'bulkGet')
  await updateAnnotation(session, first.id, { memo: '口径' })
  await until((quotes) => expect(quotes.map(({ memo }) => memo).sort()).toEqual(['', '口径']))
  expect(get.mock.calls.map(([ids]) => ids)).toEqual([[first.id]])
  expect(last()?.quotes.find(({ id }) => id === second.id)).toBe(before)
  await removeAnnotation(session, first.id)
  await until((quotes) => expect(texts(quotes)).toEqual(['8%']))
  await session.undo()
  await until((quotes) => expect(texts(quotes)).toEqual(['160亿元', '8%']))
})

it('follows the report, and leaves out what is removed until it is back', async () => {
  await mark('160亿元')
  begin()
  await until((quotes) => expect(quotes).toHaveLength(1))
  await updateReport(session, report, { year: 2021 })
  await until((quotes) => expect(quotes[0]?.report?.year).toBe(2021))
  expect(last()?.quotes[0]?.section).toBe('回顾')
  await hideSource(session, hash)
  await until((quotes) => expect(quotes).toHaveLength(0))
  await showSource(session, hash)
  await until((quotes) => expect(quotes).toHaveLength(1))
})

it('finds the pages of files that have some, and follows them', async () => {
  const made = analysed(2)
  const pages = [
    { start: 0, end: 20, label: '3' },
    { start: 20, end: TEXT.length, label: '4' },
  ]
  await importFile(session.db, journal, 2, {
    ...made,
    reading: { ...made.reading, format: 'pdf' },
    text: { ...made.text, pages },
  })
  const source = hashOf(2)
  await mark(TEXT.slice(18, 24), { source, reading: `${source}:1`, report: null })
  begin()
  await until((quotes) => expect(quotes[0]?.page).toBe('3–4'))
  await session.db.texts.update(`${source}:1`, { pages: [{ start: 0, end: TEXT.length, label: 'xi' }] })
  await until((quotes) => expect(quotes[0]?.page).toBe('xi'))
})

it('hears of thousands at once, and of another window', async () => {
  begin()
  await until((quotes) => expect(quotes).toHaveLength(0))
  const anchor = makeAnchor(TEXT, 0, 4)
  const many = Array.from({ length: 2500 }, (): Annotation => {
    const id = newId()
    const about = { codes: [], memo: '', author: '甲', rule: null, createdAt: AT, updatedAt: AT, orphan: false }
    return { id, source: hash, reading: `${hash}:1`, report, anchor, ...about, also: [] }
  })
  const other = await openDatabase(session.project.id)
  await other.annotations.bulkPut(many)
  await until((quotes) => expect(quotes).toHaveLength(2500))
  await other.annotations.clear()
  await until((quotes) => expect(quotes).toHaveLength(0))
  other.close()
})
