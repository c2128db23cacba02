/*
 * A sketch is a sample of a text's shingles (runs of `SHINGLE` characters) by which two texts can be compared without
 * either. Every shingle is hashed and those whose hash is below a bound are kept (FracMinHash), so two texts sample the
 * same shingles: the share of kept ones that both have estimates the share of all. Unlike a MinHash of fixed length it
 * also tells how much of a short text stands in a long one, which is what a digest and its report are.
 *
 * White space and punctuation are passed over: line breaks, spaces and quotation marks are what scans and web pages
 * change. A wrong character spoils the `SHINGLE` shingles that it stands in and no others.
 */

/** Characters in a shingle. */
const SHINGLE = 5
/** One shingle in so many is kept. */
const SAMPLE = 48
/** The most that are kept: of a longer text the smallest hashes, by which it is compared at a lower bound. */
const MOST = 768
const BOUND = Math.floor(2 ** 32 / SAMPLE)

/** Below this many common candidates a share says nothing. */
const LEAST = 8

let letters: Uint8Array | null = null

/** 1 for code units that count: letters, digits, and halves of surrogate pairs (rare characters). */
function lettersTable(): Uint8Array {
  if (letters) return letters
  letters = new Uint8Array(0x1_0000)
  for (let code = 0; code < letters.length; code++) {
    const surrogate = code >= 0xd800 && code < 0xe000
    letters[code] = surrogate || /[\p{L}\p{N}]/u.test(String.fromCharCode(code)) ? 1 : 0
  }
  return letters
}

const PRIME = 0x0100_0193
/** `PRIME` to the power of `SHINGLE`: what the oldest character has been multiplied by when it leaves. */
const LEAVING = Array.from({ length: SHINGLE }).reduce<number>((power) => Math.imul(power, PRIME), 1)

/** Spreads a rolling hash over all 32 bits (the last steps of MurmurHash3). */
function spread(rolling: number): number {
  let hash = rolling
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Full-width digits and letters count as their plain ones. */
const plain = (code: number): number => (code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code)

/**
 * The sketch of a span: ascending hashes, at most 768.
 * @param text any text
 * @param start UTF-16 offset, from 0
 * @param end UTF-16 offset, exclusive
 */
export function sketchOf(text: string, start: number, end: number): number[] {
  const counts = lettersTable()
  const kept = new Set<number>()
  const window = new Uint16Array(SHINGLE)
  let rolling = 0
  let seen = 0
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    if (counts[code] === 0) continue
    const entering = plain(code)
    const slot = seen % SHINGLE
    rolling = (Math.imul(rolling, PRIME) + entering - Math.imul(window[slot] ?? 0, LEAVING)) | 0
    window[slot] = entering
    seen += 1
    if (seen < SHINGLE) continue
    const hash = spread(rolling)
    if (hash < BOUND) kept.add(hash)
  }
  const sorted = [...kept].sort((a, b) => a - b)
  return sorted.length > MOST ? sorted.slice(0, MOST) : sorted
}

/** The bound below which a sketch is whole. */
const boundOf = (sketch: readonly number[]): number =>
  sketch.length < MOST ? BOUND : (sketch[sketch.length - 1] ?? BOUND) + 1

/** How many hashes stand below a bound. */
function below(sketch: readonly number[], bound: number): number {
  let count = 0
  for (const hash of sketch) {
    if (hash >= bound) break
    count += 1
  }
  return count
}

/**
 * How much of the shorter of two texts stands in the other as well, 0 to 1, as their sketches tell: 1 for two copies and
 * for a part beside its whole. 0 where one is too short to tell.
 */
export function likeness(a: readonly number[], b: readonly number[]): number {
  const bound = Math.min(boundOf(a), boundOf(b))
  const least = Math.min(below(a, bound), below(b, bound))
  if (least < LEAST) return 0
  const other = new Set(b)
  let common = 0
  for (const hash of a) if (hash < bound && other.has(hash)) common += 1
  return common / least
}
