import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatOfCode, labelNumber } from '#shared/formats/office/label-numbers'

const NUMBERS = fc.integer({ min: 1, max: 9999 })

/** 一百零五 back to 105, by the rules of counting alone. */
function counted(words: string): number {
  let total = 0
  let digit = 0
  for (const char of words) {
    const unit = { 十: 10, 百: 100, 千: 1000 }[char]
    if (unit) {
      total += (digit || 1) * unit
      digit = 0
    } else digit = '零一二三四五六七八九'.indexOf(char)
  }
  return total + digit
}

const VALUE: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 }
const roman = (words: string): number =>
  [...words].reduce((sum, char, index) => {
    const value = VALUE[char] ?? 0
    return sum + (value < (VALUE[words[index + 1] ?? ''] ?? 0) ? -value : value)
  }, 0)

describe('numbers of labels', () => {
  it.each([
    ['chineseCountingThousand', 10, '十'],
    ['chineseCountingThousand', 11, '十一'],
    ['chineseCountingThousand', 20, '二十'],
    ['chineseCountingThousand', 100, '一百'],
    ['chineseCountingThousand', 101, '一百零一'],
    ['chineseCountingThousand', 110, '一百一十'],
    ['chineseCountingThousand', 1001, '一千零一'],
    ['chineseCountingThousand', 10_101, '一万零一百零一'],
    ['chineseCounting', 99, '九十九'],
    ['chineseCounting', 105, '一○五'],
    ['taiwaneseCountingThousand', 12_000, '一萬二千'],
    ['japaneseCounting', 110, '百十'],
    ['ideographDigital', 105, '一〇五'],
    ['chineseLegalSimplified', 12, '壹拾贰'],
    ['ideographTraditional', 3, '丙'],
    ['ideographTraditional', 11, '11'],
    ['ideographZodiacTraditional', 13, '丙子'],
    ['decimalEnclosedCircle', 20, '⑳'],
    ['decimalEnclosedCircle', 21, '21'],
    ['decimalEnclosedCircleChinese', 3, '③'],
    ['decimalEnclosedParen', 1, '⑴'],
    ['decimalFullWidth', 12, '１２'],
    ['decimalZero', 7, '07'],
    ['custom:001', 7, '007'],
    ['lowerRoman', 4, 'iv'],
    ['upperLetter', 28, 'BB'],
    ['ordinal', 12, '12th'],
    ['none', 5, ''],
    ['hebrew1', 5, '5'],
    ['upperRoman', 0, '0'],
    ['upperRoman', 1_000_000_000, '1000000000'],
  ])('%s of %i is %s', (format, n, expected) => {
    expect(labelNumber(format, n)).toBe(expected)
  })

  it('count so that they can be read back', () => {
    fc.assert(fc.property(NUMBERS, (n) => counted(labelNumber('chineseCountingThousand', n)) === n))
    fc.assert(fc.property(fc.integer({ min: 1, max: 99 }), (n) => counted(labelNumber('chineseCounting', n)) === n))
    fc.assert(fc.property(fc.integer({ min: 1, max: 3999 }), (n) => roman(labelNumber('upperRoman', n)) === n))
  })

  it('never fail, whatever the format and number', () => {
    const codes = fc.integer({ min: 0, max: 255 }).map(formatOfCode)
    fc.assert(fc.property(codes, fc.integer(), (format, n) => labelNumber(format, n).length < 400))
  })
})
