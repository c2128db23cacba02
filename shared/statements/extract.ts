import type { ExtractedStatement } from '#shared/model/statement'
import type { StatementInput } from './input'

/**
 * Reads every quantitative statement of a report (`spec/statements.md`), in the order of the text.
 * Pure and deterministic; time grows linearly with the text.
 */
export function extractStatements(_input: StatementInput): ExtractedStatement[] {
  return []
}
