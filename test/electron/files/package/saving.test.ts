import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { OpenedPackages } from '../../../../electron/files/package/opened'
import { SavingPackages } from '../../../../electron/files/package/saving'
import { UnfinishedFiles } from '../../../../electron/files/package/unfinished'
import { ProjectFolders } from '../../../../electron/files/project-folder'
import { entry, temporaryFolder } from '../entries'
import { hashOf, importOf } from './sample-project'

const [WINDOW, OTHER] = ['window', 'other']
let profile: string
let target: string
let folders: ProjectFolders
let unfinished: UnfinishedFiles
let saving: SavingPackages
let opened: OpenedPackages
/** Called with each step that is told. */
let told: (step: string) => void

beforeEach(async () => {
  profile = await temporaryFolder()
  target = await temporaryFolder()
  folders = new ProjectFolders(profile)
  unfinished = new UnfinishedFiles(profile)
  told = () => undefined
  const project = () => folders.opened()
  saving = new SavingPackages({ project, unfinished, app: 'test', told: (_token, step) => told(step) })
  opened = new OpenedPackages({ project, projects: folders, told: (_token, step) => told(step) })
  const { journal, originals } = await folders.open('一')
  await originals.keep(hashOf('a'), new TextEncoder().encode('a'))
  await journal.append([importOf(1, 'a.txt', hashOf('a')), entry(2)])
})
afterEach(async () => {
  await opened.abandon()
  await folders.close()
})

const bytes = new TextEncoder().encode('文')
const path = () => join(target, '一.duibiao')

describe('a package that a window saves', () => {
  it('belongs to that window', async () => {
    const token = await saving.begin(path(), WINDOW)
    expect(() => saving.member(token, OTHER, 'records/codes.jsonl', bytes)).toThrow('errors.package.closed')
    expect(() => saving.finish(token, OTHER, null, false)).toThrow('errors.package.closed')
    await saving.cancel(token, OTHER)
    await expect(saving.begin(path(), WINDOW)).rejects.toThrow('errors.package.busy')
    expect(await saving.finish(token, WINDOW, null, false)).toMatchObject({ saved: '一.duibiao', missing: [] })
    expect(await readdir(target)).toEqual(['一.duibiao'])
  })

  it('takes its members in the order in which they were sent, though nobody waits', async () => {
    const token = await saving.begin(path(), WINDOW)
    const text = `texts/${hashOf('a')}.1.txt`
    const parts = ['一', '二', '三'].map((part) => new TextEncoder().encode(part))
    const sent = parts.map((part) => saving.member(token, WINDOW, text, part))
    await Promise.all([...sent, saving.finish(token, WINDOW, null, false)])
    const { token: other } = await opened.open(path(), WINDOW)
    expect(await opened.journal(other, WINDOW, 0, 10)).toMatchObject({ last: 2 })
  })

  it('goes with its window, and leaves nothing', async () => {
    const token = await saving.begin(path(), WINDOW)
    await saving.member(token, WINDOW, 'records/codes.jsonl', bytes)
    await saving.abandon(OTHER)
    expect(await readdir(target)).toHaveLength(1)
    await saving.abandon(WINDOW)
    expect(await readdir(target)).toEqual([])
    expect(() => saving.member(token, WINDOW, 'records/codes.jsonl', bytes)).toThrow('errors.package.closed')
    expect(JSON.parse(await readFile(join(profile, 'unfinished.json'), 'utf8'))).toEqual([])
  })

  it.each(['check', 'originals', 'verify'])('can be given up at every step, and leaves nothing: %s', async (at) => {
    const token = await saving.begin(path(), WINDOW)
    let cancelled: Promise<void> | null = null
    told = (step) => {
      if (step === at) cancelled ??= saving.cancel(token, WINDOW)
    }
    await expect(saving.finish(token, WINDOW, null, false)).rejects.toThrow('errors.package.cancelled')
    await cancelled
    expect(await readdir(target)).toEqual([])
    expect(JSON.parse(await readFile(join(profile, 'unfinished.json'), 'utf8'))).toEqual([])
  })

  it('is of no other project than the one that was open when it began', async () => {
    const token = await saving.begin(path(), WINDOW)
    await folders.create('二')
    await expect(saving.finish(token, WINDOW, null, false)).rejects.toThrow('errors.project.notOpen')
    expect(await readdir(target)).toEqual([])
  })

  it('goes to another disk where the profile takes nothing: it is the way out', async () => {
    // Nothing can be written in its place, by whomever.
    await mkdir(join(profile, 'unfinished.json'))
    const token = await saving.begin(path(), WINDOW)
    expect(await saving.finish(token, WINDOW, null, false)).toMatchObject({ saved: '一.duibiao' })
    const gone = await saving.begin(join(target, '二.duibiao'), WINDOW)
    await saving.cancel(gone, WINDOW)
    await expect(saving.begin(join(target, '没有', '三.duibiao'), WINDOW)).rejects.toMatchObject({
      reason: { key: 'errors.save.missingFolder', params: { name: '三.duibiao' } },
    })
    expect(await readdir(target)).toEqual(['一.duibiao'])
  })

  it('that a crash cut off goes at the next start', async () => {
    await saving.begin(path(), WINDOW)
    await writeFile(join(target, 'mine.tmp'), 'x')
    const notes = JSON.parse(await readFile(join(profile, 'unfinished.json'), 'utf8'))
    await writeFile(join(profile, 'unfinished.json'), JSON.stringify([...notes, join(target, 'mine.tmp')]))
    await new UnfinishedFiles(profile).clear()
    expect(await readdir(target)).toEqual(['mine.tmp'])
  })
})

describe('a package that a window has opened', () => {
  const begin = async () => {
    const token = await saving.begin(path(), WINDOW)
    await saving.finish(token, WINDOW, null, false)
    return opened.open(path(), WINDOW)
  }

  it('gives its journal and its originals, under the names that it has for them', async () => {
    const { token, here, manifest } = await begin()
    expect(here).toBe(true)
    expect(manifest).not.toHaveProperty('members')
    expect((await opened.journal(token, WINDOW, 1, 10)).entries).toEqual([entry(2)])
    await folders.create('二')
    const { originals } = await folders.opened()
    expect(await opened.keep(token, WINDOW, [hashOf('a'), hashOf('a')])).toEqual([
      { hash: hashOf('a'), name: 'a.txt', folder: '' },
    ])
    expect(await originals.isWhole(hashOf('a'))).toBe(true)
    await expect(opened.keep(token, WINDOW, [hashOf('b')])).rejects.toThrow('errors.package.lacks')
    await expect(opened.keep(token, OTHER, [hashOf('a')])).rejects.toThrow('errors.package.closed')
  })

  it('can be given up while it becomes a project, and stays open', async () => {
    const { token } = await begin()
    const abort = new AbortController()
    told = (step) => {
      if (step === 'unpack') abort.abort()
    }
    await expect(opened.adopt(token, WINDOW, '二', abort.signal)).rejects.toThrow('errors.package.cancelled')
    expect(await readdir(join(profile, 'staging'))).toEqual([])
    expect((await folders.list()).projects).toHaveLength(1)
    told = () => undefined
    await opened.adopt(token, WINDOW, '二')
    expect((await folders.list()).projects).toHaveLength(2)
  })

  it('is forgotten when the window opens another one, and its staged journal with it', async () => {
    const { token } = await begin()
    await opened.journal(token, WINDOW, 0, 1)
    expect(await readdir(join(profile, 'staging'))).toHaveLength(1)
    await opened.open(path(), WINDOW)
    await expect(opened.journal(token, WINDOW, 0, 1)).rejects.toThrow('errors.package.closed')
    expect(await readdir(join(profile, 'staging'))).toEqual([])
  })
})
