import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PROGRESS_EVERY } from '../../../electron/files/import-run'
import { IDLE_LIMIT, READY_LIMIT } from '../../../electron/files/importer'
import { ANSWER_LIMIT } from '../../../electron/files/importer-lane'
import { hashOf } from '../../../electron/files/read-file'
import { sampleFiles } from '../../../electron/files/run-files'
import { temporaryFolder } from './entries'
import { type FakeLink, FeederBench, FILES_A_LANE, type FileRequest } from './fake-importer'

let bench: FeederBench
let profile: string
let folder: string

beforeEach(async () => {
  profile = await temporaryFolder()
  folder = await temporaryFolder()
  bench = await FeederBench.open(profile)
})
afterEach(async () => {
  vi.useRealTimers()
  await bench.close()
})

/** Files with contents of their own; returns their paths. */
async function plant(...names: string[]): Promise<string[]> {
  for (const name of names) await writeFile(join(folder, name), `content of ${name}`)
  return names.map((name) => join(folder, name))
}

const originals = () => readdir(join(profile, 'projects', bench.project.project.id, 'originals'))
const fakeTimers = () => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
const REFUSED = { status: 'failed', reason: { key: 'errors.file.binary', params: {} } } as const

describe('an import', () => {
  it('feeds every file, keeps its original and journals it before its line counts', async () => {
    const paths = await plant('a.txt', 'b.txt', 'c.txt')
    const end = await bench.run({ mode: 'import', paths })
    expect(end).toMatchObject({ state: 'finished', total: 3, done: 3, imported: 3, duplicates: 0, failed: 0 })
    expect(bench.lines(end.run)).toEqual(['a.txt: imported', 'b.txt: imported', 'c.txt: imported'])
    expect(await originals()).toHaveLength(3)
    expect(bench.project.journal.last).toBe(3)
    expect(bench.links).toHaveLength(1)
  })

  it('gives the importer bytes, hash, name from the opened folder, author and project', async () => {
    await plant('a.txt')
    await bench.run({ mode: 'import', paths: [folder] })
    const request = bench.links[0]?.requests[0] as FileRequest
    expect(new TextDecoder().decode(request.bytes)).toBe('content of a.txt')
    expect(request).toMatchObject({ name: 'a.txt', author: '测试', mode: 'import', project: bench.project.project.id })
    expect(await originals()).toEqual([request.hash])
  })

  it('has a few files in the importer, and never more', async () => {
    const inside: (() => void)[] = []
    let most = 0
    bench.onRequest = async (request, link) => {
      inside.push(() => bench.imported(request, link))
      most = Math.max(most, inside.length)
      // Whoever were to come as a third has time to.
      for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate)
      if (inside.length >= FILES_A_LANE) for (const release of inside.splice(0)) release()
    }
    await bench.run({ mode: 'import', paths: await plant(...Array.from({ length: 12 }, (_, n) => `${n}.txt`)) })
    expect(most).toBe(FILES_A_LANE)
  })

  it('reports a duplicate and keeps the one original', async () => {
    const [path = ''] = await plant('a.txt')
    await bench.run({ mode: 'import', paths: [path] })
    bench.onRequest = (request, link) => bench.answered(request, link, { status: 'duplicate', of: 'a.txt' })
    const end = await bench.run({ mode: 'import', paths: [path] })
    expect(end).toMatchObject({ duplicates: 1, imported: 0, failed: 0 })
    expect(await originals()).toHaveLength(1)
    expect(bench.project.journal.last).toBe(1)
  })

  it('gives the same bytes under two names one after the other', async () => {
    await writeFile(join(folder, 'a.txt'), 'same')
    await writeFile(join(folder, 'b.txt'), 'same')
    const inside = new Set<string>()
    let together = false
    bench.onRequest = (request, link) => {
      together ||= inside.has(request.hash)
      inside.add(request.hash)
      setImmediate(() => {
        inside.delete(request.hash)
        if (bench.project.journal.last === 0) bench.imported(request, link)
        else bench.answered(request, link, { status: 'duplicate', of: 'a.txt' })
      })
    }
    const end = await bench.run({ mode: 'import', paths: [folder] })
    expect(together).toBe(false)
    expect(end).toMatchObject({ done: 2, failed: 0 })
    expect(await originals()).toHaveLength(1)
  })

  it('takes the original of a refused file away again, but not one that was there before', async () => {
    const paths = await plant('a.txt', 'b.txt')
    await bench.run({ mode: 'import', paths: paths.slice(0, 1) })
    const kept = await originals()
    bench.onRequest = (request, link) => bench.answered(request, link, REFUSED)
    const end = await bench.run({ mode: 'import', paths })
    expect(bench.lines(end.run)).toEqual(['a.txt: errors.file.binary', 'b.txt: errors.file.binary'])
    expect(await originals()).toEqual(kept)
  })

  it('fails a file that has vanished and goes on with the others', async () => {
    const paths = await plant('a.txt')
    const end = await bench.run({ mode: 'import', paths: [join(folder, 'gone.txt'), ...paths] })
    expect(bench.lines(end.run)).toEqual(['a.txt: imported', 'gone.txt: errors.file.vanished'])
    expect(end).toMatchObject({ total: 2, done: 2, failed: 1, imported: 1 })
  })

  it('fails the line of an import that could not be journalled', async () => {
    await bench.project.journal.close()
    const end = await bench.run({ mode: 'import', paths: await plant('a.txt') })
    expect(bench.lines(end.run)).toEqual(['a.txt: errors.journal.closed'])
    expect(await originals()).toHaveLength(1)
  })

  it('runs one import after another', async () => {
    const [a = '', b = ''] = await plant('a.txt', 'b.txt')
    const first = bench.feeder.enqueue({ mode: 'import', paths: [a] })
    const second = bench.feeder.enqueue({ mode: 'import', paths: [b] })
    await bench.ended(second)
    const ends = bench.events.filter(({ state }) => state !== 'running')
    expect(ends.map(({ run, state }) => `${run === first ? 1 : 2} ${state}`)).toEqual(['1 finished', '2 finished'])
  })
})

describe('progress', () => {
  it('is told in batches, each line once', async () => {
    fakeTimers()
    const held: (() => void)[] = []
    bench.onRequest = (request, link) => held.push(() => bench.imported(request, link))
    const run = bench.feeder.enqueue({ mode: 'import', paths: await plant('a.txt', 'b.txt', 'c.txt') })
    await bench.until(() => held.length === 3)
    await vi.advanceTimersByTimeAsync(PROGRESS_EVERY)
    expect(bench.events.map(({ done, total }) => [done, total])).toEqual([[0, 3]])
    held.shift()?.()
    await bench.until(() => held.length === 2)
    for (const release of held) release()
    const end = await bench.ended(run)
    expect(end.done).toBe(3)
    expect(bench.lines(run)).toHaveLength(3)
  })

  it('gives a window that opens in the middle all lines so far, and then only new ones', async () => {
    const held: (() => void)[] = []
    bench.onRequest = (request, link) => held.push(() => bench.imported(request, link))
    const run = bench.feeder.enqueue({ mode: 'import', paths: await plant('a.txt', 'b.txt', 'c.txt') })
    await bench.until(() => held.length === 3)
    held[0]?.()
    await bench.until(() => held.length === 3)
    await bench.until(() => bench.events.some(({ done }) => done === 1))
    expect(bench.feeder.status()).toMatchObject({ run, state: 'running', done: 1 })
    expect(bench.feeder.status()?.lines).toHaveLength(1)
    held[1]?.()
    held[2]?.()
    expect((await bench.ended(run)).lines).toHaveLength(2)
    expect(bench.feeder.status()).toBeNull()
  })
})

describe('a cancelled import', () => {
  it('finishes what is in the importer and leaves the rest', async () => {
    const held: (() => void)[] = []
    bench.onRequest = (request, link) => held.push(() => bench.imported(request, link))
    const run = bench.feeder.enqueue({ mode: 'import', paths: await plant(...'abcdef') })
    await bench.until(() => held.length === FILES_A_LANE)
    bench.feeder.cancel(run)
    for (const release of held) release()
    expect(await bench.ended(run)).toMatchObject({ state: 'cancelled', total: 6, done: 4, imported: 4 })
    expect(bench.project.journal.last).toBe(4)
  })

  it('never starts when it is cancelled in the queue', async () => {
    const held: (() => void)[] = []
    bench.onRequest = (request, link) => held.push(() => bench.imported(request, link))
    const [a = '', b = ''] = await plant('a.txt', 'b.txt')
    bench.feeder.enqueue({ mode: 'import', paths: [a] })
    const second = bench.feeder.enqueue({ mode: 'import', paths: [b] })
    await bench.until(() => held.length === 1)
    bench.feeder.cancel(second)
    held[0]?.()
    expect(await bench.ended(second)).toMatchObject({ state: 'cancelled', total: 0, done: 0 })
    expect(bench.links[0]?.requests).toHaveLength(1)
  })
})

describe('an import that waits behind a paused one', () => {
  it('ends at once when it is cancelled, and leaves nothing to go on with', async () => {
    const [a = '', b = '', c = ''] = await plant('a.txt', 'b.txt', 'c.txt')
    const first = bench.feeder.enqueue({ mode: 'import', paths: [a] })
    bench.feeder.pause(first, true)
    const second = bench.feeder.enqueue({ mode: 'import', paths: [b] })
    const third = bench.feeder.enqueue({ mode: 'import', paths: [c] })
    bench.feeder.cancel(second)
    expect(await bench.ended(second)).toMatchObject({ state: 'cancelled', total: 0, done: 0 })
    expect(bench.feeder.status()?.run).toBe(first)
    expect(await bench.feeder.interrupted()).toBeNull()
    bench.feeder.pause(first, false)
    expect(await bench.ended(third)).toMatchObject({ state: 'finished', imported: 1 })
    expect(bench.links[0]?.requests.map(({ name }) => name)).toEqual(['a.txt', 'c.txt'])
    expect(bench.events.filter(({ run }) => run === second)).toHaveLength(1)
    expect(bench.feeder.busy).toBe(false)
  })
})

describe('an importer that dies', () => {
  /** Dies over `bad.txt` as soon as it has it, and over nothing else. */
  const dyingOver = (bad: string) => (request: FileRequest, link: FakeLink) => {
    if (request.name === bad) setImmediate(() => link.die())
    else setImmediate(() => setImmediate(() => setImmediate(() => bench.imported(request, link))))
  }

  it('costs only the culprit when two files were in it', async () => {
    bench.onRequest = dyingOver('b.txt')
    const end = await bench.run({ mode: 'import', paths: await plant('a.txt', 'b.txt', 'c.txt', 'd.txt') })
    expect(bench.lines(end.run)).toEqual([
      'a.txt: imported',
      'b.txt: errors.import.crashed',
      'c.txt: imported',
      'd.txt: imported',
    ])
    expect(end).toMatchObject({ state: 'finished', done: 4, failed: 1 })
  })

  it('fails a lone file at once and starts again for the next', async () => {
    bench.onRequest = (_request, link) => setImmediate(() => link.die())
    const first = await bench.run({ mode: 'import', paths: await plant('a.txt') })
    expect(bench.lines(first.run)).toEqual(['a.txt: errors.import.crashed'])
    bench.onRequest = (request, link) => bench.imported(request, link)
    const second = await bench.run({ mode: 'import', paths: await plant('b.txt') })
    expect(bench.lines(second.run)).toEqual(['b.txt: imported'])
    expect(bench.links).toHaveLength(2)
  })

  it('keeps the original, for the database may hold the file', async () => {
    bench.onRequest = (_request, link) => setImmediate(() => link.die())
    await bench.run({ mode: 'import', paths: await plant('a.txt') })
    expect(await originals()).toHaveLength(1)
  })

  it('fails the rest when it does not start at all', async () => {
    bench.onStart = (link) => link.die()
    const end = await bench.run({ mode: 'import', paths: await plant('a.txt', 'b.txt', 'c.txt') })
    expect(new Set(bench.lines(end.run).map((line) => line.split(': ')[1]))).toEqual(
      new Set(['errors.import.importer']),
    )
    expect(end).toMatchObject({ done: 3, failed: 3 })
  })
})

describe('time limits', () => {
  it('ends an importer that gives no answer: the file fails, the others go on in a fresh one', async () => {
    fakeTimers()
    bench.onRequest = (request, link) => {
      if (request.name !== 'b.txt') bench.imported(request, link)
    }
    const run = bench.feeder.enqueue({ mode: 'import', paths: await plant('a.txt', 'b.txt', 'c.txt') })
    await bench.until(() => bench.links[0]?.requests.length === 3)
    await vi.advanceTimersByTimeAsync(ANSWER_LIMIT)
    await bench.ended(run)
    expect(bench.lines(run)).toEqual(['a.txt: imported', 'b.txt: errors.import.timeout', 'c.txt: imported'])
    expect(bench.links[0]?.destroyed).toBe(true)
  })

  it('tries each of two files in a hanging worker alone, and fails the one that hangs again', async () => {
    fakeTimers()
    const seen: string[] = []
    bench.onRequest = (request, link) => {
      seen.push(request.name)
      if (seen.length > 2 && request.name === 'b.txt') bench.imported(request, link)
    }
    const run = bench.feeder.enqueue({ mode: 'import', paths: await plant('a.txt', 'b.txt') })
    await bench.until(() => seen.length === 2)
    await vi.advanceTimersByTimeAsync(ANSWER_LIMIT)
    await bench.until(() => seen.length === 3)
    if (seen[2] === 'b.txt') await bench.until(() => seen.length === 4)
    await vi.advanceTimersByTimeAsync(ANSWER_LIMIT)
    await bench.ended(run)
    expect(bench.lines(run)).toEqual(['a.txt: errors.import.timeout', 'b.txt: imported'])
  })

  it('gives up an importer that never becomes ready', async () => {
    fakeTimers()
    bench.onStart = () => undefined
    const run = bench.feeder.enqueue({ mode: 'import', paths: await plant('a.txt') })
    while (bench.links.length < 2) {
      await new Promise(setImmediate)
      if (bench.links.length === 1) await vi.advanceTimersByTimeAsync(READY_LIMIT)
    }
    await vi.advanceTimersByTimeAsync(READY_LIMIT)
    await bench.ended(run)
    expect(bench.lines(run)).toEqual(['a.txt: errors.import.importer'])
    expect(bench.links.every(({ destroyed }) => destroyed)).toBe(true)
  })

  it('closes the importer after 30 seconds without work', async () => {
    fakeTimers()
    await bench.run({ mode: 'import', paths: await plant('a.txt') })
    await vi.advanceTimersByTimeAsync(IDLE_LIMIT - 1)
    expect(bench.links[0]?.destroyed).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(bench.links[0]?.destroyed).toBe(true)
  })
})

describe('an importer that talks nonsense', () => {
  it('fails the file that a wrong answer belongs to', async () => {
    bench.onRequest = (request, link) => link.say({ type: 'done', ticket: request.ticket, outcome: 'fine' })
    const end = await bench.run({ mode: 'import', paths: await plant('a.txt', 'b.txt') })
    expect(bench.lines(end.run)).toEqual(['a.txt: errors.import.answer', 'b.txt: errors.import.answer'])
  })

  it('ignores an answer to a question that nobody asked', async () => {
    bench.onRequest = (request, link) => {
      bench.answered({ ...request, ticket: request.ticket + 100 }, link, REFUSED)
      bench.imported(request, link)
    }
    const end = await bench.run({ mode: 'import', paths: await plant('a.txt') })
    expect(bench.lines(end.run)).toEqual(['a.txt: imported'])
  })
})

describe('a restore', () => {
  it('feeds kept originals by hash and leaves the journal alone', async () => {
    await bench.run({ mode: 'import', paths: await plant('a.txt', 'b.txt') })
    const hashes = await originals()
    const end = await bench.run({
      mode: 'restore',
      originals: hashes.map((hash) => ({ hash, name: `kept-${hash[0]}` })),
    })
    expect(end).toMatchObject({ mode: 'restore', imported: 2, failed: 0 })
    expect(
      bench.links[0]?.requests
        .slice(2)
        .map(({ hash, mode }) => [hash, mode])
        .sort(),
    ).toEqual(hashes.map((hash) => [hash, 'restore']).sort())
    expect(bench.project.journal.last).toBe(2)
  })

  it('says which original is missing', async () => {
    const end = await bench.run({ mode: 'restore', originals: [{ hash: '0'.repeat(64), name: 'a.txt' }] })
    expect(bench.lines(end.run)).toEqual(['a.txt: errors.original.missing'])
  })
})

describe('an import out of a package', () => {
  it('feeds what was kept, under the names of the package, and each has its import in the journal', async () => {
    const bytes = new TextEncoder().encode('报告')
    const hash = await hashOf(bytes)
    await bench.project.originals.keep(hash, bytes)
    const readAs = { format: null, encoding: 'gb18030' as const }
    const end = await bench.run({
      mode: 'import',
      paths: [],
      kept: [{ hash, name: '甲.txt', folder: '河南/洛阳', readAs }],
    })
    expect(bench.lines(end.run)).toEqual(['河南/洛阳/甲.txt: imported'])
    expect(bench.links[0]?.requests[0]).toMatchObject({
      hash,
      mode: 'import',
      name: '甲.txt',
      folder: '河南/洛阳',
      readAs,
    })
    expect(bench.project.journal.last).toBe(1)
    expect(await originals()).toEqual([hash])
  })

  it('takes no package for a file to read', async () => {
    const end = await bench.run({ mode: 'import', paths: await plant('a.duibiao', 'b.txt') })
    expect(bench.lines(end.run)).toEqual(['a.duibiao: errors.file.package', 'b.txt: imported'])
  })
})

describe('sampleFiles', () => {
  it('takes the texts of the folder only', async () => {
    await plant('b.txt', 'a.txt', 'manifest.json')
    expect(await sampleFiles(folder)).toEqual([join(folder, 'a.txt'), join(folder, 'b.txt')])
  })

  it('says that they are missing', async () => {
    await expect(sampleFiles(join(folder, 'gone'))).rejects.toThrow('errors.import.sample')
  })
})
