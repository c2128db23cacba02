import { evaluateMatters } from './evaluation'

/**
 * `npx tsx test/gold/matters/evaluate.ts [--list] [--raise] [--held-out] [NAME…]`: the matters alone; `npm run eval` runs
 * them after the statements. Exit code 1 below a floor.
 */
const words = process.argv.slice(2)
const failures = await evaluateMatters({
  list: words.includes('--list'),
  raise: words.includes('--raise'),
  heldOut: words.includes('--held-out'),
  names: words.filter((word) => !word.startsWith('--')),
})
for (const failure of failures) console.error(`below the floor: ${failure}`)
process.exitCode = failures.length > 0 ? 1 : 0
