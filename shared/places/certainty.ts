import type { Candidate } from './resolve'

/** With this score a place is told as well as the lines of title, congress and speaker tell it. */
const FULL = 12
/** How far the next candidate must be behind, as a share of the best, for the choice to be clear. */
const CLEAR = 0.3

/**
 * How sure the best of some candidates is, 0 to 1: by what speaks for it, and by how far the next one is behind. Below
 * 0.5 it is doubtful. Measured on clean and dirty reports (`docs/decisions/places.md`).
 */
export function placeCertainty(ranked: readonly Candidate[]): number {
  const [best, next] = ranked
  if (best === undefined) return 0
  const margin = 1 - (next?.score ?? 0) / best.score
  const strength = Math.min(1, best.score / FULL)
  return round(strength * (0.4 + 0.6 * Math.min(1, margin / CLEAR)))
}

/** What outside of the text contradicts is doubtful, whatever the text says. */
export const CONTRADICTED = 0.45

const round = (value: number): number => Math.round(value * 100) / 100
