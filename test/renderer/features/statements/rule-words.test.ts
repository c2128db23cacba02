import { readFileSync } from 'node:fs'
import type { TFunction } from 'i18next'
import { describe, expect, it } from 'vitest'
import { translate } from '#shared/locales/translate'
import { readReport } from '#shared/matters/extract'
import { Relation } from '#shared/model/matter'
import { readStructure } from '#shared/structure/structure'
import { matterCertainty, matterRuleWords, ruleWords } from '../../../../renderer/features/statements/rule-words'

const SEEDS = ['000_72280f6944ee79bd', '001_c1cea06f4beada15', '002_395ec08d707c8053', '003_f9b85e353477209f']

/** What the engine reads in the seeds. */
const CONTENTS = SEEDS.flatMap((name) => {
  const text = readFileSync(new URL(`../../../../seeds/${name}.txt`, import.meta.url), 'utf8')
  const { reports, joins, stretches } = readStructure(text)
  return reports.map(({ start, end, kind, sections }) =>
    readReport({ text, start, end, kind, sections, joins, stretches, year: 2023 }),
  )
})
const rulesOf = (items: readonly { rule: string }[]) => [...new Set([...items.map(({ rule }) => rule), 'user'])]
const STATEMENT_RULES = rulesOf(CONTENTS.flatMap(({ statements }) => statements))
const MATTER_RULES = rulesOf(CONTENTS.flatMap(({ matters }) => matters))

describe.each(['zh-CN', 'en'] as const)('rules in %s', (language) => {
  const t = ((key: string, { defaultValue = key, ...params }: { defaultValue?: string } = {}) => {
    const said = translate(language, key, params)
    return said === key ? defaultValue : said
  }) as TFunction
  const unsaid = (rule: string, words: string) => rule.split('+').filter((part) => words.split(/，|, /u).includes(part))

  it.each(STATEMENT_RULES)('has words for %s of statements', (rule) => {
    expect(unsaid(rule, ruleWords(t, rule))).toEqual([])
  })

  it.each(MATTER_RULES)('has words for %s of matters', (rule) => {
    expect(unsaid(rule, matterRuleWords(t, rule))).toEqual([])
  })

  it('has words for every relation that may stand alone', () => {
    const rules = Relation.options.map((relation) => relation.replace('_', '-'))
    expect(rules.filter((rule) => matterRuleWords(t, rule) === rule)).toEqual([])
  })

  it('says when the name was taken over, and that one was made by hand', () => {
    const words = matterRuleWords(t, 'sync-inherit+named')
    expect(words.split(/，|, /u)).toHaveLength(3)
    expect(words).not.toContain('inherit')
    expect(matterCertainty(t, { rule: 'user', confidence: 1 })).toBe(matterRuleWords(t, 'user'))
    expect(matterCertainty(t, { rule: 'sync+named', confidence: 0.84 })).toContain('84')
  })
})
