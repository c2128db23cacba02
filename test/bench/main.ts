import { mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { extractionRows } from './extraction'
import { corpusRows, seedRows } from './imports'
import { table } from './row'

/*
 * The bench: `npm run bench`, or `npm run bench -- --corpus FOLDER [--rounds N]` for a folder of reports of one's own.
 * Ends with 1 when a budget is not held, and at once when a count is wrong: a fast import of less is none.
 */
const { values } = parseArgs({ options: { corpus: { type: 'string' }, rounds: { type: 'string', default: '1' } } })
const rounds = Number(values.rounds)
if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds takes a whole number from 1')
const seeds = resolve('seeds')
const rows = values.corpus
  ? await corpusRows(resolve(values.corpus), rounds)
  : [...(await extractionRows(seeds)), ...(await seedRows(seeds))]
mkdirSync('out', { recursive: true })
writeFileSync(values.corpus ? 'out/bench-corpus.json' : 'out/bench.json', `${JSON.stringify(rows, null, 2)}\n`)
process.stdout.write(`${table(rows)}\n`)
process.exitCode = rows.every((row) => row.held) ? 0 : 1
