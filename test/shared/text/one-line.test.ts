import fc from 'fast-check'
import { expect, it } from 'vitest'
import { oneLine } from '#shared/text/one-line'

it.each([
  ['地区生产总\n值增长', '地区生产总值增长'],
  ['增长\r\n\r\n8%', '增长8%'],
  ['项目，\n　　加快', '项目，加快'],
  ['圆满完成。\n今年', '圆满完成。 今年'],
  ['（一）回顾\n（二）安排', '（一）回顾 （二）安排'],
  ['GDP\ngrowth', 'GDP growth'],
  ['160\n170', '160 170'],
  [' 前后 ', '前后'],
  ['𠮷\n林', '𠮷林'],
])('puts %j on one line', (words, line) => {
  expect(oneLine(words)).toBe(line)
})

it('keeps every character that is no blank, in its order', () => {
  const words = fc.string({ unit: fc.constantFrom('产', '，', '。', 'a', '5', '\n', '\r\n', ' ', '　', '𠮷') })
  fc.assert(
    fc.property(words, (text) => {
      const line = oneLine(text)
      expect(line).not.toMatch(/[\r\n]/)
      expect(line.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
      expect(oneLine(line)).toBe(line)
    }),
  )
})
