/** Randomness that a seed brings again. */
export interface Random {
  /** A whole number from `low` up to `high`, both included. */
  whole(low: number, high: number): number
  /** One of some, each as likely as its weight. */
  weighed<T extends string>(weights: Readonly<Record<T, number>>): T
  chance(share: number): boolean
}

/** Mulberry32 (Tommy Ettinger, public domain). */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (share) => next() < share,
    weighed: <T extends string>(weights: Readonly<Record<T, number>>): T => {
      const all = Object.entries(weights) as [T, number][]
      let left = next() * all.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [name, weight] of all) {
        left -= weight
        if (left < 0) return name
      }
      throw new Error('nothing to choose from')
    },
  }
}

/** A seed for a run that was given none. */
export const newSeed = (): number => Math.floor(Math.random() * 2 ** 31)
