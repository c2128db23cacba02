import { parseArgs } from 'node:util'
import { FIXTURES } from '../../fixtures'
import { fuzzFormat } from './fuzz'

/*
 * `npm run fuzz [-- --files N] [--format docx] [--seed S]`: damages the fixtures of every format in N ways each (10,000)
 * and reads what comes out. Ends with 1 when one crashed the reader, hung it, or was refused without a reason.
 */
const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '10000' },
    format: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
})
const files = Number(values.files)
if (!Number.isInteger(files) || files < 1) throw new Error('--files takes a whole number from 1')
const formats = [...new Set(FIXTURES.map(({ format }) => format))].filter(
  (format) => values.format === undefined || values.format === format,
)
if (formats.length === 0) throw new Error(`no fixture of the format ${values.format}`)
let broken = 0
for (const format of formats) {
  const tally = await fuzzFormat(format, files, Number(values.seed))
  const refused = [...tally.refused].sort((a, b) => b[1] - a[1]).map(([key, count]) => `${key} ${count}`)
  console.log(`${format}: ${tally.files} files, ${tally.read} read, slowest ${Math.round(tally.slowest)} ms`)
  if (refused.length > 0) console.log(`  refused: ${refused.join(', ')}`)
  for (const line of tally.broken.slice(0, 20)) console.log(`  BROKEN ${line}`)
  broken += tally.broken.length
}
console.log(broken === 0 ? 'no crash, no hang, no error without a reason' : `${broken} files broke the reader`)
process.exitCode = broken === 0 ? 0 : 1
