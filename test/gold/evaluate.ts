import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { corpusFiles, extractFrom, seedFiles } from './files'
import { evaluateHeadings } from './headings/evaluation'
import { type ScopeTally, scopeShares, scopeTally } from './scope'
import { pool, type Scored, scoreOf, type Tally, tally } from './score'

/**
 * `npm run eval [-- --list]`: scores the engine against every labelled file and against the floors, which only rise.
 * Exit code 1 below a floor. `--list` prints what was wrong, missed or spurious.
 */
interface Floor {
  f1: number
  coreF1: number
  /** Every field's share among the matched. */
  fields: number
}

const FLOORS = JSON.parse(readFileSync(join(import.meta.dirname, 'floors.json'), 'utf8')) as {
  seeds: Floor
  corpus: Floor
  /** Over both sets, where the corpus is at hand. */
  scope: { precision: number; recall: number }
}
const list = process.argv.includes('--list')
const brief = (s: Scored): string => `${s.indicator} ${s.quantity} @${s.start}`

function judge(gold: readonly Scored[], found: readonly Scored[]): Tally {
  return tally(gold, found, (kind, fields, gold, ours) => {
    if (!list) return
    if (kind === 'wrong' && gold && ours) {
      const differs = fields.map((f) => `${f}: ${String(gold[f])} / ${String(ours[f])}`).join('; ')
      console.log(`  wrong ${brief(gold)} ${differs}`)
    } else {
      const s = gold ?? ours
      if (s) console.log(`  ${kind} ${brief(s)}`)
    }
  })
}

function print(name: string, t: Tally): void {
  const s = scoreOf(t)
  const fields = Object.entries(s.fields)
    .map(([field, share]) => `${field} ${share.toFixed(3)}`)
    .join('  ')
  console.log(
    `${name}: gold ${s.gold} found ${s.predicted} P ${s.precision.toFixed(4)} R ${s.recall.toFixed(4)} F1 ${s.f1.toFixed(4)} core F1 ${s.coreF1.toFixed(4)}\n  ${fields}`,
  )
}

/** Names what lies below the floor of a set. */
function below(set: 'seeds' | 'corpus', t: Tally): string[] {
  const floor = FLOORS[set]
  const s = scoreOf(t)
  const failures: string[] = []
  if (s.f1 < floor.f1) failures.push(`${set}: F1 ${s.f1} < ${floor.f1}`)
  if (s.coreF1 < floor.coreF1) failures.push(`${set}: core F1 ${s.coreF1} < ${floor.coreF1}`)
  for (const [field, share] of Object.entries(s.fields)) {
    if (share < floor.fields) failures.push(`${set}: ${field} ${share} < ${floor.fields}`)
  }
  return failures
}

const failures: string[] = []
const scopes: ScopeTally[] = []
let complete = true
for (const [set, files] of [
  ['seeds', seedFiles()],
  ['corpus', corpusFiles()],
] as const) {
  const tallies: Tally[] = []
  for (const file of files) {
    if (!file.bytes) {
      console.log(`${file.name}: text not available`)
      complete = false
      continue
    }
    const found = await extractFrom(file.file, file.bytes)
    const t = judge(file.gold, found)
    print(file.name, t)
    tallies.push(t)
    scopes.push(scopeTally(file.gold, found))
  }
  if (tallies.length === 0) continue
  const pooled = pool(tallies)
  print(`== ${set}`, pooled)
  failures.push(...below(set, pooled))
}
const { precision, recall } = scopeShares(scopes)
console.log(`== another's figures told from the place's own: P ${precision.toFixed(3)} R ${recall.toFixed(3)}`)
if (complete && precision < FLOORS.scope.precision) failures.push(`scope: precision ${precision}`)
if (complete && recall < FLOORS.scope.recall) failures.push(`scope: recall ${recall}`)
failures.push(...evaluateHeadings({ corpus: null, list }))
for (const failure of failures) console.error(`below the floor: ${failure}`)
process.exitCode = failures.length > 0 ? 1 : 0
