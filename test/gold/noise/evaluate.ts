import { corpusFiles, extractFrom, type GoldFile, seedFiles } from '../files'
import { FIELDS, pool, type Score, type Scored, scoreOf, type Tally, tally } from '../score'
import { KINDS } from './kinds'
import type { Dirt } from './layout'
import { randomFrom } from './random'

/**
 * `npx tsx test/gold/noise/evaluate.ts [--all] [--list] [--only KIND]… [NAME…]`: dirties labelled texts in every way,
 * reads them and prints what is lost. Exit code 1 where more is lost than allowed. Without `--all` every third corpus
 * file is taken.
 */
const LOSS = { f1: 0.01, coreF1: 0.02 } as const
const EVERY = 3
const words = process.argv.slice(2)
const only = words.flatMap((word, i) => (words[i - 1] === '--only' ? [word] : []))
const names = words.filter((word, i) => !word.startsWith('--') && words[i - 1] !== '--only')
const list = words.includes('--list')
/** Faults that the clean texts have too; they are not listed again. */
const known = new Set<string>()
const clean: Dirt = (labelled) => labelled

function chosen(): GoldFile[] {
  const corpus = corpusFiles().filter((_, i) => words.includes('--all') || names.length > 0 || i % EVERY === 0)
  return [...seedFiles(), ...corpus]
    .filter(({ bytes }) => bytes !== null)
    .filter(({ name }) => names.length === 0 || names.some((wanted) => name.startsWith(wanted)))
}

/** The same file is dirtied in the same way wherever it stands in the list. */
const seedOf = (name: string): number => [...name].reduce((seed, c) => Math.imul(seed, 31) + c.charCodeAt(0), 7)

async function measure({ name, file, gold, bytes }: GoldFile, dirt: Dirt): Promise<Tally> {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes ?? new Uint8Array())
  const dirty = dirt({ text, gold }, randomFrom(seedOf(name)))
  const found = await extractFrom(file, new TextEncoder().encode(dirty.text)).catch((reason: unknown) => {
    console.log(`  ${String(reason)}`)
    return []
  })
  for (const { start, quantity } of found) {
    if (dirty.text.slice(start, start + quantity.length) !== quantity) throw new Error(`${name}: ${start} is off`)
  }
  return tally(dirty.gold, found, (fault, fields, label, ours) => {
    if (!list) return
    const which = label ? dirty.gold.findIndex((g) => g.start === label.start) : (ours?.quantity ?? '')
    const key = `${name} ${fault} ${which} ${fields.join(' ')}`
    if (dirt === clean) known.add(key)
    else if (!known.has(key)) tell(`${name} ${fault}`, dirty.text, fields, label, ours)
  })
}

function tell(
  fault: string,
  text: string,
  fields: readonly (typeof FIELDS)[number][],
  label: Scored | null,
  ours: Scored | null,
): void {
  const { start, quantity } = label ?? ours ?? { start: 0, quantity: '' }
  const around = JSON.stringify(text.slice(Math.max(0, start - 24), start + quantity.length + 12))
  const differs = fields.map((field) => `${field}: ${String(label?.[field])} / ${String(ours?.[field])}`)
  console.log(`  ${fault} ${JSON.stringify(quantity)} ${around} ${differs.join('; ')}`)
}

function line(kind: string, score: Score, base: Score): string {
  const loss = (field: number, before: number): string => (field - before).toFixed(4).padStart(8)
  const fields = FIELDS.map((field) => `${field} ${(score.fields[field] - base.fields[field]).toFixed(3)}`)
  return `${kind.padEnd(18)} F1 ${score.f1.toFixed(4)} ${loss(score.f1, base.f1)}  core ${score.coreF1.toFixed(4)} ${loss(score.coreF1, base.coreF1)}  ${fields.join(' ')}`
}

const files = chosen()

async function scored(dirt: Dirt): Promise<Score> {
  const tallies: Tally[] = []
  for (const file of files) tallies.push(await measure(file, dirt))
  return scoreOf(pool(tallies))
}

const base = await scored(clean)
console.log(line(`clean, ${files.length} files`, base, base))
const failures: string[] = []
for (const [kind, dirt] of Object.entries(KINDS)) {
  if (only.length > 0 && !only.includes(kind)) continue
  const score = await scored(dirt)
  console.log(line(kind, score, base))
  if (base.f1 - score.f1 > LOSS.f1 || base.coreF1 - score.coreF1 > LOSS.coreF1) failures.push(kind)
}
for (const kind of failures) console.error(`more is lost than allowed: ${kind}`)
process.exitCode = failures.length > 0 ? 1 : 0
