import type { Span } from '../model/anchor'
import { alignWords, type Run } from './aligned-words'
import { type ComparedText, type FoldedSentence, foldedSentences, NUMBER } from './folded'

/** A sentence beside the one of another text that is most like it. Offsets are those of the two texts. */
export interface NearestSentence {
  /** 0 to 1, reckoned as for sentences that two reports share. */
  likeness: number
  a: Span
  b: Span
  /** What stands in both, in the order of each; the rest was changed. */
  commonA: Span[]
  commonB: Span[]
}

/** Less than this in common is chance: the one sentence has not become the other. Set by reading pairs of the corpus. */
const LEAST = 0.3

function likenessOf(score: number, a: number, b: number): number {
  const common = score + 1
  return Math.min(1, common / (a + b) + common / Math.min(a, b) / 2)
}

/** The number that each unit of a sentence stands for, '' for letters. */
function numbersOf({ words, numbers }: FoldedSentence): string[] {
  let next = 0
  return Array.from(words, (unit) => (unit === NUMBER ? (numbers[next++] ?? '') : ''))
}

/** Where runs stand in both texts, parted where two numbers differ. */
function commonOf(
  one: FoldedSentence,
  other: FoldedSentence,
  runs: readonly Run[],
): Pick<NearestSentence, 'commonA' | 'commonB'> {
  const [ofOne, ofOther] = [numbersOf(one), numbersOf(other)]
  const [commonA, commonB]: [Span[], Span[]] = [[], []]
  for (const { a, b, length } of runs)
    for (let from = 0, to = 0; to <= length; to++) {
      if (to < length && ofOne[a + to] === ofOther[b + to]) continue
      if (to > from) {
        commonA.push({ start: one.starts[a + from] ?? 0, end: one.ends[a + to - 1] ?? 0 })
        commonB.push({ start: other.starts[b + from] ?? 0, end: other.ends[b + to - 1] ?? 0 })
      }
      from = to + 1
    }
  return { commonA, commonB }
}

/**
 * The sentence of a text that is most like a sentence of another one; of equally like ones the first. A sentence that is
 * compared in parts (`foldedSentences`) counts with its first part.
 * @param a the sentence: its text, with the sentence as the span
 * @returns null where no sentence has enough in common with it
 */
export function nearestSentence(a: ComparedText, b: ComparedText): NearestSentence | null {
  const [one] = foldedSentences(a)
  if (!one) return null
  let best: { likeness: number; other: FoldedSentence; runs: readonly Run[] } | null = null
  for (const other of foldedSentences(b)) {
    const { runs, score } = alignWords(one.words, other.words)
    const likeness = runs.length === 0 ? 0 : likenessOf(score, one.words.length, other.words.length)
    if (likeness >= LEAST && likeness > (best?.likeness ?? 0)) best = { likeness, other, runs }
  }
  if (!best) return null
  const { likeness, other, runs } = best
  return {
    ...{ likeness, a: { start: one.start, end: one.end }, b: { start: other.start, end: other.end } },
    ...commonOf(one, other, runs),
  }
}
