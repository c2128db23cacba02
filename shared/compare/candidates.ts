/** Units in a shingle: three Chinese characters, which a word changed here and there leaves enough of. */
const SHINGLE = 3
const BUCKETS = 1 << 16
/** A shingle that stands in more sentences than this tells nothing of which two belong together. */
const COMMON = 64
/** Two sentences are looked at where this part of the shorter one's shingles, and at least so many, stand in both. */
const LEAST_SHARE = 0.3
const LEAST_COMMON = 4

/** Places of two sentences, each in its list. */
export interface Candidate {
  a: number
  b: number
}

/** The buckets of a string's shingles, each once. */
function shinglesOf(words: string): Uint16Array {
  const buckets = new Set<number>()
  for (let at = 0; at + SHINGLE <= words.length; at++) {
    const hash =
      Math.imul(words.charCodeAt(at), 0x9e37_79b1) ^
      Math.imul(words.charCodeAt(at + 1), 0x85eb_ca6b) ^
      Math.imul(words.charCodeAt(at + 2), 0xc2b2_ae35)
    buckets.add((hash ^ (hash >>> 15)) & (BUCKETS - 1))
  }
  return Uint16Array.from(buckets)
}

/** Sentences by the buckets of their shingles: those of bucket `x` are `entries[heads[x] … heads[x + 1]]`. */
interface Index {
  heads: Int32Array
  entries: Int32Array
}

function indexOf(sentences: readonly Uint16Array[]): Index {
  const heads = new Int32Array(BUCKETS + 1)
  for (const buckets of sentences) for (const bucket of buckets) heads[bucket + 1] = (heads[bucket + 1] ?? 0) + 1
  for (let at = 1; at <= BUCKETS; at++) heads[at] = (heads[at] ?? 0) + (heads[at - 1] ?? 0)
  const next = heads.slice()
  const entries = new Int32Array(heads[BUCKETS] ?? 0)
  sentences.forEach((buckets, sentence) => {
    for (const bucket of buckets) {
      const at = next[bucket] ?? 0
      entries[at] = sentence
      next[bucket] = at + 1
    }
  })
  return { heads, entries }
}

const sizeOf = ({ heads }: Index, bucket: number): number => (heads[bucket + 1] ?? 0) - (heads[bucket] ?? 0)

/**
 * Pairs of sentences that share enough shingles to be looked at closely. An index of shingles finds them, so the time
 * grows with the length of the texts and what they share, not with its square.
 * @param told told now and then how many sentences of `a` are done
 */
export function candidatePairs(
  a: readonly string[],
  b: readonly string[],
  told: (done: number) => void = () => undefined,
): Candidate[] {
  const [shinglesA, shinglesB] = [a.map(shinglesOf), b.map(shinglesOf)]
  const [indexA, indexB] = [indexOf(shinglesA), indexOf(shinglesB)]
  const { heads, entries } = indexB
  const counts = new Uint16Array(b.length)
  const found: Candidate[] = []
  shinglesA.forEach((own, at) => {
    const touched: number[] = []
    for (const bucket of own) {
      if (sizeOf(indexA, bucket) > COMMON || sizeOf(indexB, bucket) > COMMON) continue
      for (let entry = heads[bucket] ?? 0; entry < (heads[bucket + 1] ?? 0); entry++) {
        const other = entries[entry] ?? 0
        const count = counts[other] ?? 0
        if (count === 0) touched.push(other)
        counts[other] = count + 1
      }
    }
    for (const other of touched) {
      const count = counts[other] ?? 0
      const shorter = Math.min(own.length, shinglesB[other]?.length ?? 0)
      if (count >= LEAST_COMMON && count >= shorter * LEAST_SHARE) found.push({ a: at, b: other })
      counts[other] = 0
    }
    if (at % 256 === 0) told(at)
  })
  return found
}
