import { mkdirSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { killRows } from './faults'
import { ipcRows } from './ipc'
import { newSeed } from './random'
import { tripRows } from './round-trips'
import { type SoakRow, table } from './row'

/*
 * `npm run soak [-- --seed N] [--minutes N] [--kills N] [--only faults|ipc|round-trips]`: see `docs/soak.md`.
 * Ends with 1 when anything was not as it should be.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    minutes: { type: 'string', default: '20' },
    kills: { type: 'string', default: '200' },
    only: { type: 'string' },
  },
})

function count(option: 'seed' | 'minutes' | 'kills', least = 0): number {
  const value = Number(values[option])
  if (!Number.isInteger(value) || value < least) throw new Error(`--${option} takes a whole number from ${least}`)
  return value
}

const seed = values.seed === undefined ? newSeed() : count('seed')
const until = Date.now() + count('minutes', 1) * 60_000
const say = (line: string): void => void process.stderr.write(`${line}\n`)

/** The quick ones first: they always come to their end. Channels are tried beside them all. */
const PARTS: Record<string, () => Promise<SoakRow[]>> = {
  ipc: () => ipcRows({ seed, told: say }),
  'round-trips': () => tripRows({ seed }),
  faults: async () => [await killRows({ seed, kills: count('kills', 1), until, told: say })],
}

const names = values.only === undefined ? Object.keys(PARTS) : [values.only]
say(`seed ${seed}`)
const rows: SoakRow[] = []
const beside: Promise<SoakRow[]>[] = []
for (const name of names) {
  const part = PARTS[name]
  if (!part) throw new Error(`--only takes one of ${Object.keys(PARTS).join(', ')}`)
  if (name === 'ipc') beside.push(part())
  else rows.push(...(await part()))
}
for (const part of beside) rows.push(...(await part))
mkdirSync('out', { recursive: true })
writeFileSync('out/soak.json', `${JSON.stringify({ seed, rows }, null, 2)}\n`)
process.stdout.write(`${table(rows)}\n`)
process.exitCode = rows.every(({ failures }) => failures.length === 0) ? 0 : 1
