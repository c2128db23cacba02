import { translate } from '../locales/translate'
import type { ExtractedStatement } from '../model/statement'
import type { ContentStatement } from './project-content'
import type { StatementWords } from './statement-table'

/** What a statement tells, as a label and words; what the text does not tell is left out. */
export type Fact = readonly [label: string, words: string]

/** The number as the fields tell it: 160亿元, 3—5%. */
function figureOf({ value, high, unit }: ExtractedStatement): string {
  return `${value}${high === null ? '' : `—${high}`}${unit}`
}

/** The name of what is measured: the indicator's where the dictionary knows it, else as written. */
export const measuredName = (statement: ExtractedStatement, { indicatorName }: StatementWords): string =>
  (statement.canonical === '' ? '' : indicatorName(statement.canonical)) || statement.indicator

/** The facts of a statement in the order in which the table of statements has them; what only says again what another does is left out. */
export function statementFacts(statement: ContentStatement, words: StatementWords): Fact[] {
  const { language } = words
  const label = (column: string): string => translate(language, `statementTable.column.${column}`)
  const named = (group: string, code: string): string =>
    code === '' ? '' : translate(language, `statementTable.${group}.${code}`)
  const own = statement.canonical === '' ? '' : words.indicatorName(statement.canonical)
  const figure = figureOf(statement)
  const facts: Fact[] = [
    [label('indicator'), own],
    [label('phrase'), statement.indicator === own ? '' : statement.indicator],
    [label('role'), named('role', statement.role)],
    [label('year'), statement.year],
    [label('written'), statement.quantity],
    [label('value'), figure === statement.quantity ? '' : figure],
    [label('comparator'), statement.comparator === 'eq' ? '' : named('comparator', statement.comparator)],
    [label('kind'), named('kind', statement.kind)],
    [label('period'), statement.period],
    [label('measure'), named('measure', statement.measure)],
    [label('basis'), statement.basis],
    [label('subset'), statement.subset],
    [label('base'), statement.base],
    [label('rank'), statement.rank],
    [label('wording'), statement.wording],
    [label('scope'), statement.scope === 'own' ? '' : statement.scope],
    [label('list'), named('list', statement.list)],
    [label('partOf'), statement.part_of],
    [label('due'), statement.due],
    [label('binding'), named('binding', statement.binding)],
    [label('status'), named('status', statement.status)],
  ]
  return facts.filter(([, value]) => value !== '')
}
