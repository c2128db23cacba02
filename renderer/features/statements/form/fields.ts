import { ExtractedStatement } from '#shared/model/statement'
import { parseNumber } from '#shared/text/typed-number'

/** What the form holds: the statement's fields as they are typed. */
export type Fields = Pick<
  ExtractedStatement,
  | 'unit'
  | 'comparator'
  | 'kind'
  | 'role'
  | 'year'
  | 'indicator'
  | 'canonical'
  | 'scope'
  | 'period'
  | 'measure'
  | 'basis'
  | 'subset'
  | 'wording'
  | 'base'
  | 'rank'
  | 'part_of'
  | 'binding'
  | 'due'
  | 'list'
> & { value: string; high: string }

export type FieldName = keyof Fields

/** The scope of the report's own place; the form shows it as an empty field. */
const OWN = 'own'

/** A statement's fields for the form. */
export function fieldsOf(statement: ExtractedStatement): Fields {
  const { unit, comparator, kind, role, year, indicator, canonical } = statement
  const { period, measure, basis, subset, wording, base, rank, part_of, binding, due, list } = statement
  const scope = statement.scope === OWN ? '' : statement.scope
  const value = String(statement.value)
  const high = statement.high === null ? '' : String(statement.high)
  return {
    ...{ value, high, unit, comparator, kind, role, year, indicator, canonical, scope },
    ...{ period, measure, basis, subset, wording, base, rank, part_of, binding, due, list },
  }
}

export type FormResult = { ok: true; statement: ExtractedStatement } | { ok: false; wrong: FieldName[] }

const nameOf = (issue: { path: readonly PropertyKey[] }, fields: Fields): FieldName[] => {
  const head = String(issue.path[0] ?? '')
  return head in fields ? [head as FieldName] : []
}

/**
 * The statement that the form stands for, checked by the record's schema.
 * @param base the statement that was opened; what the form does not show is kept
 * @returns the names of the fields that are wrong, where any is
 */
export function readFields(base: ExtractedStatement, fields: Fields): FormResult {
  const value = parseNumber(fields.value)
  const high = fields.high.trim() === '' ? null : parseNumber(fields.high)
  const wrong = new Set<FieldName>()
  if (value === null) wrong.add('value')
  if (high === null && (fields.high.trim() !== '' || fields.comparator === 'range')) wrong.add('high')
  // A decline by 3% to 5% is −3 and −5: the low end is the smaller change.
  if (high !== null && value !== null && (value < 0 ? high > value : high < value)) wrong.add('high')
  if (fields.indicator.trim() === '') wrong.add('indicator')
  const trimmed = Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, text.trim()]))
  const scope = trimmed.scope || OWN
  const comparator = high === null ? fields.comparator : 'range'
  const parsed = ExtractedStatement.safeParse({ ...base, ...trimmed, scope, comparator, value: value ?? 0, high })
  if (!parsed.success)
    for (const issue of parsed.error.issues) for (const name of nameOf(issue, fields)) wrong.add(name)
  if (wrong.size > 0) return { ok: false, wrong: [...wrong] }
  if (!parsed.success) throw parsed.error
  return { ok: true, statement: parsed.data }
}
