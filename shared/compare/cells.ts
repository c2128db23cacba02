import type { Cell } from '#shared/model/cell'
import { type ExtractedStatement, type StatementStatus, statementKey } from '#shared/model/statement'
import { unitOf } from '#shared/statements/units'

/** Twelve significant digits: more than any report prints, fewer than binary fractions can blur. */
const DIGITS = 12

/** Whole numbers below this have at most `DIGITS` digits: there is nothing to take off them. */
const EXACT = 10 ** DIGITS

/** Takes the blur of binary fractions off a product or quotient: 8.05 × 1e8 → 805000000, not 805000000.0000001. */
export const settle = (value: number): number =>
  Number.isInteger(value) && Math.abs(value) < EXACT ? value : Number(value.toPrecision(DIGITS))

/**
 * Shortens a statement to a cell, with its numbers in the base unit of their family (160亿元 → 16000000000 元).
 * @returns null for a rejected one, and for a suggested one outside the work report (`article: other`); one that the
 *   user took stays
 */
export function toCell(statement: ExtractedStatement, status: StatementStatus): Cell | null {
  if (status === 'rejected' || (statement.article !== 'main' && status === 'suggested')) return null
  const { base, factor } = unitOf(statement.unit)
  return {
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
    against: statement.base,
    subset: statement.subset,
    scope: statement.scope,
    period: statement.period,
    wording: statement.wording,
    list: statement.list,
    confidence: statement.confidence,
    status,
  }
}

/**
 * Shortens statements to cells (`toCell`); what is no cell is left out.
 * @param statements engine output with the user's word laid over it
 * @returns cells in the order of the statements
 */
export function toCells(statements: readonly (ExtractedStatement & { status: StatementStatus })[]): Cell[] {
  const cells: Cell[] = []
  for (const statement of statements) {
    const cell = toCell(statement, statement.status)
    if (cell) cells.push(cell)
  }
  return cells
}
