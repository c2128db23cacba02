// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { BUILT_IN, makeDictionary } from '#shared/statements/dictionary'
import { indicatorOptions, listedName } from '../../../../renderer/features/statements/indicator-names'

describe('names of indicators', () => {
  it.each([
    ['gdp', 'zh-CN', '地区生产总值'],
    ['', 'zh-CN', '原文'],
    ['no_such', 'en', '原文'],
  ])('%j in %s is listed as %s', (canonical, language, name) => {
    expect(listedName(BUILT_IN, { canonical, indicator: '原文' }, language)).toBe(name)
  })

  it('are English in English', () => {
    expect(listedName(BUILT_IN, { canonical: 'gdp', indicator: '原文' }, 'en')).toMatch(/^[\x20-\x7e]+$/)
  })

  it('can be found by any of their names', () => {
    const gdp = indicatorOptions(BUILT_IN, 'zh-CN').find(({ value }) => value === 'gdp')
    expect(gdp?.search).toContain('gdp')
    expect(gdp?.search).toContain('地区生产总值')
    expect(gdp?.label).toBe('地区生产总值')
  })

  it('are the user’s where the user gave one', () => {
    const own = {
      ...{ id: 'u_1', name: '低空经济', english: 'Low-altitude economy', aliases: ['低空产业'], excluded: [] },
    }
    const rest = { units: ['money' as const], direction: 'up' as const, category: 'economy', warnings: [] }
    const dictionary = makeDictionary([{ ...own, ...rest }])
    expect(listedName(dictionary, { canonical: 'u_1', indicator: '原文' }, 'zh-CN')).toBe('低空经济')
    expect(indicatorOptions(dictionary, 'en').find(({ value }) => value === 'u_1')?.search).toContain('低空产业')
  })
})
