import { readFileSync } from 'node:fs'
import type { TFunction } from 'i18next'
import { describe, expect, it } from 'vitest'
import { translate } from '#shared/locales/translate'
import { extractStatements } from '#shared/statements/extract'
import { readStructure } from '#shared/structure/structure'
import { ruleWords } from '../../../../renderer/features/statements/rule-words'

const SEEDS = ['000_72280f6944ee79bd', '001_c1cea06f4beada15', '002_395ec08d707c8053', '003_f9b85e353477209f']

/** The rules that made the statements of the seeds. */
function rulesOfSeeds(): string[] {
  const rules = SEEDS.flatMap((name) => {
    const text = readFileSync(new URL(`../../../../seeds/${name}.txt`, import.meta.url), 'utf8')
    const { reports, joins, stretches } = readStructure(text)
    return reports.flatMap(({ start, end, kind, sections }) =>
      extractStatements({ text, start, end, kind, sections, joins, stretches, year: 2023 }).map(({ rule }) => rule),
    )
  })
  return [...new Set([...rules, 'user'])]
}

describe.each(['zh-CN', 'en'] as const)('rules in %s', (language) => {
  const t = ((key: string, { defaultValue = key }: { defaultValue?: string } = {}) => {
    const said = translate(language, key, {})
    return said === key ? defaultValue : said
  }) as TFunction

  it.each(rulesOfSeeds())('has words for %s', (rule) => {
    const words = ruleWords(t, rule)
    for (const part of rule.split('+')) expect(words.split(/，|, /u)).not.toContain(part)
  })
})
