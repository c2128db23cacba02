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
    expect(await originals.keep(hash, bytes)).toEqual({ added: true })
    expect(await originals.keep(hash, bytes)).toEqual({ added: false })
    expect(await readdir(folder)).toEqual([hash])
    expect(await originals.read(hash)).toEqual(bytes)
  })

  it('removes, and says what is missing', async () => {
    await originals.keep(hash, bytes)
    await originals.remove(hash)
    await originals.remove(hash)
    await expect(originals.read(hash)).rejects.toThrow('errors.original.missing')
  })

  it('tells damage, and mends it when the file comes again', async () => {
    await originals.keep(hash, bytes)
    await writeFile(join(folder, hash), 'x'.repeat(bytes.byteLength))
    await expect(originals.read(hash)).rejects.toThrow('errors.original.damaged')
    // It belongs to a source: an import that comes to nothing must not take it away.
    expect(await originals.keep(hash, bytes)).toEqual({ added: false })
    expect(await originals.read(hash)).toEqual(bytes)
    await truncate(join(folder, hash), 3)
    await originals.keep(hash, bytes)
    expect(await originals.read(hash)).toEqual(bytes)
  })
})
