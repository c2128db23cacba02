import 'fake-indexeddb/auto'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { zipSync } from 'fflate'
import { expect, it, vi } from 'vitest'
import * as analysis from '#shared/analysis/analyse'
import { ImportAnswer } from '#shared/ipc/imports'
import { newId } from '#shared/model/identity'
import { AS_FOUND } from '#shared/model/source'
import { openDatabase } from '../../../../renderer/storage'
import { handleRequest } from '../../../../renderer/workers/import/handle'
import type { FileRequest } from '../../../../renderer/workers/import/import-file'

vi.mock('#shared/analysis/analyse', { spy: true })

const AT = '2026-01-02T03:04:05.000Z'
const SEEDS = resolve(import.meta.dirname, '../../../../seeds')

function request(project: string, bytes: Uint8Array, fields: Partial<FileRequest> = {}): FileRequest {
  const copy = new Uint8Array(bytes)
  return {
    type: 'file',
    ticket: 1,
    project,
    mode: 'import',
    name: 'a.txt',
    folder: '',
    readAs: AS_FOUND,
    journalLast: 0,
    since: null,
    hash: createHash('sha256').update(bytes).digest('hex'),
    bytes: copy.buffer,
    author: '甲',
    at: AT,
    ...fields,
  }
}

const handle = (data: unknown) => handleRequest(data, () => undefined)
const text = (content: string): Uint8Array => new TextEncoder().encode(content)

it('imports a real report and answers what the contract says', async () => {
  const project = newId()
  const bytes = readFileSync(`${SEEDS}/003_f9b85e353477209f.txt`)
  const answer = ImportAnswer.parse(await handle(request(project, bytes, { ticket: 5, name: '西工.txt' })))
  expect(answer).toMatchObject({ type: 'done', ticket: 5, outcome: { status: 'imported', encoding: 'utf-8' } })
  expect(answer.type === 'done' && answer.entry?.sequence).toBe(1)
  const db = await openDatabase(project)
  expect((await db.texts.toArray())[0]?.text).toBe(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes))
  expect(await db.engineOutput.count()).toBe(await db.reports.count())
  db.close()
})

it('answers a duplicate without analysing it again', async () => {
  const project = newId()
  const file = text('政府工作报告\n2023年地区生产总值增长8%。')
  await handle(request(project, file, { name: '一.txt' }))
  vi.mocked(analysis.analyseFile).mockClear()
  const answer = await handle(request(project, file, { name: '二.txt' }))
  expect(answer).toMatchObject({ outcome: { status: 'duplicate', of: '一.txt' }, entry: null })
  expect(analysis.analyseFile).not.toHaveBeenCalled()
})

it('gives the reason of a file that cannot be read', async () => {
  const answer = await handle(request(newId(), new Uint8Array(0)))
  expect(answer).toMatchObject({ outcome: { status: 'failed', reason: { key: 'errors.file.empty' } }, entry: null })
})

it('makes a throw the outcome of that file alone', async () => {
  const project = newId()
  vi.mocked(analysis.analyseFile).mockImplementationOnce(() => {
    throw new Error('parser broke')
  })
  expect(await handle(request(project, text('一'), { ticket: 2 }))).toMatchObject({
    ticket: 2,
    outcome: { status: 'failed', reason: { key: 'project.import.unexpected', params: { message: 'parser broke' } } },
  })
  expect(await handle(request(project, text('二'), { ticket: 3 }))).toMatchObject({
    ticket: 3,
    outcome: { status: 'imported' },
  })
})

it('names a full disk', async () => {
  vi.mocked(analysis.analyseFile).mockImplementationOnce(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  expect(await handle(request(newId(), text('一')))).toMatchObject({
    outcome: { status: 'failed', reason: { key: 'project.import.quota' } },
  })
})

it('refuses a database of a newer version by name, and tries again with the next file', async () => {
  const project = newId()
  const db = await openDatabase(project)
  await db.meta.put({ key: 'dataVersion', value: 99 })
  expect(await handle(request(project, text('一')))).toMatchObject({
    outcome: { status: 'failed', reason: { key: 'project.open.newer' } },
  })
  await db.meta.put({ key: 'dataVersion', value: 1 })
  db.close()
  expect(await handle(request(project, text('一')))).toMatchObject({ outcome: { status: 'imported' } })
})

it('stores nothing in a database that Chromium has emptied, and says so instead of failing the file', async () => {
  const project = newId()
  const [file, other] = [
    text('政府工作报告\n2023年地区生产总值增长8%。'),
    text('政府工作报告\n2024年地区生产总值增长5%。'),
  ]
  await handle(request(project, file))
  const db = await openDatabase(project)
  const lost = { type: 'lost', ticket: 1, reason: { key: 'project.write.lost', params: {} } }
  expect(await handle(request(project, other, { journalLast: 2 }))).toEqual(lost)
  expect(await db.sources.count()).toBe(1)
  const extraction = text(`{"id":"${'a'.repeat(64)}"}\n`)
  expect(await handle(request(project, extraction, { name: 'a.jsonl', journalLast: 2 }))).toEqual(lost)
  expect(await handle(request(project, file, { mode: 'reread', journalLast: 2 }))).toEqual(lost)
  expect(await db.journalMirror.count()).toBe(1)
  expect(await handle(request(project, other, { journalLast: 1 }))).toMatchObject({
    outcome: { status: 'imported' },
    entry: { sequence: 2 },
  })
  db.close()
})

it('refuses what is no request', async () => {
  await expect(handle({ ticket: 'x' })).rejects.toThrow()
})

it('restores without a journal entry', async () => {
  const answer = await handle(request(newId(), text('政府工作报告'), { mode: 'restore' }))
  expect(answer).toMatchObject({ outcome: { status: 'imported' }, entry: null })
})

it('takes an import of its own run, of which nobody heard, for imported, and that of another for a duplicate', async () => {
  const project = newId()
  const file = text('政府工作报告\n2023年地区生产总值增长8%。')
  await handle(request(project, file, { at: '2026-01-02T00:00:00.000Z' }))
  const again = (since: string, name = 'a.txt') => handle(request(project, file, { since, name }))
  expect(await again('2026-01-01T00:00:00.000Z')).toMatchObject({ outcome: { status: 'imported' }, entry: null })
  expect(await again('2026-01-03T00:00:00.000Z')).toMatchObject({ outcome: { status: 'duplicate' } })
  expect(await again('2026-01-01T00:00:00.000Z', 'b.txt')).toMatchObject({ outcome: { status: 'duplicate' } })
})

it('keeps name and folder, and reads again what is wanted to be read otherwise', async () => {
  const project = newId()
  const bytes = new Uint8Array([0xd5, 0xfe, 0xb8, 0xae, 0xb9, 0xa4, 0xd7, 0xf7, 0xb1, 0xa8, 0xb8, 0xe6])
  await handle(request(project, bytes, { name: 'a.txt', folder: '区县' }))
  const db = await openDatabase(project)
  const hash = createHash('sha256').update(bytes).digest('hex')
  expect(await db.sources.get(hash)).toMatchObject({ name: 'a.txt', folder: '区县' })
  const readAs = { format: null, encoding: 'big5' } as const
  const answer = await handle(request(project, bytes, { mode: 'reread', name: 'x', folder: '', readAs }))
  expect(answer).toMatchObject({ type: 'done', outcome: { status: 'imported', encoding: 'big5' } })
  expect(answer.type === 'done' && answer.entry?.sequence).toBe(2)
  const source = await db.sources.get(hash)
  expect(source).toMatchObject({ name: 'a.txt', folder: '区县', readAs, reading: `${hash}:2` })
  // A database that is rebuilt gets the reading that the source has.
  await db.readings.clear()
  await db.texts.clear()
  await handle(request(project, bytes, { mode: 'restore', name: 'a.txt' }))
  expect((await db.readings.toArray()).map(({ id, encoding }) => [id, encoding])).toEqual([[`${hash}:2`, 'big5']])
  db.close()
})

it('takes archives apart, in batches, and tells a plain file from one', async () => {
  const zip = zipSync({ 'a.txt': text('一'), '区县/b.txt': text('二') })
  const ask = (bytes: Uint8Array, from = 0) =>
    handle({ type: 'expand', ticket: 7, name: 'a.zip', bytes: new Uint8Array(bytes).buffer, from })
  const answer = ImportAnswer.parse(await ask(zip))
  expect(answer).toMatchObject({ type: 'members', ticket: 7, refused: [], next: null })
  const members = answer.type === 'members' ? answer.members : []
  expect(members.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)])).toEqual([
    ['a.txt', '一'],
    ['区县/b.txt', '二'],
  ])
  expect(await ask(text('no zip at all'))).toEqual({ type: 'plain', ticket: 7 })
  expect(await ask(zip.slice(0, zip.length - 30))).toMatchObject({ type: expect.stringMatching(/plain|refused/) })
})

it('tells how far a long file is, but not at every page', async () => {
  vi.mocked(analysis.analyseFile).mockImplementationOnce(async (_file, { progress }) => {
    for (let page = 0; page <= 500; page += 1) progress?.(page, 500)
    return { ok: false, reason: { key: 'errors.file.empty', params: {} } }
  })
  const told: unknown[] = []
  await handleRequest(request(newId(), text('一'), { ticket: 3 }), (answer) => told.push(ImportAnswer.parse(answer)))
  expect(told.length).toBeLessThan(500)
  expect(told.at(-1)).toEqual({ type: 'progress', ticket: 3, done: 500, total: 500 })
})
