import type { ComparedVenture, VentureCandidate } from '#shared/compare/ventures'

/** What is asked of the worker: ventures are given in parts, the last one begins the comparison. */
export interface VenturesRequest {
  ventures: readonly ComparedVenture[]
  last: boolean
}

/** What the worker tells in the end: which may be the same one, the likeliest first. */
export type VenturesAnswer = { pairs: VentureCandidate[] } | { failed: string }
