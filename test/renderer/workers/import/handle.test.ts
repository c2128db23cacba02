import 'fake-indexeddb/auto'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
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

it('refuses what is no request', async () => {
  await expect(handle({ ticket: 'x' })).rejects.toThrow()
})

it('restores without a journal entry', async () => {
  const answer = await handle(request(newId(), text('政府工作报告'), { mode: 'restore' }))
  expect(answer).toMatchObject({ outcome: { status: 'imported' }, entry: null })
})
