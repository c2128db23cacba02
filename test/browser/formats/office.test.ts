import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Read } from '#shared/formats/read'
import { FIXTURES } from '../../fixtures/manifest'
import type { OfficeRequest } from './office-worker'

const URLS = import.meta.glob<string>('../../fixtures/files/{word,broken}/*', {
  query: '?url',
  import: 'default',
  eager: true,
})
const urlOf = (file: string): string => URLS[`../../fixtures/files/${file}`] ?? ''

const FORMATS = ['docx', 'doc', 'wps', 'rtf', 'odt']
const READABLE = FIXTURES.filter(({ format, expected }) => FORMATS.includes(format) && expected !== null)

let worker: Worker

const next = <T>(): Promise<T> =>
  new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data)
    worker.onerror = ({ message }) => reject(new Error(message))
  })

beforeAll(async () => {
  worker = new Worker(new URL('./office-worker.ts', import.meta.url), { type: 'module' })
  expect(await next()).toBe('ready')
})
afterAll(() => worker.terminate())

const squeezed = (text: string): string => text.replace(/\s+/g, '')

describe('a worker of Chromium that may make no code of strings', () => {
  // The same files give the same expected texts in Node: test/shared/formats/office/fixtures.test.ts.
  it.each(READABLE.map(({ file, expected }) => [file, expected ?? '']))('reads %s', async (file, expected) => {
    const bytes = new Uint8Array(await (await fetch(urlOf(file))).arrayBuffer())
    const answer = next<Read>()
    const request: OfficeRequest = { name: file, bytes }
    worker.postMessage(request, [bytes.buffer])
    const read = await answer
    if (!read.ok) throw new Error(read.reason.key)
    expect(squeezed(read.text)).toBe(squeezed(await (await fetch(urlOf(expected))).text()))
  })
})
