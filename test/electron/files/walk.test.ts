import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { findFiles } from '../../../electron/files/walk'
import { temporaryFolder } from './entries'

let folder: string
beforeEach(async () => {
  folder = await temporaryFolder()
})

const signal = () => new AbortController().signal

async function plant(...names: string[]): Promise<void> {
  for (const name of names) {
    await mkdir(join(folder, name, '..'), { recursive: true })
    await writeFile(join(folder, name), name)
  }
}

describe('findFiles', () => {
  it('walks folders, names files from the folder that was opened, in natural order', async () => {
    await plant('10.txt', '2.txt', '区县/西工.txt', '区县/2024/报告.txt')
    const { files, failed } = await findFiles([folder], signal())
    expect(files.map(({ name }) => name)).toEqual(['2.txt', '10.txt', '区县/2024/报告.txt', '区县/西工.txt'])
    expect(files[2]?.path).toBe(join(folder, '区县', '2024', '报告.txt'))
    expect(failed).toEqual([])
  })

  it('names a file that was opened itself by its base name, hidden or not', async () => {
    await plant('inner/.hidden.txt', 'b.txt')
    const { files } = await findFiles([join(folder, 'b.txt'), join(folder, 'inner/.hidden.txt')], signal())
    expect(files.map(({ name }) => name)).toEqual(['b.txt', '.hidden.txt'])
  })

  it('passes over hidden and system files and folders', async () => {
    await plant('.git/x.txt', 'Thumbs.db', 'desktop.ini', '.DS_Store', '__MACOSX/a.txt', 'a.txt')
    expect((await findFiles([folder], signal())).files.map(({ name }) => name)).toEqual(['a.txt'])
  })

  it('ends where links lead back up, and enters a folder once', async () => {
    await plant('inner/a.txt')
    await symlink(folder, join(folder, 'inner', 'up'))
    await symlink(join(folder, 'inner'), join(folder, 'zagain'))
    expect((await findFiles([folder], signal())).files.map(({ name }) => name)).toEqual(['inner/a.txt'])
  })

  it('reports what is not there and a link that leads nowhere, and goes on', async () => {
    await plant('a.txt')
    await symlink(join(folder, 'nowhere'), join(folder, 'broken.txt'))
    const { files, failed } = await findFiles([join(folder, 'gone'), folder], signal())
    expect(files.map(({ name }) => name)).toEqual(['a.txt'])
    expect(failed).toEqual([
      { name: 'gone', reason: { key: 'errors.file.vanished', params: {} } },
      { name: 'broken.txt', reason: { key: 'errors.file.vanished', params: {} } },
    ])
  })

  it('says so where a name is in no encoding that can be opened', async () => {
    await writeFile(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xd1, 0xf4]), Buffer.from('.txt')]), 'x')
    const { files, failed } = await findFiles([folder], signal())
    expect(files).toEqual([])
    expect(failed).toEqual([{ name: '\uFFFD\uFFFD.txt', reason: { key: 'errors.file.nameEncoding', params: {} } }])
  })

  it('names what is neither a file nor a folder', async () => {
    await symlink('/dev/null', join(folder, 'device.txt'))
    const { files, failed } = await findFiles([folder], signal())
    expect(files).toEqual([])
    expect(failed).toEqual([{ name: 'device.txt', reason: { key: 'errors.file.notRegular', params: {} } }])
  })

  it('ends above the limit, also deep inside', async () => {
    await plant('a.txt', 'x/b.txt', 'x/y/c.txt')
    expect((await findFiles([folder], signal(), { limit: 3 })).files).toHaveLength(3)
    await expect(findFiles([folder], signal(), { limit: 2 })).rejects.toThrow('errors.import.tooMany {"limit":2}')
  })

  it('ends when it is cancelled', async () => {
    await plant('a.txt')
    await expect(findFiles([folder], AbortSignal.abort())).rejects.toThrow('aborted')
  })
})
