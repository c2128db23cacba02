import type { Span } from '../model/anchor'
import { type Alignment, alignWords } from './aligned-words'
import { candidatePairs } from './candidates'
import { type ComparedText, type FoldedSentence, foldedSentences, NUMBER } from './folded'
import { formulaic } from './formulae'

/** 一致: the same words; 仅数字不同: the same words with other numbers; 近似: much of one stands in the other. */
export const SHARED_KINDS = ['same', 'numbers', 'near'] as const
export type SharedKind = (typeof SHARED_KINDS)[number]

/** A sentence that two reports share. Offsets are UTF-16 code units of the two texts. */
export interface SharedSentence {
  kind: SharedKind
  /** 0 to 1: the mean of what the two have in common of both, and of the shorter one. 1 for the same words. */
  likeness: number
  /** The sentence in either text. */
  a: Span
  b: Span
  /** What stands in both, in the order of each text; the rest differs. */
  commonA: Span[]
  commonB: Span[]
  /** Numbers that stand in the same place and differ. */
  numbers: { a: string; b: string }[]
  /** How many letters and numbers stand in both. */
  length: number
  /** True for greetings, thanks and the formulae of national policy: what nearly every report has. */
  formula: boolean
}

/** How much of a text is shared: letters and numbers (each as one) that stand in the other too, and all of them. */
export interface SharedPart {
  shared: number
  all: number
}

/** What two texts share. */
export interface SharedSentences {
  /** In the order of the first text. */
  pairs: SharedSentence[]
  a: SharedPart
  b: SharedPart
}

/** A sentence shorter than this is passed over: 各位代表, 请予审议, and headings of a word or two. */
const SHORTEST = 8
/** Of two sentences that differ, the shorter one has at least so many letters. */
const SHORTEST_NEAR = 12
/** Two sentences that differ are near from here on. Set by reading pairs of the corpus. */
const NEAR = 0.6
/** Fewer letters of its own than this, and what two share is a formula. */
const LEAST_OWN = 6
/** A pair is new where so much of what it has in common is not in a better one. */
const NEW_SHARE = 0.7

/** A pair of sentences with how they lie on each other. */
interface Match {
  a: number
  b: number
  likeness: number
  alignment: Alignment
}

/**
 * The sentences that two texts share, in three classes. A sentence is in one pair, unless it holds several of the other
 * side's. Swapping the texts swaps the result.
 * @param told told now and then what part is done, 0 to 1
 */
export function sharedSentences(
  a: ComparedText,
  b: ComparedText,
  told: (done: number) => void = () => undefined,
): SharedSentences {
  const all = [foldedSentences(a), foldedSentences(b)] as const
  const [ofA, ofB] = all.map((list) => list.filter(({ words }) => words.length >= SHORTEST)) as [
    FoldedSentence[],
    FoldedSentence[],
  ]
  const exact = sameWords(ofA, ofB)
  const takenA = new Set(exact.map((match) => match.a))
  const takenB = new Set(exact.map((match) => match.b))
  const near = nearOnes(ofA, ofB, takenA, takenB, told)
  const matches = [...exact, ...chosen(near, ofA, ofB)].sort((x, y) => x.a - y.a || x.b - y.b)
  const pairs = matches.flatMap((match) => {
    const [one, other] = [ofA[match.a], ofB[match.b]]
    return one && other ? [pairOf(match, one, other)] : []
  })
  return {
    pairs,
    a: { shared: covered(matches, ofA, 'a'), all: unitsOf(all[0]) },
    b: { shared: covered(matches, ofB, 'b'), all: unitsOf(all[1]) },
  }
}

const unitsOf = (sentences: readonly FoldedSentence[]): number =>
  sentences.reduce((sum, { words }) => sum + words.length, 0)

const wholly = (words: string): Alignment => ({
  runs: [{ a: 0, b: 0, length: words.length }],
  score: words.length - 1,
})

/** Sentences of the same words: first those of the same numbers too, each with the next one that is free. */
function sameWords(ofA: readonly FoldedSentence[], ofB: readonly FoldedSentence[]): Match[] {
  const matches: Match[] = []
  const takenA = new Set<number>()
  const takenB = new Set<number>()
  const keys = [
    ({ words, numbers }: FoldedSentence) => `${words} ${numbers.join(' ')}`,
    ({ words }: FoldedSentence) => words,
  ]
  for (const keyOf of keys) {
    const free = new Map<string, number[]>()
    ofB.forEach((sentence, at) => {
      if (takenB.has(at)) return
      const key = keyOf(sentence)
      const list = free.get(key)
      if (list) list.push(at)
      else free.set(key, [at])
    })
    ofA.forEach((sentence, at) => {
      if (takenA.has(at)) return
      const other = free.get(keyOf(sentence))?.shift()
      if (other === undefined) return
      takenA.add(at)
      takenB.add(other)
      matches.push({ a: at, b: other, likeness: 1, alignment: wholly(sentence.words) })
    })
  }
  return matches
}

function nearOnes(
  ofA: readonly FoldedSentence[],
  ofB: readonly FoldedSentence[],
  takenA: ReadonlySet<number>,
  takenB: ReadonlySet<number>,
  told: (done: number) => void,
): Match[] {
  const long = (sentences: readonly FoldedSentence[], taken: ReadonlySet<number>): number[] =>
    sentences.flatMap(({ words }, at) => (words.length >= SHORTEST_NEAR && !taken.has(at) ? [at] : []))
  const [freeA, freeB] = [long(ofA, takenA), long(ofB, takenB)]
  const words = (sentences: readonly FoldedSentence[], free: readonly number[]): string[] =>
    free.map((at) => sentences[at]?.words ?? '')
  const [wordsA, wordsB] = [words(ofA, freeA), words(ofB, freeB)]
  const found = candidatePairs(wordsA, wordsB, (done) => told(done / (2 * wordsA.length)))
  const matches: Match[] = []
  found.forEach((candidate, at) => {
    const [one, other] = [wordsA[candidate.a] ?? '', wordsB[candidate.b] ?? '']
    const alignment = alignWords(one, other)
    const likeness = likenessOf(alignment, one.length, other.length)
    if (likeness >= NEAR) matches.push({ a: freeA[candidate.a] ?? 0, b: freeB[candidate.b] ?? 0, likeness, alignment })
    if (at % 256 === 0) told(0.5 + at / (2 * found.length))
  })
  return matches
}

/** The mean of what is common of both and of the shorter one: a sentence inside a longer one counts, with less. */
function likenessOf({ score }: Alignment, a: number, b: number): number {
  const common = score + 1
  return Math.min(1, common / (a + b) + common / Math.min(a, b) / 2)
}

/** The best of the matches that compete: each unit of a sentence counts for one of them. */
function chosen(matches: Match[], ofA: readonly FoldedSentence[], ofB: readonly FoldedSentence[]): Match[] {
  const apart = ({ a, b }: Match): number => Math.abs(a / ofA.length - b / ofB.length)
  matches.sort((x, y) => y.likeness - x.likeness || apart(x) - apart(y) || x.a + x.b - (y.a + y.b))
  const usedA = new Map<number, Uint8Array>()
  const usedB = new Map<number, Uint8Array>()
  const usedOf = (used: Map<number, Uint8Array>, sentences: readonly FoldedSentence[], at: number): Uint8Array => {
    const known = used.get(at) ?? new Uint8Array(sentences[at]?.words.length ?? 0)
    used.set(at, known)
    return known
  }
  return matches.filter((match) => {
    const sides = [
      { side: 'a', used: usedOf(usedA, ofA, match.a) },
      { side: 'b', used: usedOf(usedB, ofB, match.b) },
    ] as const
    const total = match.alignment.runs.reduce((sum, { length }) => sum + length, 0)
    for (const { side, used } of sides) {
      let fresh = 0
      for (const run of match.alignment.runs)
        for (let at = run[side]; at < run[side] + run.length; at++) if (used[at] === 0) fresh++
      if (fresh < total * NEW_SHARE) return false
    }
    for (const { side, used } of sides)
      for (const run of match.alignment.runs) used.fill(1, run[side], run[side] + run.length)
    return true
  })
}

/** Units of all sentences on one side that are in a match. */
function covered(matches: readonly Match[], sentences: readonly FoldedSentence[], side: 'a' | 'b'): number {
  const used = new Map<number, Uint8Array>()
  for (const match of matches) {
    const at = match[side]
    const marks = used.get(at) ?? new Uint8Array(sentences[at]?.words.length ?? 0)
    used.set(at, marks)
    for (const run of match.alignment.runs) marks.fill(1, run[side], run[side] + run.length)
  }
  let sum = 0
  for (const marks of used.values()) for (const mark of marks) sum += mark
  return sum
}

/** Places of the numbers among a sentence's units. */
const numbersBefore = (words: string, at: number): number => {
  let count = 0
  for (let i = words.indexOf(NUMBER); i >= 0 && i < at; i = words.indexOf(NUMBER, i + 1)) count++
  return count
}

function pairOf({ likeness, alignment }: Match, one: FoldedSentence, other: FoldedSentence): SharedSentence {
  const numbers: SharedSentence['numbers'] = []
  const commonA: Span[] = []
  const commonB: Span[] = []
  const own = formulaic(one.words)
  let length = 0
  let weight = 0
  for (const run of alignment.runs) {
    const [firstA, firstB] = [numbersBefore(one.words, run.a), numbersBefore(other.words, run.b)]
    let met = 0
    let from = 0
    const keep = (to: number): void => {
      if (to <= from) return
      commonA.push({ start: one.starts[run.a + from] ?? 0, end: one.ends[run.a + to - 1] ?? 0 })
      commonB.push({ start: other.starts[run.b + from] ?? 0, end: other.ends[run.b + to - 1] ?? 0 })
      length += to - from
    }
    for (let at = 0; at < run.length; at++) {
      if (one.words.charAt(run.a + at) !== NUMBER) {
        weight += own[run.a + at] === 0 ? 1 : 0
        continue
      }
      const [x = '', y = ''] = [one.numbers[firstA + met], other.numbers[firstB + met]]
      met++
      if (x === y) continue
      numbers.push({ a: x, b: y })
      keep(at)
      from = at + 1
    }
    keep(run.length)
  }
  const kind = likeness < 1 ? 'near' : numbers.length > 0 ? 'numbers' : 'same'
  return {
    kind,
    likeness,
    a: { start: one.start, end: one.end },
    b: { start: other.start, end: other.end },
    commonA,
    commonB,
    numbers,
    length,
    formula: weight < LEAST_OWN,
  }
}
