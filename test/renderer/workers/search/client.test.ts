import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { SearchClient, type WorkerLike } from '../../../../renderer/workers/search/client'
import { packCounts } from '../../../../renderer/workers/search/packed-counts'
import type { PackedFound, SearchFound, SearchReply, SearchRequest } from '../../../../renderer/workers/search/protocol'
import { ASKED } from './asked'

const FOUND: PackedFound = {
  ...{ hits: 1, listed: 1, reports: 1, sources: 1, fingerprint: 1 },
  counts: packCounts([]),
}
const TOLD: SearchFound = { ...FOUND, counts: [] }

/** A worker that says what the test wants. */
class Puppet implements WorkerLike {
  readonly got: SearchRequest[] = []
  ended = false
  #message: (event: { data: unknown }) => void = () => undefined
  #error: (event: { message: string }) => void = () => undefined

  postMessage(message: unknown): void {
    this.got.push(message as SearchRequest)
  }
  terminate(): void {
    this.ended = true
  }
  addEventListener(type: 'message' | 'error', listener: (event: never) => void): void {
    if (type === 'message') this.#message = listener as (event: { data: unknown }) => void
    else this.#error = listener as (event: { message: string }) => void
  }
  say(reply: SearchReply): void {
    this.#message({ data: reply })
  }
  break(message: string): void {
    this.#error({ message })
  }
}

function setUp() {
  const workers: Puppet[] = []
  const start = () => {
    const worker = new Puppet()
    workers.push(worker)
    return worker
  }
  const worker = (n: number): Puppet => {
    const one = workers[n]
    if (!one) throw new Error(`worker ${n} was never started`)
    return one
  }
  return { workers, worker, client: new SearchClient('p', start, { stuck: 500, kept: 1000 }) }
}

const going = () => ({ signal: new AbortController().signal })

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('the search client', () => {
  it('ends a worker whose expression never ends, and asks the rest of a new one', async () => {
    const { client, worker } = setUp()
    const stuck = expect(client.search(ASKED, going())).rejects.toMatchObject({
      reason: { key: 'search.stuck', params: { name: '二.txt' } },
    })
    const other = client.search({ ...ASKED, query: '另' }, going())
    worker(0).say({ id: 1, told: 'at', name: '一.txt' })
    vi.advanceTimersByTime(400)
    worker(0).say({ id: 1, told: 'at', name: '二.txt' })
    vi.advanceTimersByTime(400)
    expect(worker(0).ended).toBe(false)
    vi.advanceTimersByTime(100)
    expect(worker(0).ended).toBe(true)
    await stuck
    expect(worker(1).got).toMatchObject([{ type: 'search', id: 2, question: { query: '另' } }])
    worker(1).say({ id: 2, told: 'found', found: FOUND, whole: true, first: null })
    expect((await other).found).toEqual(TOLD)
  })

  it('tells what is found on the way, and releases what nobody looks at', async () => {
    const { client, worker } = setUp()
    const told = vi.fn()
    const progress = vi.fn()
    const asked = client.search(ASKED, { ...going(), told, progress })
    worker(0).say({ id: 1, told: 'progress', step: 'filling', done: 1, total: 2 })
    worker(0).say({ id: 1, told: 'found', found: FOUND, whole: false })
    worker(0).say({ id: 1, told: 'found', found: { ...FOUND, hits: 2 }, whole: true, first: null })
    const { found, release } = await asked
    expect(found.hits).toBe(2)
    expect(told.mock.calls).toEqual([
      [TOLD, false],
      [{ ...TOLD, hits: 2 }, true],
    ])
    expect(progress).toHaveBeenCalledWith(expect.objectContaining({ step: 'filling', done: 1 }))
    release()
    expect(worker(0).got.at(-1)).toEqual({ type: 'release', id: 1 })
  })

  it('ends a worker that rests, and lets a new one search before it is asked for lines', async () => {
    const { client, worker, workers } = setUp()
    const asked = client.search(ASKED, going())
    vi.advanceTimersByTime(5000)
    expect(worker(0).ended).toBe(false)
    worker(0).say({ id: 1, told: 'found', found: FOUND, whole: true, first: null })
    const { lines } = await asked
    await vi.advanceTimersByTimeAsync(1000)
    expect(worker(0).ended).toBe(true)
    const wanted = lines(0, 10)
    worker(1).say({ id: 2, told: 'found', found: FOUND, whole: true, first: null })
    await vi.advanceTimersByTimeAsync(0)
    expect(worker(1).got.at(-1)).toEqual({ type: 'lines', id: 3, of: 2, from: 0, to: 10 })
    worker(1).say({ id: 3, told: 'lines', lines: [] })
    expect(await wanted).toEqual([])
    expect(workers).toHaveLength(2)
  })

  it('searches again once for pages that are asked together after a rest, and releases that, too', async () => {
    const { client, worker } = setUp()
    const asked = client.search(ASKED, going())
    worker(0).say({ id: 1, told: 'found', found: FOUND, whole: true, first: null })
    const { lines, release } = await asked
    await vi.advanceTimersByTimeAsync(1000)
    const pages = [lines(0, 10), lines(10, 20)]
    await vi.advanceTimersByTimeAsync(0)
    expect(worker(1).got.map(({ type }) => type)).toEqual(['search'])
    release()
    worker(1).say({ id: 2, told: 'found', found: FOUND, whole: true, first: null })
    await vi.advanceTimersByTimeAsync(0)
    expect(worker(1).got.slice(1)).toMatchObject([
      { type: 'lines', of: 2 },
      { type: 'lines', of: 2 },
    ])
    worker(1).say({ id: 3, told: 'lines', lines: [] })
    worker(1).say({ id: 4, told: 'lines', lines: [] })
    await Promise.all(pages)
    expect(worker(1).got.at(-1)).toEqual({ type: 'release', id: 2 })
  })

  it('keeps an answer that is read in parts past its release, and searches for none of them again', async () => {
    const { client, worker } = setUp()
    const asked = client.search(ASKED, going())
    worker(0).say({ id: 1, told: 'found', found: FOUND, whole: true, first: null })
    const { lines, hold, release } = await asked
    const letGo = hold()
    release()
    for (const [id, from] of [
      [2, 0],
      [3, 10],
    ] as const) {
      const part = lines(from, from + 10)
      worker(0).say({ id, told: 'lines', lines: [] })
      await part
    }
    expect(worker(0).got.map(({ type }) => type)).toEqual(['search', 'lines', 'lines'])
    letGo()
    expect(worker(0).got.at(-1)).toEqual({ type: 'release', id: 1 })
  })

  it('releases what it searched again for lines of a search that was released', async () => {
    const { client, worker } = setUp()
    const asked = client.search(ASKED, going())
    worker(0).say({ id: 1, told: 'found', found: FOUND, whole: true, first: null })
    const { lines, release } = await asked
    release()
    const late = lines(0, 10)
    await vi.advanceTimersByTimeAsync(0)
    worker(0).say({ id: 2, told: 'found', found: FOUND, whole: true, first: null })
    await vi.advanceTimersByTimeAsync(0)
    worker(0).say({ id: 3, told: 'lines', lines: [] })
    await late
    expect(worker(0).got.map(({ type }) => type)).toEqual(['search', 'release', 'search', 'lines', 'release'])
  })

  it('gives all up where its worker breaks, and starts a new one with the next question', async () => {
    const { client, worker } = setUp()
    const broken = expect(client.search(ASKED, going())).rejects.toThrow('out of memory')
    worker(0).break('out of memory')
    await broken
    const tracked = client.track({ terms: [], folds: ASKED.folds, filters: ASKED.filters }, going())
    worker(1).say({ id: 2, told: 'failed', reason: { key: 'search.failed', params: {} } })
    await expect(tracked).rejects.toMatchObject({ reason: { key: 'search.failed' } })
  })

  it('hears nothing of changes while it has no worker', () => {
    const { client, workers } = setUp()
    client.changed(['a'])
    expect(workers).toEqual([])
  })
})
