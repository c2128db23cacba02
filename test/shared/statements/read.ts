import type { ExtractedStatement } from '#shared/model/statement'
import { extractStatements } from '#shared/statements/extract'
import type { StatementInput } from '#shared/statements/input'

export const REPORT_YEAR = 2023

/** A report of 2023 with one paragraph in its review or in its plan. */
export function inputOf(text: string, part: Partial<StatementInput> = {}): StatementInput {
  return { text, start: 0, end: text.length, year: REPORT_YEAR, kind: 'full', sections: [], joins: [], ...part }
}

export const review = (sentence: string): ExtractedStatement[] =>
  extractStatements(inputOf(`一、2022年工作回顾\n${sentence}`))

export const plan = (sentence: string): ExtractedStatement[] =>
  extractStatements(inputOf(`二、2023年工作安排\n${sentence}`))

/** A statement in one line: 地区生产总值 160亿元 eq level [gdp]. */
export const line = (s: ExtractedStatement): string =>
  [s.indicator, s.quantity, s.comparator, s.kind, s.canonical === '' ? '' : `[${s.canonical}]`]
    .filter((part) => part !== '')
    .join(' ')

export const lines = (statements: readonly ExtractedStatement[]): string[] => statements.map(line)
