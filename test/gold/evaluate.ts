import { evaluateAudit } from './audit/evaluation'
import { type Compared, calibration, type Group } from './calibration'
import { corpusFiles, extractFrom, type GoldFile, seedFiles } from './files'
import { below, belowFurther, type Measured, raise, readFloors, writeFloors } from './floors'
import { FURTHER, type FurtherTally, furtherShares, furtherTally, hasFurther, poolFurther } from './further'
import { evaluateHeadings } from './headings/evaluation'
import { evaluateMatters } from './matters/evaluation'
import { type ScopeTally, scopeShares, scopeTally } from './scope'
import { pool, type Score, type Scored, scoreOf, type Tally, tally } from './score'

/**
 * `npm run eval [-- --list] [--raise] [NAME…]`: scores the engine against every labelled file and against the floors,
 * which only rise. Exit code 1 below a floor. `--list` prints what was wrong, missed or spurious; `--raise` lifts the
 * floors to what was measured; names pick files.
 */
const FLOORS = readFloors()
const flags = process.argv.slice(2).filter((word) => word.startsWith('--'))
const names = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const list = flags.includes('--list')
const brief = (s: Scored): string => `${s.indicator} ${s.quantity} @${s.start}`

function judge(gold: readonly Scored[], found: readonly Scored[]): Tally {
  return tally(gold, found, (kind, fields, label, ours) => {
    if (!list) return
    if (kind === 'wrong' && label && ours) {
      const differs = fields.map((f) => `${f}: ${String(label[f])} / ${String(ours[f])}`).join('; ')
      console.log(`  wrong ${brief(label)} ${differs}`)
    } else {
      const s = label ?? ours
      if (s) console.log(`  ${kind} ${brief(s)}`)
    }
  })
}

function judgeFurther(gold: readonly Scored[], found: readonly Scored[]): FurtherTally {
  return furtherTally(gold, found, (field, label, ours) => {
    const word = (s: Scored): string => String((s as unknown as Record<string, unknown>)[field] ?? '') || '–'
    if (list) console.log(`  ${field}: ${word(label)} / ${word(ours)}  ${brief(label)}`)
  })
}

function print(name: string, score: Score): void {
  const fields = Object.entries(score.fields)
    .map(([field, share]) => `${field} ${share.toFixed(3)}`)
    .join('  ')
  console.log(
    `${name}: gold ${score.gold} found ${score.predicted} P ${score.precision.toFixed(4)} R ${score.recall.toFixed(4)} F1 ${score.f1.toFixed(4)} core F1 ${score.coreF1.toFixed(4)}\n  ${fields}`,
  )
}

function printFurther(t: FurtherTally): void {
  const shares = furtherShares(t)
  const cells = FURTHER.map((field) => {
    const { right, precision, recall, labelled } = shares[field]
    return `${field} ${right.toFixed(3)} (${labelled}: P ${precision.toFixed(2)} R ${recall.toFixed(2)})`
  })
  console.log(`  ${cells.join('  ')}`)
}

function printGroups(title: string, groups: readonly Group[]): void {
  console.log(`== right by ${title}: found, core right, all fields right, mean confidence`)
  for (const { name, found, coreRight, allRight, confidence } of groups) {
    const share = (right: number): string => (right / found).toFixed(3)
    console.log(
      `  ${name.padEnd(26)} ${String(found).padStart(5)}  ${share(coreRight)}  ${share(allRight)}  ${confidence.toFixed(3)}`,
    )
  }
}

const failures: string[] = []
const scopes: ScopeTally[] = []
const further: FurtherTally[] = []
const compared: Compared[] = []
const measured: Measured = { sets: {}, files: new Map(), scope: { precision: 1, recall: 1 }, further: null }
const scores = new Map<string, Score>()
let complete = names.length === 0

async function evaluate(file: GoldFile): Promise<Tally | null> {
  if (!file.bytes) {
    console.log(`${file.name}: text not available`)
    complete = false
    return null
  }
  const found = await extractFrom(file.file, file.bytes)
  const t = judge(file.gold, found)
  const score = scoreOf(t)
  print(file.name, score)
  if (hasFurther(file.gold)) {
    const more = judgeFurther(file.gold, found)
    printFurther(more)
    further.push(more)
  }
  scopes.push(scopeTally(file.gold, found))
  compared.push({ labelled: file.gold, extracted: found })
  scores.set(file.name, score)
  const floor = FLOORS.files[file.name]
  if (floor) failures.push(...below(file.name, score, floor))
  else console.log(`  ${file.name} has no floor yet`)
  return t
}

for (const [set, files] of [
  ['seeds', seedFiles()],
  ['corpus', corpusFiles()],
] as const) {
  const tallies: Tally[] = []
  for (const file of files) {
    if (names.length > 0 && !names.some((name) => file.name.startsWith(name))) continue
    const t = await evaluate(file)
    if (t) tallies.push(t)
  }
  if (tallies.length === 0) continue
  const score = scoreOf(pool(tallies))
  measured.sets[set] = score
  print(`== ${set}`, score)
  if (complete) failures.push(...below(set, score, FLOORS[set]))
}
const scope = scopeShares(scopes)
console.log(
  `== another's figures told from the place's own: P ${scope.precision.toFixed(3)} R ${scope.recall.toFixed(3)}`,
)
if (complete && scope.precision < FLOORS.scope.precision) failures.push(`scope: precision ${scope.precision}`)
if (complete && scope.recall < FLOORS.scope.recall) failures.push(`scope: recall ${scope.recall}`)
const shares = further.length > 0 ? furtherShares(poolFurther(further)) : null
if (shares) {
  console.log(`== further fields, ${further.length} files`)
  printFurther(poolFurther(further))
  if (complete) failures.push(...belowFurther(shares, FLOORS.further))
}
const { bands, naming, decided } = calibration(compared)
printGroups('band of confidence', bands)
printGroups('naming rule', naming)
printGroups('what decided role and year', decided)
if (names.length === 0) failures.push(...evaluateHeadings({ corpus: null, list }))
if (names.length === 0) await evaluateAudit()
failures.push(...(await evaluateMatters({ list, heldOut: false, raise: flags.includes('--raise'), names })))
if (flags.includes('--raise') && complete) {
  writeFloors(raise(FLOORS, { ...measured, files: scores, scope, further: shares }))
}
for (const failure of failures) console.error(`below the floor: ${failure}`)
process.exitCode = failures.length > 0 ? 1 : 0
