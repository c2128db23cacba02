import type { TFunction } from 'i18next'

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
