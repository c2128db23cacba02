import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FIXTURES } from '../../fixtures/manifest'
import type { PdfAnswer, PdfRequest } from './pdf-worker'

const URLS = import.meta.glob<string>('../../fixtures/files/{pdf,broken}/*', {
  query: '?url',
  import: 'default',
  eager: true,
})
const urlOf = (file: string): string => URLS[`../../fixtures/files/${file}`] ?? ''
const READABLE = FIXTURES.filter(({ format, expected }) => format === 'pdf' && expected !== null)

let worker: Worker
const messages: unknown[] = []

const next = <T>(): Promise<T> =>
  new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => {
      messages.push(data)
      resolve(data)
    }
    worker.onerror = ({ message }) => reject(new Error(message))
  })

async function ask(file: string): Promise<PdfAnswer> {
  const bytes = new Uint8Array(await (await fetch(urlOf(file))).arrayBuffer())
  const answer = next<PdfAnswer>()
  const request: PdfRequest = { name: file, bytes }
  worker.postMessage(request, [bytes.buffer])
  return answer
}

beforeAll(async () => {
  worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' })
  expect(await next()).toBe('ready')
})
afterAll(() => worker.terminate())

const squeezed = (text: string): string => text.replace(/\s+/g, '')

describe('a worker of Chromium that may make no code of strings and no worker', () => {
  it.each(READABLE.map(({ file, expected }) => [file, expected ?? '']))('reads %s', async (file, expected) => {
    const { read, pages } = await ask(file)
    if (!read.ok) throw new Error(read.reason.key)
    expect(pages).toBe(read.marks.pages.length)
    const text = squeezed(await (await fetch(urlOf(expected))).text())
    const furniture = new Set(read.marks.furniture.map(({ start, end }) => read.text.slice(start, end)))
    const body = read.text.split('\n').filter((line) => !furniture.has(line))
    // One page alone does not tell the header of Writer's from text (test/shared/formats/pdf/fixtures.test.ts).
    expect(squeezed(body.join(''))).toContain(text)
  })

  it('refuses a scan and a file with a password by name', async () => {
    expect((await ask('pdf/scan.pdf')).read).toMatchObject({ reason: { key: 'errors.file.imageOnly' } })
    expect((await ask('pdf/encrypted.pdf')).read).toMatchObject({ reason: { key: 'errors.file.encrypted' } })
  })

  it('sends nothing but our own answers', () => {
    expect(messages.length).toBeGreaterThan(READABLE.length)
    expect(messages.filter((data) => data !== 'ready' && !(data instanceof Object && 'read' in data))).toEqual([])
  })
})
