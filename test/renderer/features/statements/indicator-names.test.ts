import { describe, expect, it } from 'vitest'
import { indicatorOptions, listedName } from '../../../../renderer/features/statements/indicator-names'

describe('names of indicators', () => {
  it.each([
    ['gdp', 'zh-CN', '地区生产总值'],
    ['', 'zh-CN', '原文'],
    ['no_such', 'en', '原文'],
  ])('%j in %s is listed as %s', (canonical, language, name) => {
    expect(listedName({ canonical, indicator: '原文' }, language)).toBe(name)
  })

  it('are English in English', () => {
    expect(listedName({ canonical: 'gdp', indicator: '原文' }, 'en')).toMatch(/^[\x20-\x7e]+$/)
  })

  it('can be found by any of their names', () => {
    const gdp = indicatorOptions('zh-CN').find(({ value }) => value === 'gdp')
    expect(gdp?.search).toContain('gdp')
    expect(gdp?.search).toContain('地区生产总值')
    expect(gdp?.label).toBe('地区生产总值')
  })
})
