import { describe, expect, it } from 'vitest'
import { between, lastOf, rowText, withoutMadeSpaces, withRun } from '#shared/formats/pdf/layout/spacing'

describe('spaces of a PDF', () => {
  it.each([
    ['2024 年 1 月', '2024年1月'],
    ['增 长 5.5%', '增长5.5%'],
    ['GDP growth of 5 per cent', 'GDP growth of 5 per cent'],
    ['（一） GDP', '（一）GDP'],
    ['— 1 —', '— 1 —'],
    ['𠮷 林', '𠮷林'],
  ])('in %s leave %s', (text, made) => {
    expect(withoutMadeSpaces(text)).toBe(made)
  })

  it('part words of two runs, and no Chinese', () => {
    expect(withRun('Belt', 'and', 0.25)).toBe('Belt and')
    expect(withRun('Bel', 't', 0.01)).toBe('Belt')
    expect(withRun('增长', '5.5%', 0.25)).toBe('增长5.5%')
    expect(withRun('', 'a', 9)).toBe('a')
  })

  it('part the parts of a row, but not the letters of a spaced title', () => {
    expect(rowText(['区长', '张三'])).toBe('区长 张三')
    expect(rowText(['目', '录'])).toBe('目录')
  })

  it.each([
    ['全市生', '产总值', ''],
    ['the Belt', 'and Road', ' '],
    ['完成投资1', '25亿元', ''],
    ['in 2023', '10 cities', ' '],
    ['well-', 'known', ''],
    ['实现GDP', '增长', ''],
    ['', '文', ''],
  ])('between %s and %s: "%s"', (before, after, space) => {
    expect(between(before, after)).toBe(space)
  })

  it('take a rare character as one', () => {
    expect(lastOf('在𠮷')).toBe('𠮷')
    expect(lastOf('')).toBe('')
  })
})
