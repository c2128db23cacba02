/** How often the words of some texts occur. */
export interface WordCounts {
  /** All words, those that are not compared (stop words) too: the size of the corpus. */
  size: number
  /** By word: how often, and in how many reports. */
  words: ReadonlyMap<string, { count: number; reports: number }>
  reports: number
}

/** One side of a word's figures. */
export interface Side {
  /** How often it occurs. */
  count: number
  /** How often it would if both sides used it alike. */
  expected: number
  /** Per 10,000 words. */
  rate: number
  /** In how many reports of the side. */
  reports: number
}

/** A word that one side uses more than the other. */
export interface KeyWord {
  word: string
  a: Side
  b: Side
  /** Log-likelihood G². */
  g2: number
  /** log2 of the ratio of the rates: 1 means twice as often in `a`, −1 twice as often in `b`. */
  logRatio: number
  /** Which side has more of it. */
  side: 'a' | 'b'
  /** The strictest of `LEVELS` that it passes, as p; null where it passes none. */
  p: number | null
}

/** Critical values of the chi-squared distribution with one degree of freedom (Rayson, LL wizard). */
export const LEVELS = [
  { p: 0.0001, g2: 15.13 },
  { p: 0.001, g2: 10.83 },
  { p: 0.01, g2: 6.63 },
  { p: 0.05, g2: 3.84 },
] as const

const term = (observed: number, expected: number): number =>
  observed === 0 ? 0 : observed * Math.log(observed / expected)

/**
 * Log-likelihood of a word in two corpora, by Rayson and Garside (2000), after Dunning (1993):
 * G² = 2 (a ln(a/E1) + b ln(b/E2)) with E1 = c(a+b)/(c+d), E2 = d(a+b)/(c+d). 0 for a corpus without a word.
 * @param a how often it occurs in the first corpus
 * @param b how often in the second
 * @param c words of the first corpus
 * @param d words of the second
 */
export function logLikelihood(a: number, b: number, c: number, d: number): number {
  if (c === 0 || d === 0) return 0
  const [first, second] = expectedOf(a, b, c, d)
  // A hair below 0 is rounding: the sum is never negative.
  return Math.max(0, 2 * (term(a, first) + term(b, second)))
}

function expectedOf(a: number, b: number, c: number, d: number): [number, number] {
  const all = c + d
  return all === 0 ? [0, 0] : [(c * (a + b)) / all, (d * (a + b)) / all]
}

/** Stands for a count of 0, whose logarithm is none (Hardie 2014). */
const ZERO = 0.5

/** Log ratio (Hardie 2014): log2 of the ratio of the relative frequencies; a count of 0 is taken as 0.5. */
export const logRatio = (a: number, b: number, c: number, d: number): number =>
  c === 0 || d === 0 ? 0 : Math.log2((a || ZERO) / c / ((b || ZERO) / d))

/** The strictest level that a G² passes. */
export const levelOf = (g2: number): number | null => LEVELS.find((level) => g2 >= level.g2)?.p ?? null

const rateOf = (count: number, size: number): number => (size === 0 ? 0 : (count / size) * 10_000)

/** Which words are told. */
export interface KeynessChoice {
  /** Words that occur less often in both sides together are not compared. */
  least: number
  /** Only words that pass this level. */
  p: number
  /** So many words of each side at most. */
  most: number
}

/** What was found, with the figures that it rests on. */
export interface Keyness {
  /** The words of both sides, the largest G² first. */
  words: readonly KeyWord[]
  /** Words that were compared. */
  compared: number
  /** Words of each side that pass the level, told or not. */
  passing: { a: number; b: number }
  a: { size: number; reports: number }
  b: { size: number; reports: number }
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * The words that set two corpora apart (特征词), by log-likelihood. Swapping the corpora swaps the sides and turns the
 * signs of the log ratios; nothing else changes.
 */
export function keyness(a: WordCounts, b: WordCounts, { least, p, most }: KeynessChoice): Keyness {
  const found: KeyWord[] = []
  let compared = 0
  const none = { count: 0, reports: 0 }
  for (const word of new Set([...a.words.keys(), ...b.words.keys()])) {
    const [one, other] = [a.words.get(word) ?? none, b.words.get(word) ?? none]
    if (one.count + other.count < least) continue
    compared++
    const g2 = logLikelihood(one.count, other.count, a.size, b.size)
    const level = levelOf(g2)
    if (level === null || level > p) continue
    const [expectedA, expectedB] = expectedOf(one.count, other.count, a.size, b.size)
    found.push({
      word,
      a: { ...one, expected: expectedA, rate: rateOf(one.count, a.size) },
      b: { ...other, expected: expectedB, rate: rateOf(other.count, b.size) },
      g2,
      logRatio: logRatio(one.count, other.count, a.size, b.size),
      side: one.count * b.size >= other.count * a.size ? 'a' : 'b',
      p: level,
    })
  }
  found.sort((x, y) => y.g2 - x.g2 || byText(x.word, y.word))
  const ofSide = (side: 'a' | 'b'): KeyWord[] => found.filter((word) => word.side === side)
  const told = new Set([...ofSide('a').slice(0, most), ...ofSide('b').slice(0, most)])
  return {
    words: found.filter((word) => told.has(word)),
    compared,
    passing: { a: ofSide('a').length, b: ofSide('b').length },
    a: { size: a.size, reports: a.reports },
    b: { size: b.size, reports: b.reports },
  }
}
