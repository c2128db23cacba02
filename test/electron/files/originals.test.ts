import { createHash } from 'node:crypto'
import { readdir, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { Originals } from '../../../electron/files/originals'
import { temporaryFolder } from './entries'

const bytes = new TextEncoder().encode('政府工作报告')
const hash = createHash('sha256').update(bytes).digest('hex')
let folder: string
let originals: Originals
beforeEach(async () => {
  folder = join(await temporaryFolder(), 'originals')
  originals = new Originals(folder)
})

describe('Originals', () => {
  it('keeps bytes once and gives them back', async () => {
    await originals.keep(hash, bytes)
    await originals.keep(hash, bytes)
    expect(await readdir(folder)).toEqual([hash])
    expect(await originals.read(hash)).toEqual(bytes)
  })

  it('removes, and says what is missing', async () => {
    await originals.keep(hash, bytes)
    await originals.release(hash)
    await originals.release(hash)
    await expect(originals.read(hash)).rejects.toThrow('errors.original.missing')
  })

  it('tells damage, and mends it when the file comes again', async () => {
    await originals.keep(hash, bytes)
    await writeFile(join(folder, hash), 'x'.repeat(bytes.byteLength))
    await expect(originals.read(hash)).rejects.toThrow('errors.original.damaged')
    // It belongs to a source: an import that comes to nothing must not take it away.
    originals.belongs(hash)
    await originals.keep(hash, bytes)
    await originals.release(hash)
    expect(await originals.read(hash)).toEqual(bytes)
    await truncate(join(folder, hash), 3)
    await originals.keep(hash, bytes)
    expect(await originals.read(hash)).toEqual(bytes)
  })

  it('takes one away only with the last import that claims it', async () => {
    await Promise.all([originals.keep(hash, bytes), originals.keep(hash, bytes)])
    await originals.release(hash)
    expect(await originals.read(hash)).toEqual(bytes)
    await Promise.all([originals.release(hash), originals.keep(hash, bytes)])
    expect(await originals.read(hash)).toEqual(bytes)
    await originals.release(hash)
    expect(await readdir(folder)).toEqual([])
  })

  it('never takes away what a source has, nor what was there before anybody claimed it', async () => {
    await originals.keep(hash, bytes)
    await originals.keep(hash, bytes)
    originals.belongs(hash)
    await originals.release(hash)
    expect(await readdir(folder)).toEqual([hash])
    const later = new Originals(folder)
    await later.keep(hash, bytes)
    await later.release(hash)
    expect(await readdir(folder)).toEqual([hash])
  })
})
