import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { temporaryFolder } from './entries'
import { type FakeLink, FeederBench, type FileRequest } from './fake-importer'

let bench: FeederBench
let profile: string
let folder: string

beforeEach(async () => {
  profile = await temporaryFolder()
  folder = await temporaryFolder()
  bench = await FeederBench.open(profile)
})
afterEach(() => bench.close())

/** Files with contents of their own; returns their paths. */
async function plant(...names: string[]): Promise<string[]> {
  for (const name of names) await writeFile(join(folder, name), `content of ${name}`)
  return names.map((name) => join(folder, name))
}

const originals = () => readdir(join(profile, 'projects', bench.project.project.id, 'originals'))

describe('a database that Chromium has emptied', () => {
  const LOST = { key: 'project.write.lost', params: {} }
  const lost = ({ ticket }: FileRequest, link: FakeLink): void =>
    queueMicrotask(() => link.say({ type: 'lost', ticket, reason: LOST }))

  it('holds the import up and counts nothing, until the window has it filled again', async () => {
    const paths = await plant('a.txt', 'b.txt', 'c.txt', 'd.txt')
    await bench.run({ mode: 'import', paths: paths.slice(0, 1) })
    bench.onRequest = lost
    const run = bench.feeder.enqueue({ mode: 'import', paths: paths.slice(1) })
    await bench.until(() => (bench.links[0]?.requests.length ?? 0) === 4 && bench.feeder.status()?.state === 'paused')
    expect(bench.links[0]?.requests.map(({ journalLast }) => journalLast)).toEqual([0, 1, 1, 1])
    expect(bench.held).toEqual([{ run, last: 1 }])
    expect(bench.feeder.status()).toMatchObject({ state: 'paused', done: 0, failed: 0, lines: [] })
    bench.onRequest = (request, link) => bench.imported(request, link)
    // An answer that was still on its way holds it up once more, and the window lets it go on again.
    await bench.until(() => {
      bench.feeder.pause(run, false)
      return bench.project.journal.last === 4
    })
    expect(await bench.ended(run)).toMatchObject({ state: 'finished', total: 3, done: 3, imported: 3 })
    expect(bench.project.journal.last).toBe(4)
  })

  it('says so again where it is let go on too early, and leaves nothing when it is cancelled', async () => {
    bench.onRequest = lost
    const run = bench.feeder.enqueue({ mode: 'import', paths: await plant('a.txt') })
    await bench.until(() => bench.held.length === 1)
    bench.feeder.pause(run, false)
    await bench.until(() => bench.held.length === 2)
    bench.feeder.cancel(run)
    expect(await bench.ended(run)).toMatchObject({ state: 'cancelled', done: 0, lines: [] })
  })

  it('fails what is restored: the window waits for it', async () => {
    const [path = ''] = await plant('a.txt')
    await bench.run({ mode: 'import', paths: [path] })
    const [hash = ''] = await originals()
    bench.onRequest = lost
    const end = await bench.run({ mode: 'restore', originals: [{ hash, name: 'a.txt' }] })
    expect(bench.lines(end.run)).toEqual(['a.txt: project.write.lost'])
    expect(bench.held).toEqual([])
  })
})
