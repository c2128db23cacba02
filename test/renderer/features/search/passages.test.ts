import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { reportId } from '#shared/model/identity'
import { listedHits, passagesOf } from '../../../../renderer/features/search/passages'
import { autocode, hideSource, type Session } from '../../../../renderer/storage'
import type { SearchLine } from '../../../../renderer/workers/search/protocol'
import { message } from '../../../../shared/model/identity'
import { hashOf, importFile, MemoryJournal, newProject, open, TEXT } from '../../storage/fixture'

let session: Session
const ignored = () => undefined

beforeEach(async () => {
  const journal = new MemoryJournal()
  ;({ session } = await open(newProject(), journal))
  for (const n of [1, 2]) await importFile(session.db, journal, n)
})
afterEach(() => session.close())

const line = (n: number, words: string, patch: Partial<SearchLine> = {}): SearchLine => {
  const start = TEXT.indexOf(words)
  return {
    ...{ source: hashOf(n), reading: `${hashOf(n)}:1`, report: reportId(hashOf(n), 0), start },
    ...{ end: start + words.length, characters: TEXT.length, before: '前', hit: words, after: '后', label: '' },
    ...{ place: null, year: 2024, section: '', memo: null },
    ...patch,
  }
}

it('marks hits, sentences or paragraphs, none of them twice, and codes them in one step', async () => {
  const lines = [line(1, '160亿元'), line(2, '160亿元'), line(1, '160')]
  const hits = await passagesOf(session.db, lines, 'hit', ignored)
  expect(hits.passages.map(({ mark }) => TEXT.slice(mark.start, mark.end))).toEqual(['160亿元', '160亿元', '160'])
  const sentences = await passagesOf(session.db, lines, 'sentence', ignored)
  expect(sentences).toMatchObject({ lost: 0 })
  expect(sentences.passages).toHaveLength(2)
  const [first] = sentences.passages
  const sentence = first ? TEXT.slice(first.mark.start, first.mark.end) : ''
  expect(sentence).toContain('160亿元')
  expect(sentence.length).toBeGreaterThan(8)
  const coded = await autocode(session, sentences.passages, {
    ...{ codes: ['0d4e2d6e-3f0e-4f4e-8f0e-000000000001'], rule: null },
    operation: (counts) => message('project.history.autocoded', { name: '160', ...counts }),
  })
  expect(coded).toMatchObject({ count: 2, reports: 2, unchanged: 0, lost: 0 })
})

it('leaves alone what is no longer where it was found', async () => {
  await hideSource(session, hashOf(2))
  const lines = [
    line(1, '160亿元', { characters: TEXT.length - 1 }),
    line(1, '160亿元', { hit: '170亿元' }),
    line(2, '160亿元'),
    line(1, '160亿元'),
  ]
  const { passages, lost } = await passagesOf(session.db, lines, 'hit', ignored)
  expect(passages).toHaveLength(1)
  expect(lost).toBe(3)
})

it('lists hits in their order with sentence, section and file; a memo has no sentence', async () => {
  const done: number[] = []
  const lines = [line(2, '160亿元'), line(1, '160亿元'), line(2, '160亿元', { memo: 'm', section: '' })]
  const hits = await listedHits(session.db, lines, (count) => void done.push(count))
  expect(hits.map(({ file }) => file)).toEqual([
    (await session.db.sources.get(hashOf(2)))?.name,
    (await session.db.sources.get(hashOf(1)))?.name,
    (await session.db.sources.get(hashOf(2)))?.name,
  ])
  expect(hits[0]?.sentence).toContain('160亿元')
  expect(hits[0]).toMatchObject({ before: '前', hit: '160亿元', after: '后', year: 2024, page: '' })
  expect(hits[2]?.sentence).toBe('')
  expect(done.at(-1)).toBe(3)
})
