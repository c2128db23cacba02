import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { PLAIN_SCAN } from '../extraction'
import { filesUnder } from '../library'
import { readReports } from '../reports'
import { judge, lineOf } from './judge'
import { readMaterial } from './material'
import { type Work, works } from './works'

/*
 * The short form of the bench, a step of `npm test`: how often one plain scan of the same texts would be done in the
 * time of each work, in processor time of this process, beside the ratios kept in `ratios.json`. A work that takes more
 * than twice its ratio has lost more than half of its speed, and fails the run; no time is asserted.
 * `--keep` writes the ratios that were measured.
 */
const { values } = parseArgs({ options: { keep: { type: 'boolean', default: false } } })
const KEPT = join(import.meta.dirname, 'ratios.json')
const SEEDS = resolve('seeds')

const ROUNDS = 7
const SCANS = 300

/** Processor time in milliseconds that some work takes. */
async function spent(work: () => Promise<void>): Promise<number> {
  const start = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

async function perPass({ name, run }: Pick<Work, 'name' | 'run'>, passes: number): Promise<number> {
  const all = await spent(async () => {
    for (let pass = 0; pass < passes; pass++)
      if (!((await run()) > 0)) throw new Error(`${name}: nothing came of it, there is nothing to measure`)
  })
  return all / passes
}

/** The least of rounds by turns: what else the machine does only ever adds, to either side. */
async function ratioOf(work: Work, scan: Pick<Work, 'name' | 'run'>): Promise<number> {
  await perPass(work, work.warm)
  const ours: number[] = []
  const scans: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(await perPass(work, work.passes))
    scans.push(await perPass(scan, SCANS))
  }
  return Math.min(...ours) / Math.min(...scans)
}

const paths = filesUnder(SEEDS).filter((path) => path.endsWith('.txt'))
const material = await readMaterial(paths)
const scan = {
  name: 'plain scan',
  run: () => material.texts.reduce((sum, text) => sum + (text.match(PLAIN_SCAN)?.length ?? 0), 0),
}
await perPass(scan, SCANS)

const kept: Record<string, number> = JSON.parse(readFileSync(KEPT, 'utf8'))
const measured: Record<string, number> = {}
for (const work of works(material, await readReports(paths)))
  measured[work.name] = Math.round((await ratioOf(work, scan)) * 10) / 10
const judged = judge(measured, kept)
for (const one of judged) process.stdout.write(`${lineOf(one)}\n`)
if (values.keep) writeFileSync(KEPT, `${JSON.stringify(measured, null, 2)}\n`)
else if (judged.some(({ held }) => !held)) process.exitCode = 1
