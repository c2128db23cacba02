import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DATA_VERSION } from '#shared/model/project'
import { secureBeforeMigration } from '../../../../electron/files/backups/before-migration'
import { PackageReader } from '../../../../electron/files/package/reader'
import { ProjectFolders, type ProjectOptions } from '../../../../electron/files/project-folder'
import { checkOriginals } from '../../../../electron/files/projects/check'
import { entries, entry, temporaryFolder } from '../entries'
import { hashOf, importOf } from '../package/sample-project'

let profile: string
let folders: ProjectFolders
const start = (options: ProjectOptions = {}): void => {
  folders = new ProjectFolders(profile, options)
}
beforeEach(async () => {
  profile = await temporaryFolder()
  start()
})
afterEach(() => folders.close())

const folderOf = (id: string) => join(profile, 'projects', id)
const current = async () => (await folders.opened()).project

describe('several projects', () => {
  it('are made and switched, each with a journal of its own', async () => {
    const first = (await folders.open('一')).project.id
    await (await folders.opened()).journal.append([entry(1)])
    const second = await folders.create('二')
    expect((await folders.opened()).journal.last).toBe(0)
    await folders.switchTo(first)
    expect((await folders.opened()).journal.last).toBe(1)
    const { current: now, projects } = await folders.list()
    expect(now).toBe(first)
    expect(projects.map(({ id, name, sources }) => [id, name, sources])).toEqual([
      [first, '一', 0],
      [second, '二', 0],
    ])
    await folders.close()
    start()
    expect((await folders.open('x')).project.id).toBe(first)
  })

  it('finish what is on its way to the old journal before they are switched', async () => {
    const { journal, project } = await folders.open('一')
    const appended = journal.append(entries(1, 50))
    await folders.create('二')
    expect(await appended).toEqual({ last: 50 })
    await folders.switchTo(project.id)
    expect((await folders.opened()).journal.last).toBe(50)
  })

  it('are not switched while files are imported', async () => {
    let importing = false
    start({ isImporting: () => importing })
    const first = (await folders.open('一')).project.id
    const second = await folders.create('二')
    importing = true
    await expect(folders.switchTo(first)).rejects.toThrow('errors.project.importing')
    await expect(folders.create('三')).rejects.toThrow('errors.project.importing')
    await expect(folders.remove(second, 'x')).rejects.toThrow('errors.project.importing')
    expect((await current()).id).toBe(second)
    // Another one than the open project needs no import to wait.
    await folders.remove(first, 'x')
    expect((await folders.list()).projects).toHaveLength(1)
  })

  it('stay as they are where the catalog cannot be written', async () => {
    const first = (await folders.open('一')).project.id
    const second = await folders.create('二')
    await rm(join(profile, 'catalog.json'))
    await mkdir(join(profile, 'catalog.json', 'x'), { recursive: true })
    await expect(folders.switchTo(first)).rejects.toThrow()
    expect((await current()).id).toBe(second)
    await (await folders.opened()).journal.append([entry(1)])
    await rm(join(profile, 'catalog.json'), { recursive: true })
  })

  it('are not switched to one of a newer version, or one that is not there', async () => {
    const first = (await folders.open('一')).project.id
    const second = await folders.create('二')
    await folders.switchTo(first)
    const newer = { id: second, name: '二', dataVersion: DATA_VERSION + 1 }
    await writeFile(join(folderOf(second), 'project.json'), JSON.stringify(newer))
    await expect(folders.switchTo(second)).rejects.toThrow('errors.project.newer')
    await expect(folders.switchTo(crypto.randomUUID())).rejects.toThrow('errors.project.unknown')
    expect((await current()).id).toBe(first)
    expect((await folders.list()).projects.map(({ name }) => name)).toEqual(['一', '二'])
  })

  it('are renamed and duplicated, the open one with what it has on disk', async () => {
    const { project, journal, originals } = await folders.open('一')
    await originals.keep(hashOf('a'), new TextEncoder().encode('a'))
    await journal.append(entries(1, 3))
    await folders.rename(project.id, '洛阳')
    expect((await current()).name).toBe('洛阳')
    const copy = await folders.duplicate(project.id, '副本')
    expect((await current()).id).toBe(project.id)
    await journal.append([entry(4)])
    await folders.switchTo(copy)
    const open = await folders.opened()
    expect(open.project).toMatchObject({ id: copy, name: '副本', dataVersion: DATA_VERSION })
    expect(open.journal.last).toBe(3)
    expect(Buffer.from(await open.originals.read(hashOf('a'))).toString()).toBe('a')
    expect(open.crashed).toBe(false)
    expect(await readdir(join(profile, 'staging'))).toEqual([])
  })

  it('go to the bin, come back, and go for good; the id of one that is gone is not given again', async () => {
    const first = (await folders.open('一')).project.id
    const second = await folders.create('二')
    await (await folders.opened()).journal.append([entry(1)])
    await folders.remove(second, 'x')
    expect((await current()).id).toBe(first)
    expect(await folders.list()).toMatchObject({ projects: [{ id: first }], bin: [{ id: second, name: '二' }] })
    await folders.recover(second)
    await folders.switchTo(second)
    expect((await folders.opened()).journal.last).toBe(1)
    await folders.remove(second, 'x')
    await expect(folders.erase(first)).rejects.toThrow('errors.project.notInBin')
    await folders.erase(second)
    expect((await folders.list()).bin).toEqual([])
    expect(await folders.freeId(second)).not.toBe(second)
    const free = crypto.randomUUID()
    expect(await folders.freeId(free)).toBe(free)
  })

  it('are never none: in the place of the last one a new one comes', async () => {
    const first = (await folders.open('一')).project.id
    await folders.remove(first, '新课题')
    expect(await current()).toMatchObject({ name: '新课题' })
    expect((await folders.list()).bin.map(({ id }) => id)).toEqual([first])
  })

  it('can be left where the current one cannot be opened', async () => {
    const first = (await folders.open('一')).project.id
    const second = await folders.create('二')
    await folders.close()
    await rm(folderOf(second), { recursive: true })
    start()
    await expect(folders.open('x')).rejects.toThrow('errors.project.missing')
    await folders.switchTo(first)
    expect((await current()).id).toBe(first)
  })
})

describe('a crash', () => {
  it('is known at the next start, a proper end is not', async () => {
    const { project } = await folders.open('一')
    await folders.close()
    start()
    expect((await folders.open('x')).crashed).toBe(false)
    const marker = await readFile(join(folderOf(project.id), 'open.json'))
    await folders.close()
    await writeFile(join(folderOf(project.id), 'open.json'), marker)
    start()
    expect((await folders.open('x')).crashed).toBe(true)
  })

  it('while projects were put together leaves nothing', async () => {
    await writeFile(join(await folders.stage(), 'x'), 'half')
    await folders.clearStaging()
    expect(await readdir(profile)).toEqual([])
  })
})

describe('a project of an older data version', () => {
  const plant = async () => {
    const { project, journal } = await folders.open('一')
    await journal.append([entry(1)])
    await folders.close()
    const path = join(folderOf(project.id), 'project.json')
    await writeFile(path, JSON.stringify({ ...project, dataVersion: DATA_VERSION - 1 }))
    return path
  }

  it('is kept as a package before it is opened, and says what it was', async () => {
    const path = await plant()
    const told: unknown[] = []
    const listeners = { told: (...at: unknown[]) => void told.push(at) }
    start({ beforeMigration: (open) => secureBeforeMigration(profile, 'test', open, listeners) })
    const open = await folders.open('x')
    expect(told.at(-1)).toEqual(['verify', expect.any(Number), (told.at(-1) as number[])[1]])
    expect(open.older).toBe(DATA_VERSION - 1)
    const [name = ''] = await readdir(join(profile, 'before-migration'))
    const reader = await PackageReader.open(join(profile, 'before-migration', name))
    await reader.verify()
    await reader.close()
    expect(reader.manifest).toMatchObject({ purpose: 'migration', dataVersion: DATA_VERSION - 1, last: 1 })
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ dataVersion: DATA_VERSION })
    await folders.close()
    start({ beforeMigration: () => Promise.reject(new Error('once is enough')) })
    expect((await folders.open('x')).older).toBeNull()
  })

  it('has the newest five of its packages kept, and others left alone', async () => {
    const place = join(profile, 'before-migration')
    const path = await plant()
    start({ beforeMigration: (open) => secureBeforeMigration(profile, 'test', open) })
    await folders.open('x')
    await folders.close()
    const [first = ''] = await readdir(place)
    const older = (at: number) => first.replace(/ \d{6}(?=\.duibiao$)/, ` 00000${at}`)
    for (const at of [0, 1, 2, 3, 4]) await copyFile(join(place, first), join(place, older(at)))
    const half = '.duibiao-00000000-0000-4000-8000-000000000000.tmp'
    for (const name of ['mine.duibiao', half]) await writeFile(join(place, name), 'x')
    await copyFile(join(place, first), join(place, '改名.duibiao'))
    await writeFile(
      path,
      JSON.stringify({ ...JSON.parse(await readFile(path, 'utf8')), dataVersion: DATA_VERSION - 1 }),
    )
    start({ beforeMigration: (open) => secureBeforeMigration(profile, 'test', open) })
    await folders.open('x')
    const names = await readdir(place)
    expect(names).toEqual(expect.arrayContaining(['mine.duibiao', '改名.duibiao']))
    expect(names).not.toContain(half)
    expect(names).toHaveLength(2 + 5)
  })

  it('keeps the package of just now, where the clock was set back too', async () => {
    const open = await folders.open('一')
    await open.journal.append([entry(1)])
    vi.useFakeTimers({ toFake: ['Date'] })
    for (const year of ['2031', '2032', '2033', '2034', '2035', '2030']) {
      vi.setSystemTime(`${year}-03-03T10:00:00.000`)
      await secureBeforeMigration(profile, 'test', open)
    }
    vi.useRealTimers()
    const names = await readdir(join(profile, 'before-migration'))
    const years = names.map((name) => / (\d{4})-\d{2}-\d{2} /.exec(name)?.[1]).sort()
    expect(years).toEqual(['2030', '2032', '2033', '2034', '2035'])
  })

  it('is opened though what a crash left cannot be deleted', async () => {
    await plant()
    // A folder of that name is no file to delete.
    const half = '.duibiao-00000000-0000-4000-8000-000000000000.tmp'
    await mkdir(join(profile, 'before-migration', half), { recursive: true })
    start({ beforeMigration: (open) => secureBeforeMigration(profile, 'test', open) })
    expect((await folders.open('x')).older).toBe(DATA_VERSION - 1)
    expect(await readdir(join(profile, 'before-migration'))).toHaveLength(2)
  })

  it('is not opened where the package cannot be written, and is as it was', async () => {
    const path = await plant()
    await writeFile(join(profile, 'before-migration'), 'no folder')
    const notOpened = vi.fn()
    start({ beforeMigration: (open) => secureBeforeMigration(profile, 'test', open), notOpened })
    await expect(folders.open('x')).rejects.toThrow('errors.save')
    expect(notOpened).toHaveBeenCalledOnce()
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ dataVersion: DATA_VERSION - 1 })
    await rm(join(profile, 'before-migration'))
    expect((await folders.open('x')).older).toBe(DATA_VERSION - 1)
  })
})

describe('the check of originals', () => {
  it('names those that are missing, damaged, or nobody’s', async () => {
    const open = await folders.open('一')
    const [whole, damaged, missing, extra] = ['a', 'b', 'c', 'd'].map(hashOf) as [string, string, string, string]
    for (const [at, hash] of [whole, damaged, missing].entries())
      await open.journal.append([importOf(at + 1, `${at}.txt`, hash)])
    for (const [hash, text] of [
      [whole, 'a'],
      [damaged, 'x'],
      [extra, 'd'],
    ] as const)
      await writeFile(join(open.folder, 'originals', hash), text)
    const steps: number[][] = []
    const found = await checkOriginals(open, (done, total) => steps.push([done, total]))
    expect(found).toEqual({ missing: [missing], damaged: [damaged], extra: [extra] })
    expect(steps.at(-1)).toEqual([3, 3])
  })
})
