import { describe, expect, it } from 'vitest'
import { isTraditional, SIMPLIFIED, simplified } from '#shared/text/traditional'

describe('simplified', () => {
  it('reads a traditional text character for character', () => {
    expect(simplified('規模以上工業增加值增長8%')).toBe('规模以上工业增加值增长8%')
  })

  it('leaves a traditional character in a name alone', () => {
    const text = `第十屆代表大会，龍香大米，${'经济社会发展取得新的成绩。'.repeat(10)}`
    expect(isTraditional(text)).toBe(false)
    expect(simplified(text)).toBe(text)
  })

  it('looks at the span that is asked about', () => {
    const text = '地區生產總值地区生产总值'
    expect(isTraditional(text, 0, 6)).toBe(true)
    expect(isTraditional(text, 6, 12)).toBe(false)
  })

  it('leads to characters that stay', () => {
    for (const to of SIMPLIFIED.values()) expect(SIMPLIFIED.has(to)).toBe(false)
  })
})
