import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { Backups } from '../../../electron/files/backups/backups'
import { Journal } from '../../../electron/files/journal'
import { Originals } from '../../../electron/files/originals'
import { PackageReader } from '../../../electron/files/package/reader'
import { PackageWriter } from '../../../electron/files/package/writer'
import { ProjectFolders } from '../../../electron/files/project-folder'
import { entry, temporaryFolder } from './entries'
import { hashOf, importOf, plantProject } from './package/sample-project'

/*
 * A real disk that is really full: a tmpfs of one mebibyte. Only root may mount one; elsewhere the failing file layer
 * of the other tests stands for it.
 */
const disk = await temporaryFolder()
const isMounted = ((): boolean => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()
if (!isMounted)
  console.log('No small disk can be mounted here: what a full one does is tested by a failing file layer alone.')

afterAll(() => {
  if (isMounted) execFileSync('umount', [disk])
})

/** Bytes that cannot be packed, more than the disk has. */
const MUCH = randomBytes(1_500_000)

describe.runIf(isMounted)('a full disk', () => {
  let place: string
  let at = 0
  const fresh = async (): Promise<string> => {
    place = join(disk, `${at}`)
    at += 1
    await mkdir(place)
    return place
  }

  it('leaves nothing of a package, and the older one as it was', async () => {
    const folder = await fresh()
    const path = join(folder, 'a.duibiao')
    const { content } = await plantProject()
    await (await PackageWriter.begin(path)).finish(content)
    const large = await plantProject()
    await writeFile(join(large.folder, 'originals', hashOf(MUCH)), MUCH)
    const journal = `${JSON.stringify(importOf(1, 'large.pdf', hashOf(MUCH)))}\n`
    await writeFile(join(large.folder, 'journal.jsonl'), journal)
    const writer = await PackageWriter.begin(path)
    const full = writer.finish({ ...large.content, last: 1, end: Buffer.byteLength(journal) })
    await expect(full).rejects.toMatchObject({ reason: { key: 'errors.save.noSpace', params: { name: 'a.duibiao' } } })
    expect(await readdir(folder)).toEqual(['a.duibiao'])
    const reader = await PackageReader.open(path)
    await reader.verify()
    await reader.close()
    await rm(folder, { recursive: true })
  })

  it('refuses an entry of the journal by name, keeps those before it, and takes it when there is room', async () => {
    const folder = await fresh()
    const path = join(folder, 'journal.jsonl')
    await writeFile(join(folder, 'room'), MUCH.subarray(0, 400_000))
    const journal = await Journal.open(path)
    await journal.append([entry(1)])
    const large = entry(2, 'x'.repeat(400_000))
    await expect(journal.append([large])).rejects.toThrow('errors.journal.unwritable')
    expect(journal.last).toBe(1)
    await rm(join(folder, 'room'))
    expect(await journal.append([large])).toEqual({ last: 2 })
    await journal.close()
    const again = await Journal.open(path)
    expect(again).toMatchObject({ last: 2, torn: 0, damage: null })
    await again.close()
    await rm(folder, { recursive: true })
  })

  it('leaves nothing of an original', async () => {
    const folder = await fresh()
    const originals = new Originals(folder)
    await expect(originals.keep(hashOf(MUCH), new Uint8Array(MUCH), '报告.pdf')).rejects.toMatchObject({
      reason: { key: 'errors.save.noSpace', params: { name: '报告.pdf' } },
    })
    expect(await readdir(folder)).toEqual([])
  })

  it('is what the state of backups says, and the last good one stays', async () => {
    const folder = await fresh()
    const profile = await temporaryFolder()
    const folders = new ProjectFolders(profile)
    const backups = new Backups({
      profile,
      offered: folder,
      app: 'test',
      project: () => folders.opened(),
      projects: folders,
      isImporting: () => false,
      changed: () => undefined,
      told: () => undefined,
    })
    const { journal, originals } = await folders.open('洛阳')
    await journal.append([entry(1)])
    await backups.choose(folder)
    await backups.now()
    const before = await readdir(folder)
    await originals.keep(hashOf(MUCH), new Uint8Array(MUCH))
    await journal.append([importOf(2, 'large.pdf', hashOf(MUCH))])
    await expect(backups.now()).rejects.toThrow('errors.save.noSpace')
    expect((await backups.state()).failed).toMatchObject({ key: 'errors.save.noSpace' })
    expect(await readdir(folder)).toEqual(before)
    expect((await backups.list()).map(({ last }) => last)).toContain(1)
    await backups.change({ folder: null })
    await backups.close()
    await folders.close()
    await rm(folder, { recursive: true })
  })
})
