import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { addAnnotation, addCode, type Session, updateReport } from '../../../../renderer/storage'
import { WordsClient, type WorkerLike } from '../../../../renderer/workers/words/client'
import type { WordsKind, WordsQueries } from '../../../../renderer/workers/words/protocol'
import { pairKey } from '../../../../shared/compare/cooccurrence'
import { reportId } from '../../../../shared/model/identity'
import { makeAnchor } from '../../../../shared/text/anchor'
import { analysed, hashOf, importFile, MemoryJournal, newProject, open, TEXT } from '../../storage/fixture'
import { workerHere } from './worker-here'

let session: Session
let client: WordsClient
let worker: ReturnType<typeof workerHere> | null

beforeEach(async () => {
  const journal = new MemoryJournal()
  const project = newProject()
  ;({ session } = await open(project, journal))
  for (const n of [1, 2, 3]) await importFile(session.db, journal, n, analysed(n))
  worker = null
  client = new WordsClient(project.id, () => {
    worker = workerHere()
    return worker
  })
})
afterEach(() => {
  client.end()
  session.close()
})

const report = (n: number) => reportId(hashOf(n), 0)
const ask = <K extends WordsKind>(kind: K, query: WordsQueries[K]) =>
  client.ask(kind, query, { signal: new AbortController().signal })

/** Codes a passage of the n-th file. */
async function code(n: number, words: string, codes: string[]): Promise<void> {
  const start = TEXT.indexOf(words)
  const anchor = makeAnchor(TEXT, start, start + words.length)
  const [source, reading] = [hashOf(n), `${hashOf(n)}:1`]
  await addAnnotation(session, { source, reading, report: report(n), anchor, codes, memo: '' })
}

describe('the words worker', () => {
  it('counts the characters of reports by topic, without those that have no place or year', async () => {
    await updateReport(session, report(2), { year: null })
    const found = await ask('attention', { reports: [report(1), report(2), 'gone', report(3)] })
    expect(found.map(({ report: id, year }) => [id, year])).toEqual([
      [report(1), 2024],
      [report(3), 2024],
    ])
    // The heading of the fixture is the first five characters, 2023年.
    const counted = TEXT.slice(5).match(/[\p{L}\p{N}]/gu)?.length
    expect(found[0]?.parts.map(({ characters }) => characters)).toEqual([counted])
  })

  it('counts codes with all below them, by report', async () => {
    const above = (await addCode(session, { name: '经济', parent: null, color: '#0072b2' })).id
    const below = (await addCode(session, { name: '增长', parent: above, color: '#0072b2' })).id
    await code(1, '地区生产总值160亿元', [below])
    const [one, other] = await ask('codes', { reports: [report(1), report(2)] })
    expect(new Map(one?.codes.map((part) => [part.code, [part.passages, part.characters]]))).toEqual(
      new Map([
        [below, [1, 11]],
        [above, [1, 11]],
      ]),
    )
    expect(other?.codes).toEqual([])
    expect(other?.characters).toBe(one?.characters)
  })

  it('finds codes in one sentence and not in one passage', async () => {
    const [a, b] = [
      (await addCode(session, { name: '总量', parent: null, color: '#0072b2' })).id,
      (await addCode(session, { name: '增速', parent: null, color: '#0072b2' })).id,
    ]
    await code(1, '160亿元', [a])
    await code(1, '增长8%', [b])
    const pairs = async (unit: 'overlap' | 'sentence') =>
      (await ask('cooccurrence', { reports: [report(1)], unit })).pairs
    expect((await pairs('overlap')).size).toBe(0)
    const pair = (await pairs('sentence')).get(pairKey(a, b))
    expect(pair).toMatchObject({ count: 1, jaccard: 1 })
    const [passage] = pair?.passages ?? []
    expect(TEXT.slice(passage?.start, passage?.end)).toBe('2023年地区生产总值160亿元，增长8%。')
    const spans = pair?.passages.map(({ report: id, start, end }) => ({ report: id, start, end })) ?? []
    expect((await ask('excerpts', { spans })).map(({ hit, after }) => [hit, after.startsWith('固定')])).toEqual([
      ['2023年地区生产总值160亿元，增长8%。', true],
    ])
  })

  it('sets reports apart by their words, and tells where a word stands', async () => {
    const choice = { least: 1, p: 0.05, most: 10 }
    const found = await ask('keyness', { a: [report(1)], b: [report(2), report(3)], choice })
    expect(found).toMatchObject({ words: [], a: { reports: 1 }, b: { reports: 2 } })
    expect(found.b.size).toBe(2 * found.a.size)
    expect(found.compared).toBeGreaterThan(3)
    const { lines, total } = await ask('lines', { reports: [report(1), report(2)], word: '增长', most: 3 })
    expect([lines.length, total]).toEqual([3, 4])
    for (const { start, end, hit, before } of lines) {
      expect(TEXT.slice(start, end)).toBe('增长')
      expect(hit).toBe('增长')
      expect(TEXT.slice(0, start).endsWith(before)).toBe(true)
    }
  })

  it('tells how far it is, and ends what is not wanted any more', async () => {
    const told: number[][] = []
    const waiting = new AbortController()
    const progress = (done: number, total: number) => told.push([done, total])
    await client.ask('attention', { reports: [report(1), report(2)] }, { signal: waiting.signal, told: progress })
    expect(told).toEqual([[2, 2]])
    const given = client.ask('attention', { reports: [report(1)] }, { signal: waiting.signal, told: progress })
    waiting.abort(new DOMException('outdated', 'AbortError'))
    await expect(given).rejects.toMatchObject({ name: 'AbortError' })
    await expect(client.ask('attention', { reports: [] }, { signal: waiting.signal })).rejects.toMatchObject({
      name: 'AbortError',
    })
    expect(await ask('attention', { reports: [report(3)] })).toHaveLength(1)
    expect(told).toHaveLength(1)
  })
})

describe('the client', () => {
  it('ends a worker that has rested, and starts another one for the next question', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const posted: { id: number }[] = []
    const listeners: ((event: { data: unknown }) => void)[] = []
    let ended = 0
    const silent = (): WorkerLike => ({
      postMessage: (message) => posted.push(message as { id: number }),
      terminate: () => ended++,
      addEventListener: (type: string, listener: (event: never) => void) => {
        if (type === 'message') listeners.push(listener as (event: { data: unknown }) => void)
      },
    })
    const quick = new WordsClient('project', silent, 1000)
    const asked = quick.ask('attention', { reports: [] }, { signal: new AbortController().signal })
    listeners.at(-1)?.({ data: { id: posted.at(-1)?.id, told: 'answer', answer: [] } })
    expect(await asked).toEqual([])
    vi.advanceTimersByTime(999)
    expect(ended).toBe(0)
    vi.advanceTimersByTime(1)
    expect(ended).toBe(1)
    const next = quick.ask('attention', { reports: [] }, { signal: new AbortController().signal })
    expect(listeners).toHaveLength(2)
    quick.end()
    await expect(next).rejects.toMatchObject({ name: 'AbortError' })
    vi.useRealTimers()
  })

  it('says what went wrong in the worker', async () => {
    session.close()
    const broken = new WordsClient('no such project', () => {
      const here = workerHere()
      return {
        ...here,
        postMessage: () => undefined,
        addEventListener: (type: string, listener: (event: never) => void) => {
          if (type === 'error')
            queueMicrotask(() => (listener as (event: { message: string }) => void)({ message: 'out of memory' }))
        },
      }
    })
    await expect(broken.ask('attention', { reports: [] }, { signal: new AbortController().signal })).rejects.toThrow(
      'out of memory',
    )
  })
})
