import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { PROJECT, run, SEEDS } from './command'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Whole seeds, pieces of them, texts without any report, one without any text, and something that is no line. */
function makeLines(): string[] {
  const seeds = SEEDS.map((path) => readFileSync(join(PROJECT, path), 'utf8'))
  const pieces = seeds.flatMap((seed) =>
    [1, 2, 3, 4].map((part) => `2022年政府工作报告\n各位代表：\n${seed.slice(part * 1_000, part * 2_500)}`),
  )
  const bare = Array.from({ length: 20 }, (_, at) => `第${at}号公告。增长${at}%。`)
  const texts = [...seeds, ...pieces, ...bare, '']
  // By their hashes, so that long and short ones lie mixed.
  const lines = texts.map((text) => JSON.stringify({ id: sha256(text), text })).sort()
  return [...lines.slice(0, 10), '{"id":', ...lines.slice(10)]
}

const lines = makeLines()
const input = `${lines.join('\n')}\n`

/** As `LC_ALL=C sort -s -t, -k1,1` does: by the id, which stands first; what has the same stays in order. */
const merged = (outs: readonly string[]): string[] => {
  const all = outs.flatMap((out) => out.split('\n')).filter((line) => line !== '')
  const id = (line: string): string => line.slice(0, line.indexOf(','))
  return all.sort((a, b) => (id(a) < id(b) ? -1 : id(a) > id(b) ? 1 : 0))
}

const extract = (part: string, ...options: string[]) => run(['extract', '--stdin', '--summaries', ...options], part)

let single = ''
let messages = ''
beforeAll(async () => {
  const ran = await extract(input)
  expect(ran.code).toBe(1)
  single = ran.out
  messages = ran.err
})

it('reads every line, and says which failed', () => {
  const sources = single.split('\n').filter((line) => line.includes('"type":"source"'))
  expect(sources).toHaveLength(lines.length - 1)
  expect(messages.match(/^Line \d+/gm)?.sort()).toEqual(
    ['Line 11', `Line ${lines.findIndex((line) => line.includes('"text":""')) + 1}`].sort(),
  )
})

it.each(['2', '3'])('gives the same bytes with %s workers', async (jobs) => {
  const ran = await extract(input, '--jobs', jobs)
  expect(ran.out).toBe(single)
  expect(ran.err).toBe(messages)
})

it.each([2, 3])('gives the same when the lines are dealt out to %s processes', async (count) => {
  const parts = Array.from({ length: count }, (_, part) => lines.filter((_line, at) => at % count === part).join('\n'))
  const ran = await Promise.all(parts.map((part) => extract(part)))
  expect(merged(ran.map(({ out }) => out))).toEqual(merged([single]))
})

/** GNU parallel, not the tool of moreutils that has the same name. */
const isGnu = spawnSync('parallel', ['--version'], { encoding: 'utf8' }).stdout?.includes('GNU parallel') ?? false

describe.skipIf(!isGnu)('GNU parallel (not installed: apt-get install parallel)', () => {
  const parallel = (...options: string[]): string => {
    const command = 'node electron/cli/duibiao.mjs extract --stdin --summaries 2>/dev/null'
    const words = ['--will-cite', '--pipe', '--block', '60k', '-j', '2', ...options, command]
    const ran = spawnSync('parallel', words, { cwd: PROJECT, input, encoding: 'utf8', maxBuffer: 1e9 })
    // As many jobs ended with 1 as had a line that failed.
    expect([1, 2]).toContain(ran.status)
    return ran.stdout
  }

  it('gives the same bytes in the order of the lines (-k)', () => expect(parallel('-k')).toBe(single))

  it('gives the same bytes in any order, sorted by id', () => {
    const sort = (text: string): string =>
      execFileSync('sort', ['-s', '-t,', '-k1,1'], {
        input: text,
        encoding: 'utf8',
        env: { LC_ALL: 'C' },
        maxBuffer: 1e9,
      })
    expect(sort(parallel())).toBe(sort(single))
  })
})
