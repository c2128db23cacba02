import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { zipSync } from 'fflate'
import { beforeEach, describe, expect, it } from 'vitest'
import { DATA_VERSION } from '#shared/model/project'
import { PACKAGE_LIMITS } from '../../../../electron/files/package/directory'
import { PackageReader } from '../../../../electron/files/package/reader'
import { PackageWriter } from '../../../../electron/files/package/writer'
import { Problem } from '../../../../electron/files/problem'
import { temporaryFolder } from '../entries'
import { hashOf, importOf, plantProject } from './sample-project'

let folder: string
beforeEach(async () => {
  folder = await temporaryFolder()
})

const TEXT = '政府工作报告'
const PROJECT = { id: crypto.randomUUID(), name: '课题', createdAt: '2026-11-22T08:00:00.000Z' }
type Members = Record<string, Uint8Array>

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const jsonOf = (value: unknown): Uint8Array => bytesOf(JSON.stringify(value))

/** The members of a good package of one original. */
const good = (): Members => ({
  'project.json': jsonOf({ ...PROJECT, dataVersion: DATA_VERSION }),
  'journal.jsonl': bytesOf(`${JSON.stringify(importOf(1, 'a.txt', hashOf(TEXT)))}\n`),
  [`originals/${hashOf(TEXT)}`]: bytesOf(TEXT),
})

/** A manifest that fits the members, but for what is changed. */
const manifestOf = (members: Members, change: object = {}): Uint8Array =>
  jsonOf({
    format: 'duibiao-package',
    version: 1,
    dataVersion: DATA_VERSION,
    app: 'test',
    madeAt: '2026-11-22T08:00:00.000Z',
    project: PROJECT,
    last: 1,
    counts: { sources: 1 },
    members: Object.entries(members).map(([path, bytes]) => ({ path, bytes: bytes.byteLength, sha256: hashOf(bytes) })),
    ...change,
  })

/** Opens and verifies a zip of these members. */
async function opened(members: Members, limits = PACKAGE_LIMITS): Promise<PackageReader> {
  const path = join(folder, `${crypto.randomUUID()}.duibiao`)
  await writeFile(path, zipSync(members))
  return verified(path, limits)
}

async function verified(path: string, limits = PACKAGE_LIMITS): Promise<PackageReader> {
  const reader = await PackageReader.open(path, limits)
  try {
    await reader.verify()
    return reader
  } finally {
    await reader.close()
  }
}

const packed = (members: Members, change: object = {}): Members => ({
  ...members,
  'manifest.json': manifestOf(members, change),
})
const key = (name: string) => ({ reason: expect.objectContaining({ key: `errors.package.${name}` }) })

describe('a package from elsewhere', () => {
  it('is taken when all is as it says', async () => {
    expect((await opened(packed(good()))).manifest.counts).toEqual({ sources: 1 })
  })

  it.each(['', 'PK', 'PK\u0003\u0004 but no zip at all', '<!doctype html>'])('is no zip: %j', async (text) => {
    const path = join(folder, 'a.duibiao')
    await writeFile(path, text)
    await expect(verified(path)).rejects.toMatchObject(key(text.startsWith('PK') ? 'torn' : 'notPackage'))
  })

  it('is a folder, or not there', async () => {
    await mkdir(join(folder, 'b.duibiao'))
    await expect(verified(join(folder, 'b.duibiao'))).rejects.toThrow('errors.file.directory')
    await expect(verified(join(folder, 'c.duibiao'))).rejects.toThrow('errors.file.vanished')
  })

  it('lacks its manifest', async () => {
    await expect(opened(good())).rejects.toMatchObject(key('notPackage'))
  })

  it.each([
    '../project.json',
    '../../../../etc/cron.d/x',
    '/etc/passwd',
    'C:/x',
    'originals/../../x',
    'originals\\..\\x',
    'originals/x',
    `originals/${'A'.repeat(64)}`,
    `originals/${'a'.repeat(64)}/x`,
    'records/passwords.jsonl',
    `texts/${'a'.repeat(64)}.0.txt`,
    'readme.txt',
    'journal.jsonl/',
  ])('holds what does not belong there: %s', async (path) => {
    const members = { ...good(), [path]: bytesOf('x') }
    // Listed or not, it is refused before anything is unpacked.
    await expect(opened(packed(members))).rejects.toThrow(/errors\.package\.(foreign|torn)/)
    await expect(opened({ ...members, 'manifest.json': manifestOf(good()) })).rejects.toThrow(
      /errors\.package\.(foreign|torn)/,
    )
  })

  it('has a member that its manifest does not list, or lists one that is not there', async () => {
    const extra = { ...good(), [`originals/${hashOf('b')}`]: bytesOf('b') }
    await expect(opened({ ...extra, 'manifest.json': manifestOf(good()) })).rejects.toMatchObject(key('foreign'))
    await expect(opened({ ...good(), 'manifest.json': manifestOf(extra) })).rejects.toMatchObject(key('lacks'))
  })

  it.each(['project.json', 'journal.jsonl'])('lacks %s', async (path) => {
    const members = Object.fromEntries(Object.entries(good()).filter(([name]) => name !== path))
    await expect(opened(packed(members))).rejects.toMatchObject(key('lacks'))
  })

  it('has a name twice', async () => {
    const other = `originals/${'0'.repeat(64)}`
    const zip = Buffer.from(zipSync({ ...packed(good()), [other]: bytesOf('x') }, { level: 0 }))
    const name = `originals/${hashOf(TEXT)}`
    for (let at = zip.indexOf(other); at >= 0; at = zip.indexOf(other)) zip.write(name, at)
    const path = join(folder, 'twice.duibiao')
    await writeFile(path, zip)
    await expect(verified(path)).rejects.toMatchObject(key('memberTwice'))
  })

  it.each([
    ['version', { version: 2 }],
    ['data version', { dataVersion: DATA_VERSION + 1 }],
  ])('is of a newer %s, and is refused by name', async (_what, change) => {
    await expect(opened(packed(good(), { ...change, shape: 'unknown', members: 'unknown' }))).rejects.toMatchObject({
      reason: { key: 'errors.package.newer', params: expect.objectContaining({ name: '课题', known: DATA_VERSION }) },
    })
  })

  it.each([
    ['another format', { format: 'other' }],
    ['no members', { members: undefined }],
    ['a bad hash', { members: [{ path: 'project.json', bytes: 1, sha256: 'x' }] }],
  ])('has a manifest with %s', async (_what, change) => {
    await expect(opened(packed(good(), change))).rejects.toMatchObject(key('damaged'))
  })

  it('has a manifest that is no JSON', async () => {
    await expect(opened({ ...good(), 'manifest.json': bytesOf('{"format":') })).rejects.toMatchObject(key('damaged'))
  })

  it.each(['project.json', 'journal.jsonl', `originals/${hashOf(TEXT)}`])(
    'has another %s than it says',
    async (path) => {
      const members = good()
      const changed = Uint8Array.from(members[path] ?? [])
      changed[3] = (changed[3] ?? 0) ^ 1
      await expect(opened({ ...members, [path]: changed, 'manifest.json': manifestOf(members) })).rejects.toMatchObject(
        {
          reason: { key: 'errors.package.damaged', params: { member: path } },
        },
      )
    },
  )

  it('has an original under the name of another', async () => {
    const members = { ...good(), [`originals/${hashOf('b')}`]: bytesOf('not b') }
    await expect(opened(packed(members))).rejects.toMatchObject(key('damaged'))
  })

  it.each([
    ['a gap', [importOf(2, 'a.txt', hashOf(TEXT))], '\n'],
    ['a torn end', [importOf(1, 'a.txt', hashOf(TEXT))], ''],
    ['fewer entries than it says', [], ''],
    ['more entries than it says', [importOf(1, 'a', hashOf(TEXT)), importOf(2, 'b', hashOf(TEXT))], '\n'],
    ['no entry in a line', [{ sequence: 1 }], '\n'],
  ])('has a journal with %s', async (_what, lines, end) => {
    const journal = bytesOf(lines.map((line) => JSON.stringify(line)).join('\n') + end)
    await expect(opened(packed({ ...good(), 'journal.jsonl': journal }))).rejects.toMatchObject({
      reason: { key: 'errors.package.damaged', params: { member: 'journal.jsonl' } },
    })
  })

  it('names another project than its manifest', async () => {
    const members = { ...good(), 'project.json': jsonOf({ ...PROJECT, name: '另一个', dataVersion: DATA_VERSION }) }
    await expect(opened(packed(members))).rejects.toMatchObject(key('damaged'))
  })

  it('was encrypted, or packed in a way of its own', async () => {
    const zip = Buffer.from(zipSync(packed(good())))
    const directory = zip.indexOf(Buffer.from('504b0102', 'hex'))
    const changed = async (offset: number, value: number) => {
      const copy = Buffer.from(zip)
      copy.writeUInt16LE(value, directory + offset)
      const path = join(folder, `${offset}.duibiao`)
      await writeFile(path, copy)
      return verified(path)
    }
    await expect(changed(8, 1)).rejects.toMatchObject(key('packing'))
    await expect(changed(10, 12)).rejects.toMatchObject(key('packing'))
  })
})

describe('a bomb', () => {
  const MEBIBYTE = 1024 * 1024
  const bomb = (size: number): Members => {
    const zeros = new Uint8Array(size)
    return { ...good(), [`originals/${hashOf(zeros)}`]: zeros }
  }

  it('is refused by its directory where it says how large it is', async () => {
    const limits = { ...PACKAGE_LIMITS, total: 4 * MEBIBYTE }
    await expect(opened(packed(bomb(8 * MEBIBYTE)), limits)).rejects.toMatchObject({
      reason: { key: 'errors.package.tooLarge', params: expect.objectContaining({ limit: 4 }) },
    })
    await expect(opened(packed(bomb(8 * MEBIBYTE)))).resolves.toBeDefined()
  })

  it('is refused for one original that is larger than any file that is imported', async () => {
    await expect(opened(packed(bomb(65 * MEBIBYTE)))).rejects.toMatchObject(key('tooLarge'))
  })

  it('stops where it unpacks to more than it says', async () => {
    const members = packed(bomb(8 * MEBIBYTE))
    const zip = Buffer.from(zipSync(members))
    const size = Buffer.alloc(4)
    size.writeUInt32LE(8 * MEBIBYTE)
    const small = Buffer.alloc(4)
    small.writeUInt32LE(100)
    for (let at = zip.indexOf(size); at >= 0; at = zip.indexOf(size)) small.copy(zip, at)
    const path = join(folder, 'liar.duibiao')
    await writeFile(path, zip)
    await expect(verified(path)).rejects.toMatchObject(key('damaged'))
  })

  it('of many members is refused before they are read', async () => {
    await expect(opened(packed(good()), { ...PACKAGE_LIMITS, members: 3 })).rejects.toMatchObject(key('tooManyMembers'))
  })

  it('of one endless line does not fill the memory', async () => {
    const journal = new Uint8Array(3 * MEBIBYTE).fill(0x20)
    const limits = { ...PACKAGE_LIMITS, line: MEBIBYTE }
    await expect(opened(packed({ ...good(), 'journal.jsonl': journal }), limits)).rejects.toMatchObject(key('damaged'))
  })
})

describe('a package that something has happened to', () => {
  const whole = async (): Promise<{ bytes: Buffer; path: string }> => {
    const { content } = await plantProject()
    const path = join(folder, 'whole.duibiao')
    const writer = await PackageWriter.begin(path)
    await writer.handIn(`texts/${'a'.repeat(64)}.1.txt`, bytesOf(TEXT))
    await writer.finish(content)
    return { bytes: await readFile(path), path }
  }

  /** What a package holds, or the problem that it was refused with; anything else is a defect. */
  async function contentOf(path: string): Promise<string> {
    let reader: PackageReader | null = null
    try {
      reader = await PackageReader.open(path)
      await reader.verify()
      const parts = [JSON.stringify(reader.manifest)]
      for (const { path: member } of reader.manifest.members) parts.push((await reader.read(member)).toString('hex'))
      return parts.join('\n')
    } catch (error) {
      if (error instanceof Problem) return 'refused'
      throw error
    } finally {
      await reader?.close()
    }
  }

  it('is refused wherever it was cut off', async () => {
    const { bytes, path } = await whole()
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: bytes.length - 1 }), async (length) => {
        await writeFile(path, bytes.subarray(0, length))
        expect(await contentOf(path)).toBe('refused')
      }),
      { numRuns: 60 },
    )
  })

  it('is refused, or holds what it held, wherever a bit from its manifest on is another one', async () => {
    const { bytes, path } = await whole()
    const before = await contentOf(path)
    for (let at = bytes.indexOf('manifest.json'); at < bytes.length; at++) {
      const copy = Buffer.from(bytes)
      copy[at] = (copy[at] ?? 0) ^ 32
      await writeFile(path, copy)
      expect(['refused', before], `byte ${at}`).toContain(await contentOf(path))
    }
  })

  it('is refused, or holds what it held, whatever bytes are changed', async () => {
    const { bytes, path } = await whole()
    const before = await contentOf(path)
    const change = fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }))
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const copy = Buffer.from(bytes)
        for (const [at, by] of changes) copy[at] = (copy[at] ?? 0) ^ by
        await writeFile(path, copy)
        expect(['refused', before]).toContain(await contentOf(path))
      }),
      { numRuns: 200 },
    )
  })
})
