import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { extractLines } from '../../../electron/cli/extract-lines'
import { answerLines } from '../../../electron/cli/line-answers'
import { Output } from '../../../electron/cli/output'
import { PROJECT, SEEDS } from './command'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** Bytes of the heap that are in use when all that can go is gone. */
function heap(): number {
  for (let round = 0; round < 3; round += 1) collect()
  return process.memoryUsage().heapUsed
}

const HEAD =
  '鹤岗市2022年政府工作报告\n——在鹤岗市第十六届人民代表大会第三次会议上\n各位代表：\n现在，我代表市人民政府报告工作。\n'
const seeds = SEEDS.map((path) => readFileSync(join(PROJECT, path), 'utf8'))
/** Words without numbers, so that a line is long and soon read. */
const LENGTH = 20_000
const FILLER = '我们坚持稳中求进，各项事业取得新的进步。\n'.repeat(LENGTH / 20)

/** Lines that are never the same twice: a piece of a seed whose words and numbers are new, and much besides. */
function line(at: number): string {
  const seed = seeds[at % seeds.length] ?? ''
  const from = 1_000 + ((at * 37) % (seed.length - 2_000))
  const own = `新建第${at}号项目${at}个、完成事项甲${at}乙投资${at}万元。`
  return `${JSON.stringify({ id: `line ${at}`, text: `${HEAD}${own}\n${seed.slice(from, from + 150)}\n${FILLER}${own}` })}\n`
}

it('holds no more after many lines than after a few', async () => {
  let bytes = 0
  const out = new Writable({
    write(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      done()
    },
  })
  const output = new Output('en', out, out)
  const pool = {
    answer: (lines: Parameters<typeof answerLines>[0]['lines']) => answerLines({ lines, summaries: true }),
  }
  const run = async (from: number, count: number): Promise<number> => {
    const lines = Array.from({ length: count }, (_, at) => new TextEncoder().encode(line(from + at)))
    expect(await extractLines(Readable.from(lines), pool, 1, output)).toBe(0)
    return heap()
  }
  const FEW = 150
  const MANY = 450
  const few = await run(0, FEW)
  const many = await run(FEW, MANY)
  expect(bytes).toBeGreaterThan(FEW * 1_000)
  // A text takes twice as many bytes as it has characters; caches and compiled code take a fraction of that.
  expect((many - few) / MANY).toBeLessThan(LENGTH)
})
