import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { headingsFound, type LabelledText, labelledTexts } from './files'
import { type Heading, type HeadingTally, headingTally, poolHeadings, sharesOf } from './score'

const WHAT = ['heading', 'level'] as const
type What = (typeof WHAT)[number]

/** F1 of each set that must be held; they only rise. */
export const HEADING_FLOORS = JSON.parse(readFileSync(join(import.meta.dirname, 'floors.json'), 'utf8')) as Record<
  LabelledText['set'],
  Record<What, number>
>

/** Longest words printed of a heading. */
const SHOWN = 48

/** Where the texts come from (null: the archive beside the repository), and whether findings are printed. */
export interface EvaluationOptions {
  corpus: string | null
  list: boolean
}

/** Scores the engine's headings against all labels, prints them, and names what lies below the floors. */
export function evaluateHeadings({ corpus, list }: EvaluationOptions): string[] {
  const texts = labelledTexts(corpus)
  const failures: string[] = []
  for (const set of ['seeds', 'corpus'] as const) {
    const tallies = texts.filter((file) => file.set === set).map((file) => judge(file, list))
    const scored = tallies.filter((t) => t !== null)
    if (scored.length === 0) continue
    const pooled = poolHeadings(scored)
    print(`== headings of ${set} (${scored.length} of ${tallies.length})`, pooled)
    if (scored.length === tallies.length) failures.push(...below(set, pooled))
  }
  return failures
}

function judge({ name, text, labels }: LabelledText, list: boolean): HeadingTally | null {
  if (text === null) {
    console.log(`${name}: text not available`)
    return null
  }
  const t = headingTally(text, labels.headings, headingsFound(text), (kind, label, ours) => {
    const shown = label ?? ours
    if (!list || !shown) return
    const instead = label && ours ? ` (found at level ${ours.level})` : ''
    console.log(`  ${kind.padEnd(8)} ${brief(text, shown)}${instead}`)
  })
  print(name, t)
  return t
}

function brief(text: string, heading: Heading): string {
  const words = text.slice(heading.start, heading.end).replaceAll(/\s+/gu, ' ')
  return `L${heading.level} @${heading.start} ${words.slice(0, SHOWN)}`
}

function print(name: string, t: HeadingTally): void {
  const parts = WHAT.map((what) => {
    const { precision, recall, f1 } = sharesOf(t, what)
    return `${what === 'level' ? 'with level' : what} P ${precision.toFixed(3)} R ${recall.toFixed(3)} F1 ${f1.toFixed(3)}`
  })
  console.log(`${name}: gold ${t.gold} found ${t.found}  ${parts.join('  ')}`)
}

function below(set: LabelledText['set'], pooled: HeadingTally): string[] {
  return WHAT.flatMap((what) => {
    const { f1 } = sharesOf(pooled, what)
    const floor = HEADING_FLOORS[set][what]
    return f1 < floor ? [`headings of ${set}, ${what}: F1 ${f1.toFixed(4)} < ${floor}`] : []
  })
}
