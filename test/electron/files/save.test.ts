import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { saveFile, saveProblem } from '../../../electron/files/save'
import { temporaryFolder } from './entries'

let folder: string
beforeEach(async () => {
  folder = await temporaryFolder()
})

describe('saveFile', () => {
  it('writes new files and replaces old ones, and leaves nothing beside them', async () => {
    const path = join(folder, '对比.csv')
    await saveFile(path, 'old and longer')
    await saveFile(path, new TextEncoder().encode('新'))
    expect(await readFile(path, 'utf8')).toBe('新')
    expect(await readdir(folder)).toEqual(['对比.csv'])
  })

  it('keeps many that are written at once, and more that come while the folder is made lasting', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `${index}.txt`)
    await Promise.all(names.slice(0, 10).map((name) => saveFile(join(folder, name), name)))
    await Promise.all(
      names.map(async (name, index) => {
        for (let turn = 0; turn < index; turn += 1) await new Promise(setImmediate)
        await saveFile(join(folder, name), name)
      }),
    )
    expect((await readdir(folder)).sort()).toEqual(names.sort())
  })

  it('takes the longest name that the system takes', async () => {
    const name = `${'洛'.repeat(83)}.csv`
    await saveFile(join(folder, name), 'x')
    expect(await readdir(folder)).toEqual([name])
  })

  it('leaves what is there when it fails', async () => {
    const path = join(folder, 'taken')
    await mkdir(path)
    await writeFile(join(path, 'inside'), 'x')
    await expect(saveFile(path, 'y')).rejects.toThrow('errors.save.failed')
    expect(await readdir(folder)).toEqual(['taken'])
    expect(await readFile(join(path, 'inside'), 'utf8')).toBe('x')
  })

  it('says that the folder is gone', async () => {
    await expect(saveFile(join(folder, 'gone', 'a.csv'), 'x')).rejects.toEqual(
      expect.objectContaining({ reason: { key: 'errors.save.missingFolder', params: { name: 'a.csv' } } }),
    )
  })

  it.each([
    ['ENOSPC', 'errors.save.noSpace', { name: 'a.csv' }],
    ['EDQUOT', 'errors.save.noSpace', { name: 'a.csv' }],
    ['EROFS', 'errors.save.readOnly', { name: 'a.csv' }],
    ['EACCES', 'errors.save.denied', { name: 'a.csv' }],
    ['EIO', 'errors.save.failed', { name: 'a.csv', code: 'EIO' }],
  ])('names %s', (code, key, params) => {
    expect(saveProblem(Object.assign(new Error(code), { code }), 'a.csv').reason).toEqual({ key, params })
  })
})
