import { sharedSentences } from '#shared/compare/shared-sentences'
import type { CompareAnswer, CompareRequest } from './protocol'

/** Compares two texts and tells how far it is, what it found, or why it could not. */
export function answerTo({ a, b }: CompareRequest, tell: (answer: CompareAnswer) => void): void {
  try {
    tell({ found: sharedSentences(a, b, (done) => tell({ done })) })
  } catch (error) {
    tell({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
}
