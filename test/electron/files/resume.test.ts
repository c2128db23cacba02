import { cpSync, mkdtempSync } from 'node:fs'
import { readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { entry, temporaryFolder } from './entries'
import { type FakeLink, FeederBench, FILES_A_LANE, type FileRequest, IMPORTED } from './fake-importer'

let profile: string
let folder: string
let bench: FeederBench

beforeEach(async () => {
  profile = await temporaryFolder()
  folder = await temporaryFolder()
  bench = await FeederBench.open(profile)
})
afterEach(() => bench.close())

async function plant(count: number): Promise<string[]> {
  const names = Array.from({ length: count }, (_, index) => `${index}.txt`)
  for (const name of names) await writeFile(join(folder, name), `content of ${name}`)
  return names
}

/** What an importer's database holds: who was imported when, by hash, and the journal entry of each. */
class FakeDatabase {
  readonly sources = new Map<string, { name: string; at: string; sequence: number }>()

  copy(): FakeDatabase {
    const copy = new FakeDatabase()
    for (const [hash, source] of this.sources) copy.sources.set(hash, source)
    return copy
  }

  /** As the import worker does it. */
  take({ hash, name, at, since, ticket }: FileRequest): object {
    const known = this.sources.get(hash)
    const own = known && since !== null && known.at >= since && known.name === name
    if (known && !own) return { type: 'done', ticket, outcome: { status: 'duplicate', of: known.name }, entry: null }
    if (known) return { type: 'done', ticket, outcome: IMPORTED, entry: null }
    const sequence = this.sources.size + 1
    this.sources.set(hash, { name, at, sequence })
    return { type: 'done', ticket, outcome: IMPORTED, entry: entry(sequence, name) }
  }

  /** The window sends what the journal lacks. */
  entriesAfter(last: number) {
    return [...this.sources.values()]
      .filter(({ sequence }) => sequence > last)
      .sort((a, b) => a.sequence - b.sequence)
      .map(({ sequence, name }) => entry(sequence, name))
  }
}

/** In one go: nothing is written in the middle of it but what the system has already. */
function snapshotOf(): string {
  const copy = mkdtempSync(join(tmpdir(), 'duibiao-test-'))
  cpSync(profile, copy, { recursive: true })
  return copy
}

describe('a program that is killed', () => {
  it('imports every file exactly once, whenever it is killed', async () => {
    const names = await plant(7)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 21 }), fc.boolean(), async (moment, written) => {
        const killed = await killedAt(moment, written)
        const { lines, database, journal } = await goOn(killed)
        expect(lines).toEqual(names.map((name) => `${name}: imported`).sort())
        expect([...database.sources.values()].map(({ name }) => name).sort()).toEqual(names)
        expect(journal).toBe(7)
      }),
      { numRuns: 25 },
    )
  })

  /**
   * Starts an import and takes the disk and the database as they are after a number of steps: a step is a request, or an
   * event of progress. `written`: the database has what was just asked for, and nobody has heard of it.
   */
  async function killedAt(moment: number, written: boolean): Promise<{ disk: string; database: FakeDatabase }> {
    profile = await temporaryFolder()
    const victim = await FeederBench.open(profile)
    const database = new FakeDatabase()
    let steps = 0
    let taken: { disk: string; database: FakeDatabase } | null = null
    const step = () => {
      steps += 1
      if (steps > moment) taken ??= { disk: snapshotOf(), database: database.copy() }
    }
    victim.onRequest = (request, link) => {
      const answer = database.take(request)
      if (written) step()
      setImmediate(() => {
        link.say(answer)
        step()
      })
    }
    const run = victim.feeder.enqueue({ mode: 'import', paths: [folder] })
    await victim.ended(run)
    // A moment after the end is the end: nothing is left to go on with.
    taken ??= { disk: snapshotOf(), database: database.copy() }
    await victim.close()
    return taken
  }

  async function goOn({ disk, database }: { disk: string; database: FakeDatabase }) {
    const again = await FeederBench.open(disk)
    again.onRequest = (request, link) => setImmediate(() => link.say(database.take(request)))
    await again.project.journal.append(database.entriesAfter(again.project.journal.last))
    const interrupted = await again.feeder.interrupted()
    const run = interrupted ? await again.feeder.resume() : null
    const end = run === null ? null : await again.ended(run)
    const lines = run === null ? [] : again.lines(run)
    const journal = again.project.journal.last
    expect(await again.feeder.interrupted()).toBeNull()
    await again.close()
    if (end) expect(end).toMatchObject({ total: 7, done: 7, state: 'finished', resumed: true })
    // Where nothing was left, the first run had ended.
    return {
      lines: run === null ? [...database.sources.values()].map(({ name }) => `${name}: imported`).sort() : lines,
      database,
      journal,
    }
  }
})

describe('an import that was cut off', () => {
  /** Imports some files, closes the program in the middle, opens it again. */
  async function cutOff(count: number, done: number): Promise<void> {
    await plant(count)
    let answered = 0
    bench.onRequest = (request, link) => {
      if (answered >= done) return
      answered += 1
      bench.imported(request, link)
    }
    bench.feeder.enqueue({ mode: 'import', paths: [folder] })
    await bench.until(
      () => bench.project.journal.last === done && bench.links[0]?.requests.length === done + FILES_A_LANE,
    )
    await bench.close()
    const before = bench.project.journal.last
    bench = await FeederBench.open(profile)
    bench.countFrom(before)
  }

  it('is offered at the next start, and goes on with its lines and without reading again what is done', async () => {
    await cutOff(9, 3)
    expect(await bench.feeder.interrupted()).toMatchObject({ total: 9, done: 3, roots: [folder.split('/').at(-1)] })
    const run = await bench.feeder.resume()
    expect(await bench.feeder.interrupted()).toBeNull()
    const end = await bench.ended(run)
    expect(end).toMatchObject({ state: 'finished', total: 9, done: 9, imported: 9, resumed: true })
    expect(end.bytes).toBe(end.bytesTotal)
    expect(bench.lines(run)).toHaveLength(9)
    expect(bench.links[0]?.requests).toHaveLength(6)
    expect(await bench.feeder.interrupted()).toBeNull()
  })

  it('reads a file again that has changed since', async () => {
    await cutOff(9, 3)
    for (const name of await readdir(folder)) await writeFile(join(folder, name), `another content of ${name}`)
    const run = await bench.feeder.resume()
    // The three that were done are imported once more, as they are now; their lines of before stand.
    expect(await bench.ended(run)).toMatchObject({ total: 12, done: 12, imported: 12 })
    expect(bench.links[0]?.requests).toHaveLength(9)
  })

  it('passes over a file that was done and is gone, and names one that was not', async () => {
    await cutOff(9, 3)
    const [done] = (await bench.project.journal.read(0, 1)).entries
    await rename(join(folder, String(done?.operation.params.text)), join(await temporaryFolder(), 'done.txt'))
    await rename(join(folder, '8.txt'), join(await temporaryFolder(), '8.txt'))
    const end = await bench.ended(await bench.feeder.resume())
    expect(end).toMatchObject({ total: 9, imported: 8, failed: 1 })
    expect(bench.lines(end.run)).toContain('8.txt: errors.file.vanished')
  })

  it('does not wait at the end for an entry that died with the importer, and blames no file for it', async () => {
    await plant(2)
    bench.onRequest = () => undefined
    bench.feeder.enqueue({ mode: 'import', paths: [folder] })
    await bench.until(() => bench.links[0]?.requests.length === 2)
    const [link] = bench.links
    const [, second] = link?.requests ?? []
    // The first is in the database as sequence 1, and nobody has heard of it.
    link?.say({ type: 'done', ticket: second?.ticket, outcome: IMPORTED, entry: entry(2, '1.txt') })
    await new Promise(setImmediate)
    await bench.close()
    bench = await FeederBench.open(profile)
    expect(await bench.feeder.interrupted()).toMatchObject({ total: 2, done: 0 })
  })

  it('can be forgotten', async () => {
    await cutOff(9, 3)
    await bench.feeder.discard()
    expect(await bench.feeder.interrupted()).toBeNull()
    await expect(bench.feeder.resume()).rejects.toThrow('errors.import.notInterrupted')
    expect(bench.project.journal.last).toBe(3)
  })

  it('is looked for again when it was cut off before its files were counted', async () => {
    await plant(3)
    bench.feeder.enqueue({ mode: 'import', paths: [folder] })
    await bench.feeder.close()
    await bench.close()
    bench = await FeederBench.open(profile)
    expect(await bench.feeder.interrupted()).toMatchObject({ total: 0, done: 0 })
    expect(await bench.ended(await bench.feeder.resume())).toMatchObject({ total: 3, imported: 3 })
  })

  it('waits with others: the oldest is offered first', async () => {
    await plant(2)
    await writeFile(join(await temporaryFolder(), 'x.txt'), 'x')
    bench.onRequest = () => undefined
    bench.feeder.enqueue({ mode: 'import', paths: [join(folder, '0.txt')] })
    await bench.until(() => bench.links[0]?.requests.length === 1)
    bench.feeder.enqueue({ mode: 'import', paths: [join(folder, '1.txt')] })
    await bench.close()
    bench = await FeederBench.open(profile)
    expect(await bench.feeder.interrupted()).toMatchObject({ roots: ['0.txt'] })
    await bench.ended(await bench.feeder.resume())
    expect(await bench.feeder.interrupted()).toMatchObject({ roots: ['1.txt'] })
  })

  it('is not offered when its record tells nothing, and the record is set aside', async () => {
    await cutOff(9, 3)
    const runs = bench.project.runs
    const [name = ''] = await readdir(runs)
    await writeFile(join(runs, name), 'no record\n')
    expect(await bench.feeder.interrupted()).toBeNull()
    expect(await readdir(runs)).toEqual([`${name}.damaged`])
  })

  it('bears a line that was torn', async () => {
    await cutOff(9, 3)
    const runs = bench.project.runs
    const [name = ''] = await readdir(runs)
    const text = await readFile(join(runs, name), 'utf8')
    await writeFile(join(runs, name), text.slice(0, -20))
    const interrupted = await bench.feeder.interrupted()
    expect(interrupted).toMatchObject({ total: 9, done: 2 })
    expect(await bench.ended(await bench.feeder.resume())).toMatchObject({ total: 9, done: 9 })
  })
})

describe('a paused import', () => {
  it('finishes what is in the importer, feeds nothing more, and goes on', async () => {
    await plant(9)
    const held: (() => void)[] = []
    const holding = (request: FileRequest, link: FakeLink) => held.push(() => bench.imported(request, link))
    bench.onRequest = holding
    const run = bench.feeder.enqueue({ mode: 'import', paths: [folder] })
    await bench.until(() => held.length === FILES_A_LANE)
    bench.feeder.pause(run, true)
    expect(bench.feeder.status()).toMatchObject({ state: 'paused', rate: 0, secondsLeft: null })
    for (const release of held) release()
    await bench.until(() => bench.feeder.status()?.done === FILES_A_LANE)
    for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate)
    expect(held).toHaveLength(FILES_A_LANE)
    bench.onRequest = (request, link) => bench.imported(request, link)
    bench.feeder.pause(run, false)
    expect(await bench.ended(run)).toMatchObject({ state: 'finished', done: 9 })
  })

  it('can be cancelled, and survives the end of the program as interrupted', async () => {
    await plant(9)
    bench.onRequest = (request, link) => bench.imported(request, link)
    const first = bench.feeder.enqueue({ mode: 'import', paths: [folder] })
    bench.feeder.pause(first, true)
    bench.feeder.cancel(first)
    expect(await bench.ended(first)).toMatchObject({ state: 'cancelled', done: 0 })
    expect(await bench.feeder.interrupted()).toBeNull()
    const second = bench.feeder.enqueue({ mode: 'import', paths: [folder] })
    bench.feeder.pause(second, true)
    await bench.until(() => bench.feeder.status()?.total === 9)
    await bench.close()
    bench = await FeederBench.open(profile)
    expect(await bench.feeder.interrupted()).toMatchObject({ total: 9, done: 0 })
  })
})
