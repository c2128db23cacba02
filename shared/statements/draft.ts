import type { Span } from '#shared/model/anchor'
import type { ExtractedStatement } from '#shared/model/statement'
import type { StatementInput } from './input'

/**
 * Drafts a statement from a number that the user selected: the same analysis as the engine's, on the sentence
 * around the selection.
 * @returns null where the selection holds no numeral
 */
export function draftStatement(_input: StatementInput & { selection: Span }): ExtractedStatement | null {
  return null
}
