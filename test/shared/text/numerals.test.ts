import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { foldWidth, parseChineseInteger, parseNumeral } from '#shared/text/numerals'

const DIGITS = '零一二三四五六七八九'

/** Writes an integer below 10⁸ as Chinese does: the other way of what is tested. */
function writeChinese(n: number): string {
  if (n >= 10_000) {
    const rest = n % 10_000
    const gap = rest > 0 && rest < 1_000 ? '零' : ''
    return `${writeChinese(Math.floor(n / 10_000))}万${rest > 0 ? gap + writeChinese(rest) : ''}`
  }
  let out = ''
  let zero = false
  for (const [place, name] of [
    [1_000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(n / place) % 10
    if (digit === 0) {
      zero = out !== ''
    } else {
      out += `${zero ? '零' : ''}${DIGITS[digit]}${name}`
      zero = false
    }
  }
  return out || '零'
}

describe('parseNumeral', () => {
  test.each([
    ['160', 160],
    ['1,315', 1315],
    ['305.8', 305.8],
    ['１２．５', 12.5],
    ['30 .4', 30.4],
    ['五', 5],
    ['两', 2],
    ['十', 10],
    ['十五', 15],
    ['二十', 20],
    ['一百零五', 105],
    ['三千万', 30_000_000],
    ['一亿二千万', 120_000_000],
    ['二〇二三', 2023],
    ['三点五', 3.5],
    ['半', 0.5],
  ])('%s → %d', (text, value) => expect(parseNumeral(text)).toBe(value))

  test.each(['', '亿元', '5,6', '1,23', '一二十', '三点', '1.2.3', '点五'])('%s is no numeral', (text) => {
    expect(parseNumeral(text)).toBeNull()
  })

  it('reads back every integer that is written in Chinese', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (n) => {
        expect(parseChineseInteger(writeChinese(n))).toBe(n)
      }),
    )
  })

  it('reads back every number that is written in digits, whatever their width', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
        const text = `${whole}.${String(cents).padStart(2, '0')}`
        const wide = text.replace(/\d/gu, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)).replace('.', '．')
        expect(parseNumeral(text)).toBe(Number(text))
        expect(parseNumeral(wide)).toBe(Number(text))
      }),
    )
  })
})

describe('foldWidth', () => {
  it('keeps the length, so that offsets stay', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldWidth(text).length).toBe(text.length)
      }),
    )
  })
})
