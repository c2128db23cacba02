import { appendFile, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FOLDERS_LIMIT, WatchedFolders } from '../../../electron/files/watched-folders'
import { temporaryFolder } from './entries'

let profile: string
let folder: string
let watched: WatchedFolders
let told: { folder: string; files: number }[]
let listeners: (() => void)[]

beforeEach(async () => {
  profile = await temporaryFolder()
  folder = await mkdtemp(join(tmpdir(), 'duibiao-watched-'))
  told = []
  listeners = []
  watched = open()
})
afterEach(() => watched.close())

function open(limit = 1000): WatchedFolders {
  return new WatchedFolders(profile, {
    found: (where, files) => {
      told.push({ folder: where, files })
      for (const listener of listeners.splice(0)) listener()
    },
    options: { stable: 50, limit },
  })
}

/** Waits until the window was told that so many files are new. */
async function until(files: number): Promise<void> {
  while (told.at(-1)?.files !== files) await new Promise<void>((resolve) => listeners.push(resolve))
}

const filesOf = async () => (await watched.pending()).flatMap(({ files }) => files)

describe('a watched folder', () => {
  it('offers what is in it already, what can be read only, and what comes', async () => {
    await mkdir(join(folder, '区县'))
    for (const name of ['a.txt', '区县/b.DOCX', 'c.exe', '.hidden.txt', 'Thumbs.db'])
      await writeFile(join(folder, name), 'x')
    await watched.add(folder)
    expect(await filesOf()).toEqual(['a.txt', '区县/b.DOCX'])
    await until(2)
    await writeFile(join(folder, 'new.pdf'), 'x')
    await until(3)
    expect(await filesOf()).toEqual(['a.txt', 'new.pdf', '区县/b.DOCX'])
    expect(told.at(-1)?.folder).toBe(folder)
  })

  it('does not offer again what was imported or dismissed, not even after a restart, unless it changes', async () => {
    await writeFile(join(folder, 'a.txt'), 'x')
    await writeFile(join(folder, 'b.txt'), 'x')
    await watched.add(folder)
    await filesOf()
    expect(await watched.decide(folder)).toEqual([join(folder, 'a.txt'), join(folder, 'b.txt')])
    expect(await watched.pending()).toEqual([])
    await watched.close()
    await appendFile(join(folder, 'b.txt'), ' more')
    watched = open()
    expect(await watched.list()).toEqual([folder])
    expect(await filesOf()).toEqual(['b.txt'])
  })

  it('forgets a file that is gone', async () => {
    await writeFile(join(folder, 'a.txt'), 'x')
    await watched.add(folder)
    await filesOf()
    await until(1)
    await rm(join(folder, 'a.txt'))
    await until(0)
    expect(await watched.pending()).toEqual([])
  })

  it('is told of when it is gone itself, and watched again when it is back', async () => {
    await watched.add(folder)
    await filesOf()
    await rename(folder, `${folder}-gone`)
    expect(await watched.pending()).toEqual([{ folder, files: [], problem: { key: 'errors.watch.gone', params: {} } }])
    await rename(`${folder}-gone`, folder)
    await writeFile(join(folder, 'a.txt'), 'x')
    expect(await filesOf()).toEqual(['a.txt'])
  })

  it('remembers what was decided on when it was gone and is back, as a drive is', async () => {
    await writeFile(join(folder, 'a.txt'), 'x')
    await watched.add(folder)
    expect(await filesOf()).toEqual(['a.txt'])
    await watched.decide(folder)
    await writeFile(join(folder, 'b.txt'), 'x')
    await until(1)
    await rename(folder, `${folder}-gone`)
    // The watcher tells of each file that went with it.
    await until(0)
    await watched.pending()
    await rename(`${folder}-gone`, folder)
    expect(await filesOf()).toEqual(['b.txt'])
  })

  it('is not watched when it holds too much, and says so', async () => {
    await watched.close()
    watched = open(2)
    for (const name of ['a.txt', 'b.txt', 'c.txt']) await writeFile(join(folder, name), 'x')
    await watched.add(folder)
    expect(await watched.pending()).toMatchObject([{ problem: { key: 'errors.watch.tooMany', params: { limit: 2 } } }])
  })

  it('is watched no longer when it is removed', async () => {
    await watched.add(folder)
    await watched.remove(folder)
    expect(await watched.list()).toEqual([])
    await expect(watched.decide(folder)).rejects.toThrow('errors.watch.notWatched')
  })
})

describe('the list', () => {
  it('takes a folder once, and no more than a few', async () => {
    await watched.add(folder)
    await watched.add(`${folder}/`)
    expect(await watched.list()).toEqual([folder])
    for (let count = 1; count < FOLDERS_LIMIT; count += 1) await watched.add(await temporaryFolder())
    await expect(watched.add(await temporaryFolder())).rejects.toThrow('errors.watch.tooManyFolders')
  })

  it('begins anew when its file is damaged', async () => {
    await writeFile(join(profile, 'watched.json'), '{')
    expect(await watched.list()).toEqual([])
  })

  it('names a folder that is not there', async () => {
    await watched.add(join(folder, 'gone'))
    expect(await watched.pending()).toMatchObject([{ problem: { key: 'errors.watch.gone' } }])
  })
})
