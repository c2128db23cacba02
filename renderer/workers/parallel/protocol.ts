import type { ComparedText } from '#shared/compare/folded'
import type { SharedSentences } from '#shared/compare/shared-sentences'

/** The one thing that is asked of the worker: what two texts share. */
export interface CompareRequest {
  a: ComparedText
  b: ComparedText
}

/** What the worker tells: how far it is, 0 to 1, and in the end what it found or why it could not. */
export type CompareAnswer = { done: number } | { found: SharedSentences } | { failed: string }
