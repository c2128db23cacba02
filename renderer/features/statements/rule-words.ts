import type { TFunction } from 'i18next'
import type { ExtractedStatement } from '#shared/model/statement'

/** Where the words for rules are: those for statements and those for matters. */
const STATEMENT_RULES = 'statements.rule.name'
const MATTER_RULES = 'matters.review.rule'

/** The end of a rule's name when the name of the thing was taken over from the clause before. */
const INHERITED = '-inherit'

function said(t: TFunction, rule: string, where: string): string {
  const [name = '', ...others] = rule.split('+')
  const inherits = name.endsWith(INHERITED)
  const own = inherits ? name.slice(0, -INHERITED.length) : name
  return [
    t(`${where}.${own}`, { defaultValue: own }),
    ...(inherits ? [t(`${where}.inherit`)] : []),
    ...others.map((other) => t(`statements.rule.when.${other}`, { defaultValue: other })),
  ].join(t('statements.rule.and'))
}

/**
 * The rule that made a statement in words: how its name was found, and what decided role and year.
 * @param rule as in the statement: `left+section`, `user`
 */
export const ruleWords = (t: TFunction, rule: string): string => said(t, rule, STATEMENT_RULES)

/** The rule that made a matter in words: `sync+section`, `compare-inherit+named`, `user`. */
export const matterRuleWords = (t: TFunction, rule: string): string => said(t, rule, MATTER_RULES)

type Judged = Pick<ExtractedStatement, 'rule' | 'confidence'>

function certainty(t: TFunction, { rule, confidence }: Judged, words: string): string {
  if (rule === 'user') return words
  return t('statements.row.confidence', { percent: Math.round(confidence * 100), rule: words })
}

/** How sure the engine is of a statement, and by which rule; of one made by hand, that it was. */
export const certaintyWords = (t: TFunction, statement: Judged): string =>
  certainty(t, statement, ruleWords(t, statement.rule))

/** How sure the engine is of a matter; see `certaintyWords`. */
export const matterCertainty = (t: TFunction, matter: Judged): string =>
  certainty(t, matter, matterRuleWords(t, matter.rule))
