import { mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { extractionRows } from './extraction'
import { growthRows } from './growth/rows'
import { useRows } from './growth/use'
import { corpusParts, seedParts } from './imports'
import { invariantRows } from './invariants'
import { lineRows } from './lines'
import { failureLine, isHeld, type Measured, measure, type Part, part } from './parts'
import { readingRows } from './reading'
import { type Row, table } from './row'
import { searchRows } from './search/rows'

/*
 * The bench: `npm run bench`, `npm run bench -- --corpus FOLDER [--rounds N]` for a folder of reports of one's own, with
 * `--engine` for what the engine makes of them alone or `--growth [--sizes 200,2000,10000]` for how all grows with them,
 * `--search` for search alone, or `--use MINUTES` for what use leaves in memory, `npm run bench -- --reading` for the reader, or `npm run bench -- --lines N [--jobs N]` for `extract --stdin`.
 * Ends with 1 when a budget is not held or a part fails, as one does whose counts are wrong: a fast import of less is
 * none. What was measured until then is printed and kept all the same.
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

function chosen(): { name: string; parts: Part[] } {
  const { lines, reading, corpus } = values
  const alone = (name: string, rows: () => Promise<readonly Row[]>) => ({ name, parts: [part(name, rows)] })
  if (lines !== undefined) {
    const [all, jobs] = [count('lines'), count('jobs')]
    return alone('lines', () => lineRows(seeds, all, jobs))
  }
  if (reading) return alone('reading', () => readingRows(seeds))
  if (corpus === undefined)
    return { name: '', parts: [part('extraction', () => extractionRows(seeds)), ...seedParts(seeds)] }
  const folder = resolve(corpus)
  const search: Part = { name: 'search', rows: () => searchRows(folder) }
  const engine = part('engine', () => invariantRows(folder))
  if (values.growth) {
    const all = sizes()
    return { name: 'growth', parts: [{ name: 'growth', rows: () => growthRows(folder, all) }] }
  }
  if (values.search) return { name: 'search', parts: [search] }
  if (values.use !== undefined) {
    const minutes = count('use')
    return alone('use', () => useRows(folder, minutes))
  }
  if (values.engine) return { name: 'engine', parts: [engine] }
  return { name: 'corpus', parts: [...corpusParts(folder, count('rounds')), search, engine] }
}

const { name, parts } = chosen()
const path = `out/${['bench', name].filter(Boolean).join('-')}.json`
const keep = ({ rows, failures }: Measured): void =>
  writeFileSync(path, `${JSON.stringify([...rows, ...failures], null, 2)}\n`)
mkdirSync('out', { recursive: true })
const measured = await measure(parts, keep)
process.stdout.write(`${[table(measured.rows), ...measured.failures.map(failureLine)].join('\n')}\n`)
process.exitCode = isHeld(measured) ? 0 : 1
