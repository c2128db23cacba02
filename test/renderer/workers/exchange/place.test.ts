import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import type { IncomingContent, IncomingSource } from '#shared/exchange/project-content'
import { newId } from '#shared/model/identity'
import { applyIncoming, sourceStatements } from '../../../../renderer/storage'
import { placeContent } from '../../../../renderer/workers/exchange/place'
import { AT, hashOf, opened, TEXT, truly } from '../../storage/fixture'

const PROVENANCE = { origin: '', published: '', page: '', url: '', obtained: '' }

/** A text of another tool with the spans of some words. */
function source(name: string, text: string, words: readonly string[]): IncomingSource {
  const made = { codes: [], memo: '', author: '乙', createdAt: AT, updatedAt: AT, also: [] }
  const annotations = words.map((quote) => {
    const start = text.indexOf(quote)
    return { ...made, id: newId(), start, end: start + quote.length, quote }
  })
  return {
    id: newId(),
    name,
    folder: '',
    hash: null,
    provenance: PROVENANCE,
    importedAt: AT,
    text,
    annotations,
    statements: [],
  }
}

const content = (sources: IncomingSource[], fields: Partial<IncomingContent> = {}): IncomingContent => ({
  ...{ name: '', origin: 'QualCoder', createdAt: AT, authors: [], codes: [], memos: [], leftOut: [], sources },
  ...fields,
})

const place = async (incoming: IncomingContent) => {
  const { session } = await opened(truly)
  return { session, read: await placeContent(session.db, session.project.id, incoming, () => undefined) }
}

it('knows a text of another tool by its words, whatever its white space is', async () => {
  const text = `\ufeff${TEXT.replace('。', '。\r\n\r\n')}`
  const { read } = await place(content([source('另一名称', text, ['新增停车场5个', '固定资产投资'])]))
  expect(read).toMatchObject({ here: ['1.txt'], absent: [], unplaced: 0 })
  for (const { anchor } of read.placed.annotations) expect(TEXT.slice(anchor.start, anchor.end)).toBe(anchor.quote)
})

it('knows it by its name only where most of its spans are found, and counts those that are not', async () => {
  const text = `${TEXT}别的话，这里没有。`
  const fits = source('1.docx', text, ['地区生产总值', '固定资产投资', '别的话，这里没有'])
  expect((await place(content([fits]))).read).toMatchObject({ here: ['1.txt'], unplaced: 1 })
  const other = source('1', '完全不同的文字，只是同名。', ['完全不同的文字'])
  expect((await place(content([other]))).read).toMatchObject({ here: [], absent: ['1'], onAbsent: 1 })
})

it('takes a note on a text to its first report, with its title, and counts notes on what is not here', async () => {
  const known = source('1', TEXT, [])
  const note = { name: '标题', text: '内容', author: '乙', updatedAt: AT }
  const memos: IncomingContent['memos'] = [
    { ...note, id: newId(), subject: { type: 'source', id: known.id } },
    { ...note, id: newId(), subject: { type: 'report', id: newId() } },
    { ...note, id: newId(), subject: { type: 'project', id: '' } },
  ]
  const { session, read } = await place(content([known], { memos }))
  const [report] = await session.db.reports.toArray()
  expect(read.memosLost).toBe(1)
  expect(read.placed.memos.map(({ subject, text }) => [subject, text])).toEqual([
    [{ type: 'report', id: report?.id }, '标题\n内容'],
    [{ type: 'project', id: session.project.id }, '标题\n内容'],
  ])
})

it('brings decided statements back where the text is the very same, and not those that stand otherwise', async () => {
  const { session } = await opened(truly)
  const [first] = await sourceStatements(session.db, hashOf(1))
  if (!first) throw new Error('the engine has found nothing')
  const { key, reading: _, source: __, ...statement } = first
  const decided = { ...statement, id: newId(), origin: key, status: 'accepted' as const, author: '乙', updatedAt: AT }
  const moved = { ...decided, id: newId(), start: decided.start + 1 }
  const same = { ...source('1.txt', TEXT, []), hash: hashOf(1), statements: [decided, moved] }
  const read = await placeContent(session.db, session.project.id, content([same]), () => undefined)
  expect(read).toMatchObject({ statementsLost: 1, counts: { statements: { added: 1, same: 0 } } })
  await applyIncoming(session, read.placed, 'a')
  const stored = await session.db.statements.toArray()
  expect(stored).toMatchObject([{ id: decided.id, origin: key, status: 'accepted', author: '乙' }])
  const again = await placeContent(session.db, session.project.id, content([same]), () => undefined)
  expect(again.counts.statements).toEqual({ added: 0, same: 1 })
})
