import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { readingId } from '#shared/model/identity'
import { makeAnchor } from '#shared/text/anchor'
import {
  addAnnotation,
  addCode,
  annotationsOf,
  applyIncoming,
  hideSource,
  listCodes,
  type ProjectDatabase,
  type Session,
  saveMemo,
} from '../../../../renderer/storage'
import type { WriteQuery } from '../../../../renderer/workers/exchange/protocol'
import { readFile } from '../../../../renderer/workers/exchange/read'
import { writeFile } from '../../../../renderer/workers/exchange/write'
import { AT, dumpRecords, hashOf, opened, TEXT, truly } from '../../storage/fixture'

const nothing = () => undefined

const written = (db: ProjectDatabase, session: Session, fields: Partial<WriteQuery>) => {
  const { id, name, createdAt } = session.project
  const query: WriteQuery = {
    ...{ ask: 'write', project: { id, name, createdAt }, type: 'qdpx', language: 'zh-CN', undecided: false },
    report: null,
    ...fields,
  }
  return writeFile(db, query, nothing)
}

const readInto = (session: Session, type: 'qdpx' | 'qdc' | 'jsonld', bytes: Uint8Array<ArrayBuffer>) =>
  readFile(session.db, { ask: 'read', project: session.project, type, bytes }, AT, nothing)

/** Marks a span of the file. */
async function mark(
  session: Session,
  start: number,
  end: number,
  { codes, memo = '' }: { codes: string[]; memo?: string },
) {
  const [report] = await session.db.reports.toArray()
  const place = { source: hashOf(1), reading: readingId(hashOf(1), 1), report: report?.id ?? null }
  await addAnnotation(session, { ...place, anchor: makeAnchor(TEXT, start, end), codes, memo })
}

/** A project with two coded passages below two codes, a memo on one, and one on a code. */
async function coded() {
  const { session } = await opened(truly)
  const above = await addCode(session, { name: '经济', definition: '经济运行' })
  const below = await addCode(session, { name: '增长', parent: above.id })
  await saveMemo(session, { type: 'code', id: above.id }, '编码的备忘')
  await mark(session, 0, 12, { codes: [above.id], memo: '段落的备忘' })
  await mark(session, 5, 20, { codes: [above.id, below.id] })
  return { session, above, below }
}

/** Another project with the same file, or without it in sight. */
async function other(withFile = true) {
  const { session } = await opened(truly)
  if (!withFile) await hideSource(session, hashOf(1))
  return session
}

const spans = async (session: Session) => {
  const names = new Map((await listCodes(session.db)).map(({ id, name }) => [id, name]))
  return (await annotationsOf(session.db, hashOf(1))).map(({ anchor, codes, memo, report }) => ({
    words: TEXT.slice(anchor.start, anchor.end),
    codes: codes.map((id) => names.get(id)),
    memo,
    inReport: report !== null,
  }))
}

it.each(['qdpx', 'jsonld'] as const)(
  'takes codes, spans and memos to another project by %s, in one step',
  async (type) => {
    const { session } = await coded()
    const bytes = await written(session.db, session, { type })
    const there = await other()
    const { journalHeads: __, ...before } = await dumpRecords(there.db)
    const read = await readInto(there, type, bytes)
    expect(read).toMatchObject({
      ...{ here: ['1.txt'], absent: [], unplaced: 0, onAbsent: 0, memosLost: 0, statementsLost: 0 },
      counts: { codes: { added: 2, same: 0 }, annotations: { added: 2, joined: 0, same: 0 }, memos: { added: 1 } },
    })
    expect(await applyIncoming(there, read.placed, 'a')).toMatchObject({ operation: { key: 'exchange.step' } })
    expect(await spans(there)).toEqual(await spans(session))
    const again = await readInto(there, type, bytes)
    expect(again.counts).toMatchObject({
      codes: { added: 0, same: 2 },
      annotations: { added: 0, joined: 0, same: 2 },
      memos: { added: 0, joined: 0, same: 1 },
    })
    expect(await applyIncoming(there, again.placed, 'a')).toBeNull()
    await there.undo()
    const { journalHeads: _, ...after } = await dumpRecords(there.db)
    expect(after).toEqual(before)
  },
)

it('unites codes of the same path and joins spans that are marked here', async () => {
  const { session } = await coded()
  const bytes = await written(session.db, session, {})
  const there = await other()
  const own = await addCode(there, { name: '经济', definition: '自己的' })
  const mine = await addCode(there, { name: '民生' })
  await mark(there, 0, 12, { codes: [mine.id], memo: '我的' })
  const read = await readInto(there, 'qdpx', bytes)
  expect(read.counts).toMatchObject({
    codes: { added: 1, same: 1 },
    annotations: { added: 1, joined: 1, same: 0 },
  })
  await applyIncoming(there, read.placed, 'a')
  const codes = await listCodes(there.db)
  expect(codes.find(({ name }) => name === '增长')?.parent).toBe(own.id)
  expect(codes.find(({ id }) => id === own.id)?.definition).toBe('自己的')
  expect((await spans(there))[0]).toMatchObject({ codes: ['民生', '经济'], memo: '我的\n\n段落的备忘' })
})

it('leads links of memos to what the codes and passages of the file are here', async () => {
  const { session, above } = await coded()
  const [first] = await annotationsOf(session.db, hashOf(1))
  await saveMemo(
    session,
    { type: 'project', id: session.project.id },
    `见[[code:${above.id}|经济]]和[[annotation:${first?.id}|段落]]`,
  )
  const bytes = await written(session.db, session, {})
  const there = await other()
  const own = await addCode(there, { name: '经济' })
  await mark(there, 0, 12, { codes: [own.id] })
  const [marked] = await annotationsOf(there.db, hashOf(1))
  await applyIncoming(there, (await readInto(there, 'qdpx', bytes)).placed, 'a')
  const memo = (await there.db.memos.toArray()).find(({ subject }) => subject.type === 'project')
  expect(memo?.text).toBe(`见[[code:${own.id}|经济]]和[[annotation:${marked?.id}|段落]]`)
  expect((await readInto(there, 'qdpx', bytes)).counts.memos).toMatchObject({ added: 0, joined: 0 })
})

it('names texts that are not here, and brings the codes alone', async () => {
  const { session } = await coded()
  const there = await other(false)
  const read = await readInto(there, 'qdpx', await written(session.db, session, {}))
  expect(read).toMatchObject({ here: [], absent: ['1.txt'], onAbsent: 2, counts: { codes: { added: 2 } } })
  await applyIncoming(there, read.placed, 'a')
  expect(await there.db.annotations.count()).toBe(0)
  expect((await listCodes(there.db)).length).toBe(2)
})

it('leaves out what stands on a reading that is not the shown one any more', async () => {
  const { session } = await coded()
  const there = await other()
  const read = await readInto(there, 'qdpx', await written(session.db, session, {}))
  const stale = read.placed.annotations.map((one) => ({ ...one, reading: `${one.source}:9` }))
  await applyIncoming(there, { ...read.placed, annotations: stale }, 'a')
  expect(await there.db.annotations.count()).toBe(0)
})

it('writes codebook, tables and a page, and says where there is nothing to write', async () => {
  const { session, above } = await coded()
  const { db } = session
  const there = await other(false)
  const codebook = await readInto(there, 'qdc', await written(db, session, { type: 'qdc' }))
  expect(codebook.placed.codes.map(({ id, definition }) => [id, definition])).toContainEqual([above.id, '经济运行'])
  await expect(written(there.db, there, { type: 'qdc' })).rejects.toMatchObject({ reason: { key: 'exchange.noCodes' } })
  const zip = await written(db, session, { type: 'zip' })
  expect(new TextDecoder('latin1').decode(zip)).toContain('ledger.jsonl')
  const [report] = await db.reports.toArray()
  const page = new TextDecoder().decode(await written(db, session, { type: 'html', report: report?.id ?? '' }))
  expect(page).toContain('段落的备忘')
  await expect(written(db, session, { type: 'html', report: 'x' })).rejects.toMatchObject({
    reason: { key: 'exchange.noReport' },
  })
})

it('tells what is wrong with a file', async () => {
  const there = await other(false)
  const bytes = new TextEncoder().encode('{')
  await expect(readInto(there, 'qdpx', bytes)).rejects.toMatchObject({ reason: { key: 'exchangeFiles.fault.zip' } })
  await expect(readInto(there, 'jsonld', bytes)).rejects.toMatchObject({ reason: { key: 'exchangeFiles.fault.json' } })
})
