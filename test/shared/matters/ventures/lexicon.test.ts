import { describe, expect, it } from 'vitest'
import { Lexicon, wordsOf } from '../../../../shared/matters/ventures/lexicon'

describe('a lexicon', () => {
  const roads = wordsOf('大道|道|[东西]环路?|立交桥?')

  it('finds the longest word that begins at an offset and ends in time', () => {
    expect(roads.at('东环路通', 0, 4)?.word).toBe('东环路')
    expect(roads.at('东环路通', 0, 2)?.word).toBe('东环')
    expect(roads.at('西环', 0, 2)?.word).toBe('西环')
    expect(roads.at('南环', 0, 2)).toBeNull()
  })

  it('finds the longest word that ends at an offset', () => {
    expect(roads.before('三川大道', 4, 0)?.word).toBe('大道')
    expect(roads.before('三川大道', 4, 3)?.word).toBe('道')
    expect(roads.before('三川大道', 3, 0)).toBeNull()
  })

  it('finds the first word between two offsets', () => {
    expect(roads.first('塔湾立交桥与大道', 0, 8)).toEqual({ word: '立交桥', value: true, at: 2 })
    expect(roads.first('塔湾', 0, 2)).toBeNull()
  })

  it('takes a word of one character where a longer one begins or ends alike', () => {
    const parts = wordsOf('段|河段|段落')
    expect(parts.at('段长', 0, 2)?.word).toBe('段')
    expect(parts.at('段落', 0, 2)?.word).toBe('段落')
    expect(parts.before('东段', 2, 0)?.word).toBe('段')
    expect(parts.before('河段', 2, 0)?.word).toBe('河段')
    expect(parts.at('段', 0, 1)?.word).toBe('段')
  })

  it('keeps the first meaning of a word given twice', () => {
    const stages = new Lexicon([
      ['投产', 1],
      ['投[产用]', 2],
    ])
    expect(stages.at('投产', 0, 2)?.value).toBe(1)
    expect(stages.at('投用', 0, 2)?.value).toBe(2)
  })
})
