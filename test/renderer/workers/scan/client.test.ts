import { describe, expect, it, vi } from 'vitest'
import { ScanClient, type WorkerLike } from '../../../../renderer/workers/scan/client'
import type { Answer, Request, ScanQuery } from '../../../../renderer/workers/scan/protocol'

const QUERY: ScanQuery = { type: 'regex', pattern: '(a+)+$', extent: 'hit', sources: null }
const END: Answer = { id: 1, told: 'end', hits: 0, truncated: false }

/** A worker that says what the test wants. */
class Puppet implements WorkerLike {
  readonly got: Request[] = []
  ended = false
  #message: (event: { data: unknown }) => void = () => undefined
  #error: (event: { message: string }) => void = () => undefined

  postMessage(message: unknown): void {
    this.got.push(message as Request)
  }
  terminate(): void {
    this.ended = true
  }
  addEventListener(type: 'message' | 'error', listener: (event: never) => void): void {
    if (type === 'message') this.#message = listener as (event: { data: unknown }) => void
    else this.#error = listener as (event: { message: string }) => void
  }
  say(answer: Answer): void {
    this.#message({ data: answer })
  }
  break(message: string): void {
    this.#error({ message })
  }
}

function setUp(limits = {}) {
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
  return { workers, worker, client: new ScanClient('p', start, limits) }
}

const going = () => new AbortController().signal
const nothing = () => undefined

describe('the scan client', () => {
  it('ends a worker whose expression never ends, and says in which source', async () => {
    vi.useFakeTimers()
    try {
      const { client, worker, workers } = setUp({ stuck: 500 })
      const stuck = client.scan(QUERY, nothing, going())
      const failed = expect(stuck).rejects.toMatchObject({
        reason: { key: 'autocode.stuck', params: { name: '二.txt' } },
      })
      worker(0).say({ id: 1, told: 'at', name: '一.txt' })
      await vi.advanceTimersByTimeAsync(499)
      worker(0).say({ id: 1, told: 'at', name: '二.txt' })
      await vi.advanceTimersByTimeAsync(499)
      expect(worker(0).ended).toBe(false)
      await vi.advanceTimersByTimeAsync(2)
      expect(worker(0).ended).toBe(true)
      await failed
      void client.scan(QUERY, nothing, going()).catch(nothing)
      expect(workers).toHaveLength(2)
      client.end()
    } finally {
      vi.useRealTimers()
    }
  })

  it('waits as long as it takes while no expression is tried', async () => {
    vi.useFakeTimers()
    try {
      const { client, worker } = setUp({ stuck: 500 })
      const done = client.scan(QUERY, nothing, going())
      worker(0).say({ id: 1, told: 'at', name: '一.txt' })
      worker(0).say({ id: 1, told: 'hits', groups: [], done: 1, total: 2 })
      await vi.advanceTimersByTimeAsync(60_000)
      worker(0).say(END)
      expect(await done).toEqual({ hits: 0, truncated: false })
      client.end()
    } finally {
      vi.useRealTimers()
    }
  })

  it('gives a second scan a worker of its own, and keeps one for the next', async () => {
    const { client, worker, workers } = setUp()
    const first = client.scan(QUERY, nothing, going())
    const second = client.scan(QUERY, nothing, going())
    worker(1).say({ ...END, id: 2 })
    worker(0).say(END)
    await Promise.all([first, second])
    expect(workers.map(({ ended }) => ended)).toEqual([true, false])
    const third = client.scan(QUERY, nothing, going())
    worker(1).say({ ...END, id: 3 })
    await third
    expect(workers).toHaveLength(2)
    client.end()
    expect(worker(1).ended).toBe(true)
  })

  it('ends a worker that has had nothing to do for a while', async () => {
    vi.useFakeTimers()
    try {
      const { client, worker } = setUp({ kept: 1000 })
      const done = client.scan(QUERY, nothing, going())
      worker(0).say(END)
      await done
      await vi.advanceTimersByTimeAsync(1001)
      expect(worker(0).ended).toBe(true)
    } finally {
      vi.useRealTimers()
    }
  })

  it('is cancelled at once, hears no more, and tells the worker', async () => {
    const { client, worker } = setUp()
    const ending = new AbortController()
    const told = vi.fn()
    const done = client.scan(QUERY, told, ending.signal)
    ending.abort(new Error('enough'))
    await expect(done).rejects.toThrow('enough')
    worker(0).say({ id: 1, told: 'hits', groups: [], done: 1, total: 2 })
    expect(told).not.toHaveBeenCalled()
    expect(worker(0).got.at(-1)).toEqual({ type: 'cancel', id: 1 })
    worker(0).say({ id: 1, told: 'cancelled' })
    expect(worker(0).ended).toBe(false)
    await expect(client.scan(QUERY, told, ending.signal)).rejects.toThrow('enough')
    client.end()
  })

  it('gives up what a broken worker was at', async () => {
    const { client, worker } = setUp()
    const done = client.scan(QUERY, nothing, going())
    worker(0).break('out of memory')
    await expect(done).rejects.toThrow('out of memory')
    const other = client.scan(QUERY, nothing, going())
    client.end()
    await expect(other).rejects.toThrow('ended')
  })
})
