import { z } from 'zod'
import { type ExtractedMatter, MatterType, matterName } from '#shared/model/matter'

/** A label of `README.md`: type, span, and the fields of its type that are labelled. */
export type MatterLabel = { type: MatterType; start: number; end: number } & Readonly<Record<string, unknown>>

/** The part of a text in which some types were labelled. */
export const LabelledSpan = z.object({
  type: z.literal('span'),
  of: z.array(MatterType),
  start: z.int().nonnegative(),
  end: z.int().positive(),
})
export type LabelledSpan = z.infer<typeof LabelledSpan>

/** The labels of a file. */
export interface MatterLabels {
  labels: MatterLabel[]
  spans: LabelledSpan[]
}

/** Counts of one type: labels, finds, matches, and matches whose key fields are right too. */
export interface MatterTally {
  gold: number
  found: number
  matched: number
  core: number
}

const NAME: Record<MatterType, string> = {
  relative_target: 'indicator',
  rank: 'indicator',
  claim: 'covers',
  list: 'heading',
  list_item: 'heading',
  venture: 'name',
}

/** The fields that a match must have right to be right at the core. */
export const CORE: Readonly<Record<MatterType, readonly string[]>> = {
  relative_target: ['relation', 'role', 'year'],
  rank: ['position', 'within', 'among', 'role', 'year'],
  claim: ['subject', 'extent'],
  list: ['stated', 'role', 'year'],
  list_item: ['ordinal', 'count'],
  venture: ['stage'],
}

/** A name without blanks and marks. */
const bare = (name: unknown): string => String(name ?? '').replaceAll(/[\s\p{P}\p{S}]/gu, '')

const shared = (a: MatterLabel, b: ExtractedMatter): number => Math.min(a.end, b.end) - Math.max(a.start, b.start)

/** Whether a label and a find stand at the same place: a character in common, for a list item half of the longer. */
function meet(label: MatterLabel, found: ExtractedMatter): boolean {
  const common = shared(label, found)
  if (label.type !== 'list_item') return common > 0
  return common * 2 >= Math.max(label.end - label.start, found.end - found.start)
}

function named(label: MatterLabel, found: ExtractedMatter): boolean {
  const [a, b] = [bare(label[NAME[label.type]]), bare(matterName(found))]
  return a === '' || (b !== '' && (a.includes(b) || b.includes(a)))
}

/** The key fields in which a find differs from its label; what the label leaves out is not asked for. */
export const differences = (label: MatterLabel, found: ExtractedMatter): string[] =>
  CORE[label.type].filter((field) => {
    const [a, b] = [label[field], Reflect.get(found, field)]
    return a !== undefined && (typeof a === 'string' ? bare(a) !== bare(b) : (a ?? null) !== (b ?? null))
  })

/** What became of a label or a find. */
export type Told = (
  what: 'missed' | 'spurious' | 'wrong',
  fields: readonly string[],
  label: MatterLabel | null,
  found: ExtractedMatter | null,
) => void

const inside = (spans: readonly LabelledSpan[], type: MatterType, start: number): boolean => {
  const own = spans.filter(({ of }) => of.includes(type))
  return own.length === 0 || own.some((span) => start >= span.start && start < span.end)
}

/** Scores the finds of one type against its labels. Each find answers for one label, that which it fits best. */
export function matterTally(
  type: MatterType,
  { labels, spans }: MatterLabels,
  matters: readonly ExtractedMatter[],
  told: Told = () => undefined,
): MatterTally {
  const gold = labels.filter((label) => label.type === type)
  const left = new Set(matters.filter((one) => one.type === type && inside(spans, type, one.start)))
  const tally: MatterTally = { gold: gold.length, found: left.size, matched: 0, core: 0 }
  for (const label of gold) {
    const best = [...left]
      .filter((found) => meet(label, found) && named(label, found))
      .map((found) => ({ found, wrong: differences(label, found), common: shared(label, found) }))
      .sort((a, b) => a.wrong.length - b.wrong.length || b.common - a.common)[0]
    if (!best) {
      told('missed', [], label, null)
      continue
    }
    left.delete(best.found)
    tally.matched++
    if (best.wrong.length === 0) tally.core++
    else told('wrong', best.wrong, label, best.found)
  }
  for (const found of left) told('spurious', [], null, found)
  return tally
}

/** Sums tallies. */
export const poolMatters = (tallies: readonly MatterTally[]): MatterTally =>
  tallies.reduce(
    (sum, one) => ({
      gold: sum.gold + one.gold,
      found: sum.found + one.found,
      matched: sum.matched + one.matched,
      core: sum.core + one.core,
    }),
    { gold: 0, found: 0, matched: 0, core: 0 },
  )

/** Precision, recall and F1 of finding them, and F1 of having their key fields right too. */
export function matterShares({ gold, found, matched, core }: MatterTally) {
  const precision = found === 0 ? 1 : matched / found
  const recall = gold === 0 ? 1 : matched / gold
  const f1 = (right: number): number => (gold + found === 0 ? 1 : (2 * right) / (gold + found))
  return { precision, recall, f1: f1(matched), coreF1: f1(core) }
}
