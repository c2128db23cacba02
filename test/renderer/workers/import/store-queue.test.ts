import { beforeEach, expect, it, vi } from 'vitest'
import type { AnalysedSource } from '#shared/model/analysed'
import type { ProjectDatabase } from '../../../../renderer/storage/worker'
import * as storage from '../../../../renderer/storage/worker'
import { BATCH_FILES, StoreQueue } from '../../../../renderer/workers/import/store-queue'

vi.mock('../../../../renderer/storage/worker', () => ({ storeImports: vi.fn() }))

const OPTIONS = { mode: 'import', author: '甲', at: '2026-01-02T03:04:05.000Z' } as const
// The queue only hands them on.
const db = {} as ProjectDatabase
const analysed = (name: string) => ({ source: { name } }) as AnalysedSource

let batches: string[][]
let bad: string | null

beforeEach(() => {
  batches = []
  bad = null
  vi.mocked(storage.storeImports).mockImplementation(async (_db, all) => {
    const names = all.map(({ source }) => source.name)
    batches.push(names)
    if (bad !== null && names.includes(bad)) throw new Error(`bad: ${bad}`)
    return names.map((of) => ({ outcome: { status: 'duplicate', of }, entry: null }))
  })
})

/** Analyses and stores a file; the analysis takes a turn. */
const through = async (queue: StoreQueue, name: string): Promise<string> => {
  const read = await queue.analysing(async () => {
    await new Promise(setImmediate)
    return analysed(name)
  })
  const { outcome } = await queue.store(db, read, OPTIONS)
  return outcome.status === 'duplicate' ? outcome.of : outcome.status
}

it('stores files together that come together, each with its own answer', async () => {
  const queue = new StoreQueue()
  const names = ['a', 'b', 'c']
  expect(await Promise.all(names.map((name) => through(queue, name)))).toEqual(names)
  expect(batches).toEqual([names])
})

it('does not let a lone file wait', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  try {
    expect(await through(new StoreQueue(), 'a')).toBe('a')
  } finally {
    vi.useRealTimers()
  }
})

it('stores no more than a few at once', async () => {
  const names = Array.from({ length: BATCH_FILES + 3 }, (_, index) => `${index}`)
  const queue = new StoreQueue()
  await Promise.all(names.map((name) => through(queue, name)))
  expect(batches.map(({ length }) => length)).toEqual([BATCH_FILES, 3])
})

it('stores each alone when one of them cannot be stored, so that only that one fails', async () => {
  bad = 'b'
  const queue = new StoreQueue()
  const ended = await Promise.allSettled(['a', 'b', 'c'].map((name) => through(queue, name)))
  expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(batches).toEqual([['a', 'b', 'c'], ['a'], ['b'], ['c']])
})

it('does not mix what is stored differently', async () => {
  const queue = new StoreQueue()
  const all = await queue.analysing(async () => [analysed('a'), analysed('b')])
  const later = queue.analysing(() => new Promise((resolve) => setImmediate(() => resolve(null))))
  const stored = Promise.all(
    all.map((one, index) => queue.store(db, one, { ...OPTIONS, mode: index === 0 ? 'import' : 'restore' })),
  )
  await later
  await stored
  expect(batches).toEqual([['a'], ['b']])
})

it('asks for what the journal had at the last of the files', async () => {
  const queue = new StoreQueue()
  const all = await queue.analysing(async () => [analysed('a'), analysed('b')])
  await Promise.all(all.map((one, index) => queue.store(db, one, { ...OPTIONS, journalLast: 7 - index })))
  expect(vi.mocked(storage.storeImports).mock.lastCall?.[2]).toEqual({ ...OPTIONS, journalLast: 7 })
})

it('goes on after an analysis that failed', async () => {
  const queue = new StoreQueue()
  const failing = queue.analysing(() => Promise.reject(new Error('no')))
  const next = through(queue, 'a')
  await expect(failing).rejects.toThrow('no')
  expect(await next).toBe('a')
})

it('goes on after work that throws before it promises anything', async () => {
  const queue = new StoreQueue()
  const failing = queue.analysing(() => {
    throw new Error('at once')
  })
  await expect(failing).rejects.toThrow('at once')
  expect(await through(queue, 'a')).toBe('a')
})

it('analyses nothing while it stores: what comes meanwhile makes the next batch', async () => {
  const queue = new StoreQueue()
  let analyses = 0
  const meanwhile: Promise<string>[] = []
  vi.mocked(storage.storeImports).mockImplementationOnce(async (_db, all) => {
    for (const name of ['b', 'c'])
      meanwhile.push(
        queue
          .analysing(async () => {
            analyses += 1
            return analysed(name)
          })
          .then((one) => queue.store(db, one, OPTIONS))
          .then(({ outcome }) => outcome.status),
      )
    for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate)
    expect(analyses).toBe(0)
    return all.map(({ source }) => ({ outcome: { status: 'duplicate', of: source.name }, entry: null }))
  })
  expect(await through(queue, 'a')).toBe('a')
  await Promise.all(meanwhile)
  expect(batches).toEqual([['b', 'c']])
})
