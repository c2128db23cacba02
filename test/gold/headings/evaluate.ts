import { parseArgs } from 'node:util'
import { evaluateHeadings } from './evaluation'

/** `npx tsx test/gold/headings/evaluate.ts [--corpus FOLDER] [--list]`, see README.md. Exit code 1 below a floor. */
const { values } = parseArgs({ options: { corpus: { type: 'string' }, list: { type: 'boolean' } } })

const failures = evaluateHeadings({ corpus: values.corpus ?? null, list: values.list ?? false })
for (const failure of failures) console.error(`below the floor: ${failure}`)
process.exitCode = failures.length > 0 ? 1 : 0
