import { matching, type Scored } from './score'

/** The further fields of a labelled statement (`README.md`), beside those that every file is labelled with. */
const TEXT_FIELDS = ['period', 'wording', 'part_of', 'base', 'rank', 'basis', 'subset', 'due'] as const
const CHOICES = ['measure', 'binding', 'list'] as const
export const FURTHER = [...TEXT_FIELDS, ...CHOICES] as const
export type FurtherField = (typeof FURTHER)[number]

/** Counts of one field over matched statements. */
interface Count {
  /** Statements compared. */
  all: number
  right: number
  /** With the field in the labels, and in what was extracted. */
  labelled: number
  found: number
  /** With it in both, and the same. */
  hit: number
}
export type FurtherTally = Record<FurtherField, Count>

/** Share right of all, and of those that are not empty: found ones that are right, labelled ones that were found. */
export interface FurtherShares {
  right: number
  precision: number
  recall: number
  labelled: number
  /** Of precision and recall, 1 where the field is neither labelled nor found. */
  f1: number
}

/** Tells a wrong field to people. */
export type FurtherReport = (field: FurtherField, gold: Scored, ours: Scored) => void

const wordOf = (s: Scored, field: FurtherField): string => {
  const word = (s as unknown as Record<string, unknown>)[field]
  return typeof word === 'string' ? word.replace(/[“”"‘’'\s]/gu, '') : ''
}

const isChoice = (field: FurtherField): boolean => (CHOICES as readonly string[]).includes(field)

/** Whether a field is the same: equal, or for words of the text one holds the other and both are empty or neither is. */
function same(field: FurtherField, gold: string, ours: string): boolean {
  if (isChoice(field) || gold === '' || ours === '') return gold === ours
  return gold.includes(ours) || ours.includes(gold)
}

/** Whether a file is labelled for the further fields: its first line has a `period` key. */
export const hasFurther = (labelled: readonly Scored[]): boolean => labelled[0] !== undefined && 'period' in labelled[0]

const blank = (): FurtherTally =>
  Object.fromEntries(
    FURTHER.map((f) => [f, { all: 0, right: 0, labelled: 0, found: 0, hit: 0 }]),
  ) as unknown as FurtherTally

/** Compares the further fields of the statements that pair up. */
export function furtherTally(
  labelled: readonly Scored[],
  extracted: readonly Scored[],
  report: FurtherReport = () => undefined,
): FurtherTally {
  const counts = blank()
  for (const { gold, ours } of matching(labelled, extracted).pairs) {
    for (const field of FURTHER) {
      const [a, b] = [wordOf(gold, field), wordOf(ours, field)]
      const right = same(field, a, b)
      const count = counts[field]
      count.all++
      if (a !== '') count.labelled++
      if (b !== '') count.found++
      if (right) count.right++
      else report(field, gold, ours)
      if (right && a !== '') count.hit++
    }
  }
  return counts
}

/** Adds tallies up. */
export function poolFurther(tallies: readonly FurtherTally[]): FurtherTally {
  const sum = blank()
  for (const t of tallies)
    for (const field of FURTHER)
      for (const key of ['all', 'right', 'labelled', 'found', 'hit'] as const) sum[field][key] += t[field][key]
  return sum
}

const share = (part: number, all: number): number => (all === 0 ? 1 : Number((part / all).toFixed(4)))

/** The shares of every field. */
export function furtherShares(t: FurtherTally): Record<FurtherField, FurtherShares> {
  return Object.fromEntries(
    FURTHER.map((field) => {
      const { all, right, labelled, found, hit } = t[field]
      const shares: FurtherShares = {
        right: share(right, all),
        precision: share(hit, found),
        recall: share(hit, labelled),
        f1: share(2 * hit, found + labelled),
        labelled,
      }
      return [field, shares]
    }),
  ) as Record<FurtherField, FurtherShares>
}
