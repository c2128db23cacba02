import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { PackageReader } from '../../../../electron/files/package/reader'
import { unpackProject } from '../../../../electron/files/package/unpack'
import { PackageWriter } from '../../../../electron/files/package/writer'
import { temporaryFolder } from '../entries'
import { hashOf, plantProject } from './sample-project'

let target: string
beforeEach(async () => {
  target = await temporaryFolder()
})

const pathOf = () => join(target, '洛阳.duibiao')
const open = async () => {
  const reader = await PackageReader.open(pathOf())
  await reader.verify()
  return reader
}

describe('a package', () => {
  it('holds journal, originals and what the window handed in, and gives all of it back', async () => {
    const { content, hashes, texts, journal } = await plantProject()
    const writer = await PackageWriter.begin(pathOf())
    const text = `texts/${hashes[0]}.1.txt`
    await writer.handIn(text, Buffer.from('一、'))
    await writer.handIn(text, Buffer.from('2025年'))
    await writer.handIn('records/codes.jsonl', Buffer.from('{}\n'))
    const steps: string[] = []
    const { manifest, bytes } = await writer.finish({ ...content, told: (step) => steps.push(step) })
    expect(manifest).toMatchObject({ last: 4, counts: { sources: 3, codes: 1 }, missing: [], purpose: 'package' })
    expect(manifest.members.map(({ path }) => path)).toEqual([
      text,
      'records/codes.jsonl',
      'project.json',
      'journal.jsonl',
      ...hashes.map((hash) => `originals/${hash}`),
    ])
    expect([...new Set(steps)]).toEqual(['check', 'originals', 'verify'])
    expect(await readdir(target)).toEqual(['洛阳.duibiao'])
    const reader = await open()
    expect(reader.bytes).toBe(bytes)
    expect((await reader.read(text)).toString()).toBe('一、2025年')
    const folder = join(await temporaryFolder(), 'project')
    await unpackProject(reader, folder, { ...content.project, name: '另一个' })
    await reader.close()
    expect(await readFile(join(folder, 'journal.jsonl'), 'utf8')).toBe(journal)
    expect(JSON.parse(await readFile(join(folder, 'project.json'), 'utf8'))).toMatchObject({ name: '另一个' })
    for (const [at, hash] of hashes.entries())
      expect(await readFile(join(folder, 'originals', hash), 'utf8')).toBe(texts[at])
  })

  it('cuts the journal where the records stand, and leaves later originals out', async () => {
    const { content, hashes, journal } = await plantProject()
    const end = journal.indexOf('\n', journal.indexOf('\n') + 1) + 1
    const writer = await PackageWriter.begin(pathOf())
    await writer.finish({ ...content, last: 2, end: Buffer.byteLength(journal.slice(0, end)) })
    const reader = await open()
    expect(reader.manifest).toMatchObject({ last: 2, counts: { sources: 2 } })
    expect(reader.membersIn('originals').map(({ sha256 }) => sha256)).toEqual(hashes.slice(0, 2))
    await reader.close()
  })

  it('of an empty project is one, too', async () => {
    const { content } = await plantProject([])
    const writer = await PackageWriter.begin(pathOf())
    await writer.finish({ ...content, last: 0, end: 0 })
    const reader = await open()
    expect((await reader.read('journal.jsonl')).length).toBe(0)
    await reader.close()
  })

  it('stands in the place of an older one only when it is whole', async () => {
    const { content, folder, hashes } = await plantProject()
    await writeFile(pathOf(), 'older')
    await rm(join(folder, 'originals', String(hashes[1])))
    const refused = await PackageWriter.begin(pathOf())
    await expect(refused.finish(content)).rejects.toMatchObject({
      reason: { key: 'errors.package.originalsMissing', params: { count: 1, name: '1.txt' } },
    })
    expect(await readFile(pathOf(), 'utf8')).toBe('older')
    // Nothing was written yet: the user may decide to go without.
    const { manifest } = await refused.finish({ ...content, partial: true })
    expect(manifest.missing).toEqual([hashes[1]])
    expect(await readdir(target)).toEqual(['洛阳.duibiao'])
    await (await open()).close()
  })

  it('tells a damaged original from a whole one', async () => {
    const { content, folder, hashes } = await plantProject()
    await writeFile(join(folder, 'originals', String(hashes[2])), 'something else')
    const writer = await PackageWriter.begin(pathOf())
    await expect(writer.finish(content)).rejects.toThrow('errors.package.originalsMissing')
    expect((await writer.finish({ ...content, partial: true })).manifest.missing).toEqual([hashes[2]])
  })

  it('refuses a member that comes twice', async () => {
    const writer = await PackageWriter.begin(pathOf())
    const path = `texts/${hashOf('x')}.1.txt`
    await writer.handIn(path, Buffer.from('a'))
    await writer.handIn('records/codes.jsonl', Buffer.from('b'))
    await expect(writer.handIn(path, Buffer.from('c'))).rejects.toThrow('errors.package.memberTwice')
    expect(await readdir(target)).toEqual([])
  })
})
