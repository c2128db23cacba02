import { parseArgs } from 'node:util'
import { headingsFound, labelledTexts } from './files'
import { type Heading, type HeadingTally, headingTally, poolHeadings, sharesOf } from './score'

/** `npx tsx test/gold/headings/evaluate.ts [--corpus FOLDER] [--list]`: scores the engine's headings, see README.md. */
const { values } = parseArgs({ options: { corpus: { type: 'string' }, list: { type: 'boolean', default: false } } })

/** Longest words printed of a heading. */
const SHOWN = 48

function brief(text: string, heading: Heading): string {
  const words = text.slice(heading.start, heading.end).replaceAll(/\s+/gu, ' ')
  return `L${heading.level} @${heading.start} ${words.slice(0, SHOWN)}`
}

function judge(text: string, gold: readonly Heading[]): HeadingTally {
  return headingTally(text, gold, headingsFound(text), (kind, label, ours) => {
    const shown = label ?? ours
    if (!values.list || !shown) return
    const instead = label && ours ? ` found at level ${ours.level}` : ''
    console.log(`  ${kind.padEnd(8)} ${brief(text, shown)}${instead}`)
  })
}

function print(name: string, t: HeadingTally): void {
  const parts = (['heading', 'level'] as const).map((what) => {
    const { precision, recall, f1 } = sharesOf(t, what)
    return `${what} P ${precision.toFixed(3)} R ${recall.toFixed(3)} F1 ${f1.toFixed(3)}`
  })
  console.log(`${name}: gold ${t.gold} found ${t.found}  ${parts.join('  ')}`)
}

const texts = labelledTexts(values.corpus ?? null)
for (const set of ['seeds', 'corpus'] as const) {
  const tallies: HeadingTally[] = []
  for (const { name, text, labels } of texts.filter((file) => file.set === set)) {
    if (text === null) {
      console.log(`${name}: text not available`)
      continue
    }
    const t = judge(text, labels.headings)
    print(name, t)
    tallies.push(t)
  }
  if (tallies.length > 0) print(`== ${set} (${tallies.length})`, poolHeadings(tallies))
}
