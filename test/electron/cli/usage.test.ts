import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PROJECT, run, SEEDS } from './command'

describe('wrong use', () => {
  it.each([
    ['no command', []],
    ['an option of another command', ['inspect', '--all', SEEDS[0]]],
    ['a comparison without a workbook', ['compare', SEEDS[0]]],
  ])('%s ends with 2, a message and no output', async (_, words) => {
    const ran = await run(words)
    expect(ran.code).toBe(2)
    expect(ran.out).toBe('')
    expect(ran.err).toMatch(/--help/)
  })
})

describe('help', () => {
  it('speaks the language of the terminal', async () => {
    const [english, chinese, plain] = await Promise.all([
      run(['--help']),
      run(['inspect', '--help'], '', { LANG: 'zh_CN.UTF-8' }),
      run(['help'], '', { LC_ALL: 'C.UTF-8', LANG: 'zh_CN.UTF-8' }),
    ])
    expect([english.code, chinese.code]).toEqual([0, 0])
    expect(english.out).toMatch(/^Usage: duibiao/)
    expect(chinese.out).toMatch(/^用法：duibiao/)
    expect(plain.out).toBe(chinese.out)
    for (const command of ['text', 'inspect', 'extract', '--stdin', 'compare', '--xlsx']) {
      expect(english.out).toContain(command)
      expect(chinese.out).toContain(command)
    }
  })

  it('says what went wrong in Chinese too', async () => {
    const ran = await run(['inspect', '/没有/这个文件.txt'], '', { LANG: 'zh_CN.UTF-8' })
    expect(ran.code).toBe(1)
    expect(ran.err).toMatch(/文件已不存在/)
  })
})

it('is quiet when its reader goes away', async () => {
  const child = spawn(process.execPath, ['electron/cli/duibiao.mjs', 'extract', ...SEEDS, ...SEEDS, ...SEEDS], {
    cwd: PROJECT,
  })
  let err = ''
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString('utf8')
  })
  child.stdin.end()
  child.stdout.once('data', () => child.stdout.destroy())
  const [code] = await once(child, 'close')
  expect(err).toBe('')
  expect(code).toBe(0)
})

it('is quiet when its reader goes away, and its input is a file', async () => {
  const path = join(tmpdir(), `duibiao lines ${process.pid}.jsonl`)
  const text = readFileSync(join(PROJECT, SEEDS[0]), 'utf8')
  writeFileSync(path, Array.from({ length: 20 }, (_, at) => `${JSON.stringify({ id: String(at), text })}\n`).join(''))
  const child = spawn(process.execPath, ['electron/cli/duibiao.mjs', 'extract', '--stdin', '--jobs', '2'], {
    cwd: PROJECT,
    stdio: [openSync(path, 'r'), 'pipe', 'inherit'],
  })
  child.stdout?.once('data', () => child.stdout?.destroy())
  const [code] = await once(child, 'close')
  expect(code).toBe(0)
  rmSync(path)
})
