import type { ComparedVenture, VentureCandidate } from '#shared/compare/ventures'
import type { VentureLink } from '#shared/model/matter'

/** Which pairs are wanted: one side at least is of one of these places and years, and its name has every word. */
export interface PairsAsked {
  text: string
  places: readonly string[]
  years: readonly number[]
}

/** What the user has said of ventures, and which pairs are wanted. */
export interface PairsQuery {
  links: readonly Pick<VentureLink, 'a' | 'b' | 'verdict'>[]
  asked: PairsAsked
}

/** What is asked of the worker: ventures are given in parts, then questions about the pairs among them. */
export type VenturesRequest = { ventures: readonly ComparedVenture[] } | { turn: number; query: PairsQuery }

/** The pairs that are open, the likeliest first. */
export interface OpenPairs {
  pairs: VentureCandidate[]
  /** How many there are; the first of them are given. */
  total: number
  /** How many were found, those that are decided too. */
  found: number
}

/** What the worker tells: the answer to the question of a turn. */
export type VenturesAnswer = { turn: number; open: OpenPairs } | { turn: number; failed: string }
