import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seenText } from '#shared/text/unseen'

describe('seenText', () => {
  it('takes out what nobody sees', () => {
    const seen = seenText('\ufeff政府\u200b工作\u00ad报告')
    expect(seen.text).toBe('\ufeff政府工作报告')
    expect(seen.back({ start: 3, end: 7 })).toEqual({ start: 4, end: 9 })
  })

  it('closes up a text in which every character stands apart, and no other', () => {
    const apart = '政 府 工 作 报 告\n市 长  杨 雄'
    expect(seenText(apart).text).toBe('政府工作报告\n市长  杨雄')
    expect(seenText(apart).back({ start: 7, end: 9 })).toEqual({ start: 12, end: 15 })
    expect(seenText('政府工作报告\n市长 杨雄').text).toBe('政府工作报告\n市长 杨雄')
  })

  it('shows a text in traditional characters in simplified ones', () => {
    expect(seenText('地區生產總值增長').text).toBe('地区生产总值增长')
  })

  it('leaves other texts as they are', () => {
    const text = '\ufeff政府工作报告\r\n'
    const span = { start: 1, end: 3 }
    expect(seenText(text).text).toBe(text)
    expect(seenText(text).back(span)).toBe(span)
  })

  it('finds every seen character behind the first again in the text itself', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('政', '府', '\n', '\u200b', '\u00ad', '\ufeff', '𠮷')), (parts) => {
        const text = parts.join('')
        const seen = seenText(text)
        for (let i = 1; i < seen.text.length; i++) {
          const { start } = seen.back({ start: i, end: i + 1 })
          expect(text[start]).toBe(seen.text[i])
          expect(seen.forth({ start, end: start + 1 })).toEqual({ start: i, end: i + 1 })
        }
        expect(seen.back({ start: 0, end: seen.text.length })).toEqual({ start: 0, end: text.length })
      }),
    )
  })
})
