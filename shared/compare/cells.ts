import type { Cell } from '#shared/model/cell'
import { type ExtractedStatement, type StatementStatus, statementKey } from '#shared/model/statement'
import { unitOf } from '#shared/statements/units'

/** Twelve significant digits: more than any report prints, fewer than binary fractions can blur. */
const DIGITS = 12

/** Takes the blur of binary fractions off a product or quotient: 8.05 × 1e8 → 805000000, not 805000000.0000001. */
export const settle = (value: number): number => Number(value.toPrecision(DIGITS))

/**
 * Shortens statements to cells, with their numbers in the base unit of their family (160亿元 → 16000000000 元).
 * Rejected statements are left out, and suggested ones
 * outside the work report (`article: other`); one that the user took stays.
 * @param statements engine output with the user's word laid over it
 * @returns cells in the order of the statements
 */
export function toCells(statements: readonly (ExtractedStatement & { status: StatementStatus })[]): Cell[] {
  const cells: Cell[] = []
  for (const statement of statements) {
    if (statement.status === 'rejected') continue
    if (statement.article !== 'main' && statement.status === 'suggested') continue
    const { base, factor } = unitOf(statement.unit)
    cells.push({
      key: statementKey(statement),
      start: statement.start,
      quantity: statement.quantity,
      indicator: statement.canonical || statement.indicator,
      kind: statement.kind,
      role: statement.role,
      year: statement.year,
      value: statement.value,
      high: statement.high,
      unit: statement.unit,
      normal: settle(statement.value * factor),
      normalHigh: statement.high === null ? null : settle(statement.high * factor),
      base,
      comparator: statement.comparator,
      measure: statement.measure,
      basis: statement.basis,
      subset: statement.subset,
      scope: statement.scope,
      period: statement.period,
      wording: statement.wording,
      list: statement.list,
      confidence: statement.confidence,
      status: statement.status,
    })
  }
  return cells
}
