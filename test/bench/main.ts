import { mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { extractionRows } from './extraction'
import { growthRows } from './growth/rows'
import { useRows } from './growth/use'
import { corpusRows, seedRows } from './imports'
import { invariantRows } from './invariants'
import { lineRows } from './lines'
import { readingRows } from './reading'
import { type Row, table } from './row'
import { searchRows } from './search/rows'

/*
 * The bench: `npm run bench`, `npm run bench -- --corpus FOLDER [--rounds N]` for a folder of reports of one's own, with
 * `--engine` for what the engine makes of them alone or `--growth [--sizes 200,2000,10000]` for how all grows with them,
 * `--search` for search alone, or `--use MINUTES` for what use leaves in memory, `npm run bench -- --reading` for the reader, or `npm run bench -- --lines N [--jobs N]` for `extract --stdin`.
 * Ends with 1 when a budget is not held, and at once when a count is wrong: a fast import of less is none.
 */
const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    engine: { type: 'boolean', default: false },
    growth: { type: 'boolean', default: false },
    use: { type: 'string' },
    search: { type: 'boolean', default: false },
    sizes: { type: 'string', default: '200,2000,10000' },
    reading: { type: 'boolean', default: false },
    lines: { type: 'string' },
    jobs: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '1' },
  },
})
const seeds = resolve('seeds')

function count(option: 'rounds' | 'jobs' | 'lines' | 'use'): number {
  const value = Number(values[option])
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${option} takes a whole number from 1`)
  return value
}

function sizes(): number[] {
  const all = values.sizes.split(',').map(Number)
  if (all.length < 2 || all.some((size) => !Number.isInteger(size) || size < 1))
    throw new Error('--sizes takes two or more whole numbers from 1, parted by commas')
  return all.toSorted((a, b) => a - b)
}

async function measure(): Promise<{ name: string; rows: Row[] }> {
  if (values.lines !== undefined) return { name: 'lines', rows: await lineRows(seeds, count('lines'), count('jobs')) }
  if (values.reading) return { name: 'reading', rows: await readingRows(seeds) }
  if (values.corpus === undefined)
    return { name: '', rows: [...(await extractionRows(seeds)), ...(await seedRows(seeds))] }
  const folder = resolve(values.corpus)
  if (values.growth) return { name: 'growth', rows: await growthRows(folder, sizes()) }
  if (values.search) return { name: 'search', rows: await searchRows(folder) }
  if (values.use !== undefined) return { name: 'use', rows: await useRows(folder, count('use')) }
  const engine = await invariantRows(folder)
  if (values.engine) return { name: 'engine', rows: engine }
  return {
    name: 'corpus',
    rows: [...(await corpusRows(folder, count('rounds'))), ...(await searchRows(folder)), ...engine],
  }
}

const { name, rows } = await measure()
mkdirSync('out', { recursive: true })
writeFileSync(`out/${['bench', name].filter(Boolean).join('-')}.json`, `${JSON.stringify(rows, null, 2)}\n`)
process.stdout.write(`${table(rows)}\n`)
process.exitCode = rows.every((row) => row.held) ? 0 : 1
