import { describe, expect, it } from 'vitest'
import { extendBySentence } from '../../../../renderer/features/reader/selection'

const text = '甲地增长8%。乙地下降2%。\n丙地持平。'
const within = { start: 0, end: text.length }
const of = (start: number, end: number) => {
  const span = extendBySentence(text, { start, end }, within)
  return text.slice(span.start, span.end).trim()
}

describe('extendBySentence', () => {
  it.each([
    ['the sentence at the caret', 3, 3, '甲地增长8%。'],
    ['the whole of a sentence begun', 2, 5, '甲地增长8%。'],
    ['one more once it is whole', 0, 7, '甲地增长8%。乙地下降2%。'],
    ['across a line break', 0, 14, text],
    ['nothing more at the end', 0, text.length, text],
  ])('takes %s', (_name, start, end, selected) => expect(of(start, end)).toBe(selected))

  it('does not leave what it is in', () => {
    const span = extendBySentence(text, { start: 0, end: 7 }, { start: 0, end: 7 })
    expect(text.slice(span.start, span.end)).toBe('甲地增长8%。')
  })
})
