import type { TFunction } from 'i18next'
import type { ExtractedStatement } from '#shared/model/statement'

/**
 * The rule that made a statement in words: how its name was found, and what decided role and year.
 * @param rule as in the statement: `left+section`, `user`
 */
export function ruleWords(t: TFunction, rule: string): string {
  const [name = '', ...others] = rule.split('+')
  return [
    t(`statements.rule.name.${name}`, { defaultValue: name }),
    ...others.map((other) => t(`statements.rule.when.${other}`, { defaultValue: other })),
  ].join(t('statements.rule.and'))
}

/** How sure the engine is of a statement, and by which rule; of one made by hand, that it was. */
export const certaintyWords = (
  t: TFunction,
  { rule, confidence }: Pick<ExtractedStatement, 'rule' | 'confidence'>,
): string =>
  rule === 'user'
    ? ruleWords(t, rule)
    : t('statements.row.confidence', { percent: Math.round(confidence * 100), rule: ruleWords(t, rule) })
