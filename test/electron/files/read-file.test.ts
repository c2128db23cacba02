import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { fileProblem, readFile } from '../../../electron/files/read-file'
import { temporaryFolder } from './entries'

let folder: string
beforeEach(async () => {
  folder = await temporaryFolder()
})

const reason = (key: string, params: object = {}) => expect.objectContaining({ reason: { key, params } })

describe('readFile', () => {
  it('gives the bytes and their SHA-256', async () => {
    const path = join(folder, '报告.txt')
    await writeFile(path, '瀍河回族区')
    const { bytes, hash } = await readFile(path)
    expect(new TextDecoder().decode(bytes)).toBe('瀍河回族区')
    expect(bytes.byteLength).toBe(bytes.buffer.byteLength)
    expect(hash).toBe(createHash('sha256').update('瀍河回族区').digest('hex'))
  })

  it('reads an empty file: the importer says what is wrong with it', async () => {
    await writeFile(join(folder, 'empty.txt'), '')
    expect((await readFile(join(folder, 'empty.txt'))).bytes.byteLength).toBe(0)
  })

  it('says that a file has vanished', async () => {
    await expect(readFile(join(folder, 'gone.txt'))).rejects.toEqual(reason('errors.file.vanished'))
  })

  it('refuses a folder', async () => {
    await mkdir(join(folder, 'inner'))
    await expect(readFile(join(folder, 'inner'))).rejects.toEqual(reason('errors.file.directory'))
  })

  it.skipIf(process.platform === 'win32')('refuses a pipe instead of waiting for its end', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe')])
    await expect(readFile(join(folder, 'pipe'))).rejects.toEqual(reason('errors.file.notRegular'))
  })

  it.runIf(process.platform === 'linux')('reads a file that names no size', async () => {
    expect(new TextDecoder().decode((await readFile('/proc/self/stat')).bytes)).toContain(String(process.pid))
    await expect(readFile('/proc/self/stat', 8)).rejects.toThrow('errors.file.tooLarge')
  })

  it('refuses a file over 64 MiB with both sizes, and takes one of exactly that size', async () => {
    const path = join(folder, 'large.txt')
    await writeFile(path, '')
    await truncate(path, 64 * 1024 * 1024 + 1)
    await expect(readFile(path)).rejects.toEqual(reason('errors.file.tooLarge', { size: 64.1, limit: 64 }))
    await truncate(path, 1024)
    expect((await readFile(path, 1024)).bytes.byteLength).toBe(1024)
    await expect(readFile(path, 1023)).rejects.toThrow('errors.file.tooLarge')
  })

  it.each([
    ['EACCES', 'errors.file.unreadable', {}],
    ['EPERM', 'errors.file.unreadable', {}],
    ['ENOTDIR', 'errors.file.vanished', {}],
    ['EIO', 'errors.file.failed', { code: 'EIO' }],
  ])('names %s', (code, key, params) => {
    expect(fileProblem(Object.assign(new Error(code), { code })).reason).toEqual({ key, params })
  })
})
