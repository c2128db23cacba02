import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Backups } from '../../../../electron/files/backups/backups'
import { PackageReader } from '../../../../electron/files/package/reader'
import { ProjectFolders } from '../../../../electron/files/project-folder'
import { temporaryFolder } from '../entries'
import { hashOf, importOf } from '../package/sample-project'

/** More originals than are unpacked at once. */
const ORIGINALS = 40

let profile: string
let target: string
let folders: ProjectFolders
let backups: Backups
/** Told how far a restore is. */
let told: (step: string, done: number, total: number) => void

beforeEach(async () => {
  profile = await temporaryFolder()
  target = await temporaryFolder()
  folders = new ProjectFolders(profile)
  told = () => undefined
  backups = new Backups({
    profile,
    offered: target,
    app: 'test',
    project: () => folders.opened(),
    projects: folders,
    isImporting: () => false,
    changed: () => undefined,
    told: (step, done, total) => told(step, done, total),
  })
  const { journal, originals } = await folders.open('洛阳')
  // While there is nothing to keep, so that no backup follows by itself.
  await backups.choose(target)
  const texts = Array.from({ length: ORIGINALS }, (_, at) => `第${at}份`)
  for (const text of texts) await originals.keep(hashOf(text), new TextEncoder().encode(text))
  await journal.append(texts.map((text, at) => importOf(at + 1, `${at}.txt`, hashOf(text))))
})
afterEach(async () => {
  vi.restoreAllMocks()
  await backups.change({ folder: null })
  await backups.close()
  await folders.close()
})

it('a backup that is being read back leaves nothing, and the older one stays', async () => {
  await backups.now()
  const before = await readdir(target)
  expect(before).toHaveLength(1)
  const state = await backups.state()
  const { journal } = await folders.opened()
  await journal.append([importOf(ORIGINALS + 1, 'a.txt', hashOf('第0份'))])
  const { verify } = PackageReader.prototype
  const read: number[] = []
  vi.spyOn(PackageReader.prototype, 'verify').mockImplementation(function (this: PackageReader, options = {}) {
    const each = (done: number, total: number) => {
      read.push(done / total)
      if (done < total) backups.stop()
      options.told?.(done, total)
    }
    return verify.call(this, { ...options, told: each })
  })
  await expect(backups.now()).rejects.toMatchObject({ reason: { key: 'errors.package.cancelled' } })
  // In the middle of it: one part was read and no more.
  expect(read).toHaveLength(1)
  expect(read[0]).toBeLessThan(1)
  expect(await readdir(target)).toEqual(before)
  expect(await backups.state()).toMatchObject({ last: state.last, pending: 1, running: false, failed: null })
  vi.restoreAllMocks()
  await backups.now()
  expect(await readdir(target)).toHaveLength(2)
  expect(await backups.state()).toMatchObject({ pending: 0, last: { verified: true, missing: [] } })
})

it('a backup that is being unpacked leaves no project and no folder, and can be restored after', async () => {
  await backups.now()
  const { project } = await folders.opened()
  const [listed] = await backups.list()
  const abort = new AbortController()
  // Progress is told once in so many milliseconds: each look at the clock is a second later.
  let now = Date.now()
  vi.spyOn(Date, 'now').mockImplementation(() => (now += 1000))
  const steps: string[] = []
  told = (step, done, total) => {
    if (steps.at(-1) !== step) steps.push(step)
    if (step !== 'unpack') return
    expect(done).toBeLessThan(total)
    abort.abort()
  }
  await expect(backups.restore(listed?.file ?? '', abort.signal)).rejects.toMatchObject({
    reason: { key: 'errors.package.cancelled' },
  })
  expect(steps).toEqual(['verify', 'unpack'])
  expect(await readdir(join(profile, 'staging'))).toEqual([])
  expect(await readdir(join(profile, 'projects'))).toEqual([project.id])
  expect(await folders.list()).toMatchObject({ current: project.id, projects: [{ id: project.id }] })
  told = () => undefined
  const id = await backups.restore(listed?.file ?? '')
  expect(await readdir(join(profile, 'projects', id, 'originals'))).toHaveLength(ORIGINALS)
})
