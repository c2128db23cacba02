import { mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { extractionRows } from './extraction'
import { importRows } from './import-seeds'
import { table } from './row'

const seeds = resolve('seeds')
const rows = [...extractionRows(seeds), ...(await importRows(seeds))]
mkdirSync('out', { recursive: true })
writeFileSync('out/bench.json', `${JSON.stringify(rows, null, 2)}\n`)
process.stdout.write(`${table(rows)}\n`)
process.exitCode = rows.every((row) => row.held) ? 0 : 1
