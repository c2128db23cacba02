import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { filesUnder } from './library'
import { type Row, row } from './row'

/** One line in so many is a whole report, the others are short. */
const WHOLE = 200
/** Lines after which code is compiled and caches are full. */
const WARM = 5_000
/** The parts of the run that are held against each other: the first behind the warm lines, and the last. */
const PART = 0.2
/** Fewer lines tell nothing of memory. */
const FEWEST = 4 * WARM
/** How often memory is looked at, in milliseconds. */
const EVERY = 250
/** Memory at the end may be so much of what it was when warm: garbage that is not collected yet. */
const GROWTH = 1.25

const HEAD =
  '鹤岗市2022年政府工作报告\n——2022年1月8日在鹤岗市第十六届人民代表大会第三次会议上\n各位代表：\n现在，我代表市人民政府向大会报告工作。\n'

/** Resident memory of a process in MiB; null where the system does not tell. */
function residentOf({ pid }: ChildProcess): number | null {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1024
  } catch {
    return null
  }
}

/** Lines as they come, no two alike; none is kept. */
function* lines(seeds: readonly string[], count: number): Generator<string> {
  for (let at = 0; at < count; at += 1) {
    const own = `地区生产总值${(at % 977) / 10}亿元，增长${at % 13}%。改造老旧小区${at % 101}个、${at}户。`
    const text = at % WHOLE === 0 ? `${seeds[(at / WHOLE) % seeds.length]}\n${own}` : `${HEAD}${own}`
    yield `${JSON.stringify({ id: at.toString(16).padStart(64, '0'), text })}\n`
  }
}

/** `extract --stdin` over many lines: memory when warm and at the end, and lines a second. */
export async function lineRows(seeds: string, count: number, jobs: number): Promise<Row[]> {
  if (count < FEWEST) throw new Error(`--lines takes ${FEWEST} or more`)
  const texts = filesUnder(seeds)
    .filter((path) => path.endsWith('.txt'))
    .map((path) => readFileSync(path, 'utf8'))
  const words = ['electron/cli/duibiao.mjs', 'extract', '--stdin', '--summaries', '--jobs', String(jobs)]
  const child = spawn(process.execPath, words, { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(child, 'close')
  let sources = 0
  let given = 0
  child.stdout.on('data', (chunk: Buffer) => {
    for (let at = chunk.indexOf('"type":"source"'); at !== -1; at = chunk.indexOf('"type":"source"', at + 1))
      sources += 1
  })
  const memory: { given: number; resident: number }[] = []
  const look = (): void => {
    const resident = residentOf(child)
    if (resident !== null) memory.push({ given, resident })
  }
  const timer = setInterval(look, EVERY)
  const begin = performance.now()
  for (const line of lines(texts, count)) {
    if (!child.stdin.write(line)) await once(child.stdin, 'drain')
    given += 1
  }
  look()
  child.stdin.end()
  const [code] = await ended
  clearInterval(timer)
  const seconds = (performance.now() - begin) / 1000
  // A pair of chunks may part the words that are counted.
  if (code !== 0 || sources < count * 0.999)
    throw new Error(`${sources} of ${count} lines were answered (exit ${code})`)
  const part = (from: number, to: number): number =>
    Math.max(...memory.flatMap((look) => (look.given > from && look.given <= to ? look.resident : [])))
  const [first, last] = [part(WARM, WARM + count * PART), part(count * (1 - PART), count)]
  const name = `extract --stdin, ${count.toLocaleString('en')} lines, ${jobs} at a time`
  process.stderr.write(`${Math.round(count / seconds)} lines a second\n`)
  const peer = { name: 'in the first fifth, warm', figures: [first] }
  return [row(`${name}: memory in the last fifth`, 'MiB', [last], peer, { most: GROWTH })]
}
