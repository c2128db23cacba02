import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeAnchor, resolveAnchor } from '#shared/text/anchor'

const TEXT = '瀍河区𠮷里社区增长5%。一般公共预算收入增长6%,其中税收增长6%;新增企业1000家。'

/** Texts of the characters that offsets stumble over: surrogate pairs, a rare place name, line breaks, repeats. */
const hostile = fc
  .array(fc.constantFrom('𠮷', '瀍', '增长', '6%', '。', '\r\n', '\n', '\uFEFF', 'a', ' '), {
    minLength: 1,
    maxLength: 60,
  })
  .map((parts) => parts.join(''))

describe('makeAnchor', () => {
  it('keeps quote and 32 characters of context', () => {
    const text = `${'前'.repeat(40)}引文${'后'.repeat(40)}`
    expect(makeAnchor(text, 40, 42)).toEqual({
      start: 40,
      end: 42,
      quote: '引文',
      prefix: '前'.repeat(32),
      suffix: '后'.repeat(32),
    })
  })

  it('leaves no half of a surrogate pair at the edge of a context', () => {
    const anchor = makeAnchor(`𠮷${'中'.repeat(31)}引${'文'.repeat(31)}𠮷`, 33, 34)
    expect(anchor.prefix).toBe('中'.repeat(31))
    expect(anchor.suffix).toBe('文'.repeat(31))
  })

  it.each([
    [-1, 2],
    [3, 2],
    [0, TEXT.length + 1],
  ])('refuses the span %i..%i', (start, end) => {
    expect(() => makeAnchor(TEXT, start, end)).toThrow(RangeError)
  })
})

describe('resolveAnchor', () => {
  it('takes the position while the quote still stands there', () => {
    const second = TEXT.lastIndexOf('6%')
    expect(resolveAnchor(TEXT, makeAnchor(TEXT, second, second + 2))).toEqual({ start: second, end: second + 2 })
  })

  it('tells equal quotes apart by their context', () => {
    const second = TEXT.lastIndexOf('6%')
    const anchor = makeAnchor(TEXT, second, second + 2)
    expect(resolveAnchor(`本报讯。${TEXT}`, anchor)).toEqual({ start: second + 4, end: second + 6 })
  })

  it('takes the nearer of two places with the same context', () => {
    const unit = `${'甲'.repeat(40)}5%${'乙'.repeat(40)}`
    const anchor = makeAnchor(unit + unit, 122, 124)
    expect(resolveAnchor(`丙${unit}${unit}`, anchor)).toEqual({ start: 123, end: 125 })
  })

  it('finds a quote whose context was corrected (漯河 to 瀍河)', () => {
    const before = '4月6日,漯河区召开会议,实现地区生产总值160亿元,同比增长4.3%'
    const at = before.indexOf('160亿元')
    const after = `　　${before.replace('漯河', '瀍河')}`
    expect(resolveAnchor(after, makeAnchor(before, at, at + 5))).toEqual({ start: at + 2, end: at + 7 })
  })

  it('loses a short quote that stands only in other surroundings', () => {
    const at = TEXT.indexOf('5%')
    expect(resolveAnchor('全市绿化覆盖率提高到45%以上,垃圾处理率达95%。', makeAnchor(TEXT, at, at + 2))).toBeNull()
  })

  it('keeps a long quote in whatever surroundings', () => {
    const quote = '一般公共预算收入增长6%,其中税收增长6%'
    const at = TEXT.indexOf(quote)
    expect(resolveAnchor(`摘要:${quote}!`, makeAnchor(TEXT, at, at + quote.length))).toEqual({
      start: 3,
      end: 3 + quote.length,
    })
  })

  it('says null when the quote is gone', () => {
    expect(resolveAnchor('完全不同的文本', makeAnchor(TEXT, 0, 3))).toBeNull()
  })

  it('survives an insertion anywhere outside the quote and its context', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (before, quote, after) => {
        const text = `${before}${'左'.repeat(32)}${quote}${'右'.repeat(32)}${after}`
        const start = before.length + 32
        const anchor = makeAnchor(text, start, start + quote.length)
        const changed = `新增的一段。${text}`
        const found = resolveAnchor(changed, anchor)
        expect(found && changed.slice(found.start, found.end)).toBe(quote)
      }),
    )
  })

  it('always answers with the quote itself, inside the text', () => {
    fc.assert(
      fc.property(hostile, hostile, fc.nat(), fc.nat(), (text, other, a, b) => {
        const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [number, number]
        const anchor = makeAnchor(text, start, end)
        expect(resolveAnchor(text, anchor)).toEqual({ start, end })
        const found = resolveAnchor(other, anchor)
        if (found) expect(other.slice(found.start, found.end)).toBe(anchor.quote)
      }),
    )
  })
})
