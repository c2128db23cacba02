import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import { jsonLines, PROJECT, run, SEEDS } from './command'

const folder = mkdtempSync(join(tmpdir(), 'duibiao-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))

const seed = (index: number) => new Uint8Array(readFileSync(join(PROJECT, SEEDS[index] ?? '')))
function file(name: string, content: Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

describe('an archive', () => {
  const two = file(
    'two.zip',
    zipSync({ '区县/a.txt': seed(0), 'b.txt': seed(1), 'c.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47]) }),
  )

  it('is a line of inspect for each member, refused ones included', async () => {
    const ran = await run(['inspect', two])
    const lines = jsonLines<{ file: string; sha256: string; error?: string; reports: unknown[] }>(ran)
    expect(lines.map(({ file: name }) => name).sort()).toEqual([`${two}/b.txt`, `${two}/c.png`, `${two}/区县/a.txt`])
    expect(lines.find(({ file: name }) => name.endsWith('a.txt'))).toMatchObject({ sha256: sha256(seed(0)) })
    expect(lines.filter(({ reports }) => reports.length === 1)).toHaveLength(2)
    expect(lines.find(({ file: name }) => name.endsWith('c.png'))?.error).toMatch(/PNG/)
    expect(ran.code).toBe(1)
  })

  it('gives its statements under the names of its members', async () => {
    const statements = jsonLines<{ file: string }>(await run(['extract', two]))
    expect(new Set(statements.map(({ file: name }) => name))).toEqual(new Set([`${two}/b.txt`, `${two}/区县/a.txt`]))
  })

  it('is written as text when it holds one file, else refused by name', async () => {
    const one = file('one.zip', zipSync({ 'a.txt': seed(0) }))
    expect(await run(['text', one])).toEqual({ code: 0, out: new TextDecoder().decode(seed(0)), err: '' })
    const ran = await run(['text', two])
    expect(ran).toMatchObject({ code: 1, out: '' })
    expect(ran.err).toContain(two)
  })

  it('that is damaged or empty harms no other', async () => {
    const broken = file('broken.zip', zipSync({ 'a.txt': seed(0) }).slice(0, 200))
    const empty = file('empty.zip', zipSync({}))
    const ran = await run(['inspect', broken, empty, join(PROJECT, SEEDS[1])])
    const lines = jsonLines<{ file: string; error?: string }>(ran)
    expect(lines.map(({ error }) => error === undefined)).toEqual([false, false, true])
    expect(ran.code).toBe(1)
  })
})

describe('--encoding and --as', () => {
  it('say what cannot be seen', async () => {
    const utf16 = file('x.dat', new Uint8Array(Buffer.from('第一行。政府工作报告', 'utf16le')))
    const ran = await run(['text', utf16, '--as', 'txt', '--encoding', 'utf-16le'])
    expect(ran).toEqual({ code: 0, out: '第一行。政府工作报告', err: '' })
  })

  it('are refused when there is no such thing', async () => {
    const ran = await run(['inspect', '--as', 'xyz', join(PROJECT, SEEDS[0])])
    expect(ran).toMatchObject({ code: 2, out: '' })
    expect(ran.err).toContain('docx')
  })
})
