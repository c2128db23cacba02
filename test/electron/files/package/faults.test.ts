import { writeFileSync } from 'node:fs'
import { mkdir, open, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { PackageWriter } from '../../../../electron/files/package/writer'
import { makeFile, type PackageFile, ZipOutput } from '../../../../electron/files/package/zip-output'
import { temporaryFolder } from '../entries'
import { plantProject } from './sample-project'

let target: string
beforeEach(async () => {
  target = await temporaryFolder()
})

const failure = (code: string) => Object.assign(new Error(code), { code })

/** A file that fails with a code after so many bytes. */
async function failing(path: string, code: string, after: number): Promise<PackageFile> {
  const file = await makeFile(path)
  let written = 0
  const write = async (bytes: Buffer, offset: number, length: number) => {
    if (written + length > after) throw failure(code)
    written += length
    return file.write(bytes, offset, length)
  }
  return { write: write as PackageFile['write'], sync: () => file.sync(), close: () => file.close() }
}

describe('a package that cannot be written', () => {
  it.each([
    ['ENOSPC', 0, 'errors.save.noSpace'],
    ['ENOSPC', 900, 'errors.save.noSpace'],
    ['EROFS', 0, 'errors.save.readOnly'],
    ['EIO', 500, 'errors.save.failed'],
  ])('says so and leaves nothing: %s after %i bytes', async (code, after, key) => {
    const { content } = await plantProject()
    const writer = await PackageWriter.begin(join(target, 'a.duibiao'), {
      makeFile: (path) => failing(path, code, after),
    })
    await expect(writer.finish(content)).rejects.toMatchObject({ reason: { key } })
    expect(await readdir(target)).toEqual([])
  })

  it('says so where a full disk shows while the window hands members in', async () => {
    const writer = await PackageWriter.begin(join(target, 'a.duibiao'), {
      makeFile: (path) => failing(path, 'ENOSPC', 1000),
    })
    const bytes = Buffer.from(Array.from({ length: 4_000_000 }, (_, at) => (at * 2_654_435_761) % 251))
    const handIn = async () => {
      for (let at = 1; at < 20; at += 1) await writer.handIn(`texts/${'a'.repeat(64)}.${at}.txt`, bytes)
    }
    await expect(handIn()).rejects.toMatchObject({ reason: { key: 'errors.save.noSpace' } })
    expect(await readdir(target)).toEqual([])
  })

  it('says so where the writing stopped before an empty member', async () => {
    let refused = (): void => undefined
    const refusal = new Promise<void>((done) => {
      refused = done
    })
    const file: PackageFile = {
      write: (() => {
        refused()
        return Promise.reject(failure('ENOSPC'))
      }) as PackageFile['write'],
      sync: async () => undefined,
      close: async () => undefined,
    }
    const zip = new ZipOutput(file, new Date())
    await zip.add('a.txt', Buffer.from('文'), true)
    await refusal
    await new Promise((done) => setImmediate(done))
    await expect(zip.add('b.txt', Buffer.alloc(0), true)).rejects.toMatchObject({ code: 'ENOSPC' })
  })

  it('says so where its folder goes meanwhile', async () => {
    const { content } = await plantProject()
    const writer = await PackageWriter.begin(join(target, 'a.duibiao'))
    await rm(target, { recursive: true })
    await expect(writer.finish(content)).rejects.toMatchObject({
      reason: { key: 'errors.save.missingFolder', params: { name: 'a.duibiao' } },
    })
  })

  it('says so where a folder has its name', async () => {
    const { content } = await plantProject()
    await mkdir(join(target, 'a.duibiao', 'b'), { recursive: true })
    const writer = await PackageWriter.begin(join(target, 'a.duibiao'))
    await expect(writer.finish(content)).rejects.toMatchObject({ reason: { key: 'errors.save.failed' } })
    expect(await readdir(target)).toEqual(['a.duibiao'])
  })

  it('says so where the sync fails', async () => {
    const { content } = await plantProject()
    const makeUnsynced = async (path: string): Promise<PackageFile> => {
      const file = await makeFile(path)
      return {
        write: file.write.bind(file),
        sync: () => Promise.reject(failure('ENOSPC')),
        close: () => file.close(),
      }
    }
    const writer = await PackageWriter.begin(join(target, 'a.duibiao'), { makeFile: makeUnsynced })
    await expect(writer.finish(content)).rejects.toMatchObject({ reason: { key: 'errors.save.noSpace' } })
    expect(await readdir(target)).toEqual([])
  })

  it('is noticed where the disk gives back other bytes than were written', async () => {
    const { content } = await plantProject()
    const makeFlipped = async (path: string): Promise<PackageFile> => {
      const file = await makeFile(path)
      let first = true
      const write = async (bytes: Buffer, offset: number, length: number) => {
        const copy = Buffer.from(bytes.subarray(offset, offset + length))
        if (!first && copy.length > 200) copy[100] = (copy[100] ?? 0) ^ 0xff
        first = false
        return file.write(copy, 0, length)
      }
      return { write: write as PackageFile['write'], sync: () => file.sync(), close: () => file.close() }
    }
    const writer = await PackageWriter.begin(join(target, 'a.duibiao'), { makeFile: makeFlipped })
    await expect(writer.finish(content)).rejects.toMatchObject({
      reason: { key: expect.stringMatching(/errors\.package\.(damaged|torn)/) },
    })
    expect(await readdir(target)).toEqual([])
  })

  it('in a folder that is gone or may not be written is refused at the start', async () => {
    await expect(PackageWriter.begin(join(target, 'gone', 'a.duibiao'))).rejects.toMatchObject({
      reason: { key: 'errors.save.missingFolder' },
    })
    const refused = (path: string) => open(path, 'wx').then(() => Promise.reject(failure('EACCES')))
    await expect(PackageWriter.begin(join(target, 'a.duibiao'), { makeFile: refused })).rejects.toMatchObject({
      reason: { key: 'errors.save.denied' },
    })
  })

  it('that is cancelled leaves nothing', async () => {
    const { content } = await plantProject(Array.from({ length: 50 }, (_, at) => `第${at}份`))
    const abort = new AbortController()
    const writer = await PackageWriter.begin(join(target, 'a.duibiao'), { signal: abort.signal })
    const told = (_step: string, done: number) => {
      if (done === 5) abort.abort()
    }
    await expect(writer.finish({ ...content, told })).rejects.toThrow('errors.package.cancelled')
    expect(await readdir(target)).toEqual([])
  })

  it('since its project changes under it is refused', async () => {
    const { content, folder, hashes } = await plantProject(Array.from({ length: 50 }, (_, at) => `第${at}份`))
    const writer = await PackageWriter.begin(join(target, 'a.duibiao'))
    const told = (step: string, done: number) => {
      if (step === 'originals' && done === 5) writeFileSync(join(folder, 'originals', String(hashes[49])), 'changed')
    }
    await expect(writer.finish({ ...content, told })).rejects.toMatchObject({
      reason: { key: 'errors.package.changed', params: { file: '49.txt' } },
    })
    expect(await readdir(target)).toEqual([])
  })

  it('cannot be written where a folder has its name', async () => {
    const { content } = await plantProject()
    await mkdir(join(target, 'a.duibiao', 'x'), { recursive: true })
    const writer = await PackageWriter.begin(join(target, 'a.duibiao'))
    await expect(writer.finish(content)).rejects.toMatchObject({
      reason: { key: expect.stringContaining('errors.save') },
    })
    expect(await readdir(target)).toEqual(['a.duibiao'])
  })
})
