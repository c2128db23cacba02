import { mkdir, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BackupState } from '#shared/ipc/backups'
import { type BackupNeeds, Backups } from '../../../../electron/files/backups/backups'
import { makeFile, type PackageFile } from '../../../../electron/files/package/zip-output'
import { ProjectFolders } from '../../../../electron/files/project-folder'
import { entries, temporaryFolder } from '../entries'
import { importOf } from '../package/sample-project'

let profile: string
let target: string
let folders: ProjectFolders
let backups: Backups
let importing: boolean
let states: BackupState[]

function start(change: Partial<BackupNeeds> = {}): void {
  folders = new ProjectFolders(profile, {
    onAppended: () => void backups.appended(),
    leaving: (open) => backups.leaving(open),
    unread: () => backups.idle(),
  })
  backups = new Backups({
    profile,
    offered: join(profile, 'offered'),
    app: 'test',
    project: () => folders.opened(),
    projects: folders,
    isImporting: () => importing,
    changed: (state) => void states.push(state),
    told: () => undefined,
    ...change,
  })
}

beforeEach(async () => {
  profile = await temporaryFolder()
  target = join(await temporaryFolder(), '备份')
  importing = false
  states = []
  start()
  await folders.open('洛阳')
})
afterEach(() => folders.close())

const files = async () => (await readdir(target)).sort()
const append = async (first: number, last: number) => (await folders.opened()).journal.append(entries(first, last))
/** Waits until a state of this kind was told. */
async function told(is: (state: BackupState) => boolean): Promise<BackupState> {
  for (;;) {
    const state = states.find(is)
    if (state) return state
    await new Promise((resolve) => setImmediate(resolve))
  }
}
const full: BackupNeeds['makeFile'] = async (path) => {
  const file = await makeFile(path)
  const write = () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }))
  return { write: write as PackageFile['write'], sync: () => file.sync(), close: () => file.close() }
}

describe('backups', () => {
  it('can be given up: nothing is left, nothing failed, and the next one is whole', async () => {
    await append(1, 3)
    let stopping = true
    start({
      changed: (state) => {
        states.push(state)
        if (state.running && stopping) backups.stop()
      },
    })
    await folders.open('洛阳')
    await backups.choose(target)
    await told((state) => !state.running && states.some(({ running }) => running))
    expect(await files()).toEqual([])
    await expect(backups.now()).rejects.toThrow('errors.package.cancelled')
    expect(await backups.state()).toMatchObject({ running: false, failed: null, last: null })
    stopping = false
    backups.stop()
    await backups.now()
    expect(await files()).toHaveLength(1)
  })

  it('are not made before a folder is chosen', async () => {
    await append(1, 300)
    await backups.close()
    expect(await backups.state()).toMatchObject({ folder: null, last: null, pending: 300, failed: null, every: 200 })
    expect(await readdir(profile)).not.toContain('offered')
  })

  it('are made when a folder is chosen, and after so many entries', async () => {
    await append(1, 3)
    await backups.choose(target)
    await told((state) => state.last !== null && !state.running)
    await backups.change({ every: 10 })
    states = []
    await append(4, 12)
    expect((await backups.state()).pending).toBe(9)
    await append(13, 13)
    await told((state) => !state.running && state.pending === 0)
    const listed = await backups.list()
    expect(listed.map(({ last }) => last)).toEqual([13, 3])
    expect(listed[0]).toMatchObject({ project: { name: '洛阳' }, counts: { codes: 13 }, whole: true })
    expect(await files()).toHaveLength(2)
  })

  it('wait for the end of an import', async () => {
    await backups.choose(target)
    await backups.change({ every: 10 })
    importing = true
    await append(1, 50)
    await backups.appended()
    expect(await files()).toEqual([])
    importing = false
    backups.imported()
    await told((state) => !state.running && state.last !== null)
    expect((await backups.list()).map(({ last }) => last)).toEqual([50])
  })

  it('are made at the end where something has changed, and not where nothing has', async () => {
    await backups.choose(target)
    await append(1, 2)
    await backups.close()
    expect(await files()).toHaveLength(1)
    await folders.close()
    start()
    await folders.open('x')
    await backups.close()
    expect(await files()).toHaveLength(1)
  })

  it('are left at the end where the user does not want them', async () => {
    await backups.choose(target)
    await backups.change({ atQuit: false })
    await append(1, 2)
    await backups.close()
    expect(await files()).toEqual([])
  })

  it('keep what changed in a project that is left for another', async () => {
    await backups.choose(target)
    await append(1, 2)
    await folders.create('第二')
    await backups.idle()
    expect((await backups.list()).map(({ project }) => project.name)).toEqual(['洛阳'])
  })

  it('are made of a project before it goes to the bin', async () => {
    await backups.choose(target)
    await append(1, 2)
    await folders.remove((await folders.opened()).project.id, '新课题')
    expect(await backups.state()).toMatchObject({ failed: null, running: false })
    expect((await backups.list()).map(({ project, last }) => [project.name, last])).toEqual([['洛阳', 2]])
  })

  it('go where they are too many, but nothing else in the folder does', async () => {
    await append(1, 1)
    await backups.choose(target)
    await told((state) => state.last !== null && !state.running)
    await backups.change({ keep: 1 })
    const [first = ''] = await files()
    const others = ['文件.txt', 'a 2026-11-23 081502.duibiao', `${first.slice(0, -8)}-keep.duibiao`]
    for (const name of others.slice(0, 2)) await writeFile(join(target, name), 'not ours')
    // A copy that the user has named himself, and one that he saved as a package.
    await writeFile(join(target, String(others[2])), await readFile(join(target, first)))
    for (let at = 0; at < 3; at += 1) await backups.now()
    const left = await files()
    expect(left).toEqual(expect.arrayContaining(others))
    expect(left).toHaveLength(4)
    expect(left).not.toContain(first)
  })

  it('are restored as projects of their own, also in a new profile', async () => {
    await append(1, 7)
    await backups.choose(target)
    await told((state) => state.last !== null && !state.running)
    const { project } = await folders.opened()
    const [{ file } = { file: '' }] = await backups.list()
    const id = await backups.restore(file)
    expect(id).not.toBe(project.id)
    expect((await folders.opened()).journal.last).toBe(7)
    expect((await folders.list()).projects).toHaveLength(2)
    await folders.close()
    // The whole profile is gone.
    await rm(profile, { recursive: true })
    await mkdir(profile)
    start()
    await folders.open('新')
    await backups.choose(target)
    const [listed] = await backups.list()
    expect(await backups.restore(listed?.file ?? '')).toBe(project.id)
    expect((await folders.opened()).project).toMatchObject({ id: project.id, name: '洛阳' })
    expect((await (await folders.opened()).journal.read(0, 10)).entries).toEqual(entries(1, 7))
  })

  it('are not restored while files are imported, nor where they are damaged', async () => {
    await append(1, 7)
    await backups.choose(target)
    await told((state) => state.last !== null && !state.running)
    const [name = ''] = await files()
    const bytes = await readFile(join(target, name))
    bytes[60] = (bytes[60] ?? 0) ^ 0xff
    await writeFile(join(target, name), bytes)
    await expect(backups.restore(name)).rejects.toThrow(/errors\.package\.|errors\.backup\.unknown/)
    expect((await folders.list()).projects).toHaveLength(1)
    expect(await readdir(join(profile, 'staging')).catch(() => [])).toEqual([])
  })
})

describe('a backup that fails', () => {
  it('says that the folder is gone, and is made when it is back', async () => {
    await folders.close()
    start({ retryAfter: 5 })
    await folders.open('洛阳')
    await backups.choose(target)
    await rename(target, `${target}.away`)
    await append(1, 1)
    await expect(backups.now()).rejects.toThrow('errors.backup.gone')
    expect((await backups.state()).failed).toEqual({ key: 'errors.backup.gone', params: { folder: target } })
    states = []
    await rename(`${target}.away`, target)
    await told((state) => state.failed === null && state.pending === 0 && !state.running)
    expect(await files()).toHaveLength(1)
  })

  it('says that the disk is full, keeps the older one, and is tried again after the next start', async () => {
    await append(1, 1)
    await backups.choose(target)
    await told((state) => state.last !== null && !state.running)
    const before = await files()
    await folders.close()
    start({ makeFile: full })
    await folders.open('x')
    await append(2, 2)
    await backups.close()
    expect((await backups.state()).failed).toMatchObject({ key: 'errors.save.noSpace' })
    expect(await files()).toEqual(before)
    await folders.close()
    start()
    await folders.open('x')
    states = []
    await backups.appended()
    await told((state) => state.failed === null && state.pending === 0 && !state.running)
    expect(await files()).toHaveLength(2)
  })

  it('leaves nothing of one that a crash cut off', async () => {
    await backups.choose(target)
    const { profile: mark } = JSON.parse(await readFile(join(profile, 'backups.json'), 'utf8'))
    await writeFile(join(target, `.duibiao-${mark}.tmp`), 'half')
    await utimes(join(target, `.duibiao-${mark}.tmp`), 0, 0)
    await writeFile(join(target, '.duibiao-of-somebody-else.tmp'), 'half')
    await append(1, 1)
    await backups.now()
    expect(await files()).toEqual(['.duibiao-of-somebody-else.tmp', expect.stringMatching(/^洛阳 .*\.duibiao$/)])
  })

  it('is cleared away at the next start where a crash cut it off, and nothing else is', async () => {
    await backups.choose(target)
    const { profile: mark } = JSON.parse(await readFile(join(profile, 'backups.json'), 'utf8'))
    const others = ['.duibiao-of-somebody-else.tmp', 'mine.tmp', 'whole.duibiao']
    for (const name of [`.duibiao-${mark}.tmp`, ...others]) await writeFile(join(target, name), 'half')
    start()
    await backups.clear()
    expect(await files()).toEqual(others)
    await rm(target, { recursive: true })
    await backups.clear()
  })

  it('goes without originals that are missing, and says which', async () => {
    const { folder, journal } = await folders.opened()
    const hash = 'a'.repeat(64)
    await journal.append([importOf(1, 'a.txt', hash)])
    expect(await readdir(join(folder, 'originals'))).toEqual([])
    await backups.choose(target)
    await backups.now()
    expect((await backups.state()).last).toMatchObject({ missing: [hash] })
    expect((await backups.list())[0]).toMatchObject({ whole: false })
  })
})
