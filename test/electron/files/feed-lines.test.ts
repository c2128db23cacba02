import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { endOfPart, PART } from '../../../electron/files/feed-lines'
import { temporaryFolder } from './entries'
import { FeederBench } from './fake-importer'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('endOfPart', () => {
  it.each([
    ['a,1\na,2\nb,1\nb,2', 'a,1\na,2\n'],
    ['a,1\nb,1\nb,2\nb', 'a,1\n'],
    ['a,1\na,2\n', 'a,1\na,2\n'],
    ['a,1\na,2\na,3', 'a,1\na,2\n'],
    ['a,1', ''],
    ['', ''],
  ])('%j ends behind %j', (text, part) => {
    expect(text.slice(0, endOfPart(bytes(text)))).toBe(part)
  })

  it('ends behind a line, if any ends', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', ',', '\n') }), (text) => {
        const end = endOfPart(bytes(text))
        expect(end === 0 || text[end - 1] === '\n').toBe(true)
        expect(end > 0).toBe(text.includes('\n'))
      }),
    )
  })
})

describe('a long file of lines', () => {
  let profile: string
  let bench: FeederBench
  let path: string
  let content: Buffer

  beforeEach(async () => {
    profile = await temporaryFolder()
    path = join(await temporaryFolder(), 'all.jsonl')
    bench = await FeederBench.open(profile)
    // Two and a half parts: sixteen lines each, three of each id.
    const line = (at: number): string =>
      `{"id":"${at % 3 === 2 ? at - 2 : at - (at % 3)}","x":"${'x'.repeat(PART / 16)}"}\n`
    content = Buffer.from(Array.from({ length: 40 }, (_, at) => line(at)).join(''))
    await writeFile(path, content)
  })
  afterEach(() => bench.close())

  const PARTS = ['all.jsonl/0001.jsonl', 'all.jsonl/0002.jsonl', 'all.jsonl/0003.jsonl']
  const imported = PARTS.map((name) => `${name}: imported`)

  it('is imported in parts that keep an id together, each an original of its own', async () => {
    const end = await bench.run({ mode: 'import', paths: [path] })
    expect(bench.lines(end.run)).toEqual(imported)
    expect(end).toMatchObject({ state: 'finished', total: 3, done: 3, imported: 3 })
    expect([end.bytes, end.bytesTotal]).toEqual([content.length, content.length])
    const requests = bench.links[0]?.requests ?? []
    for (const request of requests) expect(request.bytes.byteLength).toBeLessThanOrEqual(PART)
    expect(Buffer.concat(requests.map((request) => Buffer.from(request.bytes))).equals(content)).toBe(true)
    const ids = requests.map(
      (request) =>
        new Set(
          Buffer.from(request.bytes)
            .toString()
            .match(/"id":"\d+"/g),
        ),
    )
    for (const [at, own] of ids.entries()) for (const id of own) expect(ids[at + 1]?.has(id) ?? false).toBe(false)
    const folder = join(profile, 'projects', bench.project.project.id, 'originals')
    const kept = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name))))
    expect(kept.reduce((sum, { length }) => sum + length, 0)).toBe(content.length)
    expect(await readdir(bench.project.runs)).toEqual([])
  })

  it('is gone on with part by part after a restart', async () => {
    let answered = 0
    bench.onRequest = (request, link) => {
      answered += 1
      if (answered === 1) bench.imported(request, link)
    }
    bench.feeder.enqueue({ mode: 'import', paths: [path] })
    await bench.until(() => bench.project.journal.last === 1 && bench.feeder.status()?.done === 1)
    await bench.close()
    bench = await FeederBench.open(profile)
    bench.countFrom(1)
    const end = await bench.ended(await bench.feeder.resume())
    expect(bench.lines(end.run)).toEqual(imported)
    expect(end).toMatchObject({ total: 3, done: 3, imported: 3, duplicates: 0 })
    expect(bench.links[0]?.requests).toHaveLength(2)
  })

  it('ends where it is cancelled', async () => {
    bench.onRequest = (request, link) => {
      bench.feeder.cancel(run)
      bench.imported(request, link)
    }
    const run = bench.feeder.enqueue({ mode: 'import', paths: [path] })
    const end = await bench.ended(run)
    expect(end).toMatchObject({ state: 'cancelled', imported: 1 })
  })

  it('is refused where it has no lines', async () => {
    await writeFile(path, Buffer.alloc(PART + 1, 'x'))
    const end = await bench.run({ mode: 'import', paths: [path] })
    expect(bench.lines(end.run)).toEqual(['all.jsonl/0001.jsonl: errors.file.tooLarge'])
  })
})
