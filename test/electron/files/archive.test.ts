import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { temporaryFolder } from './entries'
import { type ExpandRequest, type FakeLink, FeederBench } from './fake-importer'

let profile: string
let folder: string
let bench: FeederBench

beforeEach(async () => {
  profile = await temporaryFolder()
  folder = await temporaryFolder()
  bench = await FeederBench.open(profile)
  bench.onExpand = expanding(['甲/a.txt', 'b.txt', 'c.txt'], 2)
})
afterEach(() => bench.close())

const bytesOf = (text: string): ArrayBuffer => new TextEncoder().encode(text).buffer
const ZIP = { key: 'errors.file.encrypted', params: {} }

/** An importer that gives out members, some at a time. */
function expanding(names: readonly string[], batch: number, refused: readonly string[] = []) {
  return ({ ticket, from }: ExpandRequest, link: FakeLink) => {
    const members = names.slice(from, from + batch).map((name) => ({ name, bytes: bytesOf(`content of ${name}`) }))
    const next = from + batch < names.length ? from + batch : null
    const bad = from === 0 ? refused.map((name) => ({ name, reason: ZIP })) : []
    queueMicrotask(() => link.say({ type: 'members', ticket, members, refused: bad, next }))
  }
}

async function plantZip(name = 'a.zip'): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, 'PK\u0003\u0004 and so on')
  return path
}

describe('an archive', () => {
  it('becomes a file for each member, kept by its own hash and named with the archive', async () => {
    const end = await bench.run({ mode: 'import', paths: [await plantZip()] })
    expect(bench.lines(end.run)).toEqual(['a.zip/b.txt: imported', 'a.zip/c.txt: imported', 'a.zip/甲/a.txt: imported'])
    expect(end).toMatchObject({ state: 'finished', total: 3, done: 3, imported: 3, failed: 0 })
    expect(end.bytes).toBe(end.bytesTotal)
    const requests = bench.links[0]?.requests ?? []
    expect(requests.map(({ folder, name }) => `${folder} ${name}`).sort()).toEqual([
      'a.zip b.txt',
      'a.zip c.txt',
      'a.zip/甲 a.txt',
    ])
    const originals = await readdir(join(profile, 'projects', bench.project.project.id, 'originals'))
    expect(originals.sort()).toEqual(requests.map(({ hash }) => hash).sort())
    expect(await readdir(bench.project.runs)).toEqual([])
  })

  it('has its refused members in the result, and the others imported', async () => {
    bench.onExpand = expanding(['a.txt'], 2, ['bad.txt'])
    const end = await bench.run({ mode: 'import', paths: [await plantZip()] })
    expect(bench.lines(end.run)).toEqual(['a.zip/a.txt: imported', 'a.zip/bad.txt: errors.file.encrypted'])
    expect(end).toMatchObject({ total: 2, done: 2 })
  })

  it('is refused as a whole with its reason, or for being empty', async () => {
    bench.onExpand = ({ ticket }, link) => queueMicrotask(() => link.say({ type: 'refused', ticket, reason: ZIP }))
    const refused = await bench.run({ mode: 'import', paths: [await plantZip()] })
    expect(bench.lines(refused.run)).toEqual(['a.zip: errors.file.encrypted'])
    bench.onExpand = expanding([], 2)
    const empty = await bench.run({ mode: 'import', paths: [await plantZip()] })
    expect(bench.lines(empty.run)).toEqual(['a.zip: errors.import.emptyArchive'])
    expect(empty).toMatchObject({ total: 1, done: 1, failed: 1 })
  })

  it('is a file like others when the importer says so: a docx is a zip as well', async () => {
    bench.onExpand = (request, link) => link.plain(request)
    const end = await bench.run({ mode: 'import', paths: [await plantZip('a.docx')] })
    expect(bench.lines(end.run)).toEqual(['a.docx: imported'])
  })

  it('costs itself alone when its expansion takes the importer down', async () => {
    await writeFile(join(folder, 'z.txt'), 'other')
    await plantZip()
    bench.onExpand = (_request, link) => setImmediate(() => link.die())
    const end = await bench.run({ mode: 'import', paths: [folder] })
    expect(bench.lines(end.run)).toEqual(['a.zip: errors.import.crashed', 'z.txt: imported'])
  })

  it('loses one member alone when that one takes the importer down', async () => {
    bench.onRequest = (request, link) => {
      if (request.name === 'b.txt') setImmediate(() => link.die())
      else setImmediate(() => setImmediate(() => bench.imported(request, link)))
    }
    const end = await bench.run({ mode: 'import', paths: [await plantZip()] })
    expect(bench.lines(end.run)).toEqual([
      'a.zip/b.txt: errors.import.crashed',
      'a.zip/c.txt: imported',
      'a.zip/甲/a.txt: imported',
    ])
  })

  it('is gone on with member by member after a restart', async () => {
    const names = Array.from({ length: 8 }, (_, index) => `${index}.txt`)
    bench.onExpand = expanding(names, 5)
    let answered = 0
    bench.onRequest = (request, link) => {
      if (answered >= 3) return
      answered += 1
      bench.imported(request, link)
    }
    bench.feeder.enqueue({ mode: 'import', paths: [await plantZip()] })
    await bench.until(() => bench.project.journal.last === 3 && bench.feeder.status()?.done === 3)
    await bench.close()
    bench = await FeederBench.open(profile)
    bench.countFrom(3)
    bench.onExpand = expanding(names, 5)
    const end = await bench.ended(await bench.feeder.resume())
    expect(bench.lines(end.run)).toEqual(names.map((name) => `a.zip/${name}: imported`))
    expect(end).toMatchObject({ total: 8, done: 8, imported: 8, duplicates: 0 })
    expect(bench.links[0]?.requests).toHaveLength(5)
  })
})
