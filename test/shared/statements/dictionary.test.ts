import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { UserIndicator } from '#shared/model/indicator'
import { BUILT_IN, makeDictionary } from '#shared/statements/dictionary'
import { extractStatements } from '#shared/statements/extract'
import { INDICATORS, indicatorById } from '#shared/statements/indicators'

/** One of the user's own. */
const own = (fields: Partial<UserIndicator> = {}): UserIndicator => ({
  id: 'u_gardens',
  name: '观光茶园',
  english: 'Tea gardens',
  aliases: [],
  units: ['count'],
  direction: 'up',
  category: 'agriculture',
  warnings: [],
  excluded: [],
  ...fields,
})

/** The user's word on a built-in one. */
function about(id: string, fields: Partial<UserIndicator>): UserIndicator {
  const builtIn = indicatorById(id)
  if (!builtIn) throw new Error(`no indicator ${id}`)
  return { ...builtIn, excluded: [], ...fields }
}
const withAlias = (id: string, ...aliases: string[]) =>
  about(id, { aliases: [...(indicatorById(id)?.aliases ?? []), ...aliases] })

describe('makeDictionary', () => {
  it('is the built-in one while the user has said nothing', () => {
    expect(makeDictionary([])).toBe(BUILT_IN)
    expect(BUILT_IN.indicators).toEqual(INDICATORS)
    const words = [own()]
    expect(makeDictionary(words)).toBe(makeDictionary(words))
  })

  it('knows an indicator of the user’s by its names, with its units', () => {
    const { match, byId, indicators } = makeDictionary([own({ aliases: ['茶园主'] })])
    expect(match('观光茶园', '家')).toBe('u_gardens')
    expect(match('省级示范观光茶园', '个')).toBe('u_gardens')
    expect(match('新型茶园主', null)).toBe('u_gardens')
    expect(match('观光茶园', '亿元')).toBe('')
    expect(match('观光茶园', '%')).toBe('u_gardens')
    expect(byId('u_gardens')?.english).toBe('Tea gardens')
    expect(indicators).toHaveLength(INDICATORS.length + 1)
    expect(BUILT_IN.match('观光茶园', '家')).toBe('')
  })

  it('lets a name of the user’s that is the whole phrase win over the built-in patterns', () => {
    expect(BUILT_IN.match('工业投资', '亿元')).toBe('industrial_investment')
    const { match } = makeDictionary([own({ id: 'u_x', name: '工业投资', units: ['money'] })])
    expect(match('工业投资', '亿元')).toBe('u_x')
    // What only ends with it goes by the patterns first.
    expect(match('完成工业投资', '亿元')).toBe('industrial_investment')
  })

  it('takes names for a built-in indicator also where its patterns know better of the same word', () => {
    expect(BUILT_IN.match('区级税收', '亿元')).toBe('')
    const { match } = makeDictionary([withAlias('tax_revenue', '区级税收')])
    expect(match('区级税收', '亿元')).toBe('tax_revenue')
    expect(match('街道区级税收', '亿元')).toBe('tax_revenue')
    expect(match('减税区级税收', '亿元')).toBe('tax_revenue')
    expect(match('区级税收', '家')).toBe('')
  })

  it('is never the indicator where the phrase is excluded, and looks on', () => {
    const { match } = makeDictionary([about('industrial_investment', { excluded: ['工业投资'] })])
    expect(match('工业投资', '亿元')).toBe('')
    expect(match('工业投资（含技改）', '亿元')).toBe('')
    expect(match('完成工业投资', '亿元')).toBe('industrial_investment')
    const both = makeDictionary([
      about('industrial_investment', { excluded: ['工业投资'] }),
      own({ id: 'u_x', name: '投资', units: ['money'] }),
    ])
    expect(both.match('工业投资', '亿元')).toBe('u_x')
  })

  it('can take units and names from a built-in indicator, and adds units for the user’s names only', () => {
    const narrow = makeDictionary([about('good_air_days', { units: ['percent'] })])
    expect(BUILT_IN.match('空气质量优良天数', '天')).toBe('good_air_days')
    expect(narrow.match('空气质量优良天数', '天')).toBe('')
    const wide = makeDictionary([
      about('old_communities', { aliases: ['小区改造户'], units: ['count', 'people', 'area'] }),
    ])
    expect(wide.match('小区改造户', '万平方米')).toBe('old_communities')
    expect(wide.match('改造老旧小区', '万平方米')).toBe('')
  })

  it('changes what the engine says, and nothing else', () => {
    const text = '全市观光茶园达到120家，城镇新增就业5000人。'
    const input = { text, start: 0, end: text.length, year: 2024, kind: 'full' as const, sections: [], joins: [] }
    const plain = extractStatements(input)
    const named = extractStatements({ ...input, dictionary: makeDictionary([own()]) })
    expect(plain.map(({ canonical }) => canonical)).toEqual(['', 'urban_new_jobs'])
    expect(named.map(({ canonical }) => canonical)).toEqual(['u_gardens', 'urban_new_jobs'])
    const bare = (statements: typeof plain) =>
      statements.map(({ canonical: _, confidence: __, ...statement }) => statement)
    expect(bare(named)).toEqual(bare(plain))
  })

  it('answers for every name of the user’s with that indicator, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }), (name) => {
        const { match } = makeDictionary([own({ id: 'u_any', name })])
        expect(match(name, '个')).toBe('u_any')
      }),
    )
  })

  it('leaves all other phrases to the built-in dictionary', () => {
    const { match } = makeDictionary([own({ name: '谁也不会写的名称' })])
    for (const { name, aliases } of INDICATORS)
      for (const phrase of [name, ...aliases]) expect(match(phrase, null)).toBe(BUILT_IN.match(phrase, null))
  })
})
