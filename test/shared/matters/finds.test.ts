import { describe, expect, it } from 'vitest'
import { findsOf } from '#shared/matters/finds'

describe('the finds of an expression', () => {
  const form = /居|位列/gu

  it('come in the order of the text', () => {
    expect(findsOf(form, '增速居全省第一，位列前三')).toEqual([
      { index: 2, word: '居' },
      { index: 8, word: '位列' },
    ])
  })

  it('are those of the whole words, wherever the expression was left by another search', () => {
    form.lastIndex = 5
    expect(findsOf(form, '居首')).toEqual([{ index: 0, word: '居' }])
    expect(findsOf(form, '首')).toEqual([])
  })
})
